"""A secretary says and shows; somebody else checks."""

from dataclasses import replace
from fractions import Fraction

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.review.daily.models import SelfAssessment, SelfEvidence
from pingyi.review.daily.services import check_assessment, remove_evidence, return_assessment
from tests.factories.daily import PHOTO, Daily, make_daily, own_row
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def daily() -> Daily:
    made = make_daily()
    made.chosen()
    return made


def give_back(daily: Daily, row: SelfAssessment, reason: str = "佐证不清楚") -> SelfAssessment:
    with scope(institution=daily.institution):
        return return_assessment(actor=daily.clerk, now=NOW, assessment=row, reason=reason)


def evidence(daily: Daily) -> list[SelfEvidence]:
    with scope(institution=daily.institution):
        return list(SelfEvidence.objects.select_related("assessment"))


def test_she_keeps_a_draft_and_hands_it_in_later(daily: Daily) -> None:
    kept = daily.assess("6", words="", file=None, is_handed_in=False)
    assert kept.state == "draft"
    handed = daily.assess("8")
    assert (handed.pk, handed.state, handed.asked_numerator) == (kept.pk, "submitted", 8)


def test_without_words_or_evidence_it_is_not_handed_in(daily: Daily) -> None:
    with pytest.raises(Refused, match="做了什么"):
        daily.assess(words=" ")
    with pytest.raises(Refused, match="还没有佐证"):
        daily.assess(file=None)
    with scope(institution=daily.institution):
        assert not SelfAssessment.objects.exists()


def test_she_may_say_that_nothing_was_done(daily: Daily) -> None:
    assert daily.assess("0", file=None, words="今年没有做。").state == "submitted"


def test_more_points_than_there_are_are_refused(daily: Daily) -> None:
    with pytest.raises(Refused, match="满分还高"):
        daily.assess("10.5", is_handed_in=False)
    row = daily.assess("8", is_handed_in=False)
    with scope(institution=daily.institution), pytest.raises(DatabaseError), transaction.atomic():
        SelfAssessment.objects.filter(pk=row.pk).update(asked_numerator=11)


def test_a_second_click_hands_in_once_and_changes_are_refused_while_it_waits(daily: Daily) -> None:
    first = daily.assess()
    assert daily.assess(file=None).pk == first.pk
    with pytest.raises(Refused, match="已经交了"):
        daily.assess("9", file=None)
    with pytest.raises(Refused, match="已经交了"):
        daily.assess(file=replace(PHOTO, name="又一张.png"))
    assert len(evidence(daily)) == 1


def test_the_same_file_twice_lies_there_once(daily: Daily) -> None:
    daily.assess(is_handed_in=False)
    daily.assess(is_handed_in=False)
    assert len(evidence(daily)) == 1


def test_a_file_that_is_none_is_refused(daily: Daily) -> None:
    with pytest.raises(Refused, match="扩展名"):
        daily.assess(file=replace(PHOTO, content=b"<script>"))


def test_evidence_is_taken_back_only_while_it_is_open(daily: Daily) -> None:
    daily.assess(is_handed_in=False)
    (file,) = evidence(daily)
    with scope(institution=daily.institution):
        with pytest.raises(Forbidden):
            remove_evidence(actor=daily.clerk, now=NOW, evidence=file)
        remove_evidence(actor=daily.secretary, now=NOW, evidence=file)
        with pytest.raises(Missing):
            remove_evidence(actor=daily.secretary, now=NOW, evidence=file)
    daily.assess()
    (file,) = evidence(daily)
    with scope(institution=daily.institution):
        with pytest.raises(Refused, match="不能撤"):
            remove_evidence(actor=daily.secretary, now=NOW, evidence=file)
        with pytest.raises(DatabaseError), transaction.atomic():
            SelfEvidence.objects.all().delete()


def test_a_clerk_finds_the_points_right_once(daily: Daily) -> None:
    row = daily.assess()
    first = daily.check(row)
    again = daily.check(row, actor=daily.other_clerk)
    assert (first.state, first.found_numerator) == ("checked", 8)
    assert again.checked_by_id == daily.clerk.account_id


def test_fewer_points_need_a_reason_and_more_are_refused(daily: Daily) -> None:
    row = daily.assess()
    with pytest.raises(Refused, match="写明理由"):
        daily.check(row, "6")
    with pytest.raises(Refused, match="不能比自评的高"):
        daily.check(row, "9", reason="很好")
    assert daily.check(row, "6", reason="佐证只到九月").check_reason == "佐证只到九月"


def test_the_database_keeps_points_reason_and_second_person(daily: Daily) -> None:
    row = daily.assess()
    with scope(institution=daily.institution):
        judged = {"state": "checked", "checked_at": NOW, "found_denominator": 1}
        for change in (
            {**judged, "found_numerator": 6, "checked_by_id": daily.clerk.account_id},
            {**judged, "found_numerator": 9, "checked_by_id": daily.clerk.account_id, "check_reason": "高"},
            {**judged, "found_numerator": 8, "checked_by_id": daily.secretary.account_id},
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                SelfAssessment.objects.filter(pk=row.pk).update(**change)


def test_given_back_it_is_written_again_and_checked(daily: Daily) -> None:
    row = daily.assess()
    with pytest.raises(Refused, match="为什么退回"):
        give_back(daily, row, " ")
    assert give_back(daily, row).state == "returned"
    assert give_back(daily, row).state == "returned"
    with pytest.raises(Refused, match="不在等核对"):
        daily.check(row)
    again = daily.assess("7", file=None, words="补了会议记录。")
    assert (again.state, again.check_reason) == ("submitted", "")
    assert daily.check(row, "7").state == "checked"


def test_what_was_checked_may_still_be_given_back(daily: Daily) -> None:
    row = daily.assess()
    daily.check(row)
    back = give_back(daily, row, "后来发现是前年的照片")
    assert (back.state, back.found_numerator) == ("returned", None)


def test_nobody_checks_the_own_organisation_or_the_own_work(daily: Daily) -> None:
    row = daily.assess()
    both = make_actor(daily.institution, "clerk", "secretary", organisation=daily.reporter.organisation)
    with pytest.raises(Forbidden):
        daily.check(row, actor=both)
    with pytest.raises(Forbidden):
        daily.check(row, actor=daily.leader)
    # Who was the secretary and is a clerk by now is no second person for what she handed in.
    moved = replace(daily.secretary, roles=frozenset({"clerk"}), organisation_ids=frozenset())
    with pytest.raises(Refused, match="请别人核对"):
        daily.check(row, actor=moved)


def test_she_assesses_her_own_organisation_by_its_own_set(daily: Daily) -> None:
    with pytest.raises(Forbidden):
        daily.assess(reporter=daily.reporters[1])
    daily.in_force([own_row(5, "别的")], name="另一套")
    with pytest.raises(Missing):
        daily.assess(indicator=daily.indicator("别的"))


def test_checked_points_are_exact(daily: Daily) -> None:
    row = daily.assess("7.35")
    found = daily.check(row, "7.35")
    assert Fraction(found.found_numerator or 0, found.found_denominator or 1) == Fraction("7.35")


def test_what_does_not_wait_is_not_checked(daily: Daily) -> None:
    row = daily.assess(is_handed_in=False)
    with scope(institution=daily.institution):
        with pytest.raises(Refused, match="不在等核对"):
            check_assessment(actor=daily.clerk, now=NOW, assessment=row, found=Fraction(8))
        with pytest.raises(Refused, match="还没有交"):
            return_assessment(actor=daily.clerk, now=NOW, assessment=row, reason="看错了")
