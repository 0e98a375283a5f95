"""What is known of reviews of earlier years (past), and of the news of a meeting (news, news_facts, house_rules)."""

from pingyi.publishing.queries.past import (
    organisations_to_choose,
    past_review_of_cycle,
    past_review_of_text,
    past_review_with_id,
    past_reviews,
    registered_as,
    registered_names,
)

__all__ = [
    "organisations_to_choose",
    "past_review_of_cycle",
    "past_review_of_text",
    "past_review_with_id",
    "past_reviews",
    "registered_as",
    "registered_names",
]
