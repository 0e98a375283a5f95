"""The bar of the next step on the pages about passages that are alike. It accuses nobody."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.review.dutyreports.domain.states import is_writable

if TYPE_CHECKING:
    from pingyi.review.dutyreports.queries.likeness import Found

ONLY_YOU = "现在只有您自己看得到。"
LATER = "交上去以后，审的人看得到这些段落和您的说明。不影响得分。"


@dataclass(frozen=True)
class Bar:
    """`act`: "compare" (a button that compares), "write" (a link to the report), or nothing."""

    title: str
    effect: str
    act: str = ""


def author_bar(found: "Found", *, is_stale: bool) -> Bar:
    """For the author: compare, look, change or explain as she thinks right."""
    can_write = is_writable(found.report.state)
    seen_by = ONLY_YOU if can_write else "报告已经交上，审的人也看得到。不影响得分。"
    if found.check is None:
        return Bar("比一比，看哪些段落和往年、和别的单位的文字相近", f"几秒钟。{seen_by}", "compare")
    if is_stale:
        return Bar("报告改过，或者又有单位交了，再比一次", f"下面是上一次比的。{seen_by}", "compare")
    if not found.passages:
        return Bar("没有找到相近的段落", "接着写，或者交上去。" if can_write else "不用做什么。", "write")
    count = len(found.passages)
    if can_write:
        return Bar(
            f"这{count}段与别处的文字相近，请看看是否需要更新",
            f"改不改由您定，也可以写一句说明。{LATER}",
            "write",
        )
    return Bar(f"这{count}段与别处的文字相近，可以写一句说明", seen_by)


def examiner_bar(found: "Found", *, is_stale: bool) -> Bar:
    """For who examines: the machine only puts texts side by side."""
    if found.check is None:
        return Bar("这份报告还没有比过", "和本单位近三年的、别的单位交上来的报告比，几秒钟。", "compare")
    if is_stale:
        return Bar(
            "报告改过，或者又有单位交了，再比一次", "下面是上一次比的，可能和现在的文字对不上。", "compare"
        )
    if not found.passages:
        return Bar("没有找到相近的段落", "接着审这份报告。", "read")
    words = f"书记说明了{found.noted} / {len(found.passages)}段。是不是问题由您看，不影响得分。"
    return Bar(f"对照看看这{len(found.passages)}段", words, "read")


def list_bar(handed_in: int, compared: int, stale: int, *, has_texts: bool) -> Bar:
    """For the list of a cycle."""
    if not has_texts:
        return Bar("等单位交报告", "有单位交了，就可以比。没有交的，书记自己可以先比、先看。")
    if compared < handed_in:
        words = f"交来{handed_in}份，比过{compared} / {handed_in}份。别的事照常办，比完这里自动显示。"
        return Bar(f"比一比交来的{handed_in}份报告", words, "compare")
    if stale:
        return Bar("再比一次", f"{stale} / {handed_in}份比过以后又有变化。", "compare")
    return Bar("都比过了，审报告时对照着看", "相近不等于有问题，看段落和书记的说明。")
