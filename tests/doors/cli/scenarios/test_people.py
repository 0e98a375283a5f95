import pytest

from pingyi.core.sheets.fault import FaultList
from pingyi.core.sheets.opening import open_book
from pingyi.doors.cli.scenarios import SCENARIOS
from pingyi.doors.cli.scenarios.people import make_cast
from pingyi.doors.cli.scenarios.register import register_workbook
from pingyi.organisations.domain.imports.check import CheckedImport, check_tables, read_tables
from pingyi.organisations.domain.imports.known import Known


def checked(content: bytes) -> CheckedImport:
    faults, remarks = FaultList(), list[str]()
    tables = read_tables(open_book(content), faults, remarks, lambda: None)
    return check_tables(tables, Known(), faults, remarks, lambda: None)


@pytest.mark.parametrize("key", sorted(SCENARIOS))
def test_the_made_up_register_is_one_that_the_import_takes(key: str) -> None:
    result = checked(register_workbook(make_cast(SCENARIOS[key], 200, seed=1)))
    assert not result.faults
    assert result.rows > 200


@pytest.mark.parametrize("key", sorted(SCENARIOS))
def test_no_two_people_share_a_name_or_a_number_and_one_seed_gives_the_same_people(key: str) -> None:
    cast = make_cast(SCENARIOS[key], 200, seed=4)
    assert len({person.name for person in cast.people}) == len(cast.people)
    assert len({person.number for person in cast.people}) == len(cast.people)
    assert make_cast(SCENARIOS[key], 200, seed=4).people == cast.people
    assert make_cast(SCENARIOS[key], 200, seed=5).people != cast.people


def test_two_institutions_in_one_installation_share_no_staff_number() -> None:
    numbers = [{one.number for one in make_cast(SCENARIOS[key], 1000, seed=1).people} for key in SCENARIOS]
    assert not numbers[0] & numbers[1]


def test_of_a_selected_part_more_are_known_than_are_invited() -> None:
    scenario = SCENARIOS["seed-b"]
    cast = make_cast(scenario, 200, seed=1)
    place = next(i for i, plan in enumerate(scenario.classes) if plan.source == "delegate-party_congress")
    invited = {person.number for person in cast.chosen[place]}
    delegates = {person.number for person, _, _ in cast.delegates}
    assert invited < delegates
