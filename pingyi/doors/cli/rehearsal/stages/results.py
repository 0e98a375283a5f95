"""After the count: scores are kept, the committee decides the grades, everybody gets a letter."""

import json
from typing import Any

from pingyi.doors.cli.rehearsal.play import Play

REASON = "党委会结合日常掌握的情况和群众反映研究确定"
GRADES = ("good", "fairly_good", "average", "poor")


def take_snapshot(play: Play) -> None:
    """The leader has the scores calculated, and keeps the files that repeat the calculation."""
    leader = play.as_("leader")
    leader.post(f"{play.cycle}results/snapshot/")
    for kind in ("input", "rules", "answer"):
        play.download("结果", leader, f"{play.cycle}results/file/{kind}/")
    play.counted = json.loads(leader.get(f"{play.cycle}results/file/input/").content)


def decide_grades(play: Play, day: int) -> None:
    """As proposed, but for as many of the best as the cap allows: the rest of them one grade lower, with the reason."""
    answer = json.loads(play.as_("leader").get(f"{play.cycle}results/file/answer/").content)
    fields: dict[str, str] = {
        "meeting": f"{play.scenario.short_name}党委会（第{day}次述职评议专题）",
        "decided_on": f"{play.scenario.day(day):%Y-%m-%d}",
    }
    fields |= _chosen(answer, _numbers(play))
    play.as_("leader").post(f"{play.cycle}results/decide/", fields)
    play.download("结果", play.as_("leader"), f"{play.cycle}results/file/summary/")


def _chosen(answer: dict[str, Any], numbers: dict[str, int]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    best = 0
    for one in sorted(answer["reporters"], key=lambda one: one["rank"]):
        number, grade = numbers[one["id"]], one["grade"]
        if grade == GRADES[0]:
            best += 1
            if best > answer["max_good"]:
                grade = GRADES[1]
                chosen[f"reason-{number}"] = REASON
        chosen[f"grade-{number}"] = grade
    return chosen


def _numbers(play: Play) -> dict[str, int]:
    """The ids of the calculation are the office's own numbers, as text."""
    return {str(number): number for number in play.reporters.values()}


def send_letters(play: Play) -> None:
    """The clerk completes each opinion, from the words of the comment where there was one, the leader confirms them one
    after the other, and the clerk gives all out."""
    clerk = play.as_("clerk")
    for unit, reporter in play.reporters.items():
        page = clerk.get(f"{play.cycle}letters/{reporter}/")
        words = play.words_for(unit)
        fields: dict[str, str | int] = {"version": page.find(r'name="version" value="(\d+)"'), "then": "save"}
        for part, made_up in (
            ("strengths", words.strengths()),
            ("problems", words.problem()),
            ("direction", words.direction()),
        ):
            said = page.find(rf'<textarea[^>]*name="{part}"[^>]*>(.*?)</textarea>').strip()
            fields[part] = said or made_up
        fields["grounds"] = page.find(r'<textarea[^>]*name="grounds"[^>]*>(.*?)</textarea>')
        clerk.send(page.address, fields)
        play.as_("leader").send(f"{play.cycle}letters/{reporter}/confirm/", {"version": 1})
    clerk.post(f"{play.cycle}letters/issue/")
    for reporter in play.reporters.values():
        play.download("反馈意见", clerk, f"{play.cycle}letters/{reporter}/file/")


def categories(play: Play) -> list[dict[str, object]]:
    """The classes as the calculation has them: papers issued, ballots cast, valid ones, those on paper.

    `cast` counts ballots that came back, `valid` those of them that are not void as a whole (paper with gaps).
    """
    ballots = play.counted["reporters"][0]["ballots"]
    found: list[dict[str, object]] = []
    for one in play.classes:
        counts = ballots[one.code]
        cast = sum(number for name, number in counts.items() if name != "issued")
        found.append(
            {
                "id": one.code,
                "name": one.name,
                "issued": counts["issued"],
                "cast": cast,
                "valid": cast - play.voided.get(one.code, 0),
                "paper": len(one.on_paper),
            }
        )
    return found
