"""The bar of the next step on the pages about passages that are alike. It accuses nobody."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.review.dutyreports.domain.states import is_writable

if TYPE_CHECKING:
    from pingyi.review.dutyreports.queries.likeness import Found

ONLY_YOU = Words("现在只有您自己看得到。")
LATER = Words("交上去以后，审的人看得到这些段落和您的说明。不影响得分。")


@dataclass(frozen=True)
class Bar:
    """`act`: "compare" (a button that compares), "write" (a link to the report), or nothing."""

    title: str
    effect: str
    act: str = ""


def author_bar(found: "Found", *, is_stale: bool) -> Bar:
    """For the author: compare, look, change or explain as she thinks right."""
    can_write = is_writable(found.report.state)
    seen_by = ONLY_YOU if can_write else Words("报告已经交上，审的人也看得到。不影响得分。")
    if found.check is None:
        return Bar(
            Words("比一比，看哪些段落和往年、和别的单位的文字相近"),
            Words("几秒钟。{seen_by}", seen_by=seen_by),
            "compare",
        )
    if is_stale:
        return Bar(
            Words("报告改过，或者又有单位交了，再比一次"),
            Words("下面是上一次比的。{seen_by}", seen_by=seen_by),
            "compare",
        )
    if not found.passages:
        return Bar(
            Words("没有找到相近的段落"),
            Words("接着写，或者交上去。") if can_write else Words("不用做什么。"),
            "write",
        )
    count = len(found.passages)
    if can_write:
        return Bar(
            Words("这{count}段与别处的文字相近，请看看是否需要更新", count=count),
            Words("改不改由您定，也可以写一句说明。{later}", later=LATER),
            "write",
        )
    return Bar(Words("这{count}段与别处的文字相近，可以写一句说明", count=count), seen_by)


def examiner_bar(found: "Found", *, is_stale: bool) -> Bar:
    """For who examines: the machine only puts texts side by side."""
    if found.check is None:
        return Bar(
            Words("这份报告还没有比过"),
            Words("和本单位近三年的、别的单位交上来的报告比，几秒钟。"),
            "compare",
        )
    if is_stale:
        return Bar(
            Words("报告改过，或者又有单位交了，再比一次"),
            Words("下面是上一次比的，可能和现在的文字对不上。"),
            "compare",
        )
    if not found.passages:
        return Bar(Words("没有找到相近的段落"), Words("接着审这份报告。"), "read")
    words = Words(
        "书记说明了{noted} / {passages}段。是不是问题由您看，不影响得分。",
        noted=found.noted,
        passages=len(found.passages),
    )
    return Bar(Words("对照看看这{passages}段", passages=len(found.passages)), words, "read")


def list_bar(handed_in: int, compared: int, stale: int, *, has_texts: bool) -> Bar:
    """For the list of a cycle."""
    if not has_texts:
        return Bar(Words("等单位交报告"), Words("有单位交了，就可以比。没有交的，书记自己可以先比、先看。"))
    if compared < handed_in:
        words = Words(
            "交来{handed_in}份，比过{compared} / {handed_in}份。别的事照常办，比完这里自动显示。",
            handed_in=handed_in,
            compared=compared,
        )
        return Bar(Words("比一比交来的{handed_in}份报告", handed_in=handed_in), words, "compare")
    if stale:
        return Bar(
            Words("再比一次"),
            Words("{stale} / {handed_in}份比过以后又有变化。", stale=stale, handed_in=handed_in),
            "compare",
        )
    return Bar(Words("都比过了，审报告时对照着看"), Words("相近不等于有问题，看段落和书记的说明。"))
