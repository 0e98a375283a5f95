"""`archive`: makes the package of a review, as the office page does, and writes it to a file."""

import json
import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pingyi.doors.cli.verbs.import_ import Told

summary = "把一轮评议做成归档包"
needs_django = True


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("OUT", help="写到哪个文件；不覆盖已有的")
    parser.add_argument("--year", type=int, required=True, help="哪个年度的评议")
    parser.add_argument("--convenor", default="", help="召开单位的名称；这一年只有一轮时可以不写")
    parser.add_argument("--institution", default="", help="单位代号；只有一个单位时可以不写")
    parser.add_argument("--clerk", default="", help="经办人的工号；只有一位经办人时可以不写")
    parser.add_argument("--leader", default="", help="领导的工号；写上就由领导做含票数、得分的一份")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """0: made and written. Anything else kept nothing and wrote nothing."""
    from django_scopes import scope

    from pingyi.archives.services import make_package
    from pingyi.core.clock import now
    from pingyi.core.errors import Refused
    from pingyi.core.files import place_of
    from pingyi.organisations.queries.actors import clerk_of, leader_of
    from pingyi.review.cycles.queries.lookup import cycle_of_year

    out = Path(options.OUT)
    if out.exists() or not out.absolute().parent.is_dir():
        raise Refused(f"{out} 已经有了，或者没有这个文件夹，没有做。请换一个文件名。", code="archive.out")
    with_counts = bool(options.leader)
    actor = (
        leader_of(options.institution, options.leader)
        if with_counts
        else clerk_of(options.institution, options.clerk)
    )
    with scope(institution=actor.institution):
        cycle = cycle_of_year(options.year, options.convenor)
        package = make_package(
            actor=actor, now=now(), cycle=cycle, with_counts=with_counts, progress=Told("归档")
        )
        shutil.copyfile(place_of(package.file), out)
    if options.json:
        told = {
            "file": str(out),
            "sha256": package.file.sha256,
            "bytes": package.file.size_bytes,
            "sequence": package.sequence,
            "members": package.members,
            "has_counts": package.has_counts,
            "lost": package.lost,
        }
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(f"做好了：{out}（第{package.sequence}份，{package.members}个文件）")
        print(f"校验值，请抄在归档登记本上：{package.file.sha256}")
        for name in package.lost:
            print(f"注意：{name} 在磁盘上找不到或被改过，没有放进去。")
    return 0
