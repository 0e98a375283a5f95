"""Numbers of the ledgers tell of entries; the review knows them only as facts."""

from collections.abc import Collection, Iterator
from datetime import date

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.duties.models import DutyMeasure
from pingyi.review.duties.queries.measures import facts_of_year, of_what_was_done, offered_facts
from pingyi.review.duties.services import link_measures
from tests.factories.duties import LATER, Year, begun, duty_of, issued, make_year
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 19)
COMMITTEE, CLASS = "orglife.committee.done", "orglife.class.done"


@pytest.fixture
def year() -> Year:
    made = make_year()
    issued(made)
    return made


def stated(organisation_ids: Collection[int], period: Span) -> Iterator[Fact]:
    """A ledger that counts two kinds of meetings, done and missed."""
    for pk in organisation_ids:
        for number, measure in enumerate((COMMITTEE, CLASS, "orglife.class.missed"), start=1):
            yield Fact(period, pk, measure, number, f"台账第{number}页", out_of=12)


def facts(year: Year, day: date = DAY) -> list[Fact]:
    return of_what_was_done(facts_of_year(duty_of(year).duty_list, day, [stated]))


def link(year: Year, *measures: str) -> int:
    with scope(institution=year.institution):
        return link_measures(
            actor=year.secretary, now=LATER, item=duty_of(year), measures=measures, offered=facts(year)
        )


def test_what_was_done_is_asked_for_the_lists_year_up_to_the_day(year: Year) -> None:
    with scope(institution=year.institution):
        assert [one.measure for one in facts(year)] == [COMMITTEE, CLASS]
        assert facts(year)[0].period == Span(date(2026, 1, 1), DAY)
        assert facts(year, date(2027, 3, 1))[0].period.last == date(2026, 12, 31)
        assert facts(year, date(2025, 12, 1)) == []


def test_numbers_are_chosen_all_at_once_and_the_same_again_changes_nothing(year: Year) -> None:
    assert link(year, COMMITTEE) == 1
    assert link(year, COMMITTEE) == 1
    assert link(year, CLASS) == 1
    with scope(institution=year.institution):
        chosen = [one.measure for one in offered_facts(duty_of(year), facts(year)) if one.is_linked]
    assert chosen == [CLASS]
    assert Event.objects.filter(verb="duty_item.measures_linked").count() == 2


def test_a_number_that_no_ledger_states_is_refused_and_strangers_choose_nothing(year: Year) -> None:
    with pytest.raises(Refused, match="不是这个单位台账里的"):
        link(year, "orglife.secret.done")
    stranger = make_actor(year.institution, "secretary", organisation=year.convenor)
    with scope(institution=year.institution), pytest.raises(Forbidden):
        link_measures(actor=stranger, now=LATER, item=duty_of(year), measures=[], offered=[])
    with scope(institution=year.institution):
        assert not DutyMeasure.objects.exists()


def test_a_number_that_is_not_stated_for_a_while_stays_chosen(year: Year) -> None:
    link(year, COMMITTEE)
    with scope(institution=year.institution):
        link_measures(actor=year.clerk, now=LATER, item=duty_of(year), measures=[], offered=[])
        assert DutyMeasure.objects.get().measure == COMMITTEE
        assert [(one.measure, one.fact) for one in offered_facts(duty_of(year), [])] == [(COMMITTEE, None)]


def test_next_year_the_carried_entry_is_told_of_by_the_same_numbers(year: Year) -> None:
    link(year, COMMITTEE)
    following = begun(year.next_year())
    with scope(institution=year.institution):
        assert DutyMeasure.objects.get(item__duty_list=following).measure == COMMITTEE


def test_of_what_sources_state_only_what_was_done_is_offered(year: Year) -> None:
    codes = (
        "problems.closed",
        "orglife.secretaries.held",
        "orglife.committee.missed_run",
        "orglife.late_entries",
    )

    def source(organisation_ids: Collection[int], period: Span) -> Iterator[Fact]:
        for pk in organisation_ids:
            yield from (Fact(period, pk, code, 2, "台账") for code in codes)

    with scope(institution=year.institution):
        offered = of_what_was_done(facts_of_year(duty_of(year).duty_list, DAY, [source]))
    assert [one.measure for one in offered] == ["problems.closed", "orglife.secretaries.held"]
