"""Where this computer can be reached."""

import socket

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 (asked for with --lan or by the operator, never the default)
# A documentation address: nothing is sent to it, the system only says from which of its own it would.
ELSEWHERE = ("192.0.2.1", 9)


def lan_address() -> str | None:
    """The address of this computer in the hall's network; None when it is in no network. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:
            return None
        own = str(probe.getsockname()[0])
    return None if own.startswith("127.") else own


def port(text: str) -> int:
    """A port as somebody typed it, for argparse."""
    number = int(text)
    if not 0 < number < 2**16:
        raise ValueError(text)
    return number


def is_taken(host: str, port: int) -> bool:
    """Whether another program listens there already."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def free_port() -> int:
    """A port of this computer that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
