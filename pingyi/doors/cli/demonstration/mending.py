"""What the months after a meeting bring, for the demonstration: every state that a task, a plan, a problem may be in.

Closed, waiting for the check and overdue tasks are there already (rehearsal/script.py). The draft of a supervision
circular and the package of the review are made for whoever opens their pages.
"""

from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.rehearsal.script import TASKS_DUE
from pingyi.doors.cli.rehearsal.stages.rectification import offered, pages_of, propose_tasks
from pingyi.doors.cli.rehearsal.stages.year import look_back, tell_the_overdue
from pingyi.doors.cli.scenarios.scenario import Unit

RETURNED = "原因写得笼统。请写清是哪几个支部、为什么没有做到，再报。"
FOUND_ITSELF = "两个支部换届以后没有及时补选委员。"
OLD = "上年督查时看到：{text}"


def show_all_states(play: Play) -> None:
    """One fault came back, the overdue are told up the line, one plan was returned, one waits, one problem was found by
    the organisation itself."""
    reopened = play.scenario.on_site[1]
    look_back(play, reopened)
    tell_the_overdue(play)
    waiting, returned = play.scenario.units[-1], play.scenario.units[-2]
    _propose(play, returned)
    task = play.as_("clerk").get(play.problem_pages[returned][0]).find(r'href="(/office/tasks/\d+/)"')
    play.as_("clerk").send(f"{task}plan/return/", {"reason": RETURNED})
    _propose(play, waiting)
    fields = {"text": FOUND_ITSELF, "source_note": "支部自查"}
    play.secretary(waiting).send("/office/mine/problems/new/", fields)


def link_with_last_year(play: Play, old_list: str) -> None:
    """The same fault of the same organisation, on last year's list: the clerk says that it is the same one."""
    clerk, unit = play.as_("clerk"), play.scenario.on_site[0]
    today = play.problem_pages[unit][0]
    fields = {
        "organisation": offered(clerk.get(old_list), unit),
        "text": OLD.format(text=clerk.get(today).find(r"<h1>(.*?)</h1>")),
        "source": "inspection",
        "source_note": f"{play.scenario.year - 1}年度督查",
    }
    clerk.send(f"{old_list}add/", fields)
    old = clerk.get(old_list).find(r'href="/office/problems/(\d+)/"')
    clerk.send(f"{today}line/decide/", {"same": old})
    clerk.get(f"{today}line/").find(rf'href="(/office/problems/{old}/)"')
    play.secretary(unit).send(f"/office/problems/{old}/claim/")


def _propose(play: Play, unit: Unit) -> None:
    """Claimed late, with a task whose plan waits for approval."""
    play.problem_pages[unit] = pages_of(play, unit)
    for page in play.problem_pages[unit]:
        play.secretary(unit).send(f"{page}claim/")
    propose_tasks(play, (unit,), TASKS_DUE)
