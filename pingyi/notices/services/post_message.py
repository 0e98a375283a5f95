"""One request to one receiver: to the address that was looked at, no other; without redirects; never logged."""

import http.client
import socket
import ssl
from urllib.parse import SplitResult, urlsplit

from pingyi.notices.domain.hook_address import is_public
from pingyi.notices.domain.hook_answer import CallFault, Outcome, outcome_of, outcome_of_fault
from pingyi.notices.domain.hooks import HookKind

SECONDS = 10
MOST_ANSWER_BYTES = 64 * 1024


def post_message(
    *, kind: HookKind, address: str, headers: dict[str, str], body: bytes, may_be_private: bool
) -> Outcome | None:
    """None where the receiver took it. A name is looked up once, and the connection goes to what was found."""
    parts = urlsplit(address)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        numbers = [found[4][0] for found in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)]
        if not may_be_private and not all(is_public(str(number)) for number in numbers):
            return Outcome(CallFault.PRIVATE, is_hopeless=True)
        connection = _connection(parts, str(numbers[0]), port)
        try:
            query = f"?{parts.query}" if parts.query else ""
            connection.request("POST", f"{parts.path or '/'}{query}", body=body, headers=headers)
            answer = connection.getresponse()
            return outcome_of(kind, answer.status, answer.read(MOST_ANSWER_BYTES))
        finally:
            connection.close()
    except (OSError, http.client.HTTPException, UnicodeError) as fault:
        return outcome_of_fault(fault)


def _connection(parts: SplitResult, number: str, port: int) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    plain = socket.create_connection((number, port), timeout=SECONDS)
    if parts.scheme == "https":
        try:
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except BaseException:
            plain.close()
            raise
        return connection
    connection.sock = plain
    return connection
