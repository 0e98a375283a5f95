"""Indicator sets: written, put in force, never changed again, taken further as a new version."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.daily.domain.samples import SAMPLES
from pingyi.review.daily.models import ChosenSet, DailyIndicator, IndicatorSet
from pingyi.review.daily.queries.sets import find_set, read_set
from pingyi.review.daily.services import (
    begin_version,
    choose_sets,
    copy_set,
    discard_set,
    make_set,
    put_in_force,
    save_set,
)
from tests.factories.daily import FIELDS, MEASURES, Daily, ledger_row, make_daily, own_row
from tests.factories.world import NOW, make_institution

pytestmark = pytest.mark.django_db


def save(daily: Daily, row: IndicatorSet, rows: list[object], version: int = 1) -> IndicatorSet:
    with scope(institution=daily.institution):
        return save_set(
            actor=daily.clerk,
            now=NOW,
            indicator_set=row,
            fields=FIELDS,
            rows=rows,  # type: ignore[arg-type]
            measures=MEASURES,
            seen_version=version,
        )


def test_a_draft_is_written_row_by_row_and_keeps_the_order() -> None:
    daily = make_daily()
    row = daily.make()
    save(daily, row, [own_row(7, "先"), ledger_row(3)])
    with scope(institution=daily.institution):
        assert [one.text for one in read_set(find_set(row.pk)).rows] == ["先", "orglife.committee.done按时"]


def test_who_writes_over_a_colleague_is_told_and_nothing_changes() -> None:
    daily = make_daily()
    row = daily.make()
    save(daily, row, [own_row()])
    with pytest.raises(Refused, match="别人改过"):
        save(daily, row, [ledger_row()], version=1)


def test_faults_stand_at_their_fields() -> None:
    daily = make_daily()
    with pytest.raises(SeveralFaults) as refused:
        daily.make([replace(ledger_row(measure="nobody.states"), number=1)], fields=replace(FIELDS, kinds=()))
    assert set(refused.value.faults) == {"measure-1", "kinds"}


def test_a_name_is_given_once() -> None:
    daily = make_daily()
    row = daily.make()
    with pytest.raises(Refused, match="已经有“五个到位”"):
        daily.make()
    with scope(institution=daily.institution), pytest.raises(Refused, match="写这套指标的名称"):
        copy_set(actor=daily.clerk, now=NOW, indicator_set=row, name=" ")


def test_in_force_it_never_changes_whoever_asks() -> None:
    daily = make_daily()
    row = daily.in_force()
    with pytest.raises(Refused, match="已经生效"):
        save(daily, row, [own_row()])
    with scope(institution=daily.institution):
        with pytest.raises(Refused, match="已经生效"):
            discard_set(actor=daily.clerk, now=NOW, indicator_set=row)
        for change in (
            lambda: IndicatorSet.objects.filter(pk=row.pk).update(name="别的"),
            lambda: IndicatorSet.objects.filter(pk=row.pk).update(state="draft"),
            lambda: DailyIndicator.objects.filter(indicator_set=row).update(text="别的"),
            lambda: DailyIndicator.objects.filter(indicator_set=row).first().delete(),  # type: ignore[union-attr]
            lambda: DailyIndicator.objects.create(
                institution=daily.institution,
                indicator_set=row,
                sequence=9,
                heading="多",
                claimed_numerator=1,
            ),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_putting_in_force_twice_is_once_and_an_unknown_number_stops_it() -> None:
    daily = make_daily()
    row = daily.make()
    with scope(institution=daily.institution):
        with pytest.raises(SeveralFaults):
            put_in_force(actor=daily.clerk, now=NOW, indicator_set=row, measures=frozenset())
        first = put_in_force(actor=daily.clerk, now=NOW, indicator_set=row, measures=MEASURES)
        again = put_in_force(actor=daily.other_clerk, now=NOW, indicator_set=row, measures=MEASURES)
    assert again.in_force_by_id == first.in_force_by_id == daily.clerk.account_id
    assert len(first.fingerprint) == 64


def test_a_change_is_a_new_version_and_the_old_one_stays() -> None:
    daily = make_daily()
    row = daily.in_force()
    with scope(institution=daily.institution):
        second = begin_version(actor=daily.clerk, now=NOW, indicator_set=row)
        again = begin_version(actor=daily.clerk, now=NOW, indicator_set=row)
        assert (second.number, again.pk) == (2, second.pk)
        assert read_set(second).rows[0].text == read_set(row).rows[0].text
        discard_set(actor=daily.clerk, now=NOW, indicator_set=second)
        assert IndicatorSet.objects.count() == 1


def test_samples_become_drafts_that_say_where_their_names_come_from() -> None:
    daily = make_daily()
    for sample in SAMPLES.values():
        measures = frozenset(row.measure for row in sample.rows if row.measure)
        row = daily.make(
            sample.rows,
            name=sample.name,
            measures=measures,
            fields=replace(FIELDS, source=str(sample.source)),
        )
        assert row.state == "draft"
        assert "样例" in row.source


def test_only_clerks_keep_sets() -> None:
    daily = make_daily()
    for actor in (daily.leader, daily.secretary, daily.counter):
        with pytest.raises(Forbidden):
            daily.make(actor=actor)


def test_a_review_goes_by_a_set_in_force_that_fits() -> None:
    daily = make_daily()
    draft = daily.make(fields=replace(FIELDS, kinds=("committee",)))
    with scope(institution=daily.institution):
        with pytest.raises(Refused, match="还没有生效"):
            choose_sets(actor=daily.clerk, now=NOW, cycle=daily.cycle, chosen={"committee": draft})
        with pytest.raises(DatabaseError), transaction.atomic():
            ChosenSet.objects.create(
                institution=daily.institution,
                cycle=daily.cycle,
                kind="committee",
                indicator_set=draft,
                chosen_by_id=daily.clerk.account_id,
                chosen_at=NOW,
            )
        row = put_in_force(actor=daily.clerk, now=NOW, indicator_set=draft, measures=MEASURES)
        with pytest.raises(Refused, match="不是给直属党支部用的"):
            choose_sets(actor=daily.clerk, now=NOW, cycle=daily.cycle, chosen={"direct_branch": row})
        assert choose_sets(actor=daily.clerk, now=NOW, cycle=daily.cycle, chosen={"committee": row}) == 1
        assert choose_sets(actor=daily.clerk, now=NOW, cycle=daily.cycle, chosen={"committee": row}) == 0


def test_once_somebody_was_measured_the_set_of_the_year_stays() -> None:
    daily = make_daily()
    daily.chosen()
    daily.assess(is_handed_in=False)
    other = daily.in_force(name="另一套")
    with scope(institution=daily.institution), pytest.raises(Refused, match="不能换指标"):
        choose_sets(actor=daily.clerk, now=NOW, cycle=daily.cycle, chosen={"committee": other})


def test_sets_of_other_institutions_are_not_there() -> None:
    daily, elsewhere = make_daily(), make_institution()
    row = daily.make()
    with scope(institution=elsewhere), pytest.raises(Missing):
        find_set(row.pk)
    with scope(institution=elsewhere):
        named = make_set(
            actor=make_daily().clerk,
            now=NOW,
            name="五个到位",
            fields=FIELDS,
            rows=[own_row()],
            measures=MEASURES,
        )
    assert named.pk != row.pk
