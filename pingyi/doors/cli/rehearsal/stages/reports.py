"""Duty reports: begun, written, handed in; one is returned with a reason and handed in again; a sentence is held
against the material; all are accepted.
"""

from concurrent.futures import ThreadPoolExecutor

from pingyi.doors.cli.rehearsal.office import Page
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.scenarios.scenario import Unit

WRITERS_AT_ONCE = 3
RETURN_REASON = "问题部分请写出具体表现和原因，不要只写“有待加强”。"
MATERIAL = "看了支部手册和会议记录，次数对得上"


def hand_in(play: Play, units: tuple[Unit, ...]) -> None:
    """Every secretary of these organisations hands a report in."""
    with ThreadPoolExecutor(WRITERS_AT_ONCE) as desk:
        list(desk.map(lambda unit: _write(play, unit), units))


def review(play: Play, units: tuple[Unit, ...]) -> None:
    """The clerk accepts them all, the first one only after it was returned and a sentence of it compared."""
    clerk = play.as_("clerk")
    for place, unit in enumerate(units):
        report = play.reports[unit]
        if place == 0:
            clerk.send(f"{report}return/", {"reason": RETURN_REASON})
            _send(play, unit, play.secretary(unit).get(report))
            _compare(play, report)
        clerk.send(f"{report}accept/")


def _compare(play: Play, report: str) -> None:
    """The first sentence that can be held against something: the clerk writes which material she saw."""
    clerk = play.as_("clerk")
    page = clerk.get(report)
    fields: dict[str, str | int] = {
        name: page.find(rf'<details class="own-word">.*?name="{name}" value="([^"]*)"')
        for name in ("version", "section", "sentence", "claim", "word")
    }
    clerk.send(f"{report}claims/", fields | {"note": MATERIAL, "finding": "verified"})


def _write(play: Play, unit: Unit) -> None:
    page = play.secretary(unit).post(f"/office/reporters/{play.reporters[unit]}/report/")
    play.reports[unit] = page.address
    _send(play, unit, page)


def _send(play: Play, unit: Unit, page: Page) -> None:
    boxes = page.find_all(r'<textarea[^>]*name="text-(\d+)"')
    words = play.words_for(unit)
    fields: dict[str, str | int] = {f"text-{box}": words.section(int(box), len(boxes)) for box in boxes}
    fields |= {"version": page.find(r'name="version" value="(\d+)"'), "then": "submit"}
    play.secretary(unit).send(page.address, fields)
