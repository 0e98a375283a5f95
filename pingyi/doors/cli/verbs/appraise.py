"""`appraise FILE.json`: counts in, scores, grades and ranks out. Pure calculation, no database."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pingyi.review.appraisal.domain.appraise import appraise_document
from pingyi.review.appraisal.domain.errors import InputError
from pingyi.review.appraisal.domain.reading import read_json

summary = "按规则由票数算出得分、等次和名次"


def add_arguments(parser: ArgumentParser) -> None:
    """One file; the answer is JSON with or without `--json`."""
    parser.add_argument("FILE", help="JSON 文件；写 - 从标准输入读")
    parser.add_argument("--json", action="store_true", help="输出 JSON（本命令总是如此）")


def run(options: Namespace) -> int:
    """Prints the appraisal, or the first fault of the input and nothing else."""
    try:
        answer = appraise_document(read_json(content(options.FILE)))
    except InputError as error:
        write({"error": {"path": error.path, "message": error.message}})
        return 2
    write(answer)
    return 0


def content(name: str) -> bytes:
    """The bytes to read; a file that cannot be read is a fault of the input."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError("", f"读不了文件 {name}。请核对文件名和读取权限。") from error


def write(answer: object) -> None:
    """One line of UTF-8, whatever the terminal speaks.

    Half a surrogate pair in a name, which UTF-8 cannot hold, keeps the JSON escape that it came with.
    """
    line = json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", errors="backslashreplace"))
    sys.stdout.flush()
