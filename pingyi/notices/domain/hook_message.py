"""A message as the receivers want it: its words, its form, its signature."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from urllib.parse import quote_plus

from pingyi.notices.domain.hooks import HookKind

# The bot of WeCom takes 2,048 bytes of text; so does ours for every receiver.
MOST_BYTES = 2000


@dataclass(frozen=True)
class Message:
    """`number` stays the same on every try: a receiver of one's own knows by it what it has had already."""

    number: int
    topic: str
    title: str
    text: str = ""
    where: str = ""

    @property
    def words(self) -> str:
        whole = "\n".join(part for part in (self.title, self.text) if part)
        return _shortened(whole, MOST_BYTES - len(self.where.encode()) - 1) + (
            f"\n{self.where}" if self.where else ""
        )


def body_of(kind: HookKind, message: Message) -> bytes:
    """The request's body in JSON: the text form that both bots take, or every field for a receiver of one's own."""
    if kind is HookKind.OTHER:
        content: dict[str, object] = {
            "number": message.number,
            "topic": message.topic,
            "title": message.title,
            "text": message.text,
            "link": message.where,
        }
    else:
        content = {"msgtype": "text", "text": {"content": message.words}}
    return json.dumps(content, ensure_ascii=False).encode()


def signed_address(kind: HookKind, address: str, secret: str, milliseconds: int) -> str:
    """DingTalk (加签) wants time and signature in the address; the others get it as it is."""
    if kind is not HookKind.DINGTALK or not secret:
        return address
    proof = base64.b64encode(_hmac(secret, f"{milliseconds}\n{secret}".encode())).decode()
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}timestamp={milliseconds}&sign={quote_plus(proof)}"


def headers_of(kind: HookKind, body: bytes, secret: str, milliseconds: int) -> dict[str, str]:
    """A receiver of one's own checks HMAC-SHA256 over time, a full stop and the body, with the shared secret."""
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "Pingyi"}
    if kind is HookKind.OTHER and secret:
        proof = _hmac(secret, f"{milliseconds}.".encode() + body).hex()
        headers |= {"X-Pingyi-Timestamp": str(milliseconds), "X-Pingyi-Signature": f"sha256={proof}"}
    return headers


def _hmac(secret: str, content: bytes) -> bytes:
    return hmac.new(secret.encode(), content, hashlib.sha256).digest()


def _shortened(text: str, most: int) -> str:
    coded = text.encode()
    if len(coded) <= most:
        return text
    return coded[: most - len("…".encode())].decode(errors="ignore") + "…"
