from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person
from pingyi.review.cycles.domain.settings import BallotScope
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.cycles.queries.settings import settings_of
from pingyi.review.cycles.services.agenda_order import next_place, renumber
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there


@transaction.atomic
def add_reporter(
    *,
    actor: Actor,
    now: datetime,
    meeting: ReviewMeeting,
    organisation: Organisation,
    person: Person,
    title_text: str,
    is_acting: bool = False,
) -> Reporter:
    """Put one organisation with the person who reports for it on the roster, in writing, behind the others."""
    draft = lock_draft(actor, meeting.cycle_id)
    meeting = still_there(meeting)
    title = _title(title_text)
    try:
        with transaction.atomic():
            reporter: Reporter = Reporter.objects.create(
                institution_id=draft.institution_id,
                cycle=draft,
                meeting=meeting,
                organisation=organisation,
                person=person,
                title_text=title,
                is_acting=is_acting,
                mode=Reporter.Mode.WRITTEN,
                is_voted_on=settings_of(draft).ballot_scope == BallotScope.ALL,
                order=next_place(meeting),
            )
    except IntegrityError as clash:
        raise Refused(
            Words(
                "{organisation}已经在名册上，没有再加。换人请在它那一行改。", organisation=organisation.name
            ),
            code="reporter.exists",
            field="organisation",
        ) from clash
    _record(actor, now, "reporter.added", reporter)
    return reporter


@transaction.atomic
def change_reporter(
    *, actor: Actor, now: datetime, reporter: Reporter, person: Person, title_text: str, is_acting: bool
) -> Reporter:
    """Let another person report for the same organisation, or correct the title."""
    lock_draft(actor, reporter.cycle_id)
    reporter = still_there(reporter)
    reporter.person, reporter.title_text, reporter.is_acting = person, _title(title_text), is_acting
    reporter.save(update_fields=["person", "title_text", "is_acting"])
    _record(actor, now, "reporter.changed", reporter)
    return reporter


@transaction.atomic
def remove_reporter(*, actor: Actor, now: datetime, reporter: Reporter) -> None:
    """Take an organisation off the roster. Refused once a duty report or a comment hangs on it."""
    lock_draft(actor, reporter.cycle_id)
    reporter = still_there(reporter)
    # The report would vanish with its reporter; it is asked for by name because reports lie above cycles.
    if Reporter.objects.filter(pk=reporter.pk, report__isnull=False).exists():
        raise Refused(
            Words(
                "{organisation}的述职报告已经开始写，没有撤下。不参加测评的，去掉“测评”的勾；换人在它那一行改。",
                organisation=reporter.organisation.name,
            ),
            code="reporter.has_report",
        )
    _record(actor, now, "reporter.removed", reporter)
    meeting = reporter.meeting
    try:
        reporter.delete()
    except ProtectedError as use:
        raise Refused(
            Words(
                "{organisation}已经排进议程或有了点评，不能撤下。", organisation=reporter.organisation.name
            ),
            code="reporter.in_use",
        ) from use
    renumber(meeting)


def _title(text: str) -> str:
    title = text.strip()
    longest = Reporter._meta.get_field("title_text").max_length or 0
    if not title or len(title) > longest:
        raise Refused(
            Words("写职务，例如“党委书记”，{longest}个字以内。", longest=longest),
            code="reporter.title",
            field="title_text",
        )
    return title


def _record(actor: Actor, now: datetime, verb: str, reporter: Reporter) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=reporter,
        now=now,
        payload={
            "organisation": reporter.organisation_id,
            "person": reporter.person_id,
            "title": reporter.title_text,
            "is_acting": reporter.is_acting,
        },
    )
