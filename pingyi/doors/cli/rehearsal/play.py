"""What a play knows as it goes along."""

import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from pingyi.doors.cli.rehearsal.office import Stuck, Visitor
from pingyi.doors.cli.rehearsal.server import OwnServer
from pingyi.doors.cli.scenarios.people import Cast
from pingyi.doors.cli.scenarios.scenario import Scenario, Unit
from pingyi.doors.cli.scenarios.words import Words

STAGES = {
    "import": "导入名册",
    "plan": "定方案",
    "reports": "交述职报告",
    "printing": "印票",
    "daily": "日常考核",
    "meeting": "开会、点评",
    "ballot": "投票",
    "count": "清点、计票",
    "appraisal": "算分、定等次",
    "letters": "发反馈",
    "rectification": "认领、整改、复核",
    "year": "逾期提醒、回头看、转入下一年",
    "archive": "归档、核对",
}


@dataclass
class VoterClass:
    """One voter class as it stands in the office. `present` are the numbers of the people at the desk."""

    id: int
    code: str
    name: str
    coming: int
    box_id: int = 0
    present: list[int] = field(default_factory=list)
    # The slips' codes, the printed forms, how many papers were exchanged, the forms in the box: row → grade.
    codes: list[str] = field(default_factory=list)
    forms: int = 0
    exchanged: int = 0
    on_paper: list[dict[int, str | None]] = field(default_factory=list)
    has_reporters: bool = False


@dataclass
class Play:
    """One review on one server. Stages fill it from left to right; later ones rely on earlier ones."""

    scenario: Scenario
    cast: Cast
    mode: str
    seed: int
    server: OwnServer
    out: Path | None = None
    password: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    printed_address: str = ""
    visitors: dict[str, Visitor] = field(default_factory=dict)
    institution_code: str = ""
    password_hash: str = ""
    cycle_id: int = 0
    meeting_id: int = 0
    reporters: dict[Unit, int] = field(default_factory=dict)
    classes: list[VoterClass] = field(default_factory=list)
    reports: dict[Unit, str] = field(default_factory=dict)
    problem_pages: dict[Unit, list[str]] = field(default_factory=dict)
    task_pages: dict[Unit, str] = field(default_factory=dict)
    counted: dict[str, Any] = field(default_factory=dict)
    voided: dict[str, int] = field(default_factory=dict)
    problems: dict[Unit, int] = field(default_factory=dict)
    public_key: str = ""
    receipts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = Words(self.seed)
        self.random = Random(self.seed)  # noqa: S311 (the grades of made-up voters)

    def words_for(self, unit: Unit) -> Words:
        """Texts of one organisation: drawn apart, so that it does not matter who writes first."""
        return Words(self.seed * 1000 + self.scenario.units.index(unit))

    # --- who and where ------------------------------------------------------------------------------------

    def as_(self, role: str) -> Visitor:
        """The visitor with this role, signed in at the first need: clerk, leader, scrutineer, counter-1, counter-2."""
        return self._signed_in(role, username_of(self.scenario, role))

    def secretary(self, unit: Unit) -> Visitor:
        """The secretary of an organisation."""
        number = self.cast.secretaries[unit].number
        return self._signed_in(number, number)

    def another(self, role: str) -> Visitor:
        """A second device of the same person: devices that work at the same time share no cookies."""
        return Visitor(self.server.address).sign_in(username_of(self.scenario, role), self.password)

    def _signed_in(self, name: str, username: str) -> Visitor:
        if name not in self.visitors:
            self.visitors[name] = Visitor(self.server.address).sign_in(username, self.password)
        return self.visitors[name]

    @property
    def cycle(self) -> str:
        return f"/office/cycles/{self.cycle_id}/"

    @property
    def meeting(self) -> str:
        return f"/office/meetings/{self.meeting_id}/"

    # --- time and paper -----------------------------------------------------------------------------------

    def at(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        """Moves the clock to a day counted from the meeting's day, and returns that moment."""
        moment = self.scenario.day(days, hour, minute)
        self.server.clock.set(moment)
        return moment

    def download(self, folder: str, visitor: Visitor, path: str) -> None:
        """Writes a document under the name that a browser would give it; asks for none if none is wanted."""
        if self.out is not None:
            page = visitor.get(path)
            self.keep_file(folder, page.file_name, page.content)

    def keep_file(self, folder: str, name: str, content: bytes) -> None:
        """Writes a document, if documents are wanted."""
        if self.out is None:
            return
        if not name or "/" in name or name.startswith("."):
            raise Stuck(f"{folder}: a document without a usable name ({name})")
        place = self.out / folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        self.files.append(place.relative_to(self.out).as_posix())

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measures one stage and says so."""
        began = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - began, 2)
        place, said = self.scenario.institution, f"{STAGES[name]}，{self.seconds[name]:.1f}秒"
        print(f"{place}：{said}", file=sys.stderr, flush=True)


def username_of(scenario: Scenario, role: str) -> str:
    """The staff number under which a role signs in; two scenarios may share one installation."""
    return f"{scenario.key.removeprefix('seed-')}-{role}"
