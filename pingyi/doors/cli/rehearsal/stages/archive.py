"""The package of the year: made in the office, taken home, checked as an archive would check it."""

import tempfile
from pathlib import Path

from pingyi.archives.domain.checking import check_package
from pingyi.doors.cli.rehearsal.office import Stuck
from pingyi.doors.cli.rehearsal.play import Play


def make_package(play: Play) -> None:
    """As a job; waited for, then fetched and checked member by member."""
    clerk, place = play.as_("clerk"), f"{play.cycle}archive/"
    clerk.send(f"{place}make/")
    clerk.wait_for(place, f"{place}1/file/")
    made = clerk.get(f"{place}1/file/")
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "package.zip"
        package.write_bytes(made.content)
        verdict = check_package(package)
    if not verdict.is_good:
        raise Stuck(f"{place}: {'; '.join(map(str, verdict.differences))}")
    play.keep_file("归档", made.file_name, made.content)
