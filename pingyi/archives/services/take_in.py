"""Taking in a package from elsewhere: checked first, everything in the way named at once, then all or nothing."""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from pingyi.archives.domain.checking import Verdict, check_package
from pingyi.archives.domain.layout import table_file
from pingyi.archives.domain.manifest import Manifest
from pingyi.archives.domain.matching import OpenProblem, Unreadable, homeless, homes, open_problems
from pingyi.archives.models import ImportedArchive, ImportedProblem
from pingyi.archives.queries.log import root_of
from pingyi.archives.queries.register import names_and_codes
from pingyi.archives.rules import may_take_in
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import keep_made_file
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.cycles.services import record_past_cycle
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.services import raise_problem

NAMED = 20
PROBLEM_TABLE = "problems"
PROBLEMS = table_file(PROBLEM_TABLE, "json")


@dataclass
class Look:
    """What taking it in would do, and everything that is in the way. `before`: it was taken in already."""

    verdict: Verdict
    before: ImportedArchive | None = None
    convenor: Organisation | None = None
    problems: list[OpenProblem] = field(default_factory=list)
    homes: dict[str, int] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)
    conflicts: list[str] = field(default_factory=list)

    @property
    def new_problems(self) -> list[OpenProblem]:
        return [one for one in self.problems if one.origin_id not in self.known]


def look_at(
    *, actor: Actor, package: Path, tell: Callable[[int, int], None] = lambda _done, _all: None
) -> Look:
    """Checks the package and looks whether it fits here. Changes nothing."""
    if not may_take_in(actor):
        raise Forbidden(Words("归档包由经办人导入。"))
    verdict = check_package(package, tell)
    look = Look(verdict)
    manifest = verdict.manifest
    if not verdict.is_good or manifest is None:
        return look
    look.before = ImportedArchive.objects.filter(sha256=verdict.sha256).select_related("cycle").first()
    if look.before is None:
        if PROBLEM_TABLE not in manifest.tables:
            verdict.add(PROBLEMS, Words("缺了"))
            return look
        try:
            look.problems = open_problems(json.loads(verdict.texts[PROBLEMS])["rows"])
        except Unreadable as trouble:
            verdict.add(PROBLEMS, trouble.what)
            return look
        _look_for_conflicts(actor, manifest, look)
    return look


def take_in(*, actor: Actor, now: datetime, package: Path, name: str) -> tuple[ImportedArchive, bool]:
    """The review as one to look at, its open problems on the list of its year: next year has to answer them.

    The same package again changes nothing and gives the same row, with False. Records `archive.taken_in`.
    """
    look = look_at(actor=actor, package=package)
    if not look.verdict.is_good or look.verdict.manifest is None:
        raise Refused(not_good(look.verdict), code="archive.not_good", field="file")
    if look.before is not None:
        return look.before, False
    with tempfile.TemporaryDirectory(prefix=".packing-", dir=settings.DATA) as folder, transaction.atomic():
        Institution.objects.select_for_update().get(pk=actor.institution_id)
        look.conflicts = []
        _look_for_conflicts(actor, look.verdict.manifest, look)
        if look.conflicts or look.convenor is None:
            raise Refused(
                Words("没有导入，什么都没有改。\n{listed}", listed=listed(look.conflicts, "\n")),
                code="archive.conflicts",
                field="file",
            )
        copy = Path(folder) / "package.zip"
        shutil.copyfile(package, copy)
        return _write(actor, now, look.verdict.manifest, look, look.convenor, copy, name), True


def not_good(verdict: Verdict) -> str:
    """Why the package is not taken, each difference named."""
    shown = listed((one.said for one in verdict.differences[:NAMED]), "\n")
    more = len(verdict.differences) - NAMED
    rest = Words("\n还有{more}处。", more=more) if more > 0 else ""
    return Words("这份归档包核对不上，没有导入，什么都没有改。\n{shown}{rest}", shown=shown, rest=rest)


def _look_for_conflicts(actor: Actor, manifest: Manifest, look: Look) -> None:
    origin = manifest.origin
    if origin.root == root_of(actor.institution_id):
        look.conflicts.append(Words("这一轮就是在本单位办的，不用导入。归档包在这一轮的“归档”里。"))
        return
    other = ImportedArchive.objects.filter(origin_root=origin.root, origin_cycle=origin.cycle).first()
    if other is not None:
        look.conflicts.append(
            Words("这一轮已经从另一份归档包导入过（SHA-256 {sha256}）。以先导入的为准。", sha256=other.sha256)
        )
        return
    names, codes = names_and_codes()
    convenor_id = names.get(origin.convenor)
    look.convenor = Organisation.objects.filter(pk=convenor_id).first() if convenor_id else None
    if look.convenor is None:
        look.conflicts.append(
            Words(
                "这里没有叫“{convenor}”的组织。请先在“单位”里登记它，或给已有的加上这个别名。",
                convenor=origin.convenor,
            )
        )
    elif reviews().filter(convenor=look.convenor, year=origin.year).exists():
        look.conflicts.append(
            Words(
                "这里已经有{convenor}{year}年度的评议，一年只能有一轮。请核对是不是同一轮。",
                convenor=look.convenor.name,
                year=origin.year,
            )
        )
    look.known = set(
        ImportedProblem.objects.filter(origin_root=origin.root).values_list("origin_problem", flat=True)
    )
    look.homes = homes(look.problems, names, codes)
    for organisation in homeless(look.new_problems, look.homes):
        look.conflicts.append(
            Words(
                "“{organisation}”有没有销号的问题，这里没有这个组织。请先登记它，或给已有的加上这个别名。",
                organisation=organisation,
            )
        )


def _write(
    actor: Actor, now: datetime, manifest: Manifest, look: Look, convenor: Organisation, copy: Path, name: str
) -> ImportedArchive:
    origin = manifest.origin
    cycle = record_past_cycle(
        actor=actor, now=now, convenor=convenor, year=origin.year, fingerprint=look.verdict.sha256
    )
    kept = keep_made_file(
        institution_id=actor.institution_id,
        name=name,
        made=copy,
        stored_by_id=actor.account_id,
        now=now,
    )
    facts = asdict(manifest) | {"made_at": manifest.made_at.isoformat()}
    archive: ImportedArchive = ImportedArchive.objects.create(
        institution_id=actor.institution_id,
        cycle=cycle,
        file=kept,
        sha256=look.verdict.sha256,
        origin_root=origin.root,
        origin_cycle=origin.cycle,
        manifest=facts,
        imported_by_id=actor.account_id,
        imported_at=now,
    )
    homes_here = Organisation.objects.in_bulk(set(look.homes.values()))
    for one in look.new_problems:
        problem = raise_problem(
            actor=actor,
            now=now,
            cycle=cycle,
            organisation=homes_here[look.homes[one.organisation]],
            text=one.text,
            source=ProblemItem.Source.LAST_YEAR,
            source_note=Words(
                "{institution}{year}年度第{number}个问题，归档导入",
                institution=origin.institution,
                year=one.year,
                number=one.number,
            )[-200:],
            tags=[tag for tag in one.tags if tag in ProblemItem.Tag.values],
        )
        ImportedProblem.objects.create(
            institution_id=actor.institution_id,
            archive=archive,
            origin_root=origin.root,
            origin_problem=one.origin_id,
            problem=problem,
        )
    record_event(
        institution_id=actor.institution_id,
        verb="archive.taken_in",
        actor_id=actor.account_id,
        subject=archive,
        now=now,
        payload={"name": origin.name, "sha256": archive.sha256, "problems": len(look.new_problems)},
    )
    return archive
