"""Whose turn it is."""

from dataclasses import dataclass

from pingyi.publishing.domain.reviewing.steps import Step, next_step, steps_of_turn
from pingyi.publishing.models import NewsItem, NewsPart
from pingyi.publishing.queries.news import parts_of, steps_done


@dataclass(frozen=True)
class Turn:
    """The next signature: `parts` are what its holder signs at once (审 and 校 of one level, if both are hers)."""

    step: Step
    parts: tuple[NewsPart, ...]

    @property
    def account_id(self) -> int:
        account: int = self.parts[0].account_id
        return account


def turn_of(item: NewsItem) -> Turn | None:
    """None while it is a draft, and once everybody has signed."""
    if item.state != "in_review":
        return None
    done = steps_done(item)
    step = next_step(done)
    if step is None:
        return None
    parts = parts_of(item)
    names = {step: part.account_id for step, part in parts.items()}
    return Turn(step, tuple(parts[one] for one in steps_of_turn(step, names, done)))
