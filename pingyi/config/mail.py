"""How mail leaves the house, from the environment (docs/operation/zh/mail.md)."""

import os
from dataclasses import dataclass, field

PORTS = {"tls": 465, "starttls": 587, "none": 25}


@dataclass(frozen=True)
class MailSettings:
    host: str
    port: int
    security: str
    user: str
    # Never printed with the rest.
    password: str = field(repr=False)
    sender: str
    timeout: int

    @property
    def is_set_up(self) -> bool:
        return bool(self.host and self.sender)


def mail_from_environment() -> MailSettings:
    """`PINGYI_SMTP_HOST`, `_PORT`, `_SECURITY` (starttls, tls, none), `_USER`, `_PASSWORD`, `_FROM`, `_TIMEOUT`."""
    security = os.environ.get("PINGYI_SMTP_SECURITY", "starttls").strip().lower()
    if security not in PORTS:
        raise SystemExit("PINGYI_SMTP_SECURITY 只能是 starttls、tls 或 none。")
    user = os.environ.get("PINGYI_SMTP_USER", "")
    return MailSettings(
        host=os.environ.get("PINGYI_SMTP_HOST", "").strip(),
        port=_number("PINGYI_SMTP_PORT", PORTS[security]),
        security=security,
        user=user,
        password=os.environ.get("PINGYI_SMTP_PASSWORD", ""),
        sender=os.environ.get("PINGYI_SMTP_FROM", "").strip() or (user if "@" in user else ""),
        timeout=_number("PINGYI_SMTP_TIMEOUT", 15),
    )


def _number(name: str, default: int) -> int:
    given = os.environ.get(name, "").strip()
    if not given:
        return default
    if not given.isdigit() or not 0 < int(given) < 65_536:
        raise SystemExit(f"{name} 要写一个数，例如 {default}。")
    return int(given)
