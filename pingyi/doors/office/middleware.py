"""The office door's own chain: sessions, CSRF, sign-in and messages exist below /office/ only."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

from pingyi.doors.office.language import OfficeLanguage
from pingyi.doors.office.scope import OfficeScope

PREFIX = "/office/"


class OfficeDoor:
    """Runs the cookie-bearing middlewares for office pages and nothing of them for all others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        scoped = OfficeScope(get_response)
        spoken = MessageMiddleware(OfficeLanguage(scoped))
        self.csrf = CsrfViewMiddleware(AuthenticationMiddleware(spoken))
        self.office = SessionMiddleware(self.csrf)
        self.elsewhere = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(PREFIX):
            return self.elsewhere(request)
        return cast(HttpResponseBase, self.office(request))

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """The CSRF check happens in this hook, which Django calls on registered middlewares only."""
        if request.path.startswith(PREFIX):
            return self.csrf.process_view(request, view, args, kwargs)
        return None
