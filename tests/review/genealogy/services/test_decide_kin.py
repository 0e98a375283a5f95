from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.review.genealogy.models import FieldWordList, KinDecision
from pingyi.review.genealogy.queries.field_words import field_words
from pingyi.review.genealogy.services import decide_kin, write_field_words
from pingyi.review.rectification.models import ProblemItem
from tests.factories.faults import Years, make_years
from tests.factories.world import NOW, make_actor, make_cycle, make_organisation

CLOSED = ProblemItem.State.CLOSED


@pytest.fixture
def years(db: None) -> Years:
    return make_years()


def verbs(years: Years) -> list[str]:
    found = Event.objects.filter(verb__regex="^(kin|problem.rec|field_w)")
    return list(found.order_by("pk").values_list("verb", flat=True))


def rows(years: Years) -> list[KinDecision]:
    with scope(institution=years.office.institution):
        return list(KinDecision.objects.order_by("pk"))


def test_a_decision_stands_with_who_and_when_and_once_for_both_ways_round(years: Years) -> None:
    old, new = years.problem(2024, "党费收缴不及时。"), years.problem(2026, "党费迟交。")
    years.decide(new, old)
    years.decide(old, new)
    (row,) = rows(years)
    assert (row.first_id, row.second_id, row.is_same) == (old.pk, new.pk, True)
    assert (row.decided_by_id, row.decided_at) == (years.clerk.account_id, NOW)
    assert verbs(years) == ["kin.confirmed"]


def test_a_decision_can_be_taken_the_other_way(years: Years) -> None:
    old, new = years.problem(2024, "党费收缴不及时。"), years.problem(2026, "党费迟交。")
    years.decide(new, old)
    years.decide(new, old, is_same=False)
    assert [row.is_same for row in rows(years)] == [False]
    assert verbs(years) == ["kin.confirmed", "kin.rejected"]


def test_that_a_struck_off_fault_has_come_again_is_kept_with_who_had_signed(years: Years) -> None:
    old, new = years.problem(2024, "党费收缴不及时。", state=CLOSED), years.problem(2026, "党费迟交。")
    years.decide(new, old)
    assert verbs(years) == ["kin.confirmed", "problem.recurred"]
    event = Event.objects.get(verb="problem.recurred")
    assert event.payload.body["before"] == "2024-001"
    assert event.payload.body["closed_by"] == "组织科 林"
    old.refresh_from_db()
    assert old.state == CLOSED


def test_another_unit_or_one_that_is_open_has_not_come_again(years: Years) -> None:
    new = years.problem(2026, "党费迟交。")
    years.decide(new, years.problem(2024, "党费不及时。", 1, CLOSED), years.problem(2024, "迟交党费。"))
    assert verbs(years) == ["kin.confirmed", "kin.confirmed"]


def test_what_follows_from_other_decisions_cannot_be_decided_against(years: Years) -> None:
    first, second, third = (years.problem(year, "党费迟交。") for year in (2023, 2024, 2026))
    years.decide(second, first)
    years.decide(third, second)
    with pytest.raises(Refused, match="经过别的问题连在一起"):
        years.decide(third, first, is_same=False)
    years.decide(third, second, is_same=False)
    with pytest.raises(Refused, match=r"2024-001 .*和2026-001 .*有关的判断相反"):
        years.decide(third, first)
    assert [row.is_same for row in rows(years)] == [True, False]


@pytest.mark.parametrize("case", ["same place", "withdrawn", "nothing", "other convenor"])
def test_what_does_not_fit_is_refused_and_nothing_changes(years: Years, case: str) -> None:
    new = years.problem(2026, "党费迟交。")
    others: list[int] = []
    if case == "same place":
        others = [years.problem(2026, "迟交党费。").pk]
    if case == "withdrawn":
        others = [years.problem(2024, "迟交党费。", state=ProblemItem.State.WITHDRAWN).pk]
    if case == "other convenor":
        institution = years.office.institution
        with scope(institution=institution):
            cycle = make_cycle(institution, make_organisation(institution, "另一个党委"), year=2024)
            fields: dict[str, Any] = {"number": 1, "text": "迟交。", "source": "comment", "raised_at": NOW}
            other = ProblemItem.objects.create(
                institution=institution, cycle=cycle, organisation=years.unit(0), **fields
            )
        others = [other.pk]
    with scope(institution=years.office.institution), pytest.raises((Refused, Missing)):
        decide_kin(actor=years.clerk, now=NOW, problem=new, other_ids=others, is_same=True)
    assert (rows(years), verbs(years)) == ([], [])


@pytest.mark.parametrize("role", ["leader", "secretary", "scrutineer"])
def test_only_the_clerk_decides(years: Years, role: str) -> None:
    old, new = years.problem(2024, "党费收缴不及时。"), years.problem(2026, "党费迟交。")
    actor = make_actor(
        years.office.institution, role, organisation=years.unit(0) if role == "secretary" else None
    )
    with scope(institution=years.office.institution):
        with pytest.raises(Forbidden):
            decide_kin(actor=actor, now=NOW, problem=new, other_ids=[old.pk], is_same=True)
        with pytest.raises(Forbidden):
            write_field_words(actor=actor, now=NOW, text="党费、缴费")


def test_the_database_keeps_each_pair_once_and_in_order(years: Years) -> None:
    old, new = years.problem(2024, "党费收缴不及时。"), years.problem(2026, "党费迟交。")
    years.decide(new, old)
    fields: dict[str, Any] = {
        "institution": years.office.institution,
        "is_same": True,
        "decided_by_id": years.clerk.account_id,
        "decided_at": NOW,
    }
    with scope(institution=years.office.institution):
        with pytest.raises(IntegrityError), transaction.atomic():
            KinDecision.objects.create(first=old, second=new, **fields)
        with pytest.raises(IntegrityError), transaction.atomic():
            KinDecision.objects.create(first=new, second=old, **fields)


def test_the_own_list_of_words_takes_the_place_of_the_first_one(years: Years) -> None:
    with scope(institution=years.office.institution):
        assert len(field_words()) > 40
        write_field_words(actor=years.clerk, now=NOW, text="党费 缴费\n\n述职、汇报")
        write_field_words(actor=years.clerk, now=NOW, text="党费、缴费\n述职，汇报")
        assert field_words() == (("党费", "缴费"), ("述职", "汇报"))
        with pytest.raises(Refused, match="第2行只有“述职”一个词"):
            write_field_words(actor=years.clerk, now=NOW, text="党费、缴费\n述职")
        with pytest.raises(Refused, match="不在2到20个字之间"):
            write_field_words(actor=years.clerk, now=NOW, text="党、党费")
        with pytest.raises(Refused, match="超过300行"):
            write_field_words(actor=years.clerk, now=NOW, text="党费、缴费\n" * 301)
        with pytest.raises(Refused, match="超过20000字"):
            write_field_words(actor=years.clerk, now=NOW, text="费" * 20_001)
        assert FieldWordList.objects.count() == 1
    assert verbs(years) == ["field_words.written"]
