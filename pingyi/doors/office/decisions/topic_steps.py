"""The steps of a topic as the line on top of its page shows them."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.phrases import BODIES

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import Topic


@dataclass(frozen=True)
class StepShown:
    """One step: `look` is done, cur or empty."""

    word: str
    look: str
    day: date | None = None


_REACHED = {
    State.DRAFT: 1,
    State.FILED: 2,
    State.COORDINATED: 3,
    State.POSTPONED: 3,
    State.PARTY_FIRST: 4,
    State.ON_AGENDA: 5,
    State.DECIDED: 6,
    State.REJECTED: 6,
    State.EXECUTING: 6,
    State.DONE: 7,
}


def steps_of(topic: "Topic") -> list[StepShown]:
    """From the proposal to the end; the study by the Party meeting only where it is needed."""
    reached = _REACHED[State(topic.state)]
    named = [
        (1, Words("提出"), topic.proposed_on),
        (2, Words("报送"), topic.filed_on),
        (3, Words("会前协调"), None),
        (4, Words("先行研究"), topic.studied_on),
        (5, Words("上{body}", body=BODIES[topic.decides]), None),
        (6, Words("表决"), topic.decided_on),
        (7, Words("执行和评估"), None),
    ]
    shown = [one for one in named if one[0] != 4 or topic.studies_first]
    current = next((place for place, _, _ in shown if place > reached), 0)
    return [
        StepShown(word, "done" if place <= reached else "cur" if place == current else "", day)
        for place, word, day in shown
    ]
