"""`restore SOURCE`: puts a backup in place. Reads and judges all of it before anything is moved."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pingyi.core.backup.restore import Restored

summary = "从备份恢复全部数据"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("SOURCE", help="backup 做出的文件")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="已经有数据也恢复：现有的数据库、附件、字体和密钥移到 before-restore-… 里，不删除",
    )
    parser.add_argument("--sha256", default="", help="备份时打印的校验值；写上就先核对")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """0: restored. Anything else left the installation as it was."""
    has_own_key = bool(os.environ.get("PINGYI_SECRET_KEY"))
    start_without_key()
    from pingyi.core.backup.restore import restore_backup
    from pingyi.core.clock import PEOPLE_ZONE, now

    restored = restore_backup(
        source=Path(options.SOURCE),
        replace=options.replace,
        now=now(),
        may_be_set_aside=refuse_open_boxes,
        sha256=options.sha256,
        tell=lambda words: print(words, file=sys.stderr),
    )
    remarks = remarks_on(restored, has_own_key=has_own_key)
    made_at = restored.manifest.made_at
    if options.json:
        table = {
            "version": restored.manifest.version,
            "made_at": made_at.isoformat(),
            "files": restored.manifest.files,
            "aside": list(restored.aside),
            "remarks": remarks,
        }
        print(json.dumps(table, ensure_ascii=False))
        return 0
    print(
        f"恢复好了：{made_at.astimezone(PEOPLE_ZONE):%Y-%m-%d %H:%M} 的备份，附件{restored.manifest.files}个。"
    )
    print(*remarks, sep="\n", end="\n" if remarks else "")
    print("现在可以启动评议系统。")
    return 0


def start_without_key() -> None:
    """The settings make a key where there is none; here the key comes with the backup."""
    from pingyi.config.environment import data_folder
    from pingyi.doors.cli.django_ready import set_up_django

    if not (data_folder() / "secret-key").exists():
        os.environ.setdefault("PINGYI_SECRET_KEY", "only-while-restoring")
    set_up_django()


def remarks_on(restored: "Restored", *, has_own_key: bool) -> list[str]:
    """What the person must know or do after it."""
    remarks = [f"原来的数据移到了 {place}。确认恢复无误后可以删掉。" for place in restored.aside]
    if restored.undone:
        remarks.append("上一次恢复中途断了，先退回到了它之前的样子。")
    if restored.is_older:
        remarks.append("备份来自旧一些的版本，启动时数据库会自动升级。")
    if restored.manifest.has_key and has_own_key:
        remarks.append(
            "注意：环境变量 PINGYI_SECRET_KEY 优先于备份里的密钥。两个不一样时，已印的票条不能用；不需要就去掉它。"
        )
    if not restored.manifest.has_key and not has_own_key:
        remarks.append(
            "注意：备份里没有密钥，它原来在环境变量 PINGYI_SECRET_KEY 里。请设成原来的再启动，否则已印的票条不能用。"
        )
    return remarks


def refuse_open_boxes() -> None:
    """Data set aside would keep the order of a vote for ever. A database that cannot be read cannot be asked."""
    from django.db import DatabaseError, connection

    from pingyi.core.errors import Refused
    from pingyi.review.ballots.queries.copying import obstacles_to_copying

    database = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and not Path(database).exists():
        return
    try:
        obstacles = obstacles_to_copying()
    except DatabaseError:
        return
    if obstacles:
        raise Refused(
            "现在不能恢复，什么都没有改：移到旁边的数据会留下投票的先后或整张的票。\n" + "\n".join(obstacles),
            code="restore.voting",
        )
