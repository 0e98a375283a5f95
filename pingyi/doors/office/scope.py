"""Who is at the office door: the actor and the institution's scope of each request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django_scopes import scope

from pingyi.organisations.queries import actor_of_account

SESSION_INSTITUTION = "institution"


class OfficeScope:
    """Puts `request.actor` (or None) on the request, opens its institution's scope around the view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            request.actor = None  # type: ignore[attr-defined]
            return self.get_response(request)
        actor = actor_of_account(request.user, request.session.get(SESSION_INSTITUTION))
        request.actor = actor  # type: ignore[attr-defined]
        if actor is None:
            return self.get_response(request)
        with scope(institution=actor.institution):
            return self.get_response(request)
