"""One whole review in real Chromium, from an empty installation to a problem that is struck off.

Everybody has a browser of her own and does what stands before her: the button of the next step, links, labels.
One story and one test: every step needs those before it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.people import People
from tests.browser.review import ballot, beginning, log, mending, planning, results, sitting
from tests.browser.review.own_installation import OwnInstallation
from tests.browser.review.world import World
from tests.browser.watching import Watch


@pytest.fixture
def world(tmp_path: Path, chromium: Browser) -> Iterator[World]:
    installation = OwnInstallation(tmp_path)
    people = People(chromium, Watch(installation.address))
    with installation.open():
        yield World(installation, people, tmp_path)
        people.leave()


def test_a_whole_review_is_walked_from_the_import_to_the_last_closed_problem(world: World) -> None:
    beginning.found(world)
    beginning.import_register(world)
    beginning.open_accounts(world)
    planning.plan(world)
    planning.settle_roster(world)
    planning.order_speakers(world)
    planning.list_classes(world)
    planning.settle_rules(world)
    planning.freeze(world)
    planning.write_reports(world)
    sitting.print_slips(world)
    screen = sitting.check_in(world)
    sitting.hear_reports(world, screen)
    sitting.record_speech(world)
    sitting.begin_ballot(world)
    ballot.open_voting(world, screen)
    ballot.vote_by_hand(world)
    ballot.vote_by_program(world)
    ballot.close_voting(world)
    ballot.balance_and_count(world)
    ballot.show_receipts(world)
    sitting.end_meeting(world, screen)
    results.decide_grades(world)
    results.send_letters(world)
    results.read_letter(world)
    mending.claim(world)
    mending.plan_task(world)
    mending.mend(world)
    mending.close_out(world)
    log.read_log(world)
    assert world.people.watch.faults == []
