"""Making the package of a review: read at one moment, written beside, checked like anybody's, then kept."""

import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Max, Q

from pingyi import VERSION
from pingyi.accounts.models import Account
from pingyi.archives.documents import Part, parts_of
from pingyi.archives.domain.catalogue import tables_for
from pingyi.archives.domain.checking import check_package
from pingyi.archives.domain.explanation import read_me, read_me_page, schema_page
from pingyi.archives.domain.layout import (
    LOG,
    LOG_CHECK,
    MANIFEST,
    READ_ME,
    READ_ME_PAGE,
    SCHEMA,
    SCHEMA_PAGE,
    SUMS,
    table_file,
)
from pingyi.archives.domain.log_check import LOG_CHECK_PROGRAM
from pingyi.archives.domain.manifest import Manifest, Origin, written
from pingyi.archives.domain.plain import as_csv, as_json
from pingyi.archives.domain.sums import sums_text
from pingyi.archives.domain.table import Table, columns
from pingyi.archives.models import ArchivePackage
from pingyi.archives.queries.log import LogStretch, root_of, stretch_of
from pingyi.archives.queries.rows import rows_of
from pingyi.archives.rules import may_pack
from pingyi.archives.services.writing import PackageWriter
from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import keep_made_file
from pingyi.core.services import record_event
from pingyi.core.services.imports import Progress
from pingyi.core.words import Words, listed
from pingyi.documents.domain.filenames import file_stem
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.models import Voting
from pingyi.review.cycles.models import Cycle

ACTORS = Table("accounts", "办事记录里的人", "", "", columns("id||办事记录里的actor_id\nname||姓名"))
SMALL_STEPS = 3


@dataclass(frozen=True)
class Contents:
    """Everything of the package that was read from rows, at one moment."""

    tables: tuple[tuple[Table, list[dict[str, Any]]], ...]
    log: LogStretch
    parts: list[Part]
    origin: Origin
    sequence: int


def make_package(
    *, actor: Actor, now: datetime, cycle: Cycle, with_counts: bool, progress: Progress
) -> ArchivePackage:
    """Makes the next package of the review and keeps it; records `archive.packed`. Until its end nothing is changed."""
    refuse_unready(actor, cycle, with_counts=with_counts)
    with _one_moment():
        contents = _read(cycle, now, with_counts=with_counts)
    progress.expect(len(contents.parts) + SMALL_STEPS)
    with tempfile.TemporaryDirectory(prefix=".packing-", dir=settings.DATA) as folder:
        made = Path(folder) / "package.zip"
        manifest = _write(made, contents, actor, now, with_counts=with_counts, progress=progress)
        verdict = check_package(made)
        if not verdict.is_good:
            named = listed((one.said for one in verdict.differences[:3]), "；")
            raise Refused(
                Words("归档包写好后核对不上：{listed}。请再试一次。", listed=named), code="archive.bad"
            )
        progress.step()
        return _keep(made, manifest, contents, actor, now, cycle, progress)


def refuse_unready(actor: Actor, cycle: Cycle, *, with_counts: bool) -> None:
    """Not by whoever may not, not of a plan that still changes, not while anything could be read out of a vote."""
    if not may_pack(actor, cycle, with_counts=with_counts):
        raise Forbidden(
            Words("含票数的归档包由领导做。经办人可以做不含票数的。")
            if with_counts
            else Words("归档包由经办人和领导做。")
        )
    if cycle.state == Cycle.State.DRAFT:
        raise Refused(Words("方案还没有封存，还没有可以归档的。请先封存方案。"), code="archive.draft")
    voting = Voting.objects.filter(Q(meeting__cycle=cycle) | Q(meeting__cycle__polled=cycle))
    if voting.filter(state__in=("open", "closed")).exists():
        raise Refused(
            Words("这一轮正在投票或还没有计票，现在不能归档。请计票以后再做。"), code="archive.voting"
        )


