"""Two people, or one who presses twice, at the same moment: real threads, real transactions, on both databases."""

from collections.abc import Callable

import pytest
from django_scopes import scopes_disabled

from pingyi.core.models import Event
from pingyi.notices.models import Notice
from pingyi.review.dutyreports import services
from pingyi.review.dutyreports.domain.outline import UnitGroup
from pingyi.review.dutyreports.domain.outline_samples import SAMPLES
from pingyi.review.dutyreports.models import DutyReport, ReportSection
from tests.at_once import both_at_once
from tests.factories.reports import IN_TIME, make_report_world
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_report_that_is_begun_twice_at_once_exists_once() -> None:
    world = make_report_world(problems=2)
    secretary = world.secretary()

    def begin() -> object:
        return services.begin_report(actor=secretary, now=IN_TIME, reporter=world.reporters[0])

    assert both_at_once(world.institution, begin, begin) == ["done", "done"]
    with scopes_disabled():
        assert DutyReport.objects.count() == 1
        assert ReportSection.objects.count() == 7
    assert Event.objects.filter(verb="report.begun").count() == 1


def test_of_two_writers_at_once_one_is_refused_and_loses_nothing_of_the_other() -> None:
    world = make_report_world()
    report, secretary = world.begin(), world.secretary()

    def save(text: str) -> Callable[[], object]:
        return lambda: services.save_report(
            actor=secretary, now=IN_TIME, report=report, seen_version=1, texts={1: text, 2: text}, answers={}
        )

    assert both_at_once(world.institution, save("甲"), save("乙")) == ["done", "report.changed_meanwhile"]
    with scopes_disabled():
        kept = set(ReportSection.objects.filter(sequence__lte=2).values_list("text", flat=True))
        assert kept in ({"甲"}, {"乙"})
        assert DutyReport.objects.get().version == 2


def test_a_report_that_is_accepted_and_returned_at_once_ends_in_one_of_the_two() -> None:
    world = make_report_world()
    report = world.hand_in()

    def accept() -> object:
        return services.accept_report(actor=world.clerk, now=IN_TIME, report=report)

    def send_back() -> object:
        return services.return_report(actor=world.clerk, now=IN_TIME, report=report, reason="写实一点。")

    ends = both_at_once(world.institution, accept, send_back)
    state = world.now(report).state
    # Returning after the acceptance takes it back; accepting after the return is refused.
    assert (ends, state) in ((["done", "done"], "returned"), (["done", "report.not_in"], "returned"))


def test_a_level_that_two_pass_at_once_is_passed_once() -> None:
    world = make_report_world(settings={"report_levels": "本单位、联系部门、组织部门"})
    report = world.hand_in()

    def accept() -> object:
        return services.accept_report(actor=world.clerk, now=IN_TIME, report=report, seen_level=0)

    assert both_at_once(world.institution, accept, accept) == ["done", "done"]
    assert world.now(report).level == 1


def test_two_clerks_who_remind_at_once_tell_everybody_once() -> None:
    world = make_report_world(reporters=2)
    for place in range(2):
        world.secretary(place)

    def remind() -> object:
        return services.remind_late(actor=world.clerk, now=NOW, cycle=world.cycle)

    assert both_at_once(world.institution, remind, remind) == ["done", "done"]
    with scopes_disabled():
        assert Notice.objects.count() == 2


def test_an_outline_that_changes_while_a_report_is_begun_leaves_both_whole() -> None:
    world = make_report_world()
    secretary, sections = world.secretary(), SAMPLES["self_review"].sections

    def begin() -> object:
        return services.begin_report(actor=secretary, now=IN_TIME, reporter=world.reporters[0])

    def change() -> object:
        return services.change_outline(
            actor=world.clerk, now=NOW, cycle=world.cycle, group=UnitGroup.COLLEGE, sections=sections
        )

    assert both_at_once(world.institution, begin, change) == ["done", "done"]
    with scopes_disabled():
        # Begun before the change: seven sections and the three new ones behind them; after it: the new ones alone.
        assert ReportSection.objects.count() in {3, 10}
