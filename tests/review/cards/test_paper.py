"""Cards on paper: exactly one page each, whatever is on them; read back from the PDF."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import pytest

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.documents.render.desk_cards import pdf_desk_cards
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.cards.documents import Stamp, desk_sheet
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.case import Case, ClaimCount, ContradictedClaim, ExaminedClaim, ReportFacts
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.past_problem import PastProblem
from pingyi.review.cards.domain.peers import PeerGroup
from tests.documents.render.reading import pdf_pages, squeezed
from tests.factories.cards import CLASSES, COMMITTEE, LATE, THEME_DAY, YEAR, card, row

NOW = datetime(2026, 1, 15, 10, 40, tzinfo=PEOPLE_ZONE)
PEERS = [Figure(150, 168), Figure(160, 168), Figure(168, 168)]
PROBLEM = PastProblem(
    1,
    2024,
    17,
    "实习点临时支部组织生活不正常。",
    "整改中",
    tasks=3,
    closed_tasks=2,
    evidence=4,
    late="逾46个工作日",
)
CASE = Case(
    YEAR,
    rows=(
        row(COMMITTEE, Figure(158, 168), Figure(149, 168), PEERS),
        row(THEME_DAY, None, Figure(161, 168), PEERS),
        row(CLASSES, Figure(2), None, [Figure(1)] * 4),
        row(LATE, Figure(12, 90), Figure(31, 88)),
    ),
    noted=(
        Fact(
            Span(date(2025, 5, 1), date(2025, 9, 30)),
            1,
            "orglife.committee.missed_run",
            5,
            "组织生活台账：附院实习点党支部5月到9月没有支委会",
        ),
    ),
    problems=(
        PROBLEM,
        replace(PROBLEM, key=2, number=18, is_closed=True, closed_on=date(2025, 6, 18), late=""),
    ),
    report=ReportFacts(
        is_in=True,
        length=3842,
        limit=4000,
        problem_length=1310,
        least_share=Fraction(1, 3),
        own=("支部书记业务不熟", "实习点支部松散"),
    ),
    claims=ClaimCount(14, 2, (ContradictedClaim("组织生活全覆盖", "是支委会158/168", "台账 支委会"),)),
)
LONG = "长" * 200


def much() -> Card:
    """Everything too long and too many of it."""
    problems = tuple(
        replace(PROBLEM, key=n, number=n, text=LONG, history=LONG, came_back=True) for n in range(30)
    )
    rows = tuple(
        row(replace(COMMITTEE, title=LONG), Figure(158, 168), Figure(149, 168), PEERS) for _ in range(10)
    )
    claim = ContradictedClaim(LONG, LONG, LONG)
    case = replace(
        CASE,
        rows=rows,
        problems=problems,
        noted=tuple(replace(one, source=LONG) for one in CASE.noted),
        report=replace(CASE.report, own=(LONG,) * 20),
        claims=ClaimCount(
            14, 2, (claim,) * 9, 3, 4, (ExaminedClaim(LONG, LONG[:120], is_verified=False),) * 9
        ),
    )
    return replace(
        card(case, organisation="附属" * 60, person="长" * 64, title="书记" * 32),
        peer_words=f"在{LONG}里的位置",
    )


FOREIGN = replace(
    CASE,
    problems=(replace(PROBLEM, text="WWWWWWWW " * 40), replace(PROBLEM, text="http://" + "a/" * 300)),
    report=replace(CASE.report, own=("x" * 500, "😀" * 60, "#let x = 1 *strong* $ \\")),
)
CARDS = {
    "ordinary": card(CASE),
    "nothing at all": card(Case(YEAR), place=0),
    "very much": much(),
    "foreign signs": card(FOREIGN),
}


def pages_of(*cards: Card) -> list[str]:
    sheet = desk_sheet("2025年度述职评议", [(one, Stamp(5, NOW)) for one in cards], NOW)
    return [squeezed(page) for page in pdf_pages(pdf_desk_cards(sheet).content)]


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_one_page_whatever_is_on_it(name: str) -> None:
    (page,) = pages_of(CARDS[name])
    assert "五、点评记录" in page, "the boxes are not pushed off the page"
    assert "卡上不写评语，评语由点评人作。" in page


def test_many_cards_are_as_many_pages() -> None:
    pages = pages_of(*CARDS.values(), *CARDS.values())
    assert len(pages) == 2 * len(CARDS)
    assert all(page.startswith("述职点评卡") for page in pages)


def test_the_page_says_what_the_records_say() -> None:
    (page,) = pages_of(CARDS["ordinary"])
    assert "2025年度现场第1位内部使用第5版1月15日10:40" in page
    assert "护理学院党委书记顾言蹊" in page
    assert "支委会，按月158/16894%149/16889%" in page
    assert "主题党日，按月没有台账161/168" in page
    assert (
        "未销号实习点临时支部组织生活不正常整改中，任务办结2/3，佐证4份，逾46个工作日。〔2024-017〕" in page
    )
    assert "报告写到数字17处：14处和台账相符，1处不符，2处没有台账。" in page
    assert "1.报告写“组织生活全覆盖”，台账是支委会158/168，差在哪里？〔台账支委会〕" in page
    assert f"卡号C-2025-01·{CARDS['ordinary'].fingerprint[:4]}" in page


def test_what_is_left_out_is_said_with_the_place_where_it_stands() -> None:
    (page,) = pages_of(CARDS["very much"])
    assert "另有26个，见问题清单。" in page
    assert "长……" in page


def test_a_card_without_anything_says_so_line_by_line() -> None:
    (page,) = pages_of(CARDS["nothing at all"])
    assert "没有可比的台账。" in page
    assert "二、去年点出的问题没有。" in page
    assert "记录里没有值得问的，系统不另编。" in page
    assert "书面述职" in page


def test_too_few_peers_have_no_median_on_paper_and_a_reason() -> None:
    alone = replace(card(CASE), group=PeerGroup("", (1, 2, 3)))
    assert "同轮述职只有3个单位，不列中位。" in pages_of(alone)[0]


def test_a_single_card_is_named_by_its_unit_and_several_by_the_review() -> None:
    stamp = Stamp(1, NOW)
    assert desk_sheet("评议", [(CARDS["ordinary"], stamp)], NOW).file_stem == "点评卡_护理学院党委"
    assert desk_sheet("评议", [(CARDS["ordinary"], stamp)] * 2, NOW).file_stem == "点评卡_评议"
