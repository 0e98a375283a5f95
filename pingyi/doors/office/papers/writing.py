"""One paper before it goes out: the preview, what is missing, the clerk's words, giving it out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.documents.domain.official import HeadForm
from pingyi.documents.queries import active_series, find_series, next_numbers
from pingyi.documents.render import html
from pingyi.documents.render.files import pdf_file
from pingyi.doors.office.layouts.warning import trouble_in
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import (
    PDF,
    WORD,
    address,
    gap_links,
    rendered_answer,
    seen_target,
)
from pingyi.doors.office.sent_fields import faults_of, number_in, sent_day
from pingyi.review.papers.domain.draft import Draft
from pingyi.review.papers.own_layout import word_paper
from pingyi.review.papers.phrases import KIND_WORDS
from pingyi.review.papers.queries import newest_issued, present_paper
from pingyi.review.papers.rules import may_write_papers
from pingyi.review.papers.services import drop_draft, issue_paper, save_draft
from pingyi.review.papers.services.issue_paper import official

if TYPE_CHECKING:
    from pingyi.documents.domain.tree import Document
    from pingyi.documents.models import NumberSeries
    from pingyi.review.papers.queries import Present, Target

FIELDS = ("title", "addressee", "body", "copy_to", "note", "secrecy", "urgency")


@office_page
@require_GET
def show(request: OfficeRequest, cycle_id: int, paper_kind: str, planned_id: int) -> HttpResponse:
    return _page(request, seen_target(request, cycle_id, paper_kind, planned_id))


@office_page
@require_http_methods(["GET", "POST"])
def edit(request: OfficeRequest, cycle_id: int, paper_kind: str, planned_id: int) -> HttpResponse:
    """POST `title` `addressee` `body` `copy_to` `note` `secrecy` `urgency`, `version` (0: not edited yet)."""
    target = seen_target(request, cycle_id, paper_kind, planned_id)
    if not may_write_papers(request.actor, target.cycle):
        raise Forbidden(Words("公文由经办人写、由经办人发。"))
    if request.method != "POST":
        return _editor(request, target)
    sent = request.POST.dict()
    draft = Draft(**{name: sent.get(name, "") for name in FIELDS})
    try:
        save_draft(
            actor=request.actor,
            now=now(),
            target=target,
            draft=draft,
            seen_version=number_in(sent.get("version", "")),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _editor(request, target, draft, refusal)
    messages.success(request, Words("{kind_words}存好了。", kind_words=KIND_WORDS[target.kind]))
    return redirect(address("paper-show", target))


@office_page
@require_POST
def drop(request: OfficeRequest, cycle_id: int, paper_kind: str, planned_id: int) -> HttpResponse:
    """No fields: the clerk's words go, the paper reads as the rows make it."""
    target = seen_target(request, cycle_id, paper_kind, planned_id)
    return act_and_return(
        request,
        lambda: drop_draft(actor=request.actor, now=now(), target=target),
        address("paper-show", target),
        Words("照现在的方案和名单重新写好了，原来改的不再保留。"),
    )


@office_page
@require_POST
def issue(request: OfficeRequest, cycle_id: int, paper_kind: str, planned_id: int) -> HttpResponse:
    """POST `series`, `form` (document, letter), `issued_on`, `signatory`, `copy_number`, `with_blanks`, `version`."""
    target = seen_target(request, cycle_id, paper_kind, planned_id)
    sent = request.POST.dict()
    try:
        paper = issue_paper(
            actor=request.actor,
            now=now(),
            target=target,
            series=_chosen(sent) if target.is_numbered else None,
            issued_on=sent_day(sent, "issued_on") or today(now()),
            seen_version=number_in(sent.get("version", "")),
            with_blanks=bool(sent.get("with_blanks")),
            signatory=sent.get("signatory", "")[:20],
            form=_form_in(sent),
            copy_number=sent.get("copy_number", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, target, sent, refusal)
    messages.success(request, Words("《{title}》发出了，文件和文号都留了底。", title=paper.title))
    return redirect("office:paper-issued", target.cycle.pk, paper.pk)


@office_page
@require_GET
def draft_file(
    request: OfficeRequest, cycle_id: int, paper_kind: str, planned_id: int, paper_file: str
) -> HttpResponse:
    """`paper_file` is docx or pdf: the paper as it stands, its number still open."""
    target = seen_target(request, cycle_id, paper_kind, planned_id)
    asked = request.GET.dict()
    document = _with_head(present_paper(target), _series_in(asked), _form_in(asked))
    if paper_file == WORD:
        return rendered_answer(word_paper(target.kind, document))
    if paper_file == PDF:
        return rendered_answer(pdf_file(document))
    raise Missing(Words("没有这种文件，只有 Word 和 PDF。"), code="file.missing")


def _chosen(sent: Mapping[str, str]) -> NumberSeries | None:
    number = number_in(sent.get("series", ""))
    return find_series(number) if number else None


def _series_in(sent: Mapping[str, str]) -> NumberSeries | None:
    """The letterhead that the page asks for; the first one where it names none."""
    chosen = _chosen(sent)
    return chosen or next(iter(active_series()), None)


def _form_in(sent: Mapping[str, str]) -> HeadForm:
    return HeadForm.LETTER if sent.get("form") == HeadForm.LETTER else HeadForm.DOCUMENT


def _with_head(present: Present, series: NumberSeries | None, form: HeadForm) -> Document:
    """The paper under its letterhead with the number left open."""
    if series is None or not present.target.is_numbered:
        return present.document
    day = today(now())
    return official(
        present, series, Words("{code}〔{year}〕　　号", code=series.code, year=day.year), day, form=form
    )


def _page(
    request: OfficeRequest,
    target: Target,
    sent: Mapping[str, str] | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    present = present_paper(target)
    asked = sent or request.GET.dict()
    series, form = _series_in(asked), _form_in(asked)
    day = today(now())
    upcoming = next_numbers(day) if target.is_numbered else {}
    shown = {
        "cycle": target.cycle,
        "target": target,
        "planned_id": target.meeting.pk if target.meeting else 0,
        "word": KIND_WORDS[target.kind],
        "present": present,
        "issued": newest_issued(target.cycle, target.kind, target.meeting),
        "page": mark_safe(html.render(_with_head(present, series, form))),  # noqa: S308 - our own renderer escapes
        "gaps": gap_links(target.cycle, present.built.gaps),
        "glyph_notes": trouble_in(present.document),
        "letterheads": [(one, upcoming.get(one.pk, "")) for one in active_series()],
        "series": series,
        "form": form.value,
        "sent": sent or {},
        "today": day,
        "faults": faults_of(refusal),
        "refusal": refusal,
        "may_write": may_write_papers(request.actor, target.cycle),
    }
    return render(request, "office/paper-show.html", shown, status=refusal.status if refusal else 200)


def _editor(
    request: OfficeRequest, target: Target, draft: Draft | None = None, refusal: Refused | None = None
) -> HttpResponse:
    present = present_paper(target)
    is_changed = refusal is not None and refusal.code == "paper.changed_meanwhile"
    shown = {
        "cycle": target.cycle,
        "target": target,
        "planned_id": target.meeting.pk if target.meeting else 0,
        "word": KIND_WORDS[target.kind],
        "present": present,
        "draft": draft or present.draft,
        "theirs": present.draft if is_changed else None,
        "faults": faults_of(refusal),
        "refusal": refusal,
    }
    return render(request, "office/paper-edit.html", shown, status=refusal.status if refusal else 200)
