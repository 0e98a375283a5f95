"""述前: the register is imported, the review is planned and frozen."""

from pingyi.doors.cli.rehearsal.office import Stuck
from pingyi.doors.cli.rehearsal.play import Play, VoterClass
from pingyi.doors.cli.scenarios.register import list_workbook, register_workbook

# One in so many of those who report in writing spoke the year before.
SPOKE_BEFORE = 3


def import_register(play: Play) -> None:
    """Uploads the workbook, looks at the preview, confirms."""
    clerk = play.as_("clerk")
    shown = clerk.upload("/office/organisations/import/", "名册.xlsx", register_workbook(play.cast))
    clerk.wait_for(shown.address, "看过没有问题")
    confirmed = clerk.post(f"{shown.address}confirm/")
    clerk.wait_for(confirmed.address, "导入好了")


def plan_review(play: Play) -> None:
    """Name, dates, the meeting with chair and commentator."""
    clerk, scenario = play.as_("clerk"), play.scenario
    convenor = clerk.get("/office/cycles/new/").find(r'<option value="(\d+)"[^>]*>[^<]*委员会')
    started = clerk.post("/office/cycles/new/", {"convenor": convenor, "year": scenario.year, "name": ""})
    play.cycle_id = int(started.address.split("/")[3])
    clerk.post(
        f"{play.cycle}plan/dates/",
        {
            "before_from": f"{scenario.day(-45):%Y-%m-%d}",
            "before_to": f"{scenario.day(-1):%Y-%m-%d}",
            "during_from": f"{scenario.day(0):%Y-%m-%d}",
            "during_to": f"{scenario.day(7):%Y-%m-%d}",
            "after_from": f"{scenario.day(8):%Y-%m-%d}",
            "after_to": f"{scenario.day(220):%Y-%m-%d}",
            "reports_due_at": f"{scenario.day(-7, 17):%Y-%m-%dT%H:%M}",
        },
    )
    chair = play.cast.first if scenario.is_one_person else play.cast.president
    clerk.post(
        f"{play.cycle}plan/meetings/",
        {
            "name": scenario.meeting,
            "held_at": f"{scenario.held_at:%Y-%m-%dT%H:%M}",
            "place": scenario.place,
            "ballot_mode": play.mode,
            "chair": chair.number,
            "chair_title": scenario.chair_title,
            "commentator": play.cast.first.number,
            "commentator_title": scenario.commentator_title,
        },
    )


def settle_roster(play: Play) -> None:
    """Everybody in post is proposed; some are put on site, in the order of the scenario."""
    clerk = play.as_("clerk")
    clerk.post(f"{play.cycle}reporters/propose/")
    page = clerk.get(f"{play.cycle}reporters/")
    for row in page.html.split("<tr")[1:]:
        for unit in play.scenario.units:
            if f'测评<span class="sr">{unit.name}</span>' in row:
                play.reporters[unit] = int(row.split('name="mode-')[1].split('"')[0])
    missing = [unit.name for unit in play.scenario.units if unit not in play.reporters]
    if missing:
        raise Stuck(f"not on the roster: {missing}")
    fields: dict[str, str | int] = {}
    for order, unit in enumerate(play.scenario.on_site, start=1):
        fields[f"mode-{play.reporters[unit]}"] = "on_site"
        fields[f"order-{play.reporters[unit]}"] = order
        # Asked for only where it is otherwise than proposed.
        fields[f"reason-{play.reporters[unit]}"] = "部务会定的现场名单"
    for unit in play.scenario.written:
        fields[f"mode-{play.reporters[unit]}"] = "written"
        fields[f"reason-{play.reporters[unit]}"] = "部务会定的书面名单"
    clerk.post(f"{play.cycle}reporters/", fields | {f"voted-{pk}": "on" for pk in play.reporters.values()})


def decide_turns(play: Play) -> None:
    """Earlier years are entered; who reports on site is decided, with a reason wherever it is not as proposed."""
    clerk, year = play.as_("clerk"), play.scenario.year
    turns = f"{play.cycle}reporters/turns/"
    spoke_before = {unit.name for unit in play.scenario.written[::SPOKE_BEFORE]}
    page = clerk.get(f"{turns}earlier/")
    entered = page.find_all(r'name="years-(\d+)"')
    named = page.find_all(r'aria-label="([^"]+)现场述职的年度"')
    years = {
        f"years-{pk}": str(year - 1) if name in spoke_before else "无"
        for pk, name in zip(entered, named, strict=True)
    }
    clerk.post(f"{turns}earlier/", years)
    fields: dict[str, str | int] = {"seen": clerk.get(turns).find(r'name="seen" value="([^"]+)"')}
    for unit, pk in play.reporters.items():
        fields |= {f"mode-{pk}": "on_site" if unit.is_on_site else "written", f"reason-{pk}": "部务会研究定"}
    clerk.post(turns, fields)


def list_classes(play: Play) -> None:
    """The voter classes, their lists, equal weights."""
    clerk = play.as_("clerk")
    play.meeting_id = int(clerk.get(f"{play.cycle}classes/").find(r'name="meeting" value="(\d+)"'))
    for place, plan in enumerate(play.scenario.classes):
        fields: dict[str, str | int] = {"meeting": play.meeting_id, "name": plan.name}
        if plan.selection_note:
            fields |= {"is_selected_part": "on", "selection_note": plan.selection_note}
        added = clerk.post(f"{play.cycle}classes/add/", fields)
        voter_class = VoterClass(
            id=int(added.address.rstrip("/").rsplit("/", 1)[1]),
            code=added.find(r"([A-Z甲乙丙丁戊己庚辛])类"),
            name=plan.name,
            coming=play.cast.coming[place],
            has_reporters=plan.source == "reporters",
        )
        play.classes.append(voter_class)
        _fill_list(play, place, f"{play.cycle}classes/{voter_class.id}/")
    clerk.post(f"{play.cycle}classes/equal/", {"meeting": play.meeting_id})


def _fill_list(play: Play, place: int, where: str) -> None:
    clerk, plan = play.as_("clerk"), play.scenario.classes[place]
    if plan.source == "file":
        clerk.upload(f"{where}file/", "名单.xlsx", list_workbook(play.cast.chosen[place]))
        return
    source = plan.source
    if source == "body":
        source = clerk.get(where).find(rf'value="(body-\d+)"[^>]*>[^<]*{play.scenario.body}<')
    if place not in play.cast.chosen:
        clerk.post(f"{where}take/", {"source": source, "all": "on"})
        return
    invited = {person.name for person in play.cast.chosen[place]}
    rows = clerk.get(f"{where}?source={source}").find_all(
        r'name="person" value="(\d+)" checked><span class="sr">列入[^<]*'
    )
    names = clerk.get(f"{where}?source={source}").find_all(r'checked><span class="sr">列入([^<]*)')
    chosen = [number for number, name in zip(rows, names, strict=True) if name in invited]
    clerk.post(f"{where}take/", {"source": source, "person": chosen})


def freeze_plan(play: Play) -> None:
    """The settings that the scenario assumes, then the seal."""
    clerk = play.as_("clerk")
    clerk.post(f"{play.cycle}settings/", play.scenario.settings)
    clerk.post(f"{play.cycle}freeze/")
    play.download("方案", clerk, f"{play.cycle}freeze/plan.json")
