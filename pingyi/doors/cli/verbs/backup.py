"""`backup TARGET`: everything of the installation in one archive, never while a vote could be read out of it."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

summary = "把全部数据备份成一个文件"
needs_django = True

GOOD, NOT_GOOD = 0, 1


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("TARGET", help="放备份的文件夹（文件名自动带上时间），或者一个新文件名")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """0: made; 1: made, but some files that were handed in are no longer on the disk as they were."""
    from pingyi.core.backup.take import leftovers, take_backup
    from pingyi.core.clock import now

    target = Path(options.TARGET)
    for left in leftovers(target if target.is_dir() else target.parent):
        tell(f"上次没做完的备份还留着 {left}，和备份一样要保密，可以删掉。")
    taken = take_backup(target=target, now=now(), may_be_copied=refuse_open_boxes, tell=tell)
    if options.json:
        table = {
            "archive": str(taken.archive),
            "bytes": taken.size,
            "sha256": taken.sha256,
            "files": taken.files,
            "has_key": taken.has_key,
            "lost": list(taken.lost),
        }
        print(json.dumps(table, ensure_ascii=False))
    else:
        print(f"备份好了：{taken.archive}（{in_words(taken.size)}，附件{taken.files}个）")
        print(f"校验值：{taken.sha256}")
        print("里面有全部数据和密钥，要像原件一样保管。")
        if not taken.has_key:
            print("注意：密钥在环境变量 PINGYI_SECRET_KEY 里，没有放进备份。请另外保管。")
        for name in taken.lost:
            print(f"注意：附件“{name}”在磁盘上找不到或被改过，没有放进备份。请重新上传。")
    return NOT_GOOD if taken.lost else GOOD


def refuse_open_boxes() -> None:
    """A copy made during a vote, or before its clean-up, would keep what the clean-up removes."""
    from pingyi.core.errors import Refused
    from pingyi.review.ballots.queries.copying import obstacles_to_copying

    obstacles = obstacles_to_copying()
    if obstacles:
        raise Refused(
            "现在不能备份：备份会留下投票的先后或整张的票。\n" + "\n".join(obstacles),
            code="backup.voting",
        )


def in_words(size: int) -> str:
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def tell(words: str) -> None:
    print(words, file=sys.stderr)
