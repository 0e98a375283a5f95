"""`import-archive FILE`: takes in a package from elsewhere, as the office page does, whatever its size."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

summary = "导入别处的归档包，只供查阅；没有销号的问题列入清单"
needs_django = True

GOOD, NOT_GOOD = 0, 1


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("FILE", help="归档包，.zip")
    parser.add_argument("--institution", default="", help="单位代号；只有一个单位时可以不写")
    parser.add_argument("--clerk", default="", help="经办人的工号；只有一位经办人时可以不写")
    parser.add_argument("--preview", action="store_true", help="只核对、只看会导入什么，不写")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """0: taken in, or it was before; 1: not good or something is in the way, all of it named, nothing changed."""
    from django_scopes import scope

    from pingyi.archives.services import look_at, take_in
    from pingyi.core.clock import now
    from pingyi.core.errors import Refused
    from pingyi.organisations.queries import clerk_of

    package = Path(options.FILE)
    actor = clerk_of(options.institution, options.clerk)
    with scope(institution=actor.institution):
        try:
            look = look_at(actor=actor, package=package)
        except OSError as error:
            raise Refused(
                f"读不了文件 {package}。请核对文件名和读取权限。", code="archive.unreadable"
            ) from error
        faults = [*map(str, look.verdict.differences), *look.conflicts]
        is_new = not faults and look.before is None and not options.preview
        if is_new:
            _, is_new = take_in(actor=actor, now=now(), package=package, name=package.name)
    told = {
        "accepted": not faults,
        "faults": faults,
        "is_new": is_new,
        "before": look.before is not None,
        "problems": len(look.new_problems),
    }
    print(json.dumps(told, ensure_ascii=False) if options.json else "\n".join(_said(told, faults)))
    return NOT_GOOD if faults else GOOD


def _said(told: dict[str, object], faults: list[str]) -> list[str]:
    if faults:
        return [*faults, "没有导入，什么都没有改。"]
    if told["before"]:
        return ["这一份以前导入过了，什么都没有改。"]
    if told["is_new"]:
        return [f"导入了，只供查阅。没有销号的问题{told['problems']}个，列入了当年的清单，下一年述职要回答。"]
    return [f"可以导入。没有销号的问题{told['problems']}个会列入清单。还没有写。"]
