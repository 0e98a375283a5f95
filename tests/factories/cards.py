"""Cards for tests: of a review in the database, and made up out of nothing."""

from collections.abc import Sequence
from datetime import date, datetime

from pingyi.core.clock import today
from pingyi.organisations.domain.facts import Better, Fact, Measure, Span
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.head import Head
from pingyi.review.cards.domain.peers import PeerGroup
from pingyi.review.cards.domain.questions import questions_of
from pingyi.review.cards.domain.table import Row, shown_rows
from pingyi.review.cards.queries import Stated, cards_of, span_of_year
from pingyi.review.cycles.models import Cycle

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
COMMITTEE = Measure("orglife.committee.done", "支委会，按月", "次", Better.MORE, ("支委会",))
THEME_DAY = Measure("orglife.theme_day.done", "主题党日，按月", "次", Better.MORE, ("主题党日",))
CLASSES = Measure("orglife.secretary_class.held", "书记讲党课", "次", Better.MORE, ("书记讲党课",))
LATE = Measure("orglife.late_entries", "事后补记", "条", Better.LESS, ("事后补记",))
OVERDUE = Measure("decisions.overdue", "过了期限没有办完的决定", "项", Better.LESS)
PARTY_FIRST = Measure("decisions.party_first", "党组织会议先行研究的议题", "个", Better.MORE)
DECIDED = Measure("decisions.decided", "决定的议题", "个", Better.NEITHER)


def cards_alone(cycle: Cycle, now: datetime, facts: Sequence[Fact] = ()) -> list[Card]:
    """The cards of a review of which the ledgers state only these facts."""
    day = today(now)
    stated = Stated(span_of_year(cycle.year, day)[0], (COMMITTEE, THEME_DAY, CLASSES, LATE), tuple(facts), ())
    return cards_of(cycle, stated, reckoning_on(day, cycle.institution_id), now)


def row(
    measure: Measure = COMMITTEE,
    now: Figure | None = None,
    before: Figure | None = None,
    peers: Sequence[Figure] = (),
) -> Row:
    """One row; its own figure stands among the peers."""
    sizes = [one.size for one in (*peers, *([now] if now else []))]
    return Row(measure, now, before, tuple(sorted(sizes)))


def head(place: int = 1, **changes: object) -> Head:
    given: dict[str, object] = {
        "reporter_id": place,
        "organisation_id": place,
        "organisation": "护理学院党委",
        "person": "顾言蹊",
        "title": "党委书记",
        "year": 2025,
        "place": place,
        "since": date(2022, 11, 1),
        "last_on_site": 2023,
        "members": 312,
        "branches": 14,
    }
    return Head(**{**given, **changes})  # type: ignore[arg-type]


def card(case: Case, place: int = 1, **changes: object) -> Card:
    """A card with the questions that its records ask."""
    group = PeerGroup("college", tuple(range(1, 17)))
    return Card(
        head(place, **changes), case, shown_rows(case.rows), group, "在16个学院里的位置", questions_of(case)
    )
