"""The words of daily assessment: rules, gaps, states, faults, and the arithmetic as people read it."""

from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.number import display_text
from pingyi.review.cycles.domain.decimals import number_text
from pingyi.review.daily.domain.arithmetic import Line, Part, Reason, Sheet, decimals_needed, rounded
from pingyi.review.daily.domain.assessment import AssessmentFault, AssessmentState
from pingyi.review.daily.domain.indicators import LONGEST, MOST, Gap, Indicator, Origin, RowFault, Rule, Way

DECIMALS, ENDS_WITHIN = 2, 6
RULES: dict[str, str] = {
    Rule.SHARE: Words("办了的占应办的"),
    Rule.REST: Words("没有出现的占总数的"),
    Rule.AT_LEAST: Words("达到多少得满分，不到按比例"),
    Rule.AT_MOST: Words("不超过多少得满分，超过不得分"),
    Rule.DEDUCT: Words("每出现一次扣分"),
}
WAYS: dict[str, str] = {
    Way.COMPUTED: Words("台账算"),
    Way.SELF: Words("自评、核对"),
    Way.BOTH: Words("台账算，加自评"),
}
GAPS: dict[str, str] = {Gap.ZERO: Words("按0分算"), Gap.LEAVE_OUT: Words("不计入，满分里也去掉")}
ORIGINS: dict[str, str] = {
    Origin.PROGRAMME: Words("名称出自教育部的建设计划，分值由本单位定"),
    Origin.OWN: Words("本单位自定"),
}
STATES: dict[str, str] = {
    AssessmentState.DRAFT: Words("草稿"),
    AssessmentState.SUBMITTED: Words("等核对"),
    AssessmentState.CHECKED: Words("核对过"),
    AssessmentState.RETURNED: Words("退回"),
}
REASONS: dict[str, str] = {
    Reason.NO_RECORD: Words("没有台账"),
    Reason.NOTHING_DUE: Words("没有应办的"),
    Reason.PART_OF_YEAR: Words("台账不满全年"),
    Reason.NOT_CHECKED: Words("没有核对过的自评"),
}
ROW_FAULTS: dict[RowFault, str] = {
    RowFault.EMPTY: Words("一条指标也没有。至少写一条。"),
    RowFault.TOO_MANY: Words("超过{most}条。一套指标最多{most}条，合并一些再存。", most=MOST),
    RowFault.NO_HEADING: Words("没有写指标名称。"),
    RowFault.TOO_LONG: Words("超过{longest}字。写短些。", longest=LONGEST),
    RowFault.TWICE: Words("和前面的一条一样。留一条。"),
    RowFault.NO_POINTS: Words("没有分值。台账分、自评分至少写一个。"),
    RowFault.NO_MEASURE: Words("有台账分，没有选台账里的数。选一个，或者把台账分去掉。"),
    RowFault.UNKNOWN_MEASURE: Words("台账里没有这个数。从列出的里面选。"),
    RowFault.NO_AMOUNT: Words("这种算法要写一个数：多少次，或者每次扣几分。"),
    RowFault.WHOLE_AMOUNT: Words("次数写整数。"),
}
ASSESSMENT_FAULTS: dict[AssessmentFault, str] = {
    AssessmentFault.TOO_HIGH: Words("自评分比这一条的自评满分还高。写低些。"),
    AssessmentFault.NO_WORDS: Words("还没有写做了什么。写几句再交。"),
    AssessmentFault.NO_EVIDENCE: Words("还没有佐证。选一个文件再交；没有佐证的，自评0分也可以交。"),
    AssessmentFault.ABOVE_ASKED: Words("核对的分不能比自评的高。"),
    AssessmentFault.NO_REASON: Words("核对的分比自评低，写明理由。"),
}


def points_text(value: Fraction) -> str:
    """Points as typed where a decimal ends within two places, rounded half up otherwise."""
    return number_text(value) if (value * 100).denominator == 1 else display_text(value, DECIMALS)


def exact_text(value: Fraction) -> str:
    """Points in full where their decimal ends, otherwise rounded and marked: ≈9.40."""
    is_short = (value * 10**ENDS_WITHIN).denominator == 1
    return number_text(value) if is_short else f"≈{display_text(value, DECIMALS)}"


def sum_text(sheet: Sheet) -> str:
    """All points gained, in full or with as many decimals as lead to the score: ≈53.922."""
    if (sheet.gained * 10**ENDS_WITHIN).denominator == 1:
        return number_text(sheet.gained)
    return f"≈{display_text(sheet.gained, decimals_needed(sheet, DECIMALS))}"


