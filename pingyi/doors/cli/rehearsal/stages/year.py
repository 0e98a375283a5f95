"""The year after the meeting: what is overdue goes up the line, one fault comes back, next year opens with it."""

from pingyi.doors.cli.rehearsal.office import Stuck
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.scenarios.scenario import Unit
from pingyi.doors.cli.scenarios.words import PROGRESS

CAME_BACK = "又看了两个支部，记录仍缺讨论要点。"


def tell_the_overdue(play: Play) -> None:
    """The clerk has the clock looked at: whoever has to be told is told, once."""
    clerk = play.as_("clerk")
    clerk.send(f"{play.cycle}ladder/tell/")
    clerk.get(f"{play.cycle}ladder/").find(r"(逾期)")


def look_back(play: Play, unit: Unit) -> None:
    """The clerk looks whether a closed task holds: the fault came back, task and problem are open again."""
    clerk = play.as_("clerk")
    clerk.send(f"{play.task_pages[unit]}look-back/", {"result": "came_back", "found": CAME_BACK})
    clerk.get(play.task_pages[unit]).find(f"({CAME_BACK[:8]})")


def mend_late(play: Play, unit: Unit) -> None:
    """What was overdue is done and closed out all the same."""
    secretary, clerk = play.secretary(unit), play.as_("clerk")
    task = secretary.get(play.problem_pages[unit][0]).find(r'href="(/office/tasks/\d+/)"')
    secretary.send(f"{task}evidence/", {"note": "整改完成情况说明"})
    secretary.send(f"{task}submit/", {"progress": PROGRESS})
    clerk.send(f"{task}close/", {"note": "看了制度和记录，属实。"})


def open_next_year(play: Play, came_back: Unit) -> None:
    """The next review is begun; its plan opens with everything that is not struck off, the fault that came back too."""
    clerk, scenario = play.as_("clerk"), play.scenario
    text = clerk.get(play.problem_pages[came_back][0]).find(r"<h1[^>]*>(.*?)</h1>").strip()
    convenor = clerk.get("/office/cycles/new/").find(r'<option value="(\d+)"[^>]*>[^<]*委员会')
    started = clerk.post("/office/cycles/new/", {"convenor": convenor, "year": scenario.year + 1, "name": ""})
    following = f"/office/cycles/{int(started.address.split('/')[3])}/"
    carried = clerk.find_on_all_pages(f"{following}problems/", r'href="(/office/problems/\d+/)"')
    if play.problem_pages[came_back][0] not in carried:
        raise Stuck(f"{following}problems/: what came back is not on next year's list ({text})")


def draft_news(play: Play) -> None:
    """The news of the meeting, drafted from what was recorded."""
    clerk = play.as_("clerk")
    shown = clerk.post(f"{play.meeting}news/", {"purpose": "", "chair_words": "", "ballot": ""})
    play.download("新闻", clerk, f"{shown.address}file/docx/")
