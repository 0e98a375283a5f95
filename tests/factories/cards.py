"""Cards for tests, made up out of nothing: no database."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from random import Random

from pingyi.organisations.domain.facts import Better, Fact, Measure, Span
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.case import Case, ReportFacts
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.head import Head
from pingyi.review.cards.domain.likeness import without_names
from pingyi.review.cards.domain.past_problem import PastProblem
from pingyi.review.cards.domain.peers import PeerGroup
from pingyi.review.cards.domain.questions import questions_of
from pingyi.review.cards.domain.table import Row, shown_rows

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
CLOSED_SHARE = 0.5
FAULTS = (
    "主题党日形式单一",
    "支部组织生活记录不完整",
    "党建和业务两张皮",
    "发展党员办法不多",
    "对支部指导检查不经常",
)
COMMITTEE = Measure("orglife.committee.done", "支委会，按月", "次", Better.MORE, ("支委会",))
THEME_DAY = Measure("orglife.theme_day.done", "主题党日，按月", "次", Better.MORE, ("主题党日",))
CLASSES = Measure("orglife.secretary_class.held", "书记讲党课", "次", Better.MORE, ("书记讲党课",))
LATE = Measure("orglife.late_entries", "事后补记", "条", Better.LESS, ("事后补记",))
OVERDUE = Measure("decisions.overdue", "过了期限没有办完的决定", "项", Better.LESS)
PARTY_FIRST = Measure("decisions.party_first", "党组织会议先行研究的议题", "个", Better.MORE)
DECIDED = Measure("decisions.decided", "决定的议题", "个", Better.NEITHER)


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


def made_up_card(number: int) -> Card:
    """One of many units of which the numbers are drawn by chance, with problems, a report and what its ledgers note."""
    random = Random(number)
    rows = (
        *(
            row(one, _share(random, 168), _share(random, 168), [_share(random, 168) for _ in range(15)])
            for one in (COMMITTEE, THEME_DAY)
        ),
        row(CLASSES, Figure(random.randint(0, 4)), Figure(random.randint(0, 4)), [Figure(2)] * 15),
        row(LATE, Figure(random.randint(0, 40), 90), Figure(random.randint(0, 40), 88)),
    )
    problems = tuple(
        PastProblem(
            place,
            2024,
            place,
            random.choice(FAULTS),
            "整改中",
            is_closed=random.random() < CLOSED_SHARE,
            closed_on=date(2025, random.randint(3, 11), 18),
            tasks=random.randint(0, 3),
            late="逾46个工作日" if random.random() < CLOSED_SHARE else "",
        )
        for place in range(random.randint(0, 4))
    )
    report = ReportFacts(
        is_in=True,
        length=random.randint(2500, 4000),
        limit=4000,
        problem_length=random.randint(800, 1500),
        least_share=Fraction(1, 3),
        own=tuple(random.sample(FAULTS, random.randint(0, 3))),
    )
    noted = (
        Fact(
            Span(date(2025, 4, 1), date(2025, 6, 30)),
            number,
            "orglife.committee.missed_run",
            random.randint(2, 6),
            "组织生活台账：第二党支部连着没有支委会",
        ),
    )
    case = Case(YEAR, rows, noted if random.random() < CLOSED_SHARE else (), problems, report)
    person = f"{random.choice('林顾陈沈周')}{random.choice('晓言默明安')}{random.choice('蹊哲岚青宁')}"
    return card(case, number, organisation=f"第{number}学院党委", person=person)


def nameless(one: Card) -> tuple[str, ...]:
    """The lines of a card without the names of unit and person."""
    return without_names(one.lines(), [one.head.organisation, one.head.person, one.head.name])


def _share(random: Random, of: int) -> Figure:
    return Figure(random.randint(of * 6 // 10, of), of)
