"""In which language the office answers: the account's, or before sign-in what this browser chose."""

from collections.abc import Callable

from django.contrib.messages.storage.session import SessionStorage
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from pingyi.core.words import shown
from pingyi.doors.language import CHINESE

SESSION_LANGUAGE = "language"


class OfficeLanguage:
    """Speaks the reader's language for the whole of the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request)):
            return self.get_response(request)


def language_of(request: HttpRequest) -> str:
    """What was chosen in this browser, else what the account keeps, else Chinese."""
    chosen = request.session.get(SESSION_LANGUAGE) or getattr(request.user, "language", None)
    return str(chosen or CHINESE)


class SpokenMessages(SessionStorage):
    """What the last act has to say is kept in the language in which it was said."""

    def add(self, level: int, message: str, extra_tags: str | None = "") -> None:
        with shown():
            super().add(level, str(message), extra_tags)
