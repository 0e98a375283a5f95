"""The left-hand navigation: what this actor may see of this cycle, in the order of the calendar."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from django.urls import Resolver404, resolve

from pingyi.core.words import Words
from pingyi.organisations.actor import Actor

CLERK, SECRETARY, LEADER, SCRUTINEER, COUNTER = "clerk", "secretary", "leader", "scrutineer", "counter"
EXAMINER = "examiner"


@dataclass(frozen=True)
class Entry:
    """One line: `path` may hold {cycle} or {meeting}; it is left out where that does not exist yet."""

    label: str
    icon: str
    path: str
    roles: frozenset[str]
    is_current: bool = False


@dataclass(frozen=True)
class Group:
    name: str
    entries: tuple[Entry, ...]


def _entry(label: str, icon: str, path: str, *roles: str) -> Entry:
    return Entry(label, icon, path, frozenset(roles))


HOME = Group(
    "",
    (
        _entry(Words("本轮总览"), "home", "/office/cycles/{cycle}/", CLERK, LEADER, SCRUTINEER, COUNTER),
        _entry(Words("我的述职和整改"), "user-circle", "/office/mine/", SECRETARY),
        _entry(Words("我的责任清单"), "clipboard-check", "/office/mine/duties/", SECRETARY),
        _entry(Words("我的日常考核"), "calculator", "/office/mine/daily/", SECRETARY),
        _entry(Words("等我审的报告"), "clipboard-check", "/office/examine/", EXAMINER),
    ),
)
BEFORE = Group(
    Words("述前"),
    (
        _entry(Words("年度责任清单"), "clipboard-check", "/office/cycles/{cycle}/duties/", CLERK, LEADER),
        _entry(Words("方案和会议"), "flag", "/office/cycles/{cycle}/plan/", CLERK),
        _entry(Words("述职人员"), "users", "/office/cycles/{cycle}/reporters/", CLERK),
        _entry(Words("谁该现场"), "users", "/office/cycles/{cycle}/reporters/turns/", LEADER),
        _entry(
            Words("抽签"), "ticket", "/office/cycles/{cycle}/reporters/lots/", LEADER, SCRUTINEER, COUNTER
        ),
        _entry(Words("票类和名单"), "users-group", "/office/cycles/{cycle}/classes/", CLERK),
        _entry(Words("规则"), "scale", "/office/cycles/{cycle}/settings/", CLERK, LEADER),
        _entry(Words("封存方案"), "lock", "/office/cycles/{cycle}/freeze/", CLERK),
        _entry(Words("公文"), "printer", "/office/cycles/{cycle}/papers/", CLERK, LEADER),
        _entry(Words("述职报告"), "file-text", "/office/cycles/{cycle}/reports/", CLERK, LEADER),
        _entry(Words("日常考核"), "calculator", "/office/cycles/{cycle}/daily/", CLERK, LEADER, COUNTER),
        _entry(Words("点评卡"), "id-badge-2", "/office/cycles/{cycle}/cards/", CLERK, LEADER),
    ),
)
DURING = Group(
    Words("述中"),
    (
        _entry(Words("材料汇编"), "stack-2", "/office/meetings/{meeting}/collection/", CLERK, LEADER),
        _entry(Words("议程"), "list-numbers", "/office/meetings/{meeting}/agenda/", CLERK, LEADER),
        _entry(
            Words("会场控制"),
            "presentation",
            "/office/meetings/{meeting}/control/",
            CLERK,
            LEADER,
            SCRUTINEER,
            COUNTER,
        ),
        _entry(
            Words("签到台"), "clipboard-check", "/office/meetings/{meeting}/desk/", CLERK, SCRUTINEER, COUNTER
        ),
        _entry(Words("逐一点评"), "message", "/office/meetings/{meeting}/comments/", CLERK, LEADER),
        _entry(Words("讲话要求"), "microphone", "/office/meetings/{meeting}/speech/", CLERK, LEADER),
        _entry(
            Words("票条与投票"), "qrcode", "/office/meetings/{meeting}/voting/", CLERK, SCRUTINEER, COUNTER
        ),
    ),
)
AFTER = Group(
    Words("述后"),
    (
        _entry(
            Words("结果与等次"), "chart-bar", "/office/cycles/{cycle}/results/", LEADER, SCRUTINEER, COUNTER
        ),
        _entry(Words("反馈与文书"), "mail", "/office/cycles/{cycle}/letters/", CLERK, LEADER),
        _entry(Words("问题清单"), "list-check", "/office/cycles/{cycle}/problems/", CLERK, LEADER),
        _entry(Words("整改任务"), "gavel", "/office/cycles/{cycle}/tasks/", CLERK, LEADER),
        _entry(
            Words("满意度测评"),
            "circle-check",
            "/office/cycles/{cycle}/polls/",
            CLERK,
            LEADER,
            SCRUTINEER,
            COUNTER,
        ),
        _entry(Words("下回分解"), "history", "/office/cycles/{cycle}/lines/", CLERK, LEADER),
        _entry(Words("共性问题"), "list-check", "/office/cycles/{cycle}/faults/", CLERK, LEADER),
        _entry(Words("新闻稿"), "writing", "/office/cycles/{cycle}/news/", CLERK, LEADER),
        _entry(Words("归档"), "stack-2", "/office/cycles/{cycle}/archive/", CLERK, LEADER),
    ),
)
# The satisfaction poll in view: its place is the number of its plan, not that of the review.
POLL = Group(
    "",
    (
        _entry(Words("方案和结果"), "flag", "/office/polls/{poll}/", CLERK, LEADER, SCRUTINEER, COUNTER),
        _entry(Words("票类和名单"), "users-group", "/office/cycles/{poll}/classes/", CLERK),
        _entry(Words("规则"), "scale", "/office/cycles/{poll}/settings/", CLERK, LEADER),
        _entry(Words("封存方案"), "lock", "/office/cycles/{poll}/freeze/", CLERK),
        *(entry for entry in DURING.entries if entry.path.endswith(("/control/", "/desk/", "/voting/"))),
    ),
)
ALWAYS = Group(
    Words("平时"),
    (
        _entry(Words("考核指标"), "scale", "/office/daily-sets/", CLERK, LEADER),
        _entry(Words("组织生活"), "table", "/office/orglife/", CLERK, LEADER, SECRETARY),
        _entry(Words("议题与决策"), "gavel", "/office/topics/", CLERK, LEADER, SECRETARY),
        _entry(Words("决策会议"), "calendar-event", "/office/decision-meetings/", CLERK, LEADER, SECRETARY),
        _entry(Words("议题的投票"), "ticket", "/office/votes/", SCRUTINEER, COUNTER),
        _entry(Words("减负账单"), "receipt", "/office/ledgers/burden/", CLERK, LEADER, SECRETARY),
        _entry(Words("单位"), "building", "/office/organisations/", CLERK, LEADER),
        _entry(Words("人员"), "id-badge-2", "/office/people/", CLERK, LEADER),
        _entry(Words("工作日历"), "calendar-event", "/office/calendar/", CLERK, LEADER),
        _entry(Words("发文登记"), "receipt", "/office/register/", CLERK, LEADER),
        _entry(Words("往年评议"), "stack-2", "/office/past/", CLERK, LEADER),
        _entry(Words("归档导入"), "download", "/office/taken-in/", CLERK, LEADER),
        _entry(Words("文书模板"), "writing", "/office/templates/", CLERK),
        _entry(Words("字体和生僻字"), "text-size", "/office/fonts/", CLERK, LEADER),
        _entry(Words("群提醒"), "bell", "/office/webhooks/", CLERK),
        _entry(Words("账号和角色"), "key", "/office/accounts/", CLERK),
        _entry(Words("办事记录"), "history", "/office/events/", CLERK),
    ),
)

HELP = Group(
    "",
    (
        _entry(
            Words("第一次用？"),
            "help-circle",
            "/office/guide/",
            CLERK,
            SECRETARY,
            LEADER,
            SCRUTINEER,
            COUNTER,
            EXAMINER,
        ),
    ),
)


def navigation_for(
    actor: Actor,
    *,
    here: str,
    cycle_id: int | None,
    meetings: Sequence[tuple[int, str]],
    poll: tuple[int, int, str] | None = None,
) -> list[Group]:
    """The groups with what the actor may see; with several meetings each has a 述中 group of its own.

    `poll` is the plan, the meeting and the name of the satisfaction poll in view.
    """
    places = {} if cycle_id is None else {"cycle": cycle_id}
    groups = [_visible(group, actor, here, places) for group in (HOME, BEFORE)]
    for meeting_id, name in meetings:
        during = DURING if len(meetings) == 1 else replace(DURING, name=Words("述中　{name}", name=name))
        groups.append(_visible(during, actor, here, {**places, "meeting": meeting_id}))
    groups.append(_visible(AFTER, actor, here, places))
    if poll is not None:
        plan_id, meeting_id, name = poll
        its = replace(POLL, name=name)
        groups.append(_visible(its, actor, here, {"poll": plan_id, "meeting": meeting_id}))
    groups += [_visible(group, actor, here, places) for group in (ALWAYS, HELP)]
    return [_only_nearest(group, groups) for group in groups if group.entries]


def _only_nearest(group: Group, groups: Sequence[Group]) -> Group:
    """Of entries that stand for the same page only the one with the longest address is current."""
    current = [len(entry.path) for one in groups for entry in one.entries if entry.is_current]
    return replace(
        group,
        entries=tuple(
            replace(entry, is_current=entry.is_current and len(entry.path) == max(current))
            for entry in group.entries
        ),
    )


def _visible(group: Group, actor: Actor, here: str, places: dict[str, int]) -> Group:
    shown = []
    for entry in group.entries:
        needs = {word for word in ("cycle", "meeting", "poll") if f"{{{word}}}" in entry.path}
        if not actor.has_role(*entry.roles) or not needs <= places.keys():
            continue
        path = entry.path.format(**places)
        if leads_somewhere(path):
            shown.append(replace(entry, path=path, is_current=_is_here(path, here)))
    return Group(group.name, tuple(shown))


def _is_here(path: str, here: str) -> bool:
    """The overview is the page itself only; every other entry also stands for the pages below it."""
    is_overview = "/cycles/" in path and path.count("/") == 4
    return here == path or (not is_overview and here.startswith(path))


@lru_cache(maxsize=4096)
def leads_somewhere(path: str) -> bool:
    """Whether this address has a page: nothing links to a page that does not exist."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
