"""Which passes of the suite run and what their exit codes add up to."""

import pytest

from tools import run_suite


@pytest.mark.parametrize(
    ("results", "chosen", "code"),
    [
        ({"SQLite": 0, "PostgreSQL": 0}, [], 0),
        ({"SQLite": 0, "PostgreSQL": 1}, [], 1),
        ({"SQLite": 0, "PostgreSQL": 5}, [], 5),
        ({"SQLite": 0, "PostgreSQL": 5}, ["tests/tools"], 0),
        ({"SQLite": 5}, ["-k", "nothing"], 5),
    ],
)
def test_an_empty_pass_is_a_fault_unless_the_tests_were_chosen(
    results: dict[str, int], chosen: list[str], code: int
) -> None:
    assert run_suite.verdict(results, chosen) == code


def test_paths_of_the_browser_suite_run_in_the_browser_only() -> None:
    assert run_suite.lies_in_browser_suite(["-q", "tests/browser"])
    assert not run_suite.lies_in_browser_suite(["tests/browser", "tests/tools"])
    assert not run_suite.lies_in_browser_suite(["-q"])


def test_byte_code_is_kept_where_the_machine_forbids_it_beside_the_sources() -> None:
    kept = run_suite.with_byte_code({"PYTHONDONTWRITEBYTECODE": "1", "HOME": "/"})
    assert set(kept) == {"HOME", "PYTHONPYCACHEPREFIX"}
    assert run_suite.with_byte_code({"HOME": "/"}) == {"HOME": "/"}


def test_a_pass_of_few_tests_reads_only_files_with_its_marker() -> None:
    files = run_suite.files_that_say("mark.walk", "mark.whole")
    assert "tests/security/test_institutions_apart.py" in files
    assert "tests/core/test_text.py" not in files


@pytest.mark.django_db
def test_a_test_that_uses_the_database_is_marked_by_itself(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("db")


def test_a_test_without_the_database_is_not(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("db") is None
