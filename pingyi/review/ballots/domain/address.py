"""Where phones reach the server, as it is printed on slips."""

from urllib.parse import urlsplit

from pingyi.core.errors import Refused
from pingyi.core.words import Words

LONGEST = 120
_ONLY_HERE = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})  # noqa: S104 (compared with, not bound to)


def read_address(text: str) -> str:
    """The address without path or slash at the end, e.g. https://pingyi.example.edu.cn; refuses anything else."""
    typed = text.strip().removesuffix("/")
    address = _address_of(typed)
    if address is None or address.casefold() != typed.casefold() or len(typed) > LONGEST or "@" in typed:
        message = Words(
            "“{typed}”不是手机能打开的地址。写成 http://192.168.1.20:8000 这样，后面不带别的。",
            typed=typed[:40],
        )
        raise Refused(message, code="voting.address", field="address")
    return address


def is_only_here(address: str) -> bool:
    """Whether the address means “this computer” to whoever opens it: no phone in the hall could reach it."""
    return urlsplit(address).hostname in _ONLY_HERE


def _address_of(typed: str) -> str | None:
    try:
        parts = urlsplit(typed)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
            return None
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}"
