"""Collection and briefs of a meeting as files. The pages that briefs point to are those of the collection made now."""

from dataclasses import dataclass
from datetime import datetime

from pingyi.core.clock import today
from pingyi.core.errors import Missing, Refused
from pingyi.documents.render.booklets import LaidOut, lay_out
from pingyi.documents.render.briefs import pdf_briefs, word_briefs
from pingyi.documents.render.files import RenderedFile
from pingyi.review.collection.documents import briefs, collection
from pingyi.review.collection.domain.materials import Materials
from pingyi.review.collection.queries.materials import materials_of
from pingyi.review.cycles.models import ReviewMeeting


@dataclass(frozen=True)
class Printing:
    """The collection as it would be printed now."""

    materials: Materials
    laid_out: LaidOut

    @property
    def pages(self) -> dict[int, int]:
        """The page on which each handed-in report begins, by reporter."""
        return {
            item.reporter_id: page
            for item, page in zip(self.materials.handed_in, self.laid_out.pages.chapters, strict=False)
        }


def collection_file(meeting: ReviewMeeting, now: datetime, *, is_word: bool) -> RenderedFile:
    """The collection as PDF or Word."""
    laid_out = _printing(meeting, now).laid_out
    return laid_out.word if is_word else laid_out.pdf


def brief_file(
    meeting: ReviewMeeting, now: datetime, *, is_word: bool, only: int | None = None
) -> RenderedFile:
    """The briefs of all reporters, or of one."""
    printing = _printing(meeting, now)
    sheet = briefs(printing.materials, printing.pages, only)
    if not sheet.briefs:
        raise Missing("这场会的名册上没有这一位。请回到材料汇编页。", code="reporter.missing")
    return word_briefs(sheet) if is_word else pdf_briefs(sheet)


def _printing(meeting: ReviewMeeting, now: datetime) -> Printing:
    materials = materials_of(meeting)
    if not materials.items:
        raise Refused("这场会还没有述职人员，没有可编的。先在“述职人员”里定名册。", code="collection.nobody")
    return Printing(materials, lay_out(collection(materials, today(now))))
