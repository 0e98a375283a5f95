"""The overview: one line per secretary with the score of every class, the total, rank and grades."""

from fractions import Fraction

from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Value
from pingyi.review.appraisal.documents.figures import (
    DENOMINATOR_WORDS,
    exact,
    grade_word,
    percent,
    shown,
    signatures,
    version_line,
)
from pingyi.review.appraisal.documents.summary_facts import ResultsSummary, ReviewedPerson
from pingyi.review.appraisal.domain.rules import Composite

RESTRICTED = "仅供计票组和决定等次的会议使用，不外传。"


def overview_sheet(summary: ResultsSummary) -> Sheet:
    """All secretaries in the order of the review."""
    return Sheet(
        name="汇总",
        title=f"{summary.review}测评结果汇总表",
        subtitles=(f"{summary.convenor}　　{summary.meeting}", version_line(summary), RESTRICTED),
        columns=_columns(summary),
        rows=tuple(_row(summary, number, person) for number, person in enumerate(summary.people, start=1)),
        notes=_notes(summary),
        signatures=signatures(summary),
        frozen_columns=3,
    )


def _columns(summary: ResultsSummary) -> tuple[SheetColumn, ...]:
    weights = {category.id: category.weight for category in summary.rules.categories}
    by_class = f"各类别得分（÷{DENOMINATOR_WORDS[summary.rules.denominator]}）"
    return (
        SheetColumn("序号", 6, Kind.COUNT),
        SheetColumn("单位", 36),
        SheetColumn("书记", 12, Kind.WORD),
        SheetColumn("述职\n方式", 7, Kind.WORD),
        *(
            SheetColumn(f"{one.id}\n权重{percent(weights[one.id])}", 10, Kind.FIGURE, by_class)
            for one in summary.classes
        ),
        *_score_columns(summary.rules.composite),
        SheetColumn("名次", 7, Kind.COUNT),
        SheetColumn("按分数段\n建议等次", 10, Kind.WORD),
        SheetColumn("会议决定\n等次", 10, Kind.WORD),
        SheetColumn("决定与建议不同的理由", 28),
    )


def _score_columns(composite: Composite) -> list[SheetColumn]:
    """The parts of the score and the score. One that is the ballot alone is called so and stands once."""
    if composite.ballot == 1:
        return _exact_and_shown("测评得分（按权重）")
    columns = _exact_and_shown(f"测评得分（占{percent(composite.ballot)}）")
    columns += [
        SheetColumn(f"{word}\n占{percent(share)}", 10, Kind.FIGURE)
        for word, share in (("日常考核", composite.daily), ("领导评价", composite.leader))
        if share
    ]
    return columns + _exact_and_shown("综合得分")


def _exact_and_shown(group: str) -> list[SheetColumn]:
    return [SheetColumn("精确值", 20, Kind.FIGURE, group), SheetColumn("显示值", 10, Kind.FIGURE, group)]


def _row(summary: ResultsSummary, number: int, person: ReviewedPerson) -> tuple[Value, ...]:
    result, composite, decimals = person.result, summary.rules.composite, summary.rules.display_decimals
    row: list[Value] = [number, person.organisation, person.secretary, person.mode]
    row += [shown(result.categories[one.id].score, decimals) for one in summary.classes]
    if composite.ballot != 1:
        row += [exact(result.ballot_score), shown(result.ballot_score, decimals)]
    row += [
        _mark(mark, decimals)
        for weight, mark in ((composite.daily, person.daily), (composite.leader, person.leader))
        if weight
    ]
    row += [
        exact(result.score),
        shown(result.score, decimals),
        "没有名次" if result.rank is None else result.rank,
        grade_word(summary, result.grade),
        person.decided_grade or "还没有决定",
        person.reason,
    ]
    return tuple(row)


def _mark(mark: Fraction | None, decimals: int) -> Value:
    return "还没有" if mark is None else shown(mark, decimals)


def _notes(summary: ResultsSummary) -> tuple[str, ...]:
    rules, found = summary.rules, summary.appraisal
    names = "；".join(f"{one.id}＝{one.name}" for one in summary.classes)
    decided = f"等次由{summary.deciding_meeting}决定，" if summary.deciding_meeting else "等次由会议决定，"
    notes = [
        f"类别：{names}。",
        f"得分按分数精确计算，显示值四舍五入到小数点后{rules.display_decimals}位；名次和建议等次用精确值。",
        f"述职人{len(summary.people)}位，按规则最多{found.max_good}位可评第一等次，按分数段有{found.good_count}位"
        + (f"，超出{found.over_cap}位。" if found.over_cap else "。"),
        f"{decided}分数是参考。",
    ]
    unopened = [
        f"{one.id}类票箱没有开箱：{one.unopened_reason}" for one in summary.classes if one.unopened_reason
    ]
    return (*notes, *unopened)
