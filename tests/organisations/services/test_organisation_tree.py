"""Organisations are created, renamed, moved and dissolved; their paths follow."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.organisations.models import Organisation, Post
from pingyi.organisations.services.aliases import add_alias, remove_alias
from pingyi.organisations.services.organisation_state import dissolve_organisation, revise_organisation
from pingyi.organisations.services.organisation_tree import (
    create_organisation,
    move_organisation,
    rename_organisation,
)
from tests.factories.world import NOW, make_actor, make_institution, make_organisation, make_secretary

pytestmark = pytest.mark.django_db


class Campus:
    """A university committee with two colleges, one of which has a branch."""

    def __init__(self) -> None:
        self.institution = make_institution()
        self.clerk = make_actor(self.institution, "clerk")
        self.root = make_organisation(self.institution, "学校党委", code="U")
        self.nursing = make_organisation(self.institution, "护理学院党委", parent=self.root, code="D01")
        self.law = make_organisation(self.institution, "法学院党总支", parent=self.root, code="D02")
        self.branch = make_organisation(self.institution, "第一党支部", parent=self.nursing, kind="branch")

    def paths(self) -> list[str]:
        return list(Organisation.objects.order_by("path").values_list("path", flat=True))


@pytest.fixture
def campus() -> Iterator[Campus]:
    here = Campus()
    with scope(institution=here.institution):
        yield here


def verbs() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_a_new_organisation_stands_below_its_parent(campus: Campus) -> None:
    made = create_organisation(
        actor=campus.clerk,
        now=NOW,
        name=" 新 学院党委",
        kind="committee",
        unit_kind="college",
        parent=campus.root,
        code="D03",
    )
    assert (made.path, made.parent, made.code) == ("学校党委/新 学院党委", campus.root, "D03")
    assert verbs() == ["organisation.created"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "护理 学院党委"}, "organisation.name_taken"),
        ({"name": ""}, "organisation.no_name"),
        ({"name": "甲/乙"}, "organisation.bad_name"),
        ({"name": "甲；乙"}, "organisation.bad_name"),
        ({"kind": "club"}, "organisation.bad_kind"),
        ({"unit_kind": "club"}, "organisation.bad_unit_kind"),
        ({"code": "D02"}, "organisation.code_taken"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    campus: Campus, fields: dict[str, str], code: str
) -> None:
    before = campus.paths()
    wishes: dict[str, Any] = {"name": "新学院党委", "kind": "committee", **fields}
    with pytest.raises(Refused) as refusal:
        create_organisation(actor=campus.clerk, now=NOW, parent=campus.root, **wishes)
    assert (refusal.value.code, campus.paths(), verbs()) == (code, before, [])


def test_a_rename_takes_the_branches_along_and_keeps_the_old_name_as_alias(campus: Campus) -> None:
    rename_organisation(actor=campus.clerk, now=NOW, organisation=campus.nursing, name="护理与健康学院党委")
    assert campus.paths() == [
        "学校党委",
        "学校党委/护理与健康学院党委",
        "学校党委/护理与健康学院党委/第一党支部",
        "学校党委/法学院党总支",
    ]
    assert list(campus.nursing.aliases.values_list("name", "is_dual_name")) == [("护理学院党委", False)]
    assert verbs() == ["organisation.renamed"]


def test_the_same_name_again_changes_and_records_nothing(campus: Campus) -> None:
    rename_organisation(actor=campus.clerk, now=NOW, organisation=campus.nursing, name="护理学院党委")
    assert verbs() == []


def test_a_rename_does_not_touch_a_neighbour_whose_name_begins_alike(campus: Campus) -> None:
    other = make_organisation(campus.institution, "护理学院党委二", parent=campus.root)
    rename_organisation(
        actor=campus.clerk, now=NOW, organisation=campus.nursing, name="甲党委", is_old_name_kept=False
    )
    other.refresh_from_db()
    assert (other.path, campus.nursing.aliases.count()) == ("学校党委/护理学院党委二", 0)


def test_a_move_takes_the_branches_along(campus: Campus) -> None:
    move_organisation(actor=campus.clerk, now=NOW, organisation=campus.nursing, parent=campus.law)
    campus.branch.refresh_from_db()
    assert campus.branch.path == "学校党委/法学院党总支/护理学院党委/第一党支部"
    move_organisation(actor=campus.clerk, now=NOW, organisation=campus.nursing, parent=None)
    campus.branch.refresh_from_db()
    assert campus.branch.path == "护理学院党委/第一党支部"
    assert verbs() == ["organisation.moved", "organisation.moved"]


@pytest.mark.parametrize("below", ["nursing", "branch"])
def test_nothing_can_be_hung_below_itself(campus: Campus, below: str) -> None:
    before = campus.paths()
    with pytest.raises(Refused) as refusal:
        move_organisation(
            actor=campus.clerk, now=NOW, organisation=campus.nursing, parent=getattr(campus, below)
        )
    assert (refusal.value.code, campus.paths()) == ("organisation.circle", before)


def test_a_move_onto_a_taken_name_is_refused(campus: Campus) -> None:
    make_organisation(campus.institution, "第一党支部", parent=campus.law, kind="branch")
    with pytest.raises(Refused) as refusal:
        move_organisation(actor=campus.clerk, now=NOW, organisation=campus.branch, parent=campus.law)
    assert refusal.value.code == "organisation.name_taken"


def test_correcting_writes_and_records_only_what_differs(campus: Campus) -> None:
    same: dict[str, Any] = {
        "code": "D01",
        "kind": "committee",
        "unit_kind": "college",
        "order": 0,
        "founded_on": None,
    }
    revise_organisation(actor=campus.clerk, now=NOW, organisation=campus.nursing, **same)
    assert verbs() == []
    revise_organisation(
        actor=campus.clerk, now=NOW, organisation=campus.nursing, **{**same, "code": "D09", "order": 4}
    )
    campus.nursing.refresh_from_db()
    assert (campus.nursing.code, campus.nursing.order, verbs()) == ("D09", 4, ["organisation.revised"])
    with pytest.raises(Refused, match="代码 D02 已经是“法学院党总支”的"):
        revise_organisation(
            actor=campus.clerk, now=NOW, organisation=campus.nursing, **{**same, "code": "D02"}
        )


def test_dissolving_ends_the_posts_that_are_still_held(campus: Campus) -> None:
    person = make_secretary(campus.law)
    dissolve_organisation(actor=campus.clerk, now=NOW, organisation=campus.law, on=date(2025, 9, 1))
    campus.law.refresh_from_db()
    assert campus.law.dissolved_on == date(2025, 9, 1)
    assert [post.ended_on for post in Post.objects.filter(person=person)] == [date(2025, 9, 1)]
    with pytest.raises(Refused, match="已经撤销"):
        dissolve_organisation(actor=campus.clerk, now=NOW, organisation=campus.law, on=date(2025, 9, 1))


def test_what_still_has_branches_cannot_be_dissolved(campus: Campus) -> None:
    with pytest.raises(Refused, match=r"下面还有 1 个组织（第一党支部）") as refusal:
        dissolve_organisation(actor=campus.clerk, now=NOW, organisation=campus.nursing, on=date(2025, 9, 1))
    assert refusal.value.code == "organisation.has_children"


def test_dissolved_before_founded_is_refused(campus: Campus) -> None:
    campus.law.founded_on = date(2020, 1, 1)
    campus.law.save()
    with pytest.raises(Refused) as refusal:
        dissolve_organisation(actor=campus.clerk, now=NOW, organisation=campus.law, on=date(2019, 9, 1))
    assert refusal.value.code == "organisation.too_early"


def test_other_names_come_and_go(campus: Campus) -> None:
    alias = add_alias(
        actor=campus.clerk, now=NOW, organisation=campus.law, name="法学院总支", is_dual_name=True
    )
    for known in ("法学院 总支", "法学院党总支"):
        with pytest.raises(Refused) as refusal:
            add_alias(actor=campus.clerk, now=NOW, organisation=campus.law, name=known)
        assert refusal.value.code == "alias.known"
    remove_alias(actor=campus.clerk, now=NOW, alias=alias)
    assert (campus.law.aliases.count(), verbs()) == (0, ["alias.added", "alias.removed"])


def test_organisations_of_another_institution_are_out_of_reach(campus: Campus) -> None:
    foreign = make_organisation(make_institution())
    with pytest.raises(Missing):
        create_organisation(actor=campus.clerk, now=NOW, name="甲", kind="branch", parent=foreign)
    with pytest.raises(Missing):
        rename_organisation(actor=campus.clerk, now=NOW, organisation=foreign, name="乙")


@pytest.mark.parametrize("role", ["leader", "scrutineer", "counter"])
def test_only_clerks_write(campus: Campus, role: str) -> None:
    with pytest.raises(Forbidden):
        create_organisation(actor=make_actor(campus.institution, role), now=NOW, name="甲", kind="branch")
    assert len(campus.paths()) == 4
