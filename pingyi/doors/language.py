"""The two languages of the interface, and pages without sign-in that are asked for one of them: `?lang=en`.

The ballot and hall pages have no cookie to keep a wish in; it stays in the address.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

CHINESE, ENGLISH = "zh-hans", "en"
LANGUAGES = (CHINESE, ENGLISH)


def asked_language(request: HttpRequest) -> str:
    """English when the address says so, else Chinese."""
    return ENGLISH if request.GET.get("lang") == "en" else CHINESE


def in_asked_language(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view speaks the language that its address asks for."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(asked_language(request)):
            return view(request, *args, **kwargs)

    return spoken
