"""A review after its meeting: problems named in a final comment, their organisations, and who works on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django_scopes import scope, scopes_disabled

from pingyi.accounts.models import Account
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation, Person
from pingyi.organisations.queries import actor_of_account
from pingyi.review.cycles.models import Cycle
from pingyi.review.meetings.domain.comment_edit import Part, Wanted
from pingyi.review.meetings.models import Sitting
from pingyi.review.meetings.services import draft_rest, write_comment
from pingyi.review.rectification.models import FollowUp, ProblemItem, Requirement, Task
from pingyi.review.rectification.services import (
    add_evidence,
    approve_plan,
    claim_problem,
    close_task,
    contest_problem,
    plan_task,
    raise_requirement,
    submit_task,
)
from tests.factories.played_once import played_once
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor

DUE = date(2026, 6, 30)
LATER = NOW + timedelta(days=1)


@dataclass
class Office:
    """`secretary` answers for the organisation of the first reporter."""

    hall: Hall
    secretary: Actor

    @property
    def institution(self) -> Institution:
        return self.hall.institution

    @property
    def cycle(self) -> Cycle:
        return self.hall.cycle

    @property
    def clerk(self) -> Actor:
        return self.hall.clerk

    @property
    def organisation(self) -> Organisation:
        return self.hall.reporters[0].organisation

    @property
    def person(self) -> Person:
        return self.hall.reporters[0].person

    def problems(self) -> list[ProblemItem]:
        with scope(institution=self.institution):
            return list(ProblemItem.objects.order_by("number"))

    @cached_property
    def leader(self) -> Actor:
        """Who approves plans."""
        return make_actor(self.institution, "leader")

    def reload(self, row: Any) -> Any:
        with scopes_disabled():
            return type(row).objects.select_related().get(pk=row.pk)


@played_once
def make_office(
    texts: Sequence[str] = ("组织生活不正常。",),
    *,
    tags: Sequence[str] = ("key_problem",),
    is_told: bool = True,
    **hall: Any,
) -> Office:
    """Problems of the first reporter, from a comment; final and the meeting ended unless it is not told yet."""
    made = make_hall(**hall)
    with scope(institution=made.institution):
        for place, reporter in enumerate([*made.reporters, *made.written], start=1):
            Organisation.objects.filter(pk=reporter.organisation_id).update(order=place)
        write_comment(
            actor=made.clerk,
            now=NOW,
            reporter=made.reporters[0],
            sentences=[Wanted(Part.PROBLEM, text, tuple(tags)) for text in texts],
            is_final=is_told,
        )
        if is_told:
            end_meeting(made)
    secretary = make_actor(made.institution, "secretary", organisation=made.reporters[0].organisation)
    return Office(made, secretary)


def end_meeting(hall: Hall) -> None:
    """The bare end of the meeting: every problem becomes a draft task, nothing else is done before it."""
    with scope(institution=hall.institution):
        draft_rest(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    with scopes_disabled():
        Sitting.objects.filter(meeting=hall.meeting).update(state="ended", ended_at=NOW)


def as_person(actor: Actor, person: Person) -> Actor:
    """The same actor, known to be this person."""
    with scopes_disabled():
        Person.objects.filter(pk=person.pk).update(account=actor.account_id)
    found = actor_of_account(Account.objects.get(pk=actor.account_id), actor.institution_id)
    assert found is not None
    return found


def claimed(office: Office, place: int = 0, now: datetime = NOW) -> ProblemItem:
    with scope(institution=office.institution):
        return claim_problem(actor=office.secretary, now=now, problem=office.problems()[place])


def contested(office: Office, reason: str = "归附属医院管。") -> ProblemItem:
    with scope(institution=office.institution):
        return contest_problem(actor=office.secretary, now=NOW, problem=office.problems()[0], reason=reason)


def planned(office: Office, place: int = 0, **fields: Any) -> Task:
    """A task on a claimed problem, its plan approved."""
    task = proposed(office, place, **fields)
    with scope(institution=office.institution):
        return approve_plan(actor=office.leader, now=fields.get("now", NOW), task=task)


def proposed(office: Office, place: int = 0, **fields: Any) -> Task:
    """A task on a claimed problem; nobody has looked at its plan yet."""
    problem = claimed(office, place)
    wanted = {
        "actor": office.secretary,
        "now": NOW,
        "measures": ["补选支部书记。", "每月第二周开支委会。"],
        "responsible": office.person,
        "department": "党委办公室",
        "starts_on": NOW.date(),
        "due_on": DUE,
        "cause": "支部书记空缺，没有人牵头。",
    }
    with scope(institution=office.institution):
        return plan_task(problem=problem, **{**wanted, **fields})


def shown(office: Office, place: int = 0, **fields: Any) -> Task:
    """A task whose plan is approved, with one piece of evidence."""
    task = planned(office, place, **fields)
    with scope(institution=office.institution):
        add_evidence(actor=office.secretary, now=LATER, task=task, note="支部党员大会记录")
    return task


def submitted(office: Office, place: int = 0, **fields: Any) -> Task:
    task = shown(office, place, **fields)
    with scope(institution=office.institution):
        return submit_task(actor=office.secretary, now=LATER, task=task, progress="书记已补选到位。")


def closed(office: Office, place: int = 0, **fields: Any) -> Task:
    task = submitted(office, place, **fields)
    with scope(institution=office.institution):
        return close_task(actor=office.clerk, now=LATER, task=task)


def asked(office: Office, number: int = 1, level: str = "college") -> FollowUp:
    """A requirement of the speech, as it reached the first organisation."""
    with scope(institution=office.institution):
        row: Requirement = raise_requirement(
            actor=office.clerk,
            now=NOW,
            meeting=office.hall.meeting,
            number=number,
            level=level,
            text=f"第{number}条要求：抓支部。",
        )
        return FollowUp.objects.select_related("organisation", "requirement").get(
            requirement=row, organisation=office.organisation
        )
