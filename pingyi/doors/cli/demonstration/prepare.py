"""Plays both reference reviews half-way: A's people are about to vote, B's organisations are mending."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from django.db import connections

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Refused
from pingyi.doors.cli.demonstration.daily import settings_in, show_daily
from pingyi.doors.cli.demonstration.duties import lay_out_duties
from pingyi.doors.cli.demonstration.members import enrol_members
from pingyi.doors.cli.demonstration.mending import link_with_last_year, show_all_states
from pingyi.doors.cli.demonstration.orglife import bring_in_orglife
from pingyi.doors.cli.demonstration.past import enter_past_review, name_old_problems
from pingyi.doors.cli.demonstration.topics import bring_in_topics
from pingyi.doors.cli.rehearsal.play import Play, username_of
from pingyi.doors.cli.rehearsal.script import (
    ballot_and_count,
    before_the_meeting,
    decide_and_tell,
    mend_and_check,
    until_the_ballot,
)
from pingyi.doors.cli.rehearsal.server import OwnServer, running
from pingyi.doors.cli.rehearsal.stages.casting import vote_by_phone
from pingyi.doors.cli.rehearsal.stages.publicity import bring_out_news
from pingyi.doors.cli.scenarios import SCENARIOS
from pingyi.doors.cli.scenarios.people import make_cast
from pingyi.doors.cli.scenarios.scenario import Scenario

PASSWORD = "pingyi-demo"  # noqa: S105 (printed on the screen: everybody may play every part)
NOTES, DATABASE = "demonstration.json", "pingyi.sqlite3"
VOTERS_A, VOTERS_B, SEED = 40, 50, 7
# Review A's hall has been sitting since so many minutes; review B's meeting was so many days ago.
SITTING_FOR, MEETING_WAS = timedelta(minutes=150), timedelta(days=70)
MENDED, CHECKED, UNCLAIMED, HURRIED = 3, 2, 4, 1
# The second half of the year reviews itself, the first half the year before.
SECOND_HALF = 7


@dataclass(frozen=True)
class AccountLine:
    institution: str
    role: str
    name: str
    username: str


@dataclass(frozen=True)
class Notes:
    """What is written down beside the data: who may sign in, and slips that nobody has used."""

    accounts: tuple[AccountLine, ...]
    slips: tuple[str, ...]
    hall: str


def prepare(folder: Path, moment: datetime, address: str) -> Notes:
    """Both reviews in `folder`, dated from this moment; what is there already is left as it is.

    Played beside and moved into place at the end: a start that was interrupted leaves nothing. Refuses a folder that
    holds the data of a real installation.
    """
    if (folder / NOTES).exists():
        return _read(folder / NOTES)
    if (folder / DATABASE).exists():
        message = f"{folder} 里已经有别的数据，演示不会动它。请把环境变量 PINGYI_DATA 指到一个空文件夹。"
        raise Refused(message, code="demo.not_empty")
    beside = folder.with_name(f"{folder.name}.preparing")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(mode=0o700, parents=True)
    first, second = OwnServer(beside), OwnServer(beside, "second")
    second.start()
    try:
        with running(first):
            second.wait()
            began = moment.astimezone(PEOPLE_ZONE).replace(second=0, microsecond=0)
            notes = _play_both(first, second, began, address)
    finally:
        second.stop()
    (beside / NOTES).write_text(json.dumps(notes, default=vars, ensure_ascii=False, indent=1))
    for server in (first, second):
        server.clock.file.unlink(missing_ok=True)
        server.log.unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        folder.rmdir()
    beside.rename(folder)
    return notes


def _play_both(first: OwnServer, second: OwnServer, moment: datetime, address: str) -> Notes:
    """Each on a server of its own. B's box is closed and counted between two steps of A: closing rewrites the database
    and wants it for itself. Both servers are up before anything is imported: one that starts takes running jobs for
    those of a dead one.
    """
    mending = _play(first, "seed-b", moment - MEETING_WAS, VOTERS_B, address)
    voting = _play(second, "seed-a", moment - SITTING_FOR, VOTERS_A, address)
    database = Lock()
    with ThreadPoolExecutor(1) as beside:
        slips = beside.submit(_let_vote, voting, moment, database)
        before_the_meeting(mending)
        until_the_ballot(mending)
        with database:
            ballot_and_count(mending)
        ledgers = beside.submit(_fill_ledgers, replace(mending, server=second, visitors={}), moment)
        _mend(mending)
        ledgers.result()
        show_daily(mending)
        return Notes((*_accounts(voting), *_accounts(mending)), slips.result(), _hall(voting))


def _mend(play: Play) -> None:
    """The months after the meeting, and the responsibility lists of the year."""
    decide_and_tell(play)
    mend_and_check(play, MENDED, CHECKED, UNCLAIMED, HURRIED)
    show_all_states(play)
    bring_out_news(play, signed=1)
    old_list = enter_past_review(play)
    link_with_last_year(play, old_list)
    name_old_problems(play, old_list)
    lay_out_duties(play)


def _fill_ledgers(play: Play, now: datetime) -> None:
    """What the units held and want to decide."""
    try:
        bring_in_orglife(play)
        bring_in_topics(play, now)
    finally:
        connections.close_all()


def _let_vote(play: Play, moment: datetime, database: Lock) -> tuple[str, ...]:
    """Up to the open voting, of which all but a few have made use already; the slips of these few."""
    # The cards for whoever comments want the year before and the ledgers.
    steps = (before_the_meeting, _enter_last_year, bring_in_orglife, show_daily, until_the_ballot)
    try:
        for step in steps:
            with database:
                step(play)
    finally:
        connections.close_all()
    play.server.clock.set(moment)
    left = _hold_back(play)
    vote_by_phone(play)
    return tuple(f"/ballot/{play.public_key}/#{code}" for code in left)


def _enter_last_year(play: Play) -> None:
    name_old_problems(play, enter_past_review(play))


def _play(server: OwnServer, key: str, held_at: datetime, voters: int, address: str) -> Play:
    year = held_at.year if held_at.month >= SECOND_HALF else held_at.year - 1
    scenario = SCENARIOS[key]
    meeting = scenario.meeting.replace(str(scenario.year), str(year))
    dated = replace(
        scenario, year=year, held_at=held_at, meeting=meeting, settings=settings_in(key, scenario.settings)
    )
    cast = make_cast(dated, voters, SEED)
    enrol_members(cast)
    return Play(dated, cast, "code", SEED, server, password=PASSWORD, printed_address=address)


def _hold_back(play: Play) -> list[str]:
    """One voter of each class has not voted yet: these slips are for whoever tries the demonstration."""
    left = []
    for voter_class in play.classes:
        left.append(voter_class.codes.pop())
        voter_class.coming -= 1
        voter_class.exchanged = 0
    return left


def _accounts(play: Play) -> tuple[AccountLine, ...]:
    scenario: Scenario = play.scenario
    first = scenario.on_site[0]
    secretary = play.cast.secretaries[first]
    roles = (
        ("clerk", "经办人"),
        ("leader", "领导"),
        ("scrutineer", "监票人"),
        ("counter-1", "计票人"),
        ("counter-2", "计票人"),
    )
    lines = [AccountLine(scenario.institution, word, "", username_of(scenario, role)) for role, word in roles]
    name = f"{secretary.name}（{first.name}）"
    return (*lines, AccountLine(scenario.institution, "书记", name, secretary.number))


def _hall(play: Play) -> str:
    return play.as_("clerk").get(f"{play.meeting}control/").find(r'(/hall/[^"/]+/)')


def _read(path: Path) -> Notes:
    kept = json.loads(path.read_text())
    return Notes(tuple(AccountLine(**line) for line in kept["accounts"]), tuple(kept["slips"]), kept["hall"])
