"""Facts → draft."""

from pingyi.publishing.domain.drafting import body, opening
from pingyi.publishing.domain.drafting.draft import Draft
from pingyi.publishing.domain.drafting.facts import NewsFacts


def compose(facts: NewsFacts) -> Draft:
    """The draft of the news: only what the facts say, in the order in which such news tell it."""
    return Draft(
        title=opening.title(facts),
        paragraphs=(
            tuple(opening.held(facts)),
            tuple(opening.reported(facts)),
            *body.speech(facts),
            *body.chair_words(facts),
            *body.ballot(facts),
        ),
    )
