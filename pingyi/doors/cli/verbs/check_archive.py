"""`check-archive FILE`: is a package of a review as it was made? Needs no database and believes nothing in the file."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pingyi.archives.domain.checking import Verdict

summary = "核对一份归档包有没有被改过、有没有缺"

GOOD, NOT_GOOD, WRONG_USE = 0, 1, 2


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("FILE", help="归档包，.zip")
    parser.add_argument("--sha256", default="", help="做包时登记的校验值；写上就和整个文件比")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """0: good; 1: not good, each difference named; 2: there is no such file."""
    from pingyi.archives.domain.checking import WHOLE, check_package

    wanted = options.sha256.strip().lower()
    try:
        verdict = check_package(Path(options.FILE), Told())
    except OSError as error:
        print(f"读不了文件 {options.FILE}：{error.strerror}。请核对文件名和读取权限。", file=sys.stderr)
        return WRONG_USE
    if wanted and wanted != verdict.sha256:
        verdict.add(WHOLE, "SHA-256和登记的不一样，不是当时做的那一份")
    if options.json:
        print(json.dumps(as_table(verdict), ensure_ascii=False))
    else:
        print(*said(verdict, has_wanted=bool(wanted)), sep="\n")
    return GOOD if verdict.is_good else NOT_GOOD


class Told:
    """A line on stderr for every thousandth member: a large package takes a while."""

    EVERY = 1000

    def __call__(self, done: int, total: int) -> None:
        if total > self.EVERY and (done % self.EVERY == 0 or done == total):
            print(f"核对 {done} / {total}", file=sys.stderr)


def as_table(verdict: "Verdict") -> dict[str, object]:
    """The answer for programs."""
    manifest = verdict.manifest
    return {
        "accepted": verdict.is_good,
        "sha256": verdict.sha256,
        "bytes": verdict.size,
        "differences": [{"member": one.member, "what": one.what} for one in verdict.differences],
        "cycle": None
        if manifest is None
        else {
            "institution": manifest.origin.institution,
            "convenor": manifest.origin.convenor,
            "year": manifest.origin.year,
            "name": manifest.origin.name,
            "sequence": manifest.sequence,
            "has_counts": manifest.has_counts,
            "made_at": manifest.made_at.isoformat(),
            "members": len(manifest.members),
        },
    }


def said(verdict: "Verdict", *, has_wanted: bool) -> list[str]:
    """The answer for a person."""
    lines = [str(one) for one in verdict.differences]
    manifest = verdict.manifest
    if not verdict.is_good or manifest is None:
        return [
            *lines,
            f"不能用：有{len(verdict.differences)}处不对。",
            f"整个文件的SHA-256：{verdict.sha256}",
        ]
    counts = "含票数" if manifest.has_counts else "不含票数"
    lines += [
        f"{manifest.origin.institution}　{manifest.origin.name}　第{manifest.sequence}份，{counts}",
        f"{len(manifest.members)}个文件、办事记录{manifest.log.lines}行，全部一致。",
        f"整个文件的SHA-256：{verdict.sha256}",
    ]
    if not has_wanted:
        lines.append("包里前后一致。是不是当时做的那一份，请把上面的校验值和归档登记本上的比。")
    return lines