@contextmanager
def _one_moment() -> Iterator[None]:
    """All rows as they stand together: on SQLite the transaction keeps writers out, on PostgreSQL it has a snapshot."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _read(cycle: Cycle, now: datetime, *, with_counts: bool) -> Contents:
    log = stretch_of(cycle, with_counts=with_counts)
    names = Account.objects.filter(pk__in=log.actors).order_by("pk").values_list("pk", "display_name")
    actors = [{"id": pk, "name": name} for pk, name in names]
    last = ArchivePackage.objects.filter(cycle=cycle).aggregate(last=Max("sequence"))["last"] or 0
    return Contents(
        tables=(
            *((table, rows_of(table, cycle)) for table in tables_for(with_counts=with_counts)),
            (ACTORS, actors),
        ),
        log=log,
        parts=parts_of(cycle, today(now)),
        origin=Origin(
            institution_id=cycle.institution_id,
            root=root_of(cycle.institution_id),
            institution=cycle.institution.name,
            convenor=cycle.convenor.name,
            year=cycle.year,
            name=cycle.name,
            cycle=cycle.pk,
            fingerprint=cycle.fingerprint,
        ),
        sequence=last + 1,
    )


def _write(
    made: Path, contents: Contents, actor: Actor, now: datetime, *, with_counts: bool, progress: Progress
) -> Manifest:
    with zipfile.ZipFile(made, "w") as archive:
        package = PackageWriter(archive, now)
        lost = _write_parts(package, contents.parts, progress)
        _write_data(package, contents)
        progress.step()
        _write_explanation(package, contents, actor, now, with_counts=with_counts, lost=lost)
        manifest = Manifest(
            version=VERSION,
            made_at=now,
            made_by=actor.display_name,
            sequence=contents.sequence,
            has_counts=with_counts,
            origin=contents.origin,
            log=contents.log.facts,
            tables={table.name: len(rows) for table, rows in contents.tables},
            lost=tuple(lost),
            members=tuple(package.members),
        )
        package.add(MANIFEST, written(manifest))
        package.add(SUMS, sums_text({member.name: member.sha256 for member in package.members}))
    progress.step()
    return manifest


def _write_parts(package: PackageWriter, parts: list[Part], progress: Progress) -> list[str]:
    """Documents and evidence; what the disk no longer has is named, not passed over."""
    lost = []
    for part in parts:
        try:
            content = part.content()
        except Refused:
            lost.append(part.name)
        else:
            package.add(part.name, content)
        progress.step()
    return lost


def _write_data(package: PackageWriter, contents: Contents) -> None:
    for table, rows in contents.tables:
        package.add(table_file(table.name, "json"), as_json(table, rows))
        package.add(table_file(table.name, "csv"), as_csv(table, rows))
    tables = [table for table, _ in contents.tables]
    described = [
        {
            "table": table.name,
            "title": table.title,
            "columns": [{"name": column.name, "meaning": column.meaning} for column in table.columns],
        }
        for table in tables
    ]
    package.add(SCHEMA, json.dumps(described, ensure_ascii=False, indent=1).encode())
    package.add(SCHEMA_PAGE, schema_page(tables).encode())
    package.add(LOG, contents.log.content)
    package.add(LOG_CHECK, LOG_CHECK_PROGRAM.encode())


def _write_explanation(
    package: PackageWriter,
    contents: Contents,
    actor: Actor,
    now: datetime,
    *,
    with_counts: bool,
    lost: list[str],
) -> None:
    made = (
        f"第{contents.sequence}份，{now.astimezone(PEOPLE_ZONE):%Y年%-m月%-d日 %H:%M}由{actor.display_name}做"
    )
    if lost:
        made += f"。做的时候磁盘上已经没有的文件：{'、'.join(lost)}"
    sizes = [(table, len(rows)) for table, rows in contents.tables]
    documents = [one.name for one in package.members if one.name.startswith(("documents/", "evidence/"))]
    text = read_me(contents.origin, made=made, has_counts=with_counts, tables=sizes)
    page = read_me_page(contents.origin, made=made, has_counts=with_counts, tables=sizes, documents=documents)
    package.add(READ_ME, b"\xef\xbb\xbf" + text.encode())
    package.add(READ_ME_PAGE, page.encode())


def _keep(
    made: Path,
    manifest: Manifest,
    contents: Contents,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    progress: Progress,
) -> ArchivePackage:
    counted = "含票数" if manifest.has_counts else ""
    stem = file_stem("归档包", f"{cycle.year}年度", cycle.convenor.name, f"第{manifest.sequence}份", counted)
    try:
        with transaction.atomic():
            kept = keep_made_file(
                institution_id=cycle.institution_id,
                name=f"{stem}.zip",
                made=made,
                stored_by_id=actor.account_id,
                now=now,
            )
            package: ArchivePackage = ArchivePackage.objects.create(
                institution_id=cycle.institution_id,
                cycle=cycle,
                sequence=manifest.sequence,
                file=kept,
                has_counts=manifest.has_counts,
                members=len(manifest.members) + 2,
                log_head=contents.log.facts.head,
                lost=list(manifest.lost),
                made_by_id=actor.account_id,
                made_at=now,
            )
            record_event(
                institution_id=cycle.institution_id,
                verb="archive.packed",
                actor_id=actor.account_id,
                subject=package,
                now=now,
                payload={
                    "name": cycle.name,
                    "sequence": package.sequence,
                    "sha256": kept.sha256,
                    "counts": package.has_counts,
                },
            )
            progress.finish({"sequence": package.sequence, "sha256": kept.sha256, "members": package.members})
    except IntegrityError as clash:
        raise Refused(
            Words("刚刚有人给这一轮做了一份归档包，这一份没有留。请看列表里的那一份。"), code="archive.twice"
        ) from clash
    return package
