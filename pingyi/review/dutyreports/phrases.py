"""The words of what a duty report lacks."""

from collections.abc import Mapping

from pingyi.core.words import Words
from pingyi.review.dutyreports.domain.completeness import Fault, FaultKind


def field_of_fault(fault: Fault) -> str:
    """The input of the report's form that a fault belongs to."""
    if fault.kind in {FaultKind.TOO_LONG, FaultKind.LOW_SHARE}:
        return "length" if fault.kind == FaultKind.TOO_LONG else "share"
    return f"{'answer' if fault.kind == FaultKind.UNANSWERED else 'text'}-{fault.place}"


def words_of_fault(fault: Fault, headings: Mapping[int, str], problems: Mapping[int, str]) -> str:
    """What is missing and what to do; headings by place in the report, names of problems by number of the row."""
    if fault.kind == FaultKind.UNANSWERED:
        return Words("{problems}还没有回答。写清改了什么、改到哪一步。", problems=problems[fault.place])
    if fault.kind == FaultKind.EMPTY_SECTION:
        return Words("“{headings}”这一节还空着。", headings=headings[fault.place])
    if fault.kind == FaultKind.SECTION_TOO_LONG:
        return Words(
            "“{headings}”这一节多了{excess:,}字，删减到这一节限定的字数以内。",
            headings=headings[fault.place],
            excess=fault.excess,
        )
    if fault.kind == FaultKind.LOW_SHARE:
        return Words(
            "问题和原因的篇幅照现在的全文差{place:,}字。把问题和原因写具体，或者删减别处。", place=fault.place
        )
    return Words("全文多了{place:,}字，删减到限定的字数以内。", place=fault.place)
