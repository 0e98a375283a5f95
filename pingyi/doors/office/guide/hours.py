"""Who does what in the first hour, and what can be tried without harm."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.doors.office.navigation import leads_somewhere
from pingyi.organisations.actor import Actor
from pingyi.organisations.phrases import ROLES


@dataclass(frozen=True)
class Task:
    """`path` may hold {cycle} or {meeting}; without them, or for other roles, the task is told without a link."""

    text: str
    path: str = ""


@dataclass(frozen=True)
class Hour:
    who: str
    tasks: tuple[Task, ...]
    is_own: bool = False


@dataclass(frozen=True)
class Trial:
    title: str
    text: str
    command: str = ""


TASKS: Mapping[str, tuple[Task, ...]] = {
    "clerk": (
        Task(Words("导入单位和书记"), "/office/organisations/import/"),
        Task(Words("给要办事的人开账号，发临时密码"), "/office/accounts/"),
        Task(Words("开一轮评议，照方案填"), "/office/cycles/new/"),
    ),
    "leader": (
        Task(Words("看单位和人员齐不齐"), "/office/organisations/"),
        Task(Words("看规则：票类权重、分数段、好的上限"), "/office/cycles/{cycle}/settings/"),
    ),
    "secretary": (
        Task(Words("改掉临时密码，看要自己办的事"), "/office/mine/"),
        Task(Words("读述职报告怎么写、怎么交"), "/office/guide/reports/"),
    ),
    "examiner": (
        Task(Words("看有没有等着审的报告"), "/office/examine/"),
        Task(Words("读退回和通过怎么办"), "/office/guide/reports/"),
    ),
    "scrutineer": (
        Task(Words("读测评怎么保密、怎么开箱关箱"), "/office/guide/ballot/"),
        Task(Words("看票条印了多少"), "/office/meetings/{meeting}/voting/"),
    ),
    "counter": (
        Task(Words("用纸笔核对一次计票"), "/office/guide/counting/"),
        Task(Words("看签到台，开会那天按票类点人"), "/office/meetings/{meeting}/desk/"),
    ),
}
KEEPER = Hour(
    Words("管服务器的人，不用账号"),
    (Task(Words("python3 run.py doctor 检查一遍，python3 run.py backup 备份一次，再和经办人彩排一遍")),),
)
TRIALS = (
    Trial(
        Words("彩排一遍"),
        Words("系统自己走完全程，文书都印出来，单独存放，不碰正式数据。"),
        Words("python3 run.py rehearse --scenario seed-b --out 预演"),
    ),
    Trial(
        Words("打开演示"),
        Words("在自己的电脑上开两个虚构的单位，随便点，随便改。"),
        "python3 run.py demo",
    ),
    Trial(Words("传一次名单"), Words("传上来先看一遍，确认以前什么都没有存，有一处不对就一条也不写入。")),
    Trial(Words("填方案、试模板"), Words("封存以前怎么改都行；文书模板试印过才启用。")),
)


def hours_for(actor: Actor, *, cycle_id: int | None, meeting_id: int | None) -> list[Hour]:
    """Everybody's first hour, the actor's own roles first; links only to pages that are open to the actor."""
    places = {"cycle": cycle_id, "meeting": meeting_id}
    hours = [
        Hour(
            ROLES[role],
            tuple(Task(task.text, _open(task.path, actor.has_role(role), places)) for task in tasks),
            actor.has_role(role),
        )
        for role, tasks in TASKS.items()
    ]
    return [*sorted(hours, key=lambda hour: not hour.is_own), KEEPER]


def _open(path: str, is_own: bool, places: Mapping[str, int | None]) -> str:
    """The guide is open to everybody, other pages to those whose task it is."""
    if any(f"{{{word}}}" in path and number is None for word, number in places.items()):
        return ""
    may_go = is_own or path.startswith("/office/guide/")
    path = path.format(**places)
    return path if may_go and leads_somewhere(path) else ""
