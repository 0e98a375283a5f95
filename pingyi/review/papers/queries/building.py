"""A paper as it stands: built from the rows, with a clerk's words over it where there are some."""

from dataclasses import dataclass, replace

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.documents.domain.blanks import Built, blanks_in
from pingyi.documents.domain.papertext import tables_of, unknown_tables
from pingyi.documents.domain.tree import Document
from pingyi.review.appraisal.documents.circular import circular
from pingyi.review.appraisal.documents.situation import situation_report
from pingyi.review.appraisal.queries.circular import circular_facts
from pingyi.review.appraisal.queries.situation import situation_of
from pingyi.review.cycles.documents import notice, plan
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.cycles.queries.paper_facts import meeting_facts, review_facts
from pingyi.review.genealogy.queries.carried import asked_before, carried_facts
from pingyi.review.meetings.documents import agenda_paper, host_script
from pingyi.review.meetings.queries.paper_facts import meeting_agenda
from pingyi.review.papers.domain.draft import Draft, digest_of, document_of, draft_of
from pingyi.review.papers.domain.kinds import NUMBERED, OF_MEETING, Kind
from pingyi.review.papers.models import PaperDraft


@dataclass(frozen=True)
class Target:
    """Which paper: of a review, or of one of its meetings."""

    cycle: Cycle
    kind: Kind
    meeting: ReviewMeeting | None = None

    def __post_init__(self) -> None:
        if (self.kind in OF_MEETING) != (self.meeting is not None):
            raise Missing(Words("没有这种公文。请从“公文”里打开。"), code="paper.missing")

    @property
    def is_numbered(self) -> bool:
        return self.kind in NUMBERED


@dataclass(frozen=True)
class Present:
    """The paper now. `row` is the clerk's draft if there is one; `is_behind`: the rows have changed since."""

    target: Target
    built: Built
    draft: Draft
    document: Document
    row: PaperDraft | None
    digest: str

    @property
    def version(self) -> int:
        return self.row.version if self.row else 0

    @property
    def is_behind(self) -> bool:
        return self.row is not None and self.row.basis != self.digest

    @property
    def blanks(self) -> int:
        return blanks_in(self.document)

    @property
    def unknown_tables(self) -> list[str]:
        return unknown_tables(self.draft.body, tables_of(self.built.document))


def built_paper(target: Target) -> Built:
    """The paper as the rows make it."""
    if target.kind is Kind.CIRCULAR:
        return circular(circular_facts(target.cycle))
    if target.kind is Kind.REPORT:
        return situation_report(situation_of(target.cycle))
    review = review_facts(target.cycle)
    if target.meeting is None:
        return plan(
            replace(review, carried=carried_facts(target.cycle), asked_before=asked_before(target.cycle))
        )
    meeting = meeting_facts(target.meeting, review, meetings_of(target.cycle))
    if target.kind is Kind.NOTICE:
        return notice(review, meeting)
    agenda = meeting_agenda(target.meeting, review, meeting)
    return agenda_paper(agenda) if target.kind is Kind.AGENDA else host_script(agenda)


def present_paper(target: Target) -> Present:
    """The paper with the clerk's words over it."""
    built = built_paper(target)
    row = draft_row(target)
    draft = _as_draft(row) if row else draft_of(built)
    document = document_of(built, draft) if row else built.document
    return Present(target, built, draft, document, row, digest_of(built))


def draft_row(target: Target) -> PaperDraft | None:
    """The clerk's draft, or None."""
    found: PaperDraft | None = (
        PaperDraft.objects.filter(cycle=target.cycle, meeting=target.meeting, kind=target.kind)
        .select_related("saved_by")
        .first()
    )
    return found


def _as_draft(row: PaperDraft) -> Draft:
    return Draft(row.title, row.addressee, row.body, row.copy_to, row.note, row.secrecy, row.urgency)
