"""Collection and briefs of a meeting as files. The pages that briefs point to are those of the collection made now."""

from dataclasses import replace
from datetime import datetime

from pingyi.core.clock import today
from pingyi.core.errors import Missing, Refused
from pingyi.core.words import Words
from pingyi.documents.domain.booklet import PageNumbers
from pingyi.documents.render.booklets import Bound, pdf_booklet, word_booklet
from pingyi.documents.render.briefs import pdf_briefs, word_briefs
from pingyi.documents.render.files import RenderedFile
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.collection.documents import briefs, collection
from pingyi.review.collection.domain.materials import Materials
from pingyi.review.collection.queries.materials import materials_of
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.duties.queries import tallies_of


def collection_file(meeting: ReviewMeeting, now: datetime, *, is_word: bool) -> RenderedFile:
    """The collection as PDF or Word."""
    return _bound(_materials(meeting), now, is_word=is_word).file


def brief_file(
    meeting: ReviewMeeting, now: datetime, *, is_word: bool, only: int | None = None
) -> RenderedFile:
    """The briefs of all reporters, or of one. Those in Word point into the Word file, those in PDF into the PDF."""
    materials = _with_duties(_materials(meeting), meeting, now)
    pages = _pages(materials, _bound(materials, now, is_word=is_word).pages)
    sheet = briefs(materials, pages, only)
    if not sheet.briefs:
        raise Missing(Words("这场会的名册上没有这一位。请回到材料汇编页。"), code="reporter.missing")
    return word_briefs(sheet) if is_word else pdf_briefs(sheet)


def _materials(meeting: ReviewMeeting) -> Materials:
    materials = materials_of(meeting)
    if not materials.items:
        raise Refused(
            Words("这场会还没有述职人员，没有可编的。先在“述职人员”里定名册。"), code="collection.nobody"
        )
    return materials


def _with_duties(materials: Materials, meeting: ReviewMeeting, now: datetime) -> Materials:
    """With the counts of the secretaries' responsibility lists. Six queries."""
    units = dict(Reporter.objects.filter(meeting=meeting).values_list("pk", "organisation_id"))
    at = reckoning_on(today(now), meeting.institution_id)
    counts = tallies_of(meeting.cycle, at, units.values())
    items = (replace(item, duties=counts.get(units[item.reporter_id])) for item in materials.items)
    return replace(materials, items=tuple(items))


def _bound(materials: Materials, now: datetime, *, is_word: bool) -> Bound:
    booklet = collection(materials, today(now))
    return word_booklet(booklet) if is_word else pdf_booklet(booklet)


def _pages(materials: Materials, numbers: PageNumbers) -> dict[int, int]:
    """The page on which each handed-in report begins, by reporter; the page of missing ones is no report."""
    return {item.reporter_id: page for item, page in zip(materials.handed_in, numbers.chapters, strict=False)}
