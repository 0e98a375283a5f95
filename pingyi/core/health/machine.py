"""The computer itself: Python, clock, room on the disk."""

import os
import platform
import shutil
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pingyi.core.health.check import Check, attention, bad, good

OLDEST_PYTHON = (3, 11)
# Nobody ran this program before; a computer that says so has lost its clock.
FIRST_YEAR = 2025
GIGABYTE = 1024**3
TOO_FULL, NEARLY_FULL = GIGABYTE // 5, 2 * GIGABYTE


def python_version() -> Check:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        return bad("Python", f"版本是 {version}", "换成 3.11 以上的 Python，删掉 .venv，再用 run.py 启动")
    return good("Python", f"版本是 {version}")


def clock(now: datetime, newest_record: datetime | None = None) -> Check:
    """`now` should be what a clock on the wall says; records never come from the future."""
    try:
        told = f"{now.astimezone(ZoneInfo('Asia/Shanghai')):%Y-%m-%d %H:%M}"
    except ZoneInfoNotFoundError:
        return bad("时间", "系统没有时区数据，显示不了北京时间", "装上 tzdata（Debian：apt install tzdata）")
    if os.environ.get("PINGYI_SCENARIO_CLOCK"):
        remedy = "正式使用时去掉环境变量 PINGYI_SCENARIO_CLOCK"
        return attention("时间", f"时间由预演文件给出，现在停在北京时间 {told}", remedy)
    remedy = "校准电脑的日期和时间，并打开自动对时"
    if now.year < FIRST_YEAR:
        return bad("时间", f"电脑说现在是北京时间 {told}，不对", remedy)
    if newest_record is not None and newest_record > now:
        return bad("时间", f"现在是北京时间 {told}，比最近一条办事记录还早", remedy)
    return good("时间", f"北京时间 {told}（请和手表对一下）")


def disk_space(folder: Path) -> Check:
    free = shutil.disk_usage(folder).free
    told = f"数据文件夹所在的磁盘还有 {free / GIGABYTE:.1f} GB"
    if free < TOO_FULL:
        return bad("磁盘", told, "清出空间：磁盘满了，票和报告都存不下")
    if free < NEARLY_FULL:
        return attention("磁盘", told, "会前清出一些空间")
    return good("磁盘", told)
