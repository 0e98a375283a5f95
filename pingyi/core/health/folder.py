"""The data folder: can it be written, is it private, is the key there, was a restore left half done."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pingyi.core.backup.manifest import KEY_FILE
from pingyi.core.backup.placing import NOTE
from pingyi.core.health.check import Check, attention, bad, good

MOUNTS = Path("/proc/mounts")
# SQLite's locks and its write-ahead log do not hold across these.
OVER_THE_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs"}
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def folder_checks(folder: Path) -> Iterator[Check]:
    """Looks only: nothing is made that was not there."""
    if not folder.is_dir():
        yield attention("数据文件夹", f"{folder} 还没有", "第一次启动时会自动建；位置由 PINGYI_DATA 决定")
        return
    yield _writable(folder)
    yield from _unfinished_restore(folder)
    yield _place(folder)
    yield _key(folder)


def _writable(folder: Path) -> Check:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return bad(
            "数据文件夹", f"{folder} 写不进去（{error.strerror}）", f"让运行评议系统的用户能写 {folder}"
        )
    if os.name != "nt" and folder.stat().st_mode & OTHERS:
        return attention("数据文件夹", f"这台机器上的其他用户能进 {folder}", f"运行 chmod 700 {folder}")
    return good("数据文件夹", f"{folder}，能写，只有自己能进")


def _unfinished_restore(folder: Path) -> Iterator[Check]:
    if (folder / NOTE).exists():
        remedy = "不要启动系统。把同一个 restore 命令再运行一次，它会先退回原样再恢复"
        yield bad("恢复", "上一次恢复中途断了，数据新旧混在一起", remedy)


def _place(folder: Path) -> Check:
    kind = file_system_of(folder.resolve())
    if kind in OVER_THE_NETWORK:
        remedy = "换到本机磁盘；一定要放网络盘的，改用 PostgreSQL（DATABASE_URL）"
        return bad("存放位置", f"数据文件夹在网络盘上（{kind}），内置数据库在上面不可靠", remedy)
    return good("存放位置", "数据文件夹在本机磁盘上")


def file_system_of(folder: Path, mounts: Path = MOUNTS) -> str:
    """The kind of file system that holds the folder; empty where the system does not tell."""
    try:
        lines = [line.split() for line in mounts.read_text().splitlines()]
    except OSError:
        return ""
    # A space in a mount point is written \040.
    places = {Path(words[1].replace("\\040", " ")): words[2] for words in lines}
    return next((places[place] for place in (folder, *folder.parents) if place in places), "")


def _key(folder: Path) -> Check:
    path = folder / KEY_FILE
    if os.environ.get("PINGYI_SECRET_KEY"):
        return good("密钥", "写在环境变量 PINGYI_SECRET_KEY 里（备份里没有它，请另外保管）")
    if not path.is_file():
        return attention("密钥", "还没有", "第一次启动时会自动生成；换了机器要从备份恢复")
    if not path.read_text().strip():
        return bad("密钥", f"{path} 是空的", "从备份恢复；从没用过的可以删掉它，重新启动时会生成")
    if os.name != "nt" and path.stat().st_mode & OTHERS:
        return bad("密钥", f"其他用户能读 {path}", f"运行 chmod 600 {path}")
    return good("密钥", "有，只有自己能读")
