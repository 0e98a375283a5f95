"""The kept versions of a report, and the report as it stands in the same shape."""

from collections.abc import Mapping

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.dutyreports.domain.kept import Kept, KeptAnswer, KeptSection, Reason
from pingyi.review.dutyreports.models import DutyReport, ReportVersion
from pingyi.review.dutyreports.queries.reading import answers_of, sections_of

# What those see who read a report but do not write it: not how it came about, only what was handed in.
FOR_READERS = (Reason.HANDED_IN, Reason.RETURNED)


def as_it_stands(report: DutyReport) -> Kept:
    """Every text of the report now, also the answers that are still empty. Three queries."""
    return Kept(
        tuple(KeptSection(one.sequence, one.heading, one.part, one.text) for one in sections_of(report)),
        tuple(KeptAnswer(line.problem.pk, line.name, line.text) for line in answers_of(report)),
    )


def texts_of(kept: Kept) -> dict[str, str]:
    """Texts by the names of the form's fields."""
    found = {f"answer-{one.problem_id}": one.text for one in kept.answers}
    for section in kept.sections:
        found[f"heading-{section.sequence}"] = section.heading
        found[f"text-{section.sequence}"] = section.text
    return found


def headings_of(kept: Kept) -> Mapping[int, str]:
    return {one.sequence: one.heading for one in kept.sections}


def versions_of(report: DutyReport, *, is_writer: bool) -> list[ReportVersion]:
    """The kept versions without their texts, the latest first. One query."""
    rows = ReportVersion.objects.filter(report=report).select_related("kept_by").defer("content")
    if not is_writer:
        rows = rows.filter(reason__in=FOR_READERS)
    return list(rows.order_by("-number"))


def find_version(report: DutyReport, number: int, *, is_writer: bool) -> ReportVersion:
    rows = ReportVersion.objects.filter(report=report, number=number).select_related("kept_by")
    if not is_writer:
        rows = rows.filter(reason__in=FOR_READERS)
    version: ReportVersion | None = rows.first()
    if version is None:
        raise Missing(Words("没有留下这一版。请回到“各版”里看有哪些。"), code="version.missing")
    return version
