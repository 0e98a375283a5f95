"""`draw FILE.json`: repeats a recorded draw of lots. Pure calculation, no database."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pingyi.review.lots.domain.verify import BadRecordError, Verdict, verify

summary = "照抽签记录重算一遍，对得上退出码0，对不上1"
TOO_LARGE = 5_000_000


def add_arguments(parser: ArgumentParser) -> None:
    """One file, in words or as JSON."""
    parser.add_argument("FILE", help="抽签记录（JSON 文件，在抽签页下载）；写 - 从标准输入读")
    parser.add_argument("--json", action="store_true", help="结果写成 JSON")


def run(options: Namespace) -> int:
    """0: fingerprint and order are the recorded ones; 1: they are not; 2: the file is no record of a draw."""
    try:
        verdict = verify(_read(options.FILE))
    except BadRecordError as fault:
        print(f"这不是抽签记录：{fault}", file=sys.stderr)
        return 2
    print(_as_json(verdict) if options.json else _in_words(verdict))
    return 0 if verdict.is_right else 1


def _read(name: str) -> object:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as fault:
        raise BadRecordError(f"读不了文件 {name}。请核对文件名和读取权限。") from fault
    try:
        return json.loads(content[:TOO_LARGE])
    except (ValueError, RecursionError) as fault:
        raise BadRecordError("不是 JSON。请用抽签页下载的原文件，不要另存或改动。") from fault


def _as_json(verdict: Verdict) -> str:
    answer = {
        "matches": verdict.is_right,
        "commitment": verdict.commitment,
        "commitment_matches": verdict.is_commitment_right,
        "result": list(verdict.order),
        "result_matches": verdict.is_order_right,
    }
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def _in_words(verdict: Verdict) -> str:
    lines = [f"指纹 {verdict.commitment}  {'对得上' if verdict.is_commitment_right else '与记录不符'}"]
    lines += [f"第{place}位  {name}" for place, name in enumerate(verdict.names, start=1)]
    lines.append("次序与记录一致。" if verdict.is_order_right else "次序与记录不一致，上面是重算出来的。")
    return "\n".join(lines)
