"""Headers of every answer, and silence about ballots and about who reads in every log."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# No script, style, font or request from anywhere but this server.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
# The doors without accounts: who voted and who read is nobody's business, so no log speaks of their pages.
QUIET_PREFIXES = ("/ballot/", "/read/")


class SecurityHeaders:
    """Policy headers everywhere; nothing of the office or the ballot is kept in any cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", _referrer_policy(request))
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store"
        return response


def _referrer_policy(request: HttpRequest) -> str:
    """Under `no-referrer` browsers send forms with `Origin: null`, which the office's CSRF check must refuse."""
    return "same-origin" if request.path.startswith("/office/") else "no-referrer"


class NoBallotLines(logging.Filter):
    """Drops every log record that speaks of a quiet page: its path, its request, its arguments."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        told = f"{getattr(request, 'path', '')} {record.getMessage()}"
        return not any(prefix in told for prefix in QUIET_PREFIXES)
