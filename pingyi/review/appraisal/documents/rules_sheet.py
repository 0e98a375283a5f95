"""The rules of the calculation in words, so that the workbook can be checked without the system."""

from pingyi.documents.domain.sheets import Sheet, SheetColumn
from pingyi.review.appraisal.documents.figures import DENOMINATOR_WORDS, GRADES, percent, version_line
from pingyi.review.appraisal.documents.summary_facts import ResultsSummary
from pingyi.review.appraisal.domain.number import exact_text
from pingyi.review.appraisal.domain.rules import EmptyCategory

_EMPTY_WORDS = {
    EmptyCategory.REDISTRIBUTE: "没有可计分的票的类别，权重由其他类别按比例分摊",
    EmptyCategory.FAIL: "有权重的类别没有可计分的票时，不计算",
}


def rules_sheet(summary: ResultsSummary) -> Sheet:
    """One line per rule."""
    rules, words = summary.rules, summary.grade_words
    names = {one.id: one.name for one in summary.classes}
    points = rules.grade_points
    rows = [
        ("每票分值", "，".join(f"{word}{exact_text(getattr(points, key))}分" for key, word in GRADES)),
        ("类别得分的分母", DENOMINATOR_WORDS[rules.denominator]),
        *(
            (f"类别{one.id}的权重", f"{percent(one.weight)}　{names.get(one.id, '')}")
            for one in rules.categories
        ),
        ("空类别", _EMPTY_WORDS[rules.empty_category]),
        (
            "综合得分的组成",
            "，".join(
                f"{word}{percent(share)}"
                for word, share in (
                    ("测评", rules.composite.ballot),
                    ("日常考核", rules.composite.daily),
                    ("领导评价", rules.composite.leader),
                )
            ),
        ),
        (
            "分数段",
            "，".join(
                f"{words.get(band.name, band.name)}：{exact_text(band.bound)}分及以上" for band in rules.bands
            )
            + "（达到几段的取最高一段）",
        ),
        ("不评第一等次的最低比例", f"{percent(rules.min_non_good_share)}，人数向上取整；只提醒，不自动降等"),
        ("显示的小数位数", f"{rules.display_decimals}位，四舍五入；名次和等次用精确值"),
        ("规则指纹（SHA-256）", summary.fingerprint),
    ]
    return Sheet(
        name="规则",
        title=f"{summary.review}计分规则",
        subtitles=(version_line(summary),),
        columns=(SheetColumn("项目", 24), SheetColumn("内容", 90)),
        rows=tuple(rows),
    )
