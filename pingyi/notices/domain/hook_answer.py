"""What a receiver answered: taken, not now, or not at all; in words that repeat nothing it said."""

import json
import socket
import ssl
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pingyi.core.words import Words
from pingyi.notices.domain.hooks import HookKind

TAKEN = range(200, 300)
MOVED = range(300, 400)
REFUSED = range(400, 500)
# Asked too often, or the other side is busy: WeCom and DingTalk say so in the body, with status 200.
NOT_NOW = frozenset({-1, 45009, 130101})
TRY_LATER = frozenset({408, 425, 429})


class CallFault(StrEnum):
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    CERTIFICATE = "certificate"
    PRIVATE = "private"
    MOVED = "moved"
    REFUSED = "refused"
    BUSY = "busy"
    BROKEN = "broken"


@dataclass(frozen=True)
class Outcome:
    """`is_hopeless`: trying again cannot help."""

    fault: CallFault
    is_hopeless: bool = False


def outcome_of(kind: HookKind, status: int, body: bytes) -> Outcome | None:
    """None where the message was taken."""
    if status in TRY_LATER:
        return Outcome(CallFault.BUSY)
    if status in MOVED:
        return Outcome(CallFault.MOVED, is_hopeless=True)
    if status in REFUSED:
        return Outcome(CallFault.REFUSED, is_hopeless=True)
    if status not in TAKEN:
        return Outcome(CallFault.BROKEN)
    if kind is HookKind.OTHER:
        return None
    code = _code_in(body)
    if code is None:
        return Outcome(CallFault.BROKEN)
    if code in NOT_NOW:
        return Outcome(CallFault.BUSY)
    return Outcome(CallFault.REFUSED, is_hopeless=True) if code else None


def outcome_of_fault(fault: Exception) -> Outcome:
    """What a connection that did not come about, or broke, means."""
    if isinstance(fault, ssl.SSLCertVerificationError):
        return Outcome(CallFault.CERTIFICATE)
    if isinstance(fault, TimeoutError):
        return Outcome(CallFault.TOO_SLOW)
    if isinstance(fault, socket.gaierror | ConnectionError):
        return Outcome(CallFault.UNREACHABLE)
    return Outcome(CallFault.BROKEN)


def _code_in(body: bytes) -> int | None:
    try:
        answer: Any = json.loads(body)
    except ValueError:
        return None
    code = answer.get("errcode") if isinstance(answer, dict) else None
    return code if isinstance(code, int) else None


CALL_FAULTS: dict[CallFault, str] = {
    CallFault.UNREACHABLE: Words("连不上对方的服务器。请核对地址和本机能不能上网。"),
    CallFault.TOO_SLOW: Words("对方没有在10秒内答复。"),
    CallFault.CERTIFICATE: Words("对方的证书不对，没有发。请管系统的人核对地址和证书。"),
    CallFault.PRIVATE: Words(
        "这个地址指向内网，没有发。确实要发到内网，请管系统的人设置 PINGYI_WEBHOOK_PRIVATE。"
    ),
    CallFault.MOVED: Words("对方要转到别的地址，没有跟去。请填最后的地址。"),
    CallFault.REFUSED: Words("对方不收。请核对地址、密钥，机器人还在不在群里，设没设关键词。"),
    CallFault.BUSY: Words("对方忙，或者发得太密。"),
    CallFault.BROKEN: Words("对方出错了，或者答复看不懂。请看一看群里收到没有。"),
}
