"""`clean-news FILE`: an old news text without the noise of scraping; damaged places are marked, never filled in."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pingyi.core.errors import Refused
from pingyi.publishing.domain.cleaning.clean import Cleaned, clean
from pingyi.publishing.domain.cleaning.encodings import UnreadableText, decode
from pingyi.publishing.domain.cleaning.log import WORDS

summary = "清理旧新闻稿里的杂质，标出缺损的地方"

GOOD = 0


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("FILE", help="文本文件（UTF-8 或 GB18030）；写 - 从标准输入读")
    parser.add_argument("--json", action="store_true", help="输出 JSON：文字、改动、缺损处和建议")


def run(options: Namespace) -> int:
    """0: the text is on stdout, with or without damaged places; what was done is told on stderr."""
    cleaned = cleaned_file(options.FILE)
    if options.json:
        write(json.dumps(cleaned.as_document(), ensure_ascii=False))
    else:
        write(cleaned.text.removesuffix("\n"))
        tell(cleaned)
    return GOOD


def cleaned_file(name: str) -> Cleaned:
    """The file, decoded and cleaned; what cannot be read is refused with a remedy."""
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Refused(f"读不了文件 {name}。请核对文件名和读取权限。", code="news.no_file") from error
    try:
        return clean(decode(content).text)
    except UnreadableText as error:
        raise Refused(str(error), code="news.unreadable") from error


def tell(cleaned: Cleaned) -> None:
    """On stderr: how much of what was done, and every damaged place."""
    sums: dict[str, int] = {}
    for change in cleaned.changes:
        sums[WORDS[change.kind]] = sums.get(WORDS[change.kind], 0) + change.count
    for what, count in sums.items():
        print(f"{what}：{count} 处", file=sys.stderr)
    for damage in cleaned.damaged:
        proposed = f"，建议：{'、'.join(damage.proposals)}" if damage.proposals else ""
        print(f"第 {damage.line} 行缺损：{damage.context}{proposed}", file=sys.stderr)


def write(text: str) -> None:
    """UTF-8 on stdout, whatever the terminal speaks."""
    sys.stdout.buffer.write(text.encode("utf-8", errors="backslashreplace") + b"\n")
    sys.stdout.flush()
