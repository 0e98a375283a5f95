"""述后: problems are claimed or contested, become tasks with measures, are mended, checked and struck off."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from pingyi.doors.cli.rehearsal.office import Page
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.scenarios.register import proof_workbook
from pingyi.doors.cli.scenarios.scenario import Unit
from pingyi.doors.cli.scenarios.words import PROGRESS
from pingyi.organisations.domain.holiday_notices import PRESET
from pingyi.organisations.domain.working_days import calendar_of

SECRETARIES_AT_ONCE = 3
CONTEST = "检查组看到的是整改前的记录，下半年已补齐，请核对。"
RULING = "下半年记录仍缺讨论要点，问题属实，请列入整改。"


def list_problems_of_written(play: Play, units: tuple[Unit, ...]) -> None:
    """Nobody commented on a written report in the hall: its problem comes onto the list from the opinion."""
    place = f"{play.cycle}problems/"
    shown = play.as_("clerk").get(place)
    for unit in units:
        fields = {
            "organisation": offered(shown, unit),
            "text": play.words_for(unit).problem(),
            "source": "ballot_remark",
            "source_note": "书面述职的综合评价",
        }
        play.as_("clerk").send(f"{place}add/", fields)
        play.problems[unit] = 1


def offered(shown: Page, unit: Unit) -> str:
    """The number under which a list offers this organisation."""
    return shown.html.split(f">{unit.name}</option>")[0].rsplit('value="', 1)[1].split('"')[0]


def claim(play: Play, units: tuple[Unit, ...]) -> None:
    """Every problem is claimed; the very first one is contested, and the clerk rules that it stands."""
    for unit in units:
        secretary = play.secretary(unit)
        play.problem_pages[unit] = pages_of(play, unit)
        for place, page in enumerate(play.problem_pages[unit]):
            if unit is units[0] and place == 0:
                secretary.send(f"{page}contest/", {"reason": CONTEST})
                play.as_("clerk").send(f"{page}rule/", {"decision": "stands", "reason": RULING})
            else:
                secretary.send(f"{page}claim/")


def pages_of(play: Play, unit: Unit) -> list[str]:
    """The problems of one organisation, as its secretary finds them."""
    found = play.secretary(unit).get(f"{play.cycle}problems/").find_all(r'href="(/office/problems/\d+/)"')
    return list(dict.fromkeys(found))


def propose_tasks(play: Play, units: tuple[Unit, ...], day: int) -> None:
    """A task for each claimed problem: cause, measures, who is responsible, due so many days after the meeting."""
    due_on = _working_day(play.scenario.day(day).date())

    def of_one(unit: Unit) -> None:
        for page in play.problem_pages[unit]:
            fields = {
                "measures": play.words_for(unit).measures(),
                "responsible": play.cast.secretaries[unit].number,
                "department": "党委办公室",
                "cause": "日常抓得不紧，责任没有落到人。",
                "due_on": f"{due_on:%Y-%m-%d}",
            }
            play.secretary(unit).send(f"{page}tasks/", fields)

    with ThreadPoolExecutor(SECRETARIES_AT_ONCE) as offices:
        list(offices.map(of_one, units))


def approve_plans(play: Play) -> None:
    """All that wait, a page of the list at once."""
    clerk, place = play.as_("clerk"), f"{play.cycle}tasks/?show=proposed"
    while waiting := clerk.get(place).find_all(r'name="tasks" value="(\d+)"'):
        clerk.send(f"{play.cycle}plans/approve/", {"tasks": waiting})


def _working_day(day: date) -> date:
    """This day, or the last working day before it."""
    calendar = calendar_of(PRESET)
    while calendar.is_known(day) and not calendar.is_working(day):
        day -= timedelta(days=1)
    return day


def mend(play: Play, units: tuple[Unit, ...]) -> None:
    """The first task of each: progress, evidence, handed in for the check."""
    for unit in units:
        secretary = play.secretary(unit)
        task = secretary.get(play.problem_pages[unit][0]).find(r'href="(/office/tasks/\d+/)"')
        play.task_pages[unit] = task
        secretary.send(f"{task}progress/", {"progress": "制度初稿已形成，正在征求意见。"})
        secretary.upload(f"{task}evidence/", "整改说明.xlsx", proof_workbook(), {"note": "整改完成情况说明"})
        secretary.send(f"{task}submit/", {"progress": PROGRESS})


def check(play: Play, units: tuple[Unit, ...]) -> None:
    """Somebody else checks: the first is sent back once, then all are closed out, task and problem."""
    clerk = play.as_("clerk")
    for place, unit in enumerate(units):
        task, problem = play.task_pages[unit], play.problem_pages[unit][0]
        if place == 0:
            clerk.send(f"{task}send-back/", {"reason": "请补交会议记录复印件。"})
            play.secretary(unit).send(f"{task}submit/", {"progress": f"{PROGRESS}会议记录已补交。"})
        clerk.send(f"{task}close/", {"note": "看了制度和记录，属实。"})
        if f'action="{problem}close/"' in clerk.get(problem).html:
            clerk.send(f"{problem}close/")


def keep_task_lists(play: Play) -> None:
    """The task list of every organisation that has problems, as a Word file."""
    clerk = play.as_("clerk")
    wanted = r'href="(/office/cycles/\d+/problems/task-lists/\d+/)"'
    for place in clerk.find_on_all_pages(f"{play.cycle}problems/", wanted):
        play.download("整改任务清单", clerk, place)
