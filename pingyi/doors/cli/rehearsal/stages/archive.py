"""The package of the year: made in the office, taken home, checked as an archive would check it."""

import tempfile
import time
from pathlib import Path

from pingyi.archives.domain.checking import check_package
from pingyi.doors.cli.rehearsal.office import Stuck
from pingyi.doors.cli.rehearsal.play import Play

SECONDS = 90


def make_package(play: Play) -> None:
    """As a job; asked for until it is there, then fetched and checked member by member."""
    clerk, place = play.as_("clerk"), f"{play.cycle}archive/"
    clerk.send(f"{place}make/")
    until = time.monotonic() + SECONDS
    while f"{place}1/file/" not in (page := clerk.get(place)).html:
        if time.monotonic() > until or 'class="note bad' in page.html:
            raise Stuck(f"{place}: no package\n{page.html[-2000:]}")
        time.sleep(0.1)
    made = clerk.get(f"{place}1/file/")
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "package.zip"
        package.write_bytes(made.content)
        verdict = check_package(package)
    if not verdict.is_good:
        raise Stuck(f"{place}: {'; '.join(map(str, verdict.differences))}")
    play.keep_file("归档", made.file_name, made.content)
