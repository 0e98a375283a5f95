"""Letters of a review: how far each is, writing the opinion, giving out, the Word files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.queries.school_templates import template_in_use
from pingyi.documents.render.packing import pack
from pingyi.documents.rules import may_keep_templates
from pingyi.doors.office.appraisal.letter_page import letter_file, letter_page
from pingyi.doors.office.appraisal.letters_bar import letters_bar
from pingyi.doors.office.appraisal.opinion_lines import opinion_parts
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.layouts.warning import in_trouble
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.appraisal.documents.kept_letter import letter_from
from pingyi.review.appraisal.documents.letter_paper import LETTER_PAPER
from pingyi.review.appraisal.domain.letter_state import LetterState
from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.appraisal.phrases import LETTER_WORDS
from pingyi.review.appraisal.queries.drafting import opinion_draft
from pingyi.review.appraisal.queries.letters import (
    LetterRow,
    latest_letter,
    latest_letters,
    letter_rows,
    letter_text,
)
from pingyi.review.appraisal.queries.opinions import as_opinion
from pingyi.review.appraisal.rules import (
    is_her_own,
    may_answer_statements,
    may_confirm_opinions,
    may_see_letters,
    may_write_letters,
)
from pingyi.review.appraisal.services import issue_letter, issue_letters, write_opinion
from pingyi.review.cycles.queries.lookup import find_cycle, find_reporter

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, Reporter

CHIPS = {
    LetterState.UNDECIDED: ("", "hourglass"),
    LetterState.UNWRITTEN: ("soon", "edit"),
    LetterState.GIVEN_BACK: ("late", "arrow-back-up"),
    LetterState.UNCONFIRMED: ("info", "hourglass"),
    LetterState.READY: ("info", "send"),
    LetterState.ISSUED: ("ok", "check"),
    LetterState.OUTDATED: ("soon", "refresh"),
}
ZIP = "application/zip"


@office_page
@require_GET
def show_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    cycle = seen_cycle(request, cycle_id)
    rows = letter_rows(cycle)
    shown = {
        "cycle": cycle,
        "rows": [(row, LETTER_WORDS[row.state], *CHIPS[row.state]) for row in rows],
        "issued": sum(row.letter is not None for row in rows),
        "opened": sum(row.opening is not None for row in rows),
        "bar": letters_bar(cycle, rows, request.actor),
        "may_write": may_write_letters(request.actor, cycle),
        "template": template_in_use(LETTER_PAPER),
        "may_keep_templates": may_keep_templates(request.actor),
        "glyph_notes": in_trouble(
            name for row in rows for name in (row.reporter.person.name, row.reporter.organisation.name)
        ),
    }
    return render(request, "office/letter-list.html", shown)


@office_page
@require_http_methods(["GET", "POST"])
def edit(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """Fields: strengths, problems, direction, grounds, version (0: nothing written yet), then=save|issue."""
    cycle = seen_cycle(request, cycle_id)
    reporter = find_reporter(cycle, reporter_id)
    if request.method != "POST":
        return one_page(request, cycle, reporter)
    sent = request.POST.dict()
    is_issued = sent.get("then") == "issue"
    try:
        write_opinion(
            actor=request.actor,
            now=now(),
            reporter=reporter,
            opinion=_opinion(sent),
            seen_version=int(sent["version"]) if sent.get("version", "").isdecimal() else 0,
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return one_page(request, cycle, reporter, sent, refusal)
    if not is_issued:
        messages.success(
            request,
            Words("{organisation}的意见存好了，等领导确认。", organisation=reporter.organisation.name),
        )
        return redirect("office:letter-edit", cycle_id, reporter_id)
    return act_and_return(
        request,
        lambda: issue_letter(actor=request.actor, now=now(), reporter=reporter),
        reverse("office:letter-list", args=[cycle_id]),
        Words("{organisation}的反馈意见发出了，书记现在看得到。", organisation=reporter.organisation.name),
    )


@office_page
@require_POST
def issue_all(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """No fields: gives out every letter that is decided, written and not given out yet."""
    cycle = find_cycle(cycle_id)
    return act_and_return(
        request,
        lambda: issue_letters(actor=request.actor, now=now(), cycle=cycle),
        reverse("office:letter-list", args=[cycle_id]),
        Words("写好的都发出了，各位书记现在看得到。"),
    )


@office_page
@require_GET
def one_file(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """The Word file of one letter as it was given out."""
    reporter = find_reporter(seen_cycle(request, cycle_id), reporter_id)
    file = letter_file(latest_letter(reporter))
    return file_answer(file.content, file.name.removesuffix(".docx"), "docx", file.media_type)


@office_page
@require_GET
def all_files(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """All letters that were given out, as one .zip of Word files."""
    cycle = seen_cycle(request, cycle_id)
    letters = latest_letters(cycle)
    if not letters:
        raise Missing(Words("还没有发出的反馈意见，没有文件可下载。"), code="letter.missing")
    files = [letter_file(letter) for letter in letters.values()]
    packed = pack({file.name: file.content for file in files})
    return file_answer(packed, file_stem(Words("反馈意见"), cycle.name), "zip", ZIP)


def seen_cycle(request: OfficeRequest, cycle_id: int) -> Cycle:
    cycle = find_cycle(cycle_id)
    if not may_see_letters(request.actor, cycle):
        raise Forbidden(Words("反馈意见由经办人和领导看；书记在“我的述职和整改”里看自己的。"))
    return cycle


def one_page(
    request: OfficeRequest,
    cycle: Cycle,
    reporter: Reporter,
    sent: Mapping[str, str] | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The letter of one person: the opinion with its sources, the preview, what went out and what was said to it.

    `sent` holds what was typed into the opinion when that was refused.
    """
    rows = letter_rows(cycle)
    row = next(one for one in rows if one.reporter.pk == reporter.pk)
    draft = opinion_draft(row.reporter, row.decision)
    said = draft.opinion
    written = as_opinion(row.opinion) if row.opinion else said
    is_changed = refusal is not None and refusal.code == "opinion.changed_meanwhile"
    is_others = not is_her_own(request.actor, reporter)
    may_write = is_others and may_write_letters(request.actor, cycle)
    may_confirm = is_others and may_confirm_opinions(request.actor, cycle)
    shown = {
        "cycle": cycle,
        "reporter": reporter,
        "row": row,
        "state_word": LETTER_WORDS[row.state],
        "chip": CHIPS[row.state],
        "opinion": _opinion(sent) if sent and "strengths" in sent else written,
        "sent": sent or {},
        "present": written if is_changed else None,
        "version": row.opinion.version if row.opinion else 0,
        "said": said,
        "faults": faults_of(refusal),
        "refusal": refusal,
        "preview": _preview(row, written),
        "issued": letter_page(letter_from(row.letter.content)) if row.letter else None,
        "following": _following(rows, reporter, may_write=may_write),
        "may_write": may_write,
        "may_confirm": may_confirm and row.opinion is not None and row.verdict is None,
        "may_answer": is_others and may_answer_statements(request.actor, cycle),
        "parts": opinion_parts(written, draft),
    }
    return render(request, "office/letter-edit.html", shown, status=refusal.status if refusal else 200)


def _following(rows: list[LetterRow], reporter: Reporter, *, may_write: bool) -> LetterRow | None:
    """The next one with something to do: for the clerk to write or to give out again, for the leader to confirm."""
    waiting = (
        (LetterState.UNWRITTEN, LetterState.GIVEN_BACK, LetterState.OUTDATED)
        if may_write
        else (LetterState.UNCONFIRMED,)
    )
    return next((one for one in rows if one.state in waiting and one.reporter.pk != reporter.pk), None)


def _preview(row: LetterRow, opinion: Opinion) -> object:
    """The letter as it would be given out today; None while the grade is open or when it is out as it is."""
    if row.decision is None or row.state is LetterState.ISSUED:
        return None
    return letter_page(letter_text(row.reporter, row.decision, opinion, issued_on=today(now())))


def _opinion(sent: Mapping[str, str]) -> Opinion:
    return Opinion(
        sent.get("strengths", ""),
        sent.get("problems", ""),
        sent.get("direction", ""),
        grounds=sent.get("grounds", ""),
    )
