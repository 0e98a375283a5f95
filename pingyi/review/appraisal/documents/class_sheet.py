"""One voter class: the counts of every secretary and the score that they give."""

from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Value
from pingyi.review.appraisal.documents.figures import (
    DENOMINATOR_WORDS,
    GRADES,
    exact,
    percent,
    shown,
    signatures,
    version_line,
)
from pingyi.review.appraisal.documents.summary_facts import ResultsSummary, ReviewedPerson, SummaryClass
from pingyi.review.appraisal.domain.number import exact_text
from pingyi.review.appraisal.domain.score import NO_BALLOTS, divisor_of

_RETURNED = "收回＝有效＋不了解＋空白"
_VALID = "有效＝好＋较好＋一般＋差"


def class_sheet(summary: ResultsSummary, one: SummaryClass) -> Sheet:
    """Counts in the order of the form, then the score with what it was divided by."""
    weight = next(category.weight for category in summary.rules.categories if category.id == one.id)
    points = summary.rules.grade_points
    formula = "＋".join(f"{word}×{exact_text(getattr(points, key))}" for key, word in GRADES)
    divisor = DENOMINATOR_WORDS[summary.rules.denominator]
    notes = [f"得分＝（{formula}）÷{divisor}。", f"{_RETURNED}；{_VALID}。单位：票。"]
    if one.unopened_reason:
        notes.append(f"本类别票箱没有开箱：{one.unopened_reason}")
    return Sheet(
        name=f"{one.id} {one.name}",
        title=f"{summary.review}测评票数统计表",
        subtitles=(f"测评人类别：{one.id}　{one.name}　　权重：{percent(weight)}", version_line(summary)),
        columns=_columns(divisor),
        rows=tuple(
            _row(summary, one, number, person) for number, person in enumerate(summary.people, start=1)
        ),
        notes=tuple(notes),
        signatures=signatures(summary),
        frozen_columns=3,
    )


def _columns(divisor: str) -> tuple[SheetColumn, ...]:
    score = f"得分（÷{divisor}）"
    return (
        SheetColumn("序号", 6, Kind.COUNT),
        SheetColumn("单位", 36),
        SheetColumn("书记", 12, Kind.WORD),
        SheetColumn("发出", 7, Kind.COUNT),
        SheetColumn("收回", 7, Kind.COUNT, _RETURNED),
        SheetColumn("有效", 7, Kind.COUNT, _RETURNED),
        SheetColumn("不了解", 8, Kind.COUNT, _RETURNED),
        SheetColumn("空白", 7, Kind.COUNT, _RETURNED),
        *(SheetColumn(word, 7, Kind.COUNT, _VALID) for _, word in GRADES),
        SheetColumn("分母", 7, Kind.COUNT, score),
        SheetColumn("精确值", 14, Kind.FIGURE, score),
        SheetColumn("显示值", 10, Kind.FIGURE, score),
    )


def _row(
    summary: ResultsSummary, one: SummaryClass, number: int, person: ReviewedPerson
) -> tuple[Value, ...]:
    counts = person.counts.get(one.id, NO_BALLOTS)
    score = person.result.categories[one.id].score
    return (
        number,
        person.organisation,
        person.secretary,
        counts.issued,
        counts.returned,
        counts.valid,
        counts.unknown,
        counts.blank,
        counts.good,
        counts.fairly_good,
        counts.average,
        counts.poor,
        divisor_of(counts, summary.rules.denominator),
        exact(score),
        shown(score, summary.rules.display_decimals),
    )
