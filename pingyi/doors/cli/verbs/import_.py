"""`import FILE.xlsx`: the import of organisations and people that the office pages offer, in one go.

Checks the file, shows what it would do, and writes it if nothing is wrong; `--preview` stops before writing.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

summary = "从 .xlsx 导入单位、人员、任职、机构和代表"
needs_django = True

GOOD, NOT_GOOD = 0, 1


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("FILE", help="按模板填好的 .xlsx")
    parser.add_argument("--institution", default="", help="单位代号；只有一个单位时可以不写")
    parser.add_argument("--clerk", default="", help="经办人的工号，记在办事记录里；只有一位经办人时可以不写")
    parser.add_argument("--preview", action="store_true", help="只检查，不写")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """0: written (or nothing to write, or a sound preview); 1: the file has faults and nothing was written."""
    from django_scopes import scope

    from pingyi.core.clock import now
    from pingyi.organisations.queries import clerk_of
    from pingyi.organisations.services.apply_import import apply_import, preview_import

    content = _content(options.FILE)
    actor = clerk_of(options.institution, options.clerk)
    with scope(institution=actor.institution):
        outcome = preview_import(actor=actor, content=content, progress=Told("检查"))
        to_write = sum(tally["new"] + tally["changed"] for tally in outcome["tallies"])
        is_written = False
        if not outcome["faults_total"] and to_write and not options.preview:
            apply_import(
                actor=actor,
                now=now(),
                content=content,
                sha256=outcome["sha256"],
                fingerprint=outcome["fingerprint"],
                progress=Told("写入"),
            )
            is_written = True
    _tell(outcome, is_written, options.json)
    return NOT_GOOD if outcome["faults_total"] else GOOD


class Told:
    """Progress for somebody at a terminal: a line on stderr for every tenth of the way."""

    def __init__(self, what: str) -> None:
        self.what, self.done, self.total, self.told = what, 0, 0, 0

    def expect(self, total: int) -> None:
        self.done, self.total, self.told = 0, total, 0

    def step(self) -> None:
        self.done += 1
        tenths = 10 * self.done // self.total if self.total else 0
        if tenths > self.told:
            self.told = tenths
            self.report()

    def report(self, message: str = "") -> None:
        print(f"{self.what} {min(self.done, self.total)} / {self.total} {message}".rstrip(), file=sys.stderr)

    def finish(self, result: dict[str, Any]) -> None:
        """Nothing: the result is printed at the end."""


def _content(name: str) -> bytes:
    from pingyi.core.errors import Refused

    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Refused(f"读不了文件 {name}。请核对文件名和读取权限。", code="import.unreadable") from error


def _tell(outcome: dict[str, Any], is_written: bool, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**outcome, "is_written": is_written}, ensure_ascii=False))
        return
    for fault in outcome["faults"]:
        print(f"{fault['place']}：{fault['message']}。{fault['remedy']}。")
    for tally in outcome["tallies"]:
        print(f"{tally['sort']}：新增{tally['new']}，改动{tally['changed']}，不变{tally['same']}")
    for remark in outcome["remarks"]:
        print(remark)
    if outcome["faults_total"]:
        print(f"有{outcome['faults_total']}处要改，什么都没有写。")
    elif is_written:
        print("写进去了。")
    else:
        print("没有写。" if outcome["tallies"] else "表里没有内容。")
