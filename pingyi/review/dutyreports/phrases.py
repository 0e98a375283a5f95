"""The words of what a duty report lacks."""

from collections.abc import Mapping

from pingyi.review.dutyreports.domain.completeness import Fault, FaultKind


def field_of_fault(fault: Fault) -> str:
    """The input of the report's form that a fault belongs to."""
    if fault.kind == FaultKind.TOO_LONG:
        return "length"
    return f"{'answer' if fault.kind == FaultKind.UNANSWERED else 'text'}-{fault.place}"


def words_of_fault(fault: Fault, headings: Mapping[int, str], problems: Mapping[int, str]) -> str:
    """What is missing and what to do; headings by place in the report, names of problems by number of the row."""
    if fault.kind == FaultKind.UNANSWERED:
        return f"{problems[fault.place]}还没有回答。写清改了什么、改到哪一步。"
    if fault.kind == FaultKind.EMPTY_SECTION:
        return f"“{headings[fault.place]}”这一节还空着。"
    return f"全文多了{fault.place:,}字，删减到限定的字数以内。"
