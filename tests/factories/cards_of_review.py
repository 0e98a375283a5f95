"""The cards of a review in the database, for tests."""

from collections.abc import Sequence
from datetime import datetime

from pingyi.core.clock import today
from pingyi.organisations.domain.facts import Fact
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.queries import Stated, cards_of, span_of_year
from pingyi.review.cycles.models import Cycle
from tests.factories.cards import CLASSES, COMMITTEE, LATE, THEME_DAY


def cards_alone(cycle: Cycle, now: datetime, facts: Sequence[Fact] = ()) -> list[Card]:
    """The cards of a review of which the ledgers state only these facts."""
    day = today(now)
    stated = Stated(span_of_year(cycle.year, day)[0], (COMMITTEE, THEME_DAY, CLASSES, LATE), tuple(facts), ())
    return cards_of(cycle, stated, reckoning_on(day, cycle.institution_id), now)
