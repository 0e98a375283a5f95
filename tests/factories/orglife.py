"""A college with two branches and everybody who works with its organisational life."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django_scopes import scope

from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Member
from pingyi.ledgers.orglife.services import ActivityContent, record_activity
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation, Person
from tests.factories.world import NOW, make_actor, make_institution, make_organisation, make_person

BRANCH: dict[str, Any] = {"kind": Organisation.Kind.BRANCH}


@dataclass
class LedgerWorld:
    institution: Institution
    root: Organisation
    college: Organisation
    first: Organisation
    second: Organisation
    people: list[Person]
    clerk: Actor
    leader: Actor
    secretary: Actor
    branch_secretary: Actor
    stranger: Actor


def make_ledger_world() -> LedgerWorld:
    institution = make_institution()
    root = make_organisation(institution, "学校党委", unit_kind="university")
    college = make_organisation(institution, "护理学院党委", parent=root)
    other = make_organisation(institution, "数学学院党委", parent=root)
    first = make_organisation(institution, "第一党支部", parent=college, order=1, **BRANCH)
    second = make_organisation(institution, "第二党支部", parent=college, order=2, **BRANCH)
    make_organisation(institution, "第三党支部", parent=other, **BRANCH)
    people = [
        make_person(institution, name, staff_number=f"00{n}", organisation=first)
        for n, name in enumerate(("林晓", "陈明", "王芳"), start=1)
    ]
    return LedgerWorld(
        institution,
        root,
        college,
        first,
        second,
        people,
        clerk=make_actor(institution, "clerk"),
        leader=make_actor(institution, "leader"),
        secretary=make_actor(institution, "secretary", organisation=college),
        branch_secretary=make_actor(institution, "secretary", organisation=first),
        stranger=make_actor(institution, "secretary", organisation=other),
    )


def make_activity(world: LedgerWorld, **fields: Any) -> Activity:
    """A committee meeting of the first branch, written by its secretary; other fields as given."""
    organisation = fields.pop("organisation", world.first)
    actor, now = fields.pop("actor", world.branch_secretary), fields.pop("now", NOW)
    content: dict[str, Any] = {
        "kind": Kind.COMMITTEE,
        "happened_on": date(2026, 1, 12),
        "topic": "研究发展党员",
        **fields,
    }
    with scope(institution=world.institution):
        return record_activity(
            actor=actor, now=now, organisation=organisation, content=ActivityContent(**content)
        )


def make_members(world: LedgerWorld, *people: Person, **fields: Any) -> None:
    days: dict[str, Any] = {"admitted_on": date(2010, 3, 8), "full_on": date(2011, 3, 8), **fields}
    with scope(institution=world.institution):
        for person in people or world.people:
            Member.objects.create(institution=world.institution, person=person, **days)
