"""Templates, laying lists out, writing and issuing them, and the next year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.models import Body, Post
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.duties.domain.entries import Holder, Part, Strand
from pingyi.review.duties.domain.rows import Row
from pingyi.review.duties.domain.samples import SAMPLES
from pingyi.review.duties.models import DutyItem, DutyList, DutyNote, DutyTemplateRow
from pingyi.review.duties.queries import template_of
from pingyi.review.duties.queries.templates import Origin
from pingyi.review.duties.services import (
    begin_body_list,
    begin_secretary_lists,
    discard_list,
    hand_over_list,
    issue_list,
    issue_ready_lists,
    save_list,
    save_template,
)
from tests.factories.duties import (
    DUE,
    INTEGRITY,
    LATER,
    PROJECT,
    YEAR,
    Year,
    begun,
    confirmed,
    duty_of,
    issued,
    kept_rows,
    make_year,
    reported,
    rows_of,
)
from tests.factories.world import NOW, make_organisation, make_secretary

pytestmark = pytest.mark.django_db
OWN = [Row(1, Part.DUTY, Strand.INTEGRITY, INTEGRITY, DUE), Row(2, Part.DUTY, Strand.IDEOLOGY, "研判两次")]


def own_template(year: Year, rows: list[Row] | None = None) -> None:
    with scope(institution=year.institution):
        save_template(actor=year.clerk, now=NOW, cycle=year.cycle, holder=Holder.SECRETARY, rows=rows or OWN)


def write(year: Year, duty_list: DutyList, rows: list[Row], reason: str = "", version: int = 0) -> bool:
    with scope(institution=year.institution):
        present = DutyList.objects.get(pk=duty_list.pk)
        return save_list(
            actor=year.clerk,
            now=LATER,
            duty_list=present,
            rows=rows,
            seen_version=version or present.version,
            reason=reason,
        )


def events(year: Year, verb: str) -> int:
    return Event.objects.filter(institution_id=year.institution.pk, verb=verb).count()


def test_lists_begin_with_the_sample_until_the_institution_writes_its_own_template() -> None:
    year = make_year(units=2)
    begun(year)
    assert [one.text for one in year.items(year.lists()[0])] == [
        row.text for row in SAMPLES[Holder.SECRETARY]
    ]
    assert len(year.lists()) == 2
    assert {one.responsible_id for one in year.items(year.lists()[0])} == {year.lists()[0].person_id}
    with scope(institution=year.institution):
        assert begin_secretary_lists(actor=year.clerk, now=NOW, cycle=year.cycle) == 0


def test_an_own_template_is_kept_for_its_year_and_offered_without_days_for_the_next() -> None:
    year = make_year()
    own_template(year)
    own_template(year)
    assert events(year, "duty_template.saved") == 1
    with scope(institution=year.institution):
        assert DutyTemplateRow.objects.count() == 2
        here = template_of(year.cycle, Holder.SECRETARY)
        following = template_of(year.next_year().cycle, Holder.SECRETARY)
        assert template_of(year.cycle, Holder.BODY).origin is Origin.SAMPLE
    assert (here.origin, here.rows[0].due_on) == (Origin.OWN, DUE)
    assert (following.origin, following.year, following.rows[0].due_on) == (Origin.YEAR_BEFORE, YEAR, None)
    begun(year)
    assert [(one.text, one.due_on) for one in year.items()] == [(INTEGRITY, DUE), ("研判两次", None)]


def test_a_faulty_template_names_each_row_and_saves_nothing() -> None:
    year = make_year()
    with pytest.raises(SeveralFaults) as told:
        own_template(year, [OWN[0], replace(OWN[0], number=2, due_on=date(2024, 1, 1))])
    assert set(told.value.faults) == {"text-2", "due-2"}
    with pytest.raises(SeveralFaults) as told:
        own_template(year, [replace(OWN[0], part=Part.PROJECT)])
    assert set(told.value.faults) == {"strand-1"}
    with scope(institution=year.institution):
        assert not DutyTemplateRow.objects.exists()


def test_a_body_of_the_year_has_its_own_list() -> None:
    year = make_year()
    with scope(institution=year.institution):
        fields = {"institution": year.institution, "kind": "party_committee"}
        own = Body.objects.create(organisation=year.organisation, name="护理学院党委委员会", **fields)
        chair = Body.objects.create(organisation=year.convenor, name="校党委", **fields)
        strange = Body.objects.create(organisation=make_organisation(year.institution), name="别处", **fields)
        first = begin_body_list(actor=year.clerk, now=NOW, cycle=year.cycle, body=own)
        again = begin_body_list(actor=year.clerk, now=NOW, cycle=year.cycle, body=own)
        begin_body_list(actor=year.clerk, now=NOW, cycle=year.cycle, body=chair)
        with pytest.raises(Refused, match="不在这一轮的单位里"):
            begin_body_list(actor=year.clerk, now=NOW, cycle=year.cycle, body=strange)
    assert first.pk == again.pk
    mine, convenors = year.lists()
    assert [one.text for one in year.items(mine)] == [row.text for row in SAMPLES[Holder.BODY]]
    assert {one.responsible_id for one in year.items(mine)} == {year.person.pk}
    assert {one.responsible_id for one in year.items(convenors)} == {None}


def test_a_draft_is_written_at_will_and_thrown_away() -> None:
    year = make_year()
    duty_list = begun(year)
    assert write(year, duty_list, rows_of(year))
    assert [one.text for one in year.items()] == [INTEGRITY, PROJECT]
    assert not write(year, duty_list, kept_rows(year.items()))
    assert write(year, duty_list, kept_rows(year.items())[::-1])
    assert [one.text for one in year.items()] == [PROJECT, INTEGRITY]
    with scope(institution=year.institution):
        discard_list(actor=year.clerk, now=NOW, duty_list=duty_list)
    assert year.lists() == []


def test_who_would_write_over_a_colleague_is_told_so() -> None:
    year = make_year()
    duty_list = begun(year)
    write(year, duty_list, rows_of(year))
    with pytest.raises(Refused, match="别人改过这张清单"):
        write(year, duty_list, rows_of(year), version=1)


def test_a_list_with_gaps_is_not_issued_and_the_gap_is_named() -> None:
    year = make_year()
    duty_list = begun(year)
    with scope(institution=year.institution):
        with pytest.raises(Refused, match="第1条没有期限"):
            issue_list(actor=year.clerk, now=NOW, duty_list=duty_list)
        write(year, duty_list, rows_of(year, responsible_id=None))
        with pytest.raises(Refused, match="第1条没有责任人"):
            issue_list(actor=year.clerk, now=NOW, duty_list=duty_list)
        DutyItem.objects.all().delete()
        with pytest.raises(Refused, match="一条也没有"):
            issue_list(actor=year.clerk, now=NOW, duty_list=duty_list)
    assert year.lists()[0].state == "draft"


def database_refuses(year: Year, *changes: Callable[[], object]) -> None:
    for change in changes:
        with scope(institution=year.institution), pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_database_refuses_to_put_a_list_with_a_gap_in_force() -> None:
    year = make_year()
    begun(year)
    clerk = year.clerk.account_id
    database_refuses(
        year,
        lambda: DutyList.objects.update(state="issued", issued_at=NOW, issued_by=clerk, fingerprint="f" * 64),
        lambda: DutyItem.objects.update(drop_reason="不办", dropped_by=clerk, dropped_at=NOW),
    )


def test_the_database_keeps_a_list_in_force_and_its_entries() -> None:
    year = make_year()
    issued(year)
    database_refuses(
        year,
        lambda: DutyList.objects.update(state="draft", issued_at=None, issued_by=None, fingerprint=""),
        lambda: DutyItem.objects.all().delete(),
        lambda: DutyList.objects.all().delete(),
    )


def test_all_lists_that_lack_nothing_are_issued_at_once() -> None:
    year = make_year(units=3)
    first = begun(year)
    write(year, first, rows_of(year))
    with scope(institution=year.institution):
        assert issue_ready_lists(actor=year.clerk, now=NOW, cycle=year.cycle) == 1
    assert sorted(one.state for one in year.lists()) == ["draft", "draft", "issued"]


def test_issuing_gives_a_fingerprint_and_twice_is_once() -> None:
    year = make_year()
    duty_list = issued(year)
    with scope(institution=year.institution):
        again = issue_list(actor=year.other_clerk, now=LATER, duty_list=duty_list)
        with pytest.raises(Refused, match="不能撤掉"):
            discard_list(actor=year.clerk, now=NOW, duty_list=duty_list)
    assert (again.issued_by_id, len(again.fingerprint)) == (year.clerk.account_id, 64)
    assert events(year, "duty_list.issued") == 1


def test_a_list_in_force_changes_with_a_reason_and_another_fingerprint() -> None:
    year = make_year()
    duty_list = issued(year)
    rows = kept_rows(year.items())
    changed = [replace(rows[0], due_on=date(2026, 12, 15), strand=Strand.PARTY_BUILDING), rows[1]]
    with pytest.raises(Refused, match="写明为什么改"):
        write(year, duty_list, changed)
    assert write(year, duty_list, changed, "学校推迟了检查。")
    with scope(institution=year.institution):
        note = DutyNote.objects.get()
    assert note.text == "原来列在廉洁；原来的期限是2026-11-30。学校推迟了检查。"
    assert year.lists()[0].fingerprint != duty_list.fingerprint


def test_an_entry_of_a_list_in_force_is_dropped_with_the_reason_not_deleted() -> None:
    year = make_year()
    duty_list = issued(year)
    duty, project = year.items()
    successor = make_secretary(year.organisation)
    rows = [replace(kept_rows([project])[0], text="建好三个样板支部", responsible_id=successor.pk)]
    assert write(year, duty_list, rows, "并到项目里一起办。")
    now = {one.pk: one for one in year.items()}
    assert now[project.pk].text == "建好三个样板支部"
    assert now[duty.pk].drop_reason == "并到项目里一起办。"
    with scope(institution=year.institution):
        texts = set(DutyNote.objects.values_list("text", flat=True))
    assert texts == {"并到项目里一起办。", f"原来写的是“{PROJECT}”；原来的责任人是张明。并到项目里一起办。"}


def test_a_list_in_force_stays_whole_and_duties_stay_duties() -> None:
    year = make_year()
    duty_list = issued(year)
    rows = kept_rows(year.items())
    new = Row(3, Part.DUTY, Strand.IDEOLOGY, "研判两次")
    with pytest.raises(SeveralFaults) as told:
        write(year, duty_list, [*rows, new], "加一条。")
    assert told.value.faults == {"due-3": "没有期限"}
    swapped = [rows[0], replace(rows[1], part=Part.DUTY)]
    with pytest.raises(SeveralFaults) as told:
        write(year, duty_list, swapped, "换一换。")
    assert set(told.value.faults) == {"part-2"}


def test_what_was_reported_done_is_neither_changed_nor_dropped() -> None:
    year = make_year()
    duty_list = issued(year)
    reported(year)
    rows = kept_rows(year.items())
    with pytest.raises(SeveralFaults) as told:
        write(year, duty_list, [replace(rows[0], text="改了"), rows[1]], "改一改。")
    assert set(told.value.faults) == {"text-1"}
    with pytest.raises(SeveralFaults, match="报过办结，不能撤下"):
        write(year, duty_list, [rows[1]], "不要了。")


def test_the_list_goes_to_the_new_secretary_with_what_is_still_open() -> None:
    year = make_year()
    duty_list = issued(year)
    confirmed(year)
    with scope(institution=year.institution):
        with pytest.raises(Refused, match="书记没有变"):
            hand_over_list(actor=year.clerk, now=LATER, duty_list=duty_list)
        Post.objects.update(ended_on=date(2026, 5, 31))
        successor = make_secretary(year.organisation, "孟佳", started_on=date(2026, 6, 1))
        handed = hand_over_list(actor=year.clerk, now=LATER, duty_list=duty_list)
    assert handed.person_id == successor.pk
    assert handed.fingerprint != duty_list.fingerprint
    assert [one.responsible_id for one in year.items()] == [year.person.pk, successor.pk]


def test_next_year_begins_with_what_this_year_left_open() -> None:
    year = make_year()
    duty_list = issued(year)
    confirmed(year)
    following = year.next_year()
    own_template(following, [Row(1, Part.DUTY, Strand.IDEOLOGY, "研判两次")])
    next_list = begun(following)
    items = year.items(next_list)
    assert [one.text for one in items] == ["研判两次", PROJECT]
    assert [one.carried_from_id for one in items] == [None, year.items(duty_list)[1].pk]
    assert items[1].due_on is None


def test_only_the_clerk_keeps_lists() -> None:
    year = make_year()
    duty_list = begun(year)
    by: dict[str, Any] = {"actor": year.secretary, "now": NOW}
    for verb in (
        lambda: save_template(cycle=year.cycle, holder=Holder.SECRETARY, rows=OWN, **by),
        lambda: begin_secretary_lists(cycle=year.cycle, **by),
        lambda: save_list(duty_list=duty_list, rows=OWN, seen_version=1, **by),
        lambda: issue_list(duty_list=duty_list, **by),
    ):
        with scope(institution=year.institution), pytest.raises(Forbidden):
            verb()


def test_nothing_goes_on_in_an_archived_year() -> None:
    year = make_year()
    issued(year)
    type(year.cycle)._base_manager.filter(pk=year.cycle.pk).update(
        state="archived", frozen_at=NOW, frozen_by=year.clerk.account_id, fingerprint="f" * 64
    )
    with pytest.raises(Refused, match="已经归档"):
        reported(year, duty_of(year))
