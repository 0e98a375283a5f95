from datetime import datetime

from django.db import IntegrityError, transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.cycles.services.plan_lock import lock_draft

FIRST_YEAR = 2010


@transaction.atomic
def start_cycle(*, actor: Actor, now: datetime, convenor: Organisation, year: int, name: str = "") -> Cycle:
    """Begin one year's review by one convenor: once per convenor and year. Leaves a draft without meetings."""
    if not may_prepare(actor, convenor):
        raise Forbidden
    _check_year(year, now)
    try:
        with transaction.atomic():
            cycle: Cycle = Cycle.objects.create(
                institution_id=actor.institution_id,
                convenor=convenor,
                year=year,
                name=_name(name, year),
            )
    except IntegrityError as clash:
        raise _already(convenor, year) from clash
    record_event(
        institution_id=actor.institution_id,
        verb="cycle.started",
        actor_id=actor.account_id,
        subject=cycle,
        now=now,
        payload={"convenor": convenor.name, "year": year, "name": cycle.name},
    )
    return cycle


@transaction.atomic
def rename_cycle(*, actor: Actor, now: datetime, cycle: Cycle, name: str, year: int) -> Cycle:
    """Correct the name or the year of a draft."""
    draft = lock_draft(actor, cycle.pk)
    _check_year(year, now)
    draft.name, draft.year = _name(name, year), year
    try:
        with transaction.atomic():
            draft.save(update_fields=["name", "year"])
    except IntegrityError as clash:
        raise _already(draft.convenor, year) from clash
    record_event(
        institution_id=actor.institution_id,
        verb="cycle.renamed",
        actor_id=actor.account_id,
        subject=draft,
        now=now,
        payload={"name": draft.name, "year": year},
    )
    return draft


def _name(name: str, year: int) -> str:
    words = " ".join(name.split()) or Words("{year}年度党组织书记抓基层党建工作述职评议", year=year)
    longest = Cycle._meta.get_field("name").max_length or 0
    if len(words) > longest:
        raise Refused(
            Words("名称太长，有{words}个字。请缩到{longest}个字以内。", words=len(words), longest=longest),
            code="cycle.name_long",
            field="name",
        )
    return words


def _check_year(year: int, now: datetime) -> None:
    latest = today(now).year + 1
    if not FIRST_YEAR <= year <= latest:
        raise Refused(
            Words(
                "{year}年度不对。填被评议的那一年，{first_year}到{latest}之间。",
                year=year,
                first_year=FIRST_YEAR,
                latest=latest,
            ),
            code="cycle.year",
            field="year",
        )


def _already(convenor: Organisation, year: int) -> Refused:
    return Refused(
        Words(
            "{convenor}{year}年度的评议已经建好了，没有再建。请从首页打开它。",
            convenor=convenor.name,
            year=year,
        ),
        code="cycle.exists",
        field="year",
    )
