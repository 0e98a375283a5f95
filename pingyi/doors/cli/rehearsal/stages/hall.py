"""述中: the hall is opened, people arrive, reports and comments follow one another, the speech is recorded."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from pingyi.doors.cli.rehearsal.office import Page, Stuck
from pingyi.doors.cli.rehearsal.play import Play, VoterClass
from pingyi.doors.cli.scenarios.scenario import Unit

MINUTES_PER_ITEM = 6
DESKS = 4


def open_hall(play: Play) -> None:
    """The hall opens, and everybody who comes is ticked off at the desk of the class."""
    play.as_("clerk").post(f"{play.meeting}open/")
    first = {play.cast.secretaries[unit].number for unit in play.scenario.on_site}
    first |= {play.cast.first.number, play.cast.president.number}
    for voter_class in play.classes:
        _note_present(play, voter_class, first)
    with ThreadPoolExecutor(DESKS) as desks:
        list(desks.map(lambda voter_class: _arrive(play, voter_class), play.classes))


def _note_present(play: Play, voter_class: VoterClass, first: set[str]) -> None:
    """Those who must be there, then others as the list has them."""
    page = play.as_("clerk").get(f"{play.meeting}desk/{voter_class.id}/")
    people = re.findall(r'<li id="voter-(\d+)"[^>]*data-find="\S+ (\S+) ', page.html)
    people.sort(key=lambda one: one[1] not in first)
    if len(people) < voter_class.coming:
        raise Stuck(f"{voter_class.code}: {len(people)} on the list, {voter_class.coming} should come")
    voter_class.present = [int(number) for number, _ in people[: voter_class.coming]]


def _arrive(play: Play, voter_class: VoterClass) -> None:
    desk = play.another("clerk")
    for person in voter_class.present:
        desk.send(f"{play.meeting}desk/arrive/", {"person": person, "desk": voter_class.id})
    here = len(
        re.findall(r'<li id="voter-\d+" class="here"', desk.get(f"{play.meeting}desk/{voter_class.id}/").html)
    )
    if here != voter_class.coming:
        raise Stuck(f"{voter_class.code}: {here} at the desk, {voter_class.coming} came")


def hold_reports(play: Play) -> None:
    """Item after item until the ballot's turn: each report, each comment, the speech."""
    clerk = play.as_("clerk")
    of_reporter = {pk: unit for unit, pk in play.reporters.items()}
    moment = play.scenario.held_at
    page = clerk.get(f"{play.meeting}control/")
    for _ in range(4 * len(play.scenario.units) + 10):
        page = _next_item(play, page)
        if f'{play.meeting}voting/">' in page.html and "去票条与投票" in page.html:
            return
        if '<p class="kind">点评' in page.html:
            reporter = int(page.find(r'/comments/(\d+)/"'))
            _comment(play, of_reporter[reporter], reporter)
            page = clerk.get(f"{play.meeting}control/")
        elif "记讲话要求" in page.html:
            _speech(play)
            page = clerk.get(f"{play.meeting}control/")
        moment += timedelta(minutes=MINUTES_PER_ITEM)
        play.server.clock.set(moment)
    raise Stuck("the ballot's turn never came")


def _next_item(play: Play, page: Page) -> Page:
    item = page.find(r'id="main-act" name="item" value="(\d+)"')
    return play.as_("clerk").post(f"{play.meeting}start/", {"item": item})


def _comment(play: Play, unit: Unit, reporter: int) -> None:
    comment = play.words.comment()
    fields: dict[str, str | int | tuple[str, ...]] = {"version": 0, "then": "finish"}
    for number, (text, part, tags) in enumerate(comment.sentences, start=1):
        fields |= {f"text-{number}": text, f"part-{number}": part, f"tags-{number}": tags}
    play.as_("clerk").send(f"{play.meeting}comments/{reporter}/", fields)
    play.problems[unit] = comment.problems


def _speech(play: Play) -> None:
    requirements = play.scenario.requirements
    spoken = "".join(f"{'一二三四五六'[place]}是{one.text}" for place, one in enumerate(requirements))
    fields: dict[str, str | int] = {"text": play.scenario.speech_lead + spoken, "version": 0, "act": "save"}
    for number, one in enumerate(requirements, start=1):
        fields |= {f"text-{number}": one.text, f"level-{number}": one.level}
    play.as_("clerk").post(f"{play.meeting}speech/", fields)


def end_meeting(play: Play) -> None:
    """Every problem named becomes a draft task; what remains of the agenda after the ballot, then the end."""
    clerk = play.as_("clerk")
    clerk.send(f"{play.meeting}comments/homes/rest/")
    for _ in range(10):
        page = clerk.get(f"{play.meeting}control/")
        if f'action="{play.meeting}end/"' in page.html:
            clerk.post(f"{play.meeting}end/")
            return
        _next_item(play, page)
    raise Stuck("the meeting never ended")
