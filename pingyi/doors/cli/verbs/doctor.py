"""`doctor`: looks at the whole installation and says what is good, what wants attention and what is not.

Looks only: it makes no folder, no key and no database, and can run beside the server.
"""

import json
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pingyi.core.health import Check

summary = "检查这台机器和数据能不能放心用，不改任何东西"

GOOD, NOT_GOOD = 0, 1
WORDS = {"good": "好", "attention": "注意", "bad": "不行"}


def add_arguments(parser: ArgumentParser) -> None:
    from pingyi.config.environment import read_integer
    from pingyi.doors.cli.addresses import port

    parser.add_argument(
        "--port", type=port, default=read_integer("PINGYI_PORT", 8000), help="系统要用的端口，默认 8000"
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """1 if anything is bad; things that only want attention do not count."""
    from pingyi.doors.cli.examination import examine

    checks = list(examine(options.port))
    is_good = all(check.level != "bad" for check in checks)
    if options.json:
        table = {"good": is_good, "checks": [check.__dict__ for check in checks]}
        print(json.dumps(table, ensure_ascii=False))
        return GOOD if is_good else NOT_GOOD
    for check in checks:
        print(f"{WORDS[check.level]}　{check.name}：{check.message}")
        if check.remedy:
            print(f"　　→ {check.remedy}")
    print(conclusion(checks))
    return GOOD if is_good else NOT_GOOD


def conclusion(checks: list["Check"]) -> str:
    wrong = sum(check.level == "bad" for check in checks)
    doubtful = sum(check.level == "attention" for check in checks)
    if wrong:
        return f"有{wrong}项不行，改好再正式使用。"
    return f"没有不行的，{doubtful}项请看一下。" if doubtful else "都好。"
