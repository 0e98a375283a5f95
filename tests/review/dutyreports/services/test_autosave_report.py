from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.dutyreports import services
from pingyi.review.dutyreports.domain.kept import EVERY, Reason, kept_from
from pingyi.review.dutyreports.models import DutyReport, ReportVersion
from pingyi.review.dutyreports.queries.versions import as_it_stands, texts_of
from pingyi.review.dutyreports.services import Autosaved, Draft, Fate, autosave_report, return_report
from tests.at_once import both_at_once
from tests.factories.reports import IN_TIME, ReportWorld, make_report_world
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db
LONG = "支部建设放在前面。" * 40


def send(world: ReportWorld, report: DutyReport, **fields: Any) -> Autosaved:
    """`text_1=("base", "text")` and so on, by the secretary unless somebody else is named."""
    who = fields.pop("actor", None) or world.secretary()
    when = fields.pop("now", IN_TIME)
    drafts = {name.replace("_", "-"): Draft(*draft) for name, draft in fields.items()}
    with scope(institution=world.institution):
        return autosave_report(actor=who, now=when, report=report, drafts=drafts)


def texts(world: ReportWorld, report: DutyReport) -> dict[str, str]:
    with scope(institution=world.institution):
        return texts_of(as_it_stands(world.now(report)))


def reasons(report: DutyReport) -> list[str]:
    with scopes_disabled():
        return [one.reason for one in ReportVersion.objects.filter(report=report).order_by("number")]


def test_each_text_is_kept_by_itself_and_sending_it_again_changes_nothing() -> None:
    world = make_report_world()
    report = world.begin()
    answer = f"answer_{world.problems[0].pk}"
    drafts = {"text_1": ("", "写了一段。  \r\n"), answer: ("", "换届了。")}
    first, again = send(world, report, **drafts), send(world, report, **drafts)
    assert {one.fate for one in (*first.outcomes.values(), *again.outcomes.values())} == {Fate.SAVED}
    assert texts(world, report)["text-1"] == "写了一段。"
    assert texts(world, report)[answer.replace("_", "-")] == "换届了。"
    assert world.now(report).version == 2
    assert not Event.objects.filter(verb="report.saved").exists()


def test_two_writers_of_different_paragraphs_lose_nothing() -> None:
    world = make_report_world()
    report = world.begin()
    send(world, report, text_1=("", "一\n二"))
    send(world, report, text_1=("一\n二", "一改\n二"))
    merged = send(world, report, text_1=("一\n二", "一\n二\n三"), text_2=("", "另一节"))
    assert merged.outcomes["text-1"].fate == Fate.MERGED
    assert merged.outcomes["text-2"].fate == Fate.SAVED
    assert texts(world, report)["text-1"] == merged.outcomes["text-1"].text == "一改\n二\n三"


def test_two_wordings_of_one_paragraph_are_both_kept_and_nothing_is_written_over() -> None:
    world = make_report_world()
    report = world.begin()
    send(world, report, text_1=("", "原句"))
    send(world, report, text_1=("原句", "她改的"))
    for _ in range(2):
        found = send(world, report, text_1=("原句", "我改的"), text_2=("", "不相干的照存"))
        assert found.outcomes["text-1"].fate == Fate.COLLIDED
        assert found.outcomes["text-1"].both == "她改的\n我改的"
    assert texts(world, report)["text-1"] == "她改的"
    assert texts(world, report)["text-2"] == "不相干的照存"
    assert reasons(report) == [Reason.COLLIDED]
    with scopes_disabled():
        aside = kept_from(ReportVersion.objects.get().content)
    assert texts_of(aside)["text-1"] == "我改的"
    decided = send(world, report, text_1=("她改的", "我改的"))
    assert decided.outcomes["text-1"].fate == Fate.SAVED
    assert texts(world, report)["text-1"] == "我改的"


def test_a_save_that_arrived_although_its_answer_was_lost_is_not_a_quarrel_with_oneself() -> None:
    world = make_report_world()
    report = world.begin()
    send(world, report, text_1=("", "一"))
    send(world, report, text_1=("一", "一二"))
    assert send(world, report, text_1=("一", "一二")).outcomes["text-1"].fate == Fate.SAVED
    assert send(world, report, text_1=("一二", "一二三")).outcomes["text-1"].fate == Fate.SAVED
    assert reasons(report) == []


def test_what_has_no_place_or_is_endless_is_refused_alone() -> None:
    world = make_report_world()
    report = world.begin()
    found = send(
        world,
        report,
        text_1=("", "照存"),
        text_99=("", "哪里"),
        text_2=("", "字" * 60_001),
        heading_1=("党组织领导和运行机制", " "),
    ).outcomes
    assert found["text-1"].fate == Fate.SAVED
    assert {found[name].fate for name in ("text-99", "text-2", "heading-1")} == {Fate.REFUSED}
    assert "撤下了" in found["text-99"].words
    assert texts(world, report)["text-1"] == "照存"


def test_a_version_is_kept_before_a_change_after_a_pause_and_every_so_often() -> None:
    world = make_report_world()
    report = world.begin()
    send(world, report, text_1=("", "短"))
    send(world, report, text_1=("短", "短了"), now=IN_TIME + timedelta(minutes=1))
    assert reasons(report) == []
    later = IN_TIME + timedelta(minutes=1) + EVERY
    send(world, report, text_1=("短了", LONG), now=later)
    assert reasons(report) == [Reason.TIMED]
    for minute in range(1, 29):
        send(
            world,
            report,
            text_1=(LONG + "一" * (minute - 1), LONG + "一" * minute),
            now=later + timedelta(minutes=minute),
        )
    assert reasons(report) == [Reason.TIMED] * 2


def test_handing_in_and_returning_keep_a_version_each() -> None:
    world = make_report_world()
    report = world.hand_in()
    with scope(institution=world.institution):
        return_report(actor=world.clerk, now=IN_TIME, report=report, reason="写实一点。")
    assert reasons(report) == [Reason.HANDED_IN, Reason.RETURNED]


def test_nothing_is_written_into_a_report_that_is_in_or_by_somebody_else() -> None:
    world = make_report_world()
    report = world.begin()
    with pytest.raises(Forbidden):
        send(world, report, actor=make_actor(world.institution, "clerk"), text_1=("", "代写"))
    world.hand_in()
    with pytest.raises(Refused) as refusal:
        send(world, report, text_1=("第1节写了这些。", "改"))
    assert refusal.value.code == "report.submitted"
    stored = texts(world, report)["text-1"]
    assert send(world, report, text_1=(stored, stored)).outcomes["text-1"].fate == Fate.SAVED


@pytest.mark.django_db(transaction=True)
def test_two_who_save_at_the_same_moment_both_keep_their_paragraphs() -> None:
    world = make_report_world()
    report, secretary = world.begin(), world.secretary()

    def save(text: str) -> Callable[[], object]:
        drafts = {"text-1": Draft("", text)}
        return lambda: services.autosave_report(actor=secretary, now=IN_TIME, report=report, drafts=drafts)

    assert both_at_once(world.institution, save("她的"), save("我的")) == ["done", "done"]
    assert sorted(texts(world, report)["text-1"].split("\n")) == ["她的", "我的"]