def equation_text(sheet: Sheet) -> str:
    """What the score is: 13.5 / 20 × 100 ＝ 67.5; where the sum does not end, its fraction stands beside it."""
    if sheet.score is None:
        return ""
    gained, base, exact = sum_text(sheet), points_text(sheet.base), sheet.score
    sign, score = "＝" if rounded(exact, DECIMALS) == exact else "≈", points_text(exact)
    if not gained.startswith("≈"):
        return f"{gained} / {base} × 100 {sign} {score}"
    return Words(
        "{gained}（{fraction}） / {base} × 100 {sign} {score}",
        gained=gained,
        fraction=f"{sheet.gained.numerator}/{sheet.gained.denominator}",
        base=base,
        sign=sign,
        score=score,
    )


def base_words(sheet: Sheet) -> str:
    """On how many of the points the score stands; empty where all count."""
    if not sheet.left_out:
        return ""
    return Words(
        "按{whole}分里的{base}分折算，{left_out}分没有计入",
        whole=points_text(sheet.whole),
        base=points_text(sheet.base),
        left_out=points_text(sheet.left_out),
    )


def change_words(before: Sheet, now: Sheet) -> str:
    """What a calculation would come to now where the kept one no longer holds."""
    if now.score is None:
        return Words("台账或自评后来有变动，现在算没有能计入的")
    score = points_text(now.score)
    if before.score is not None and points_text(before.score) == score:
        return Words("台账或自评后来有变动，现在算还是{score}", score=score)
    return Words("台账或自评后来有变动，现在算是{score}", score=score)


def rule_words(row: Indicator) -> str:
    """How the computed points of an indicator come about."""
    amount = "" if row.amount is None else number_text(row.amount)
    if row.rule is Rule.AT_LEAST:
        return Words("达到{amount}得满分，不到按比例", amount=amount)
    if row.rule is Rule.AT_MOST:
        return Words("不超过{amount}得满分，超过不得分", amount=amount)
    if row.rule is Rule.DEDUCT:
        return Words("每出现一次扣{amount}分，扣完为止", amount=amount)
    return RULES[row.rule]


def line_words(line: Line, title: str) -> str:
    """One line of the arithmetic: 支委会 158 / 168 × 10 ≈ 9.40."""
    points, gained = points_text(line.points), exact_text(line.gained)
    if line.reason is Reason.PART_OF_YEAR and line.fact is not None and line.gained:
        return Words(
            "{sum}，台账{day}起才有，没有台账的月份按0分算",
            sum=_computed_words(line, title),
            day=line.fact.period.first,
        )
    if line.reason is not Reason.COUNTED:
        return _words_of_gap(line, title, points)
    if line.part is Part.SELF and line.checked is not None:
        asked = points_text(line.checked.asked)
        if line.checked.found == line.checked.asked:
            return Words(
                "自评{asked}分，核对得{gained} / {points}", asked=asked, gained=gained, points=points
            )
        return Words(
            "自评{asked}分，核对得{gained} / {points}：{reason}",
            asked=asked,
            gained=gained,
            points=points,
            reason=line.checked.reason,
        )
    said = _computed_words(line, title)
    if line.fact is None or not line.fact.begins_late:
        return said
    return Words("{said}（台账{day}起才有）", said=said, day=line.fact.period.first)


def _computed_words(line: Line, title: str) -> str:
    gained = exact_text(line.gained)
    if gained.startswith("≈"):
        return Words("{title} {sum} ≈ {gained}", title=title, sum=_sum_words(line), gained=gained[1:])
    return Words("{title} {sum} = {gained}", title=title, sum=_sum_words(line), gained=gained)


def _words_of_gap(line: Line, title: str, points: str) -> str:
    reason = REASONS[line.reason]
    what = Words("{title}：{reason}", title=title, reason=reason) if line.part is Part.COMPUTED else reason
    if line.reason is Reason.PART_OF_YEAR and line.fact is not None:
        what = Words(
            "{title} {value}，台账{day}起才有，对不了全年",
            title=title,
            value=line.fact.value,
            day=line.fact.period.first,
        )
    if line.is_left_out:
        return Words("{what}，{points}分不计入", what=what, points=points)
    return Words("{what}，0 / {points}", what=what, points=points)


def _sum_words(line: Line) -> str:
    row, fact, points = line.indicator, line.fact, points_text(line.points)
    if fact is None:
        return points
    amount = "" if row.amount is None else number_text(row.amount)
    if row.rule is Rule.SHARE:
        return f"{fact.value} / {fact.out_of} × {points}"
    if row.rule is Rule.REST:
        return f"({fact.out_of} − {fact.value}) / {fact.out_of} × {points}"
    if row.rule is Rule.AT_LEAST:
        if row.amount is not None and fact.value >= row.amount:
            return Words("{value}，达到{amount}，满分", value=fact.value, amount=amount)
        return f"{fact.value} / {amount} × {points}"
    if row.rule is Rule.AT_MOST:
        if row.amount is not None and fact.value <= row.amount:
            return Words("{value}，没有超过{amount}，满分", value=fact.value, amount=amount)
        return Words("{value}，超过{amount}，不得分", value=fact.value, amount=amount)
    return f"{points} − {fact.value} × {amount}"
