"""The guide for those who are here for the first time, and the chapters behind it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.doors.office.guide.chapters import chapter_named, chapters
from pingyi.doors.office.guide.hours import TRIALS, hours_for
from pingyi.doors.office.guide.markdown import html_of
from pingyi.doors.office.home.start import start_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.templatetags.ui import html_language
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.queries.places import CyclePlace, cycle_places
from pingyi.review.appraisal.queries.start import start_facts


def guide_parts(actor: Actor, cycles: list[CyclePlace]) -> dict[str, Any]:
    """What `_guide-parts.html` shows: first hours, trials, chapters."""
    newest = cycles[0] if cycles else None
    meeting_id = newest.meetings[0].meeting_id if newest and newest.meetings else None
    return {
        "hours": hours_for(actor, cycle_id=newest.cycle_id if newest else None, meeting_id=meeting_id),
        "trials": TRIALS,
        "chapters": chapters(html_language()),
    }


@office_page
@require_GET
def guide_show(request: OfficeRequest) -> HttpResponse:
    """For everybody, at any time; the four steps only for those who take them."""
    cycles = cycle_places()
    is_clerk = request.actor.has_role("clerk")
    start = start_of(start_facts(), cycles=len(cycles)) if is_clerk else None
    return render(request, "office/guide-show.html", {"start": start, **guide_parts(request.actor, cycles)})


@office_page
@require_GET
def guide_read(request: OfficeRequest, name: str) -> HttpResponse:
    """One chapter."""
    language = html_language()
    chapter, all_chapters = chapter_named(name, language), chapters(language)
    known = {each.name for each in all_chapters}
    body = html_of(
        chapter.text, lambda other: reverse("office:guide-read", args=[other]) if other in known else ""
    )
    return render(
        request, "office/guide-read.html", {"chapter": chapter, "body": body, "chapters": all_chapters}
    )
