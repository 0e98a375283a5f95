"""What may not be committed."""

import pytest

from tools.lint_tree import LONGEST, problems_of


@pytest.mark.parametrize(
    "path", ["/ho" + "me/someone/pingyi", "/ro" + "ot/.cache", "C:" + "\\Users\\someone"]
)
def test_the_path_of_one_machine_is_found(path: str) -> None:
    assert [line for line, _ in problems_of("docs/a.md", f"first\nin {path}/data\n".encode())] == [2]


def test_addresses_and_relative_paths_are_no_machine_paths() -> None:
    source = b"/office/home/ and https://example.org/home/page and ./work/a and /srv/pingyi\n"

    assert list(problems_of("docs/a.md", source)) == []


def test_a_mirror_in_a_lock_is_found() -> None:
    assert (
        len(list(problems_of("requirements/test.txt", b"--index-url https://mirror.invalid/simple\n"))) == 1
    )
    assert (
        len(list(problems_of("uv.lock", b'source = { registry = "https://mirror.invalid/simple" }\n'))) == 1
    )
    assert not list(problems_of("uv.lock", b'source = { registry = "https://pypi.org/simple" }\n'))


def test_a_file_that_has_grown_too_long_is_found() -> None:
    assert not list(problems_of("pingyi/a.py", b"\n" * LONGEST))
    assert len(list(problems_of("pingyi/a.py", b"\n" * (LONGEST + 1)))) == 1
    assert not list(problems_of("uv.lock", b"\n" * (LONGEST + 1)))


def test_a_heavy_file_needs_a_reason() -> None:
    heavy = b"\0" * 400_000

    assert len(list(problems_of("pingyi/doors/static/film.mp4", heavy))) == 1
    assert not list(problems_of("pingyi/documents/fonts/A.otf", heavy))


def test_windows_line_ends_are_found() -> None:
    assert len(list(problems_of("docs/a.md", b"a\r\nb\r\n"))) == 1
