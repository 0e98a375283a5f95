"""Who examines at which level below the clerks."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, RoleAssignment
from pingyi.organisations.services.assign_role import assign_role
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.services.plan_lock import lock_plan
from pingyi.review.dutyreports.domain.levels import level_names
from pingyi.review.dutyreports.models import Examiner
from pingyi.review.dutyreports.rules import may_set_reports


@transaction.atomic
def name_examiner(
    *,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    level: str,
    account_id: int,
    organisation: Organisation | None,
) -> Examiner:
    """Let an account examine at a level, the reports of one organisation or of all. It gets the examiner's role too, so
    that it finds its page. The same twice changes nothing; nobody is named for the own organisation.
    """
    row = _allowed(actor, cycle)
    names = level_names(settings_of(row).report_levels)
    if level not in names[:-1]:
        raise Refused(
            Words("没有这一级，或者这一级由经办人审。请从列表里选。"), code="examiner.level", field="level"
        )
    roles = list(RoleAssignment.objects.filter(account=account_id).select_related("account"))
    if not roles or not roles[0].account.is_active:
        raise Refused(
            Words("没有这个账号，或者停用了。请从列表里选。"), code="examiner.account", field="account"
        )
    account = roles[0].account
    if organisation is not None and any(one.organisation_id == organisation.pk for one in roles):
        raise Refused(
            Words(
                "{display_name}是{organisation}的书记，不能审自己单位的报告。请指定别人。",
                display_name=account.display_name,
                organisation=organisation.name,
            ),
            code="examiner.own",
            field="account",
        )
    examiner, is_new = Examiner.objects.get_or_create(
        institution_id=row.institution_id, cycle=row, level=level, account=account, organisation=organisation
    )
    if is_new:
        assign_role(actor=actor, account=account, role=RoleAssignment.Role.EXAMINER, now=now)
        _record("examiner.named", examiner, actor, now)
    return examiner


@transaction.atomic
def dismiss_examiner(*, actor: Actor, now: datetime, cycle: Cycle, examiner_id: int) -> None:
    """Take an examiner off a level. What she said stays in the history."""
    row = _allowed(actor, cycle)
    examiner = (
        Examiner.objects.filter(pk=examiner_id, cycle=row).select_related("account", "organisation").first()
    )
    if examiner is None:
        raise Missing(Words("这一位已经去掉了。请刷新这一页。"), code="examiner.missing")
    _record("examiner.dismissed", examiner, actor, now)
    examiner.delete()


def _allowed(actor: Actor, cycle: Cycle) -> Cycle:
    row = lock_plan(actor, cycle.pk)
    if not may_set_reports(actor, row):
        raise Forbidden(Words("审核人由经办人指定。"))
    if row.state == Cycle.State.ARCHIVED:
        raise Refused(Words("这一轮已经归档，不能再改。"), code="cycle.archived")
    return row


def _record(verb: str, examiner: Examiner, actor: Actor, now: datetime) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=examiner,
        now=now,
        payload={
            "name": examiner.account.display_name,
            "level": examiner.level,
            "organisation": examiner.organisation.name if examiner.organisation else "",
        },
    )
