"""The lines of the log in a package: each hash is calculated again from what the line says."""

import json
from datetime import UTC, datetime
from typing import Any

from pingyi.archives.domain.manifest import LogFacts
from pingyi.core.chain import digest_of, hash_of
from pingyi.core.words import Words

NAMED_AT_MOST = 20


def log_line(
    *,
    sequence: int,
    verb: str,
    actor_id: int | None,
    subject: tuple[str, str],
    recorded_at: datetime,
    payload_digest: str,
    previous_hash: str,
    hash_: str,
    payload: tuple[str, Any] | None,
) -> bytes:
    """One line. Without `payload` (salt and body) the line still proves its place: the digest stands for it."""
    line: dict[str, Any] = {
        "sequence": sequence,
        "verb": verb,
        "actor_id": actor_id,
        "subject": list(subject),
        "recorded_at": recorded_at.astimezone(UTC).isoformat(),
        "payload_digest": payload_digest,
        "previous_hash": previous_hash,
        "hash": hash_,
    }
    if payload is not None:
        line["payload"] = {"salt": payload[0], "body": payload[1]}
    return json.dumps(line, ensure_ascii=False).encode(errors="backslashreplace") + b"\n"


def faults_of_log(content: bytes, facts: LogFacts, institution_id: int) -> list[str]:
    """What does not fit, line by line; nothing for a whole chain."""
    faults: list[str] = []
    expected, previous, lines = facts.first, facts.before, 0
    for raw in content.splitlines():
        lines += 1
        try:
            line = json.loads(raw)
            fault = _fault_of(line, expected, previous, institution_id)
            expected, previous = expected + 1, str(line["hash"])
        except (ValueError, KeyError, TypeError, IndexError, RecursionError, OverflowError):
            fault, expected = Words("读不懂"), expected + 1
        if fault:
            faults.append(Words("第{line}行{fault}", line=lines, fault=fault))
        if len(faults) >= NAMED_AT_MOST:
            return faults
    if lines != facts.lines or (lines and expected != facts.last + 1):
        faults.append(Words("应有{wanted}行，实有{found}行", wanted=facts.lines, found=lines))
    if previous != facts.head:
        faults.append(Words("最后一行的校验值和目录写的不一样"))
    return faults


def _fault_of(line: Any, expected: int, previous: str, institution_id: int) -> str:
    if line["sequence"] != expected:
        return Words("编号应是{expected}", expected=expected)
    if line["previous_hash"] != previous:
        return Words("和上一行接不上")
    kind, number = line["subject"]
    calculated = hash_of(
        institution_id=institution_id,
        sequence=line["sequence"],
        verb=line["verb"],
        actor_id=line["actor_id"],
        subject=(kind, number),
        recorded_at=datetime.fromisoformat(line["recorded_at"]),
        payload_digest=line["payload_digest"],
        previous_hash=line["previous_hash"],
    )
    if line["hash"] != calculated:
        return Words("被改过")
    payload = line.get("payload")
    if payload is not None and digest_of(payload["salt"], payload["body"]) != line["payload_digest"]:
        return Words("的内容被改过")
    return ""
