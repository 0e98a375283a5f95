"""The settings of a cycle, in five groups, each with its default and who set it when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words, listed
from pingyi.doors.office.cycles.next_step import bar_of
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.cycles.domain.catalogue import CATALOGUE, OF_POLLS, Group, Setting
from pingyi.review.cycles.domain.gaps import Page
from pingyi.review.cycles.domain.kinds import Choice, Flag
from pingyi.review.cycles.domain.setting_values import DEFAULTS, flat_values
from pingyi.review.cycles.queries import setting_history, settings_of
from pingyi.review.cycles.queries.lookup import find_plan
from pingyi.review.cycles.rules import may_prepare, may_read_rules
from pingyi.review.cycles.services import change_settings

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, CycleSetting

GROUPS = {
    Group.BALLOT: (Words("一、测评"), Words("测评谁、票怎么算有效、一类最少几人。")),
    Group.SCORE: (Words("二、计分"), Words("从票数到分数、从分数到建议等次。等次最后由会议定。")),
    Group.MEETING: (Words("三、会议"), Words("时间、点评、先后。")),
    Group.REPORT: (Words("四、报告"), Words("述职报告的篇幅和必答内容。")),
    Group.RECTIFICATION: (Words("五、定等次、反馈和整改"), Words("谁定、反馈给谁、几天交清单、几个月改完。")),
}


@dataclass(frozen=True)
class PastValue:
    """A value that was set before, or is in force, with author and time."""

    words: str
    row: "CycleSetting"


@dataclass(frozen=True)
class SettingLine:
    """One setting as it is drawn."""

    setting: Setting
    field: Field
    words: str
    default_words: str
    is_default: bool
    history: tuple[PastValue, ...]


@dataclass(frozen=True)
class SettingGroup:
    title: str
    what: str
    lines: tuple[SettingLine, ...]


@office_page
def setting_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST any of the settings by their keys; only what changed is saved, what is not sent stays."""
    cycle = find_plan(cycle_id)
    if request.method != "POST":
        return _page(request, cycle)
    try:
        changed = change_settings(actor=request.actor, now=now(), cycle=cycle, typed=request.POST.dict())
    except Refused as refusal:
        return _page(request, cycle, refusal)
    names = listed(setting.label for setting in changed[:3])
    more = Words("等") if len(changed) > 3 else ""
    messages.success(
        request,
        Words("改了{changed}条：{names}{more}。", changed=len(changed), names=names, more=more)
        if changed
        else Words("规则没有变动。"),
    )
    return redirect("office:setting-list", cycle_id)


def _page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    if not may_read_rules(request.actor, cycle):
        raise Forbidden
    offered = [one for one in CATALOGUE if not cycle.polled_id or one.key in OF_POLLS]
    values = flat_values(settings_of(cycle))
    history = setting_history(cycle)
    typed = {one.key: one.kind.typed(values[one.key]) for one in CATALOGUE}
    state = FormState("", typed, {**typed, **request.POST.dict()} if refusal else None, faults_of(refusal))
    may_prepare_it = may_prepare(request.actor, cycle)
    shown = {
        "cycle": cycle,
        "may_edit": may_prepare_it and cycle.state == "draft",
        "bar": bar_of(cycle, Page.SETTINGS, may_edit=may_prepare_it),
        "refusal": refusal,
        "groups": [
            SettingGroup(
                title,
                what,
                tuple(_line(one, values, history, state) for one in offered if one.group is group),
            )
            for group, (title, what) in GROUPS.items()
            if any(one.group is group for one in offered)
        ],
        "set_count": sum(one.key in history for one in offered),
        "total": len(offered),
    }
    return render(request, "office/setting-list.html", shown, status=refusal.status if refusal else 200)


def _line(
    one: Setting,
    values: Mapping[str, object],
    history: "Mapping[str, list[CycleSetting]]",
    state: FormState,
) -> SettingLine:
    value, default = values[one.key], DEFAULTS[one.key]
    if isinstance(one.kind, Choice | Flag):
        field = state.field(one.key, one.label, kind="select", options=one.kind.options, hint=one.hint)
    else:
        field = state.field(
            one.key, one.label, hint=one.hint, css="" if one.kind.is_long else "w-n", unit=one.kind.unit
        )
    return SettingLine(
        setting=one,
        field=field,
        words=one.kind.words(value),
        default_words=one.kind.words(default),
        is_default=value == default,
        history=tuple(
            PastValue(one.kind.words(one.kind.load(row.value)), row) for row in history.get(one.key, [])
        ),
    )
