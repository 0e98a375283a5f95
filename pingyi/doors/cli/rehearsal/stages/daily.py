"""The daily part of the score: the year's ledger is imported, indicators are chosen, some assess themselves, all are
calculated and handed over."""

import re
from html import unescape

from pingyi.doors.cli.rehearsal.office import Visitor
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.scenarios.ledger import ledger_workbook
from pingyi.doors.cli.scenarios.register import proof_workbook
from pingyi.doors.cli.scenarios.scenario import Unit

IMPORT = "/office/ledgers/orglife/import/"
SETS = "/office/daily-sets/"
MINE = "/office/mine/daily/"
SAMPLES = ("five", "seven")
ASKED, GIVEN = ("6", "9"), "5"
SAID = "建立了台账，每学期研究两次，有记录。"
FEWER = "佐证只到九月，少给一分。"
UNCLEAR = "看不出是哪一年的材料，请补上日期。"
PROOF = "工作台账.xlsx"


def import_ledger(play: Play) -> None:
    """What the branches held in the year, as one workbook through the door of the office."""
    clerk = play.as_("clerk")
    shown = clerk.upload(IMPORT, "组织生活.xlsx", ledger_workbook(play.cast))
    preview = clerk.wait_for(shown.address, "看过没有问题")
    confirmed = clerk.post(preview.find(r'action="(/office/ledgers/orglife/import/\d+/confirm/)"'))
    clerk.wait_for(confirmed.address, "导入好了")


def choose_indicators(play: Play) -> None:
    """The samples become the institution's own sets and are put in force; each kind of organisation goes by its own."""
    clerk = play.as_("clerk")
    for sample in SAMPLES:
        clerk.send(f"{SETS}sample/{sample}/")
    for page in clerk.get(SETS).find_all(r'href="(/office/daily-sets/\d+/)"'):
        _leave_out_what_nobody_assessed(clerk, page)
        clerk.send(f"{page}in-force/")
    fields = {}
    for part in clerk.get(f"{play.cycle}daily/").html.split('<select class="input"')[1:]:
        name = part.split('name="')[1].split('"')[0]
        fields[name] = part.split('<option value="')[2].split('"')[0]
    clerk.send(f"{play.cycle}daily/choose/", fields)


def _leave_out_what_nobody_assessed(clerk: Visitor, page: str) -> None:
    """The draft with one thing otherwise: few assess themselves in a rehearsal, the others lose nothing by it."""
    form = clerk.get(f"{page}edit/")
    fields: dict[str, str | list[str]] = dict(
        re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', form.html)
    )
    for select in form.html.split("<select")[1:]:
        chosen = re.search(r'<option value="([^"]*)" selected', select.split("</select>")[0])
        fields[select.split('name="')[1].split('"')[0]] = unescape(chosen[1]) if chosen else ""
    kinds = form.find_all(r'name="kinds" value="(\w+)" checked')
    clerk.send(f"{page}edit/", fields | {"kinds": kinds, "not_checked": "leave_out"})


def assess_themselves(play: Play, units: tuple[Unit, ...]) -> None:
    """These secretaries hand in two of their indicators with a file; the clerk checks, one with a point less."""
    for unit in units:
        _hand_in(play, unit, ASKED)
    clerk = play.as_("clerk")
    waiting = clerk.get(f"{play.cycle}daily/check/")
    checks = waiting.find_all(r'action="(/office/self-assessments/\d+/check/)"')
    for place, check in enumerate(checks):
        asked = ASKED[place % 2]
        fewer = place == 0
        clerk.send(check, {"points": GIVEN if fewer else asked, "reason": FEWER if fewer else ""})


def leave_some_waiting(play: Play, waiting: Unit, returned: Unit, drafting: Unit) -> None:
    """For the demonstration: one waits for its check, one was given back, one is a draft."""
    clerk = play.as_("clerk")
    _hand_in(play, returned, ("5",))
    page = clerk.get(f"{play.cycle}daily/check/").find(r'action="(/office/self-assessments/\d+/)return/"')
    clerk.send(f"{page}return/", {"reason": UNCLEAR})
    _hand_in(play, waiting, ("5",))
    _hand_in(play, drafting, ("3",), then="save")


def calculate(play: Play) -> None:
    """The clerk has all scores calculated."""
    play.as_("clerk").send(f"{play.cycle}daily/calculate/")


def hand_over(play: Play) -> None:
    """A leader makes them the daily part of the review; the sheet with every line is kept."""
    leader = play.as_("leader")
    leader.send(f"{play.cycle}daily/hand-over/")
    play.download("日常考核", leader, f"{play.cycle}daily/file/")


def _hand_in(play: Play, unit: Unit, points: tuple[str, ...], then: str = "submit") -> None:
    secretary = play.secretary(unit)
    forms = secretary.get(MINE).find_all(r'action="(/office/mine/daily/\d+/\d+/)"')
    for form, asked in zip(forms, points, strict=False):
        fields = {"points": asked, "words": SAID, "note": "研究工作的台账", "then": then}
        secretary.upload(form, PROOF, proof_workbook(), fields)
