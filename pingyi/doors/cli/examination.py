"""The look at a whole installation, from the ground up. It changes nothing and may run beside the server."""

import http.client
import os
from collections.abc import Iterator
from pathlib import Path

from pingyi.config.environment import data_place, read_flag
from pingyi.core.backup.manifest import KEY_FILE
from pingyi.core.clock import now
from pingyi.core.health import Check, attention, bad, good
from pingyi.core.health.folder import folder_checks
from pingyi.core.health.machine import clock, disk_space, python_version
from pingyi.doors.cli.addresses import EVERYWHERE, is_taken, lan_address
from pingyi.doors.cli.django_ready import set_up_django


def examine(port: int) -> Iterator[Check]:
    """From the ground up: what stands on something that is not there is not looked at."""
    folder = data_place()
    yield python_version()
    yield from folder_checks(folder)
    yield disk_space(next(place for place in (folder, *folder.parents) if place.is_dir()))
    if folder.is_dir():
        yield from installation(folder)
    else:
        yield clock(now())
    yield from network(port)


def installation(folder: Path) -> Iterator[Check]:
    """Database, secrecy, backup and fonts: everything that needs the settings."""
    if not (folder / KEY_FILE).exists():
        os.environ.setdefault("PINGYI_SECRET_KEY", "only-while-looking")
    try:
        set_up_django()
    except ValueError as error:
        yield bad("设置", str(error), "改好环境变量")
        return
    from django.db import connection

    from pingyi.core.health import database

    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        yield clock(now())
        yield attention("数据库", "还没有", "第一次启动时会自动建")
        yield from fonts()
        return
    checks = list(database.database_checks())
    is_usable = all(check.level == "good" for check in checks if check.name in {"数据库", "数据库结构"})
    yield clock(now(), database.newest_record() if is_usable else None)
    yield from checks
    if is_usable:
        yield from database.table_checks()
        yield from secrecy()
        yield from names()
    yield from fonts()


def secrecy() -> Iterator[Check]:
    """Whether a voting may be opened, and whether a copy may be made."""
    from pingyi.review.ballots.queries.copying import obstacles_to_copying
    from pingyi.review.ballots.queries.opening_check import opening_findings

    findings = opening_findings()
    for finding in findings:
        yield (bad if finding.stops else attention)(
            "投票保密", finding.message, "见 docs/operation/zh/secret-ballot.md"
        )
    if not findings:
        yield good("投票保密", "数据表、日志和组件都在清单上，可以开启投票")
    obstacles = obstacles_to_copying()
    for obstacle in obstacles:
        yield attention("备份", obstacle, "在这以前不要备份，不要做虚拟机快照")
    if not obstacles:
        yield good("备份", "没有进行中的投票，现在可以备份")


def fonts() -> Iterator[Check]:
    from pingyi.documents.health import font_checks

    yield from font_checks()


def names() -> Iterator[Check]:
    from pingyi.documents.health import name_checks

    yield from name_checks()


def network(port: int) -> Iterator[Check]:
    """Can phones in the hall reach this computer, and is the port free or ours."""
    address = lan_address()
    if address is None:
        yield attention(
            "网络", "这台机器没有连上局域网，手机打不开投票页", "连上会场的网络；只用纸质票的不需要"
        )
    else:
        yield good("网络", f"手机用的地址是 {address}")
    if not is_taken(EVERYWHERE, port):
        yield good("端口", f"{port} 空着")
    elif answers(port):
        yield good("端口", f"评议系统正在 {port} 上运行")
    else:
        remedy = f"关掉那个程序，或者换一个端口：--port {port + 1}"
        yield bad("端口", f"{port} 被别的程序占着", remedy)
    if read_flag("PINGYI_HTTPS"):
        yield good("加密连接", "已声明前面有 TLS（PINGYI_HTTPS）")
    else:
        remedy = "正式使用时前面加上 TLS，再设 PINGYI_HTTPS=1；否则口令和票在会场网络里是明文"
        yield attention("加密连接", "没有", remedy)


def answers(port: int) -> bool:
    """Whether it is a server of ours that listens there."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=3)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().read(16) in {b"ok\n", b"not ready\n"}
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
