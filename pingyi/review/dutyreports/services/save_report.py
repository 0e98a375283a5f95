from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.kept import Reason
from pingyi.review.dutyreports.domain.length import clean_text
from pingyi.review.dutyreports.domain.states import ReportState, is_writable
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.dutyreports.queries import answers_of, sections_of
from pingyi.review.dutyreports.queries.versions import as_it_stands
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services.keep_version import keep_if_due, keep_version
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report, refuse_archived
from pingyi.review.dutyreports.services.take_in_problems import take_in_problems
from pingyi.review.rectification.models import ProblemItem

# A text this long was not typed by anybody: it is refused before it is kept. The limit of the plan is far below.
LONGEST_FIELD = 60_000
LONGEST_HEADING = 60


@transaction.atomic
def save_report(
    *,
    actor: Actor,
    now: datetime,
    report: DutyReport,
    seen_version: int,
    texts: Mapping[int, str],
    answers: Mapping[int, str],
    headings: Mapping[int, str] | None = None,
    keeps_version: bool = True,
) -> DutyReport:
    """Keep what was written: texts and headings by place of the section, answers by number of the problem.

    What is not named stays. `seen_version` is the version that the writer started from: who would write over somebody
    else's words is refused and nothing changes. Saving the same again changes nothing, in any state. What is saved
    stays as a version, unless another act keeps it.
    """
    row = hold_report(report.pk)
    if not may_write_report(actor, row.reporter):
        raise Forbidden(Words("述职报告由述职的书记本人写。"))
    changed = changes_of(row, texts=texts, answers=answers, headings=headings or {})
    if changed.is_empty:
        if keeps_version:
            _keep_on_asking(actor, now, row)
        return row
    refuse_unwritable(row)
    if seen_version != row.version:
        raise Refused(
            Words("您打开这一页以后，报告在别处改过，没有保存。您写的还在下面，对照现在存着的再保存。"),
            code="report.changed_meanwhile",
        )
    keep_if_due(now=now, report=row, before=as_it_stands(row))
    write_changes(row, changed, actor, now)
    if keeps_version:
        _keep_on_asking(actor, now, row)
    record_act(actor=actor, now=now, report=row, verb="report.saved", payload={"version": row.version})
    return row


def _keep_on_asking(actor: Actor, now: datetime, row: DutyReport) -> None:
    """Who presses the button wants this state to be found again."""
    if is_writable(row.state):
        keep_version(actor_id=actor.account_id, now=now, report=row, reason=Reason.SAVED)


@dataclass(frozen=True)
class Changes:
    """The sections as they should stand and the answers by problem, only those that differ."""

    sections: tuple[ReportSection, ...]
    answers: Mapping[int, str]

    @property
    def is_empty(self) -> bool:
        return not self.sections and not self.answers


def changes_of(
    row: DutyReport, *, texts: Mapping[int, str], answers: Mapping[int, str], headings: Mapping[int, str]
) -> Changes:
    """What would change; refused where a text cannot be kept."""
    return Changes(tuple(_changed_sections(row, texts, headings)), _changed_answers(row, answers))


def changes_by_name(row: DutyReport, texts: Mapping[str, str]) -> Changes:
    """The same, with the names of the form's fields: text-N, heading-N, answer-ID."""
    kinds: dict[str, dict[int, str]] = {"text": {}, "answer": {}, "heading": {}}
    for name, text in texts.items():
        kind, _, number = name.partition("-")
        kinds[kind][int(number)] = text
    return changes_of(row, texts=kinds["text"], answers=kinds["answer"], headings=kinds["heading"])


def write_changes(row: DutyReport, changed: Changes, actor: Actor, now: datetime) -> None:
    """Inside the caller's transaction, on a report that is held."""
    for section in changed.sections:
        section.save(update_fields=["heading", "text"])
    take_in_problems(row)
    for problem_id, text in changed.answers.items():
        ProblemAnswer.objects.update_or_create(
            report=row,
            problem_id=problem_id,
            defaults={"text": text},
            create_defaults={"text": text, "institution_id": row.institution_id},
        )
    row.version += 1
    row.saved_at, row.saved_by_id = now, actor.account_id
    row.save(update_fields=["version", "saved_at", "saved_by"])


def _changed_sections(
    row: DutyReport, texts: Mapping[int, str], headings: Mapping[int, str]
) -> list[ReportSection]:
    """The sections as they should stand, only those that differ."""
    sections = {section.sequence: section for section in sections_of(row)}
    changed = {}
    for place, text in texts.items():
        section = _section(sections, place)
        wanted = checked_text(text, f"text-{place}")
        if section.text != wanted:
            section.text = wanted
            changed[place] = section
    for place, heading in headings.items():
        section = _section(sections, place)
        wanted = " ".join(clean_text(heading).split())
        if not wanted or len(wanted) > LONGEST_HEADING:
            raise Refused(
                Words(
                    "第{place}节的小标题要写，{longest_heading}个字以内，没有保存。",
                    place=place,
                    longest_heading=LONGEST_HEADING,
                ),
                code="report.heading",
                field=f"heading-{place}",
            )
        if section.heading != wanted:
            section.heading = wanted
            changed[place] = section
    return list(changed.values())


def _section(sections: Mapping[int, ReportSection], place: int) -> ReportSection:
    if place not in sections:
        raise Missing(Words("报告里没有这一节，没有保存。请刷新这一页。"), code="report.section_missing")
    return sections[place]


def _changed_answers(row: DutyReport, answers: Mapping[int, str]) -> dict[int, str]:
    """The answers that differ from what stands there, all of them to problems that exist."""
    lines = {line.problem.pk: line for line in answers_of(row)}
    changed = {}
    for problem_id, text in answers.items():
        wanted = checked_text(text, f"answer-{problem_id}")
        if wanted != (lines[problem_id].text if problem_id in lines else ""):
            changed[problem_id] = wanted
    _refuse_strange(row, changed.keys() - lines.keys())
    return changed


def _refuse_strange(row: DutyReport, problem_ids: set[int]) -> None:
    """A problem that was settled meanwhile may still be answered; one that was taken back or is another's may not."""
    known = ProblemItem.objects.filter(
        pk__in=problem_ids,
        organisation=row.reporter.organisation_id,
        cycle__convenor=row.reporter.cycle.convenor_id,
        cycle__year__lt=row.reporter.cycle.year,
    ).values_list("pk", flat=True)
    strange = problem_ids - set(known)
    if strange:
        raise Refused(
            Words("您回答的一个问题刚刚从清单上撤下了，没有保存。您写的还在下面，挪到别的地方再保存。"),
            code="report.problem_gone",
            field=f"answer-{min(strange)}",
        )


def checked_text(text: str, field: str) -> str:
    """The text as it is kept; refused at its field if nobody can have typed so much."""
    cleaned = clean_text(text)
    if len(cleaned) > LONGEST_FIELD:
        raise Refused(
            Words(
                "这一处超过{longest_field:,}字，没有保存。请看看是不是粘贴错了。", longest_field=LONGEST_FIELD
            ),
            code="report.field_too_long",
            field=field,
        )
    return cleaned


def refuse_unwritable(row: DutyReport) -> None:
    """Nothing is written into a report that was handed in, or in a cycle that is archived."""
    refuse_archived(row)
    if not is_writable(row.state):
        is_in = row.state == ReportState.SUBMITTED
        raise Refused(
            Words("报告已经交上去了，正在审，没有改动。要改请经办人退回。")
            if is_in
            else Words("报告已经通过，没有改动。要改请经办人退回。"),
            code=f"report.{row.state}",
        )
