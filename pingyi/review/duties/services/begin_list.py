"""Lists are laid out from the template of the year and from what the year before left open."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Body, Organisation, Person
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.incumbents import incumbents, organisations_under_review
from pingyi.review.duties.domain.carrying import lay_out
from pingyi.review.duties.domain.entries import Holder, Part, Strand
from pingyi.review.duties.domain.rows import Row
from pingyi.review.duties.domain.standing import Standing
from pingyi.review.duties.models import DutyItem, DutyList, DutyMeasure, DutyTask
from pingyi.review.duties.queries.lookup import lists
from pingyi.review.duties.queries.readings import Entry, read_list
from pingyi.review.duties.queries.templates import template_of
from pingyi.review.duties.services.locks import lock_year
from pingyi.review.duties.services.record import record_about_list
from pingyi.review.rectification.models import Task


@dataclass(frozen=True)
class Whose:
    """Whose list it is; `person` answers for its entries unless the clerk writes somebody else."""

    organisation: Organisation
    person: Person | None
    body: Body | None = None

    @property
    def holder(self) -> Holder:
        return Holder.BODY if self.body else Holder.SECRETARY


@transaction.atomic
def begin_secretary_lists(*, actor: Actor, now: datetime, cycle: Cycle) -> int:
    """Lay out a list for every secretary in post who has none yet; says how many. Where nobody is in post none."""
    year = lock_year(actor, cycle.pk)
    organisations = organisations_under_review(year.convenor, year.year)
    present = set(
        DutyList.objects.filter(cycle=year, body__isnull=True).values_list("organisation", flat=True)
    )
    in_post = incumbents([one for one in organisations if one.pk not in present], year.year)
    for found in in_post.values():
        _begin(actor, now, year, Whose(found.organisation, found.person))
    return len(in_post)


@transaction.atomic
def begin_body_list(*, actor: Actor, now: datetime, cycle: Cycle, body: Body) -> DutyList:
    """Lay out the list of one body of the convenor or of an organisation under review. Twice gives the first."""
    year = lock_year(actor, cycle.pk)
    present: DutyList | None = DutyList.objects.filter(cycle=year, body=body).first()
    if present is not None:
        return present
    organisation = body.organisation
    reviewed = organisations_under_review(year.convenor, year.year)
    if organisation.pk not in {year.convenor_id, *(one.pk for one in reviewed)}:
        raise Refused(
            Words("{body}不在这一轮的单位里，没有列清单。", body=body.name),
            code="duty_list.elsewhere",
            field="body",
        )
    found = incumbents([organisation], year.year).get(organisation.pk)
    return _begin(actor, now, year, Whose(organisation, found.person if found else None, body))


def _begin(actor: Actor, now: datetime, cycle: Cycle, whose: Whose) -> DutyList:
    duty_list: DutyList = DutyList.objects.create(
        institution_id=cycle.institution_id,
        cycle=cycle,
        organisation=whose.organisation,
        person=None if whose.body else whose.person,
        body=whose.body,
        created_by_id=actor.account_id,
        created_at=now,
    )
    carried = _write_entries(duty_list, whose, _left_open(cycle, whose, now))
    _take_over_tasks(carried)
    _take_over_measures(carried)
    record_about_list(
        actor, now, duty_list, "duty_list.begun", items=duty_list.items.count(), carried=len(carried)
    )
    return duty_list


def _write_entries(duty_list: DutyList, whose: Whose, left_open: list[Entry]) -> dict[int, DutyItem]:
    """All entries of the new list; gives those that go on from an earlier one, by its number."""
    before = {one.item.pk: one for one in left_open}
    rows = [
        Row(0, Part(one.item.part), Strand(one.item.strand), one.item.text, item_id=pk)
        for pk, one in before.items()
    ]
    carried: dict[int, DutyItem] = {}
    template = template_of(duty_list.cycle, whose.holder)
    for place, laid in enumerate(lay_out(template.rows, rows), start=1):
        item = DutyItem(
            institution_id=duty_list.institution_id,
            duty_list=duty_list,
            sequence=place,
            part=laid.row.part,
            strand=laid.row.strand,
            text=laid.row.text,
            due_on=laid.row.due_on,
            responsible=whose.person,
        )
        if laid.carried_id is not None:
            earlier = before[laid.carried_id]
            item.carried_from, item.stage_at_start = earlier.item, earlier.stage
            carried[laid.carried_id] = item
        item.save()
    return carried


def _left_open(cycle: Cycle, whose: Whose, now: datetime) -> list[Entry]:
    """What the newest list in force of an earlier year has not done: of the same body, or of the organisation's
    secretary, whoever that was."""
    earlier = lists().filter(
        cycle__convenor=cycle.convenor_id, cycle__year__lt=cycle.year, state=DutyList.State.ISSUED
    )
    same = earlier.filter(organisation=whose.organisation, body=whose.body)
    newest = same.order_by("-cycle__year").first()
    if newest is None:
        return []
    return [
        one
        for one in read_list(newest, reckoning_on(today(now), cycle.institution_id)).standing
        if one.standing is not Standing.DONE
    ]


def _take_over_tasks(carried: dict[int, DutyItem]) -> None:
    """Tasks that are still open hang on the new entry too."""
    links = DutyTask.objects.filter(item__in=carried).exclude(task__state=Task.State.CLOSED)
    DutyTask.objects.bulk_create(
        DutyTask(institution_id=one.institution_id, item=carried[one.item_id], task_id=one.task_id)
        for one in links
    )


def _take_over_measures(carried: dict[int, DutyItem]) -> None:
    """The same numbers of the ledgers tell of the new entry, for its own year."""
    links = DutyMeasure.objects.filter(item__in=carried)
    DutyMeasure.objects.bulk_create(
        DutyMeasure(institution_id=one.institution_id, item=carried[one.item_id], measure=one.measure)
        for one in links
    )
