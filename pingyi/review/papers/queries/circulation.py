"""The range of a circular: who reads it, who would, what a secretary may read."""

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import RoleAssignment
from pingyi.review.cycles.domain.settings import PublishReaders
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.reporters import reporters_of_cycle
from pingyi.review.papers.domain.range import Range, Reader, range_of
from pingyi.review.papers.models import CircularReader, IssuedPaper


def circular_range(paper: IssuedPaper) -> Range:
    """Who may read this circular by the settings of its review, and who reads it already. Four queries."""
    rows = CircularReader.objects.filter(circulation__paper=paper)
    present = [
        Reader(row.organisation_id, row.account_id, row.organisation.name, row.account.display_name)
        for row in rows.select_related("organisation", "account")
    ]
    asked = settings_of(paper.cycle).publish_readers
    if asked == PublishReaders.NOBODY:
        return range_of((), present, ())
    return _wanted(paper.cycle, present, everybody=asked == PublishReaders.SECRETARIES)


def _wanted(cycle: Cycle, present: list[Reader], *, everybody: bool) -> Range:
    """Secretaries who can sign in: of all organisations, or of those of the review."""
    reporters = {row.organisation_id: row for row in reporters_of_cycle(cycle)}
    rows = RoleAssignment.objects.filter(
        role=RoleAssignment.Role.SECRETARY, account__is_active=True, organisation__isnull=False
    ).select_related("account", "organisation")
    wanted = [
        Reader(row.organisation_id, row.account_id, row.organisation.name, row.account.display_name)
        for row in rows
        if row.organisation is not None
        and row.organisation_id is not None
        and (everybody or row.organisation_id in reporters)
    ]
    reached = {one.organisation_id for one in wanted}
    silent = [row.organisation.name for pk, row in reporters.items() if pk not in reached]
    return range_of(wanted, present, silent)


def circulars_for(actor: Actor) -> list[IssuedPaper]:
    """The circulars that were opened to this secretary for an organisation that is still hers, the newest first; void
    ones are not among them. One query."""
    rows = IssuedPaper.objects.filter(
        circulation__readers__account=actor.account_id,
        circulation__readers__organisation__in=actor.organisation_ids,
        voiding=None,
    )
    return list(rows.select_related("cycle", "circulation", "word", "pdf").distinct().order_by("-pk"))


def find_circular(actor: Actor, paper_id: int) -> IssuedPaper:
    """One of them; missing for everybody else, so that nobody learns what is out."""
    for paper in circulars_for(actor):
        if paper.pk == paper_id:
            return paper
    raise Missing(
        Words("没有给您看的通报，或者还没有通报。通报以后在“我的述职和整改”里看得到。"),
        code="circular.missing",
    )
