"""测评结果汇总表: every figure of one calculation, with what it was divided by."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from pingyi.documents.render import xlsx
from pingyi.review.appraisal.documents import ResultsSummary, results_summary
from pingyi.review.appraisal.documents.figures import fingerprint_groups, percent
from pingyi.review.appraisal.domain.appraise import appraise
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.rules import Composite, Denominator, Rules
from tests.documents.render.reading import read_excel
from tests.factories.papers import CLASSES, ORGANISATIONS, rules, summary_of


def book_of(summary: ResultsSummary) -> Book:
    return read_excel(xlsx.render(results_summary(summary)))


@cache
def usual_book() -> Book:
    """The workbook of the review as it is; nobody changes it."""
    return book_of(summary_of())


def table_of(sheet: Worksheet) -> list[list[Any]]:
    """The lines of the table: those that begin with a number."""
    rows: list[list[Any]] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [row for row in rows if isinstance(row[0], int)]


def words_of(sheet: Worksheet) -> str:
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def appraised_with(used: Rules, daily: Fraction, leader: Fraction) -> ResultsSummary:
    """The same review under other rules."""
    summary = summary_of()
    reporters = [
        Reporter(id=str(place), ballots=person.counts, daily=daily, leader=leader)
        for place, person in enumerate(summary.people)
    ]
    found = appraise(used, reporters)
    people = tuple(
        replace(person, result=result, daily=daily, leader=leader)
        for person, result in zip(summary.people, found.reporters, strict=True)
    )
    return replace(summary, rules=used, appraisal=found, people=people)


def test_there_is_an_overview_a_sheet_for_each_class_and_the_rules() -> None:
    names = [sheet.title for sheet in usual_book().worksheets]

    assert names == ["汇总", *(f"{code} {name}" for code, name, _ in CLASSES), "规则"]


def test_every_secretary_has_a_line_with_the_figures_of_the_calculation() -> None:
    summary = summary_of()
    lines = table_of(usual_book().worksheets[0])

    assert [line[1] for line in lines] == list(ORGANISATIONS)
    for line, person in zip(lines, summary.people, strict=True):
        result = person.result
        assert result.score is not None
        assert line[-6] == f"{result.score.numerator}/{result.score.denominator}"
        assert f"{line[-5]:.2f}" == result.display
        assert line[-4] == result.rank


def test_proposed_and_decided_grade_stand_side_by_side_with_the_reason() -> None:
    line = table_of(usual_book().worksheets[0])[3]

    assert line[-3:] == ["好", "较好", "年内一名党员受到处分，负有领导责任"]


def test_before_the_meeting_the_grade_is_said_to_be_open() -> None:
    summary = summary_of()
    undecided = replace(
        summary, people=tuple(replace(person, decided_grade=None) for person in summary.people)
    )

    assert {line[-2] for line in table_of(book_of(undecided).worksheets[0])} == {"还没有决定"}


def test_a_class_sheet_shows_counts_that_add_up_and_names_the_denominator() -> None:
    sheet = usual_book().worksheets[2]

    words = words_of(sheet)
    assert "收回＝有效＋不了解＋空白" in words
    assert "有效＝好＋较好＋一般＋差" in words
    assert "得分（÷有效票）" in words
    assert "得分＝（好×100＋较好×80＋一般×60＋差×40）÷有效票。" in words
    for line in table_of(sheet):
        _, _, _, issued, returned, valid, unknown, blank, *rest = line
        assert issued == 34
        assert returned == valid + unknown + blank
        good, fairly, average, poor, divisor, score, shown = rest
        assert divisor == valid == good + fairly + average + poor
        points = Fraction(100 * good + 80 * fairly + 60 * average + 40 * poor, divisor)
        assert score == f"{points.numerator}/{points.denominator}"
        assert abs(float(points) - float(shown)) <= 0.005


def test_another_denominator_is_named_in_the_heads() -> None:
    summary = appraised_with(rules(denominator=Denominator.ISSUED), Fraction(0), Fraction(0))
    book = book_of(summary)

    assert "各类别得分（÷发出的票）" in words_of(book.worksheets[0])
    assert "得分（÷发出的票）" in words_of(book.worksheets[1])


def test_a_class_without_ballots_says_so_and_why() -> None:
    book = book_of(summary_of("E"))

    overview, sheet = book.worksheets[0], book["E 各附属医院（临床医学院）组织人事（干部）科负责同志"]
    assert {line[8] for line in table_of(overview)} == {"没有票"}
    assert "E类票箱没有开箱：票数不足5张，没有开箱" in words_of(overview)
    assert "本类别票箱没有开箱" in words_of(sheet)
    assert {(line[12], line[13], line[14]) for line in table_of(sheet)} == {(0, None, "没有票")}


def test_a_review_without_any_ballots_has_no_scores_ranks_or_grades() -> None:
    summary = summary_of()
    reporters = [Reporter(id=str(place), ballots={}) for place in range(len(summary.people))]
    found = appraise(summary.rules, reporters)
    people = tuple(
        replace(person, counts={}, result=result, decided_grade=None)
        for person, result in zip(summary.people, found.reporters, strict=True)
    )

    lines = table_of(book_of(replace(summary, people=people, appraisal=found)).worksheets[0])
    assert {tuple(line[-6:-2]) for line in lines} == {(None, "没有票", "没有名次", "没有等次")}


def test_parts_beside_the_ballot_stand_between_ballot_and_total() -> None:
    parts = Composite(ballot=Fraction(5, 10), daily=Fraction(3, 10), leader=Fraction(2, 10))
    sheet = book_of(appraised_with(rules(composite=parts), Fraction("92.5"), Fraction(88))).worksheets[0]

    words = words_of(sheet)
    assert all(
        word in words for word in ("测评得分（占50%）", "日常考核\n占30%", "领导评价\n占20%", "综合得分")
    )
    assert {(line[-8], line[-7]) for line in table_of(sheet)} == {(92.5, 88)}


def test_a_mark_that_is_missing_is_said_to_be_missing() -> None:
    parts = Composite(ballot=Fraction(1, 2), daily=Fraction(1, 2), leader=Fraction(0))
    summary = appraised_with(rules(composite=parts), Fraction(90), Fraction(0))
    people = tuple(replace(person, daily=None) for person in summary.people)

    assert {line[-7] for line in table_of(book_of(replace(summary, people=people)).worksheets[0])} == {
        "还没有"
    }


def test_rounding_limit_and_fingerprint_are_stated() -> None:
    book = usual_book()

    overview, stated = words_of(book.worksheets[0]), words_of(book.worksheets[-1])
    assert "显示值四舍五入到小数点后2位；名次和建议等次用精确值" in overview
    assert "最多28位可评第一等次" in overview
    assert "规则指纹 5c1e 90ab 5c1e 90ab" in overview
    assert "5c1e90ab" * 8 in stated
    assert "好100分，较好80分，一般60分，差40分" in stated


def test_those_who_count_and_watch_sign_every_sheet_of_figures() -> None:
    for sheet in usual_book().worksheets[:-1]:
        assert "计票人（签名）：石青禾、白鹿鸣" in words_of(sheet)
        assert "监票人（签名）：江映雪" in words_of(sheet)


def test_the_overview_says_who_may_see_it() -> None:
    assert "仅供计票组和决定等次的会议使用，不外传。" in words_of(usual_book().worksheets[0])


def test_shares_are_written_as_people_write_them() -> None:
    assert [percent(share) for share in (Fraction(3, 5), Fraction(1, 8), Fraction(0), Fraction(1, 3))] == [
        *("60%", "12.5%", "0%", "1/3")
    ]
    assert fingerprint_groups("5c1e90ab" * 8) == "5c1e 90ab 5c1e 90ab"


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    summary = summary_of()
    person = replace(summary.people[0], organisation="=1+1", secretary="@x", reason="-1")
    sheet = book_of(replace(summary, people=(person,))).worksheets[0]

    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value in {"=1+1", "@x", "-1"}]
    assert [cell.data_type for cell in cells] == ["s"] * 3
