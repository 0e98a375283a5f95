"""Where a message to a group may go: encrypted, to a public address, without a detour."""

from enum import StrEnum
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit


class AddressFault(StrEnum):
    SHAPE = "shape"
    NOT_ENCRYPTED = "not_encrypted"
    PRIVATE = "private"


LONGEST = 500


def address_fault(address: str, *, may_be_private: bool) -> AddressFault | None:
    """What is wrong with an address as it was typed, if anything. Names are looked up when a message goes out."""
    if len(address) > LONGEST or not address.isascii() or any(sign <= " " for sign in address):
        return AddressFault.SHAPE
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return AddressFault.SHAPE
    if not host or port == 0 or "@" in parts.netloc or parts.fragment:
        return AddressFault.SHAPE
    if parts.scheme != "https" and not (parts.scheme == "http" and may_be_private):
        return AddressFault.NOT_ENCRYPTED
    if not may_be_private and (is_local_name(host) or not _is_public_or_a_name(host)):
        return AddressFault.PRIVATE
    return None


def is_public(address: str) -> bool:
    """Whether this numeric address lies in the open net: not at home, not in this machine, not a special one."""
    try:
        number = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
    return number.is_global and not number.is_multicast


def is_local_name(host: str) -> bool:
    return host == "localhost" or ("." not in host.strip(".") and ":" not in host)


def shown_address(address: str) -> str:
    """The address as it may be seen: the host alone, for the rest of it is the key."""
    return urlsplit(address).netloc


def _is_public_or_a_name(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        # 2130706433, 0x7f.1 and the like are numbers to some machines: a name has a letter in its last part.
        return host.rstrip(".").rpartition(".")[2][:1].isalpha()
    return is_public(host)
