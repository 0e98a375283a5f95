"""What every office view shares: a signed-in actor, and refusals shown as pages for people."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from pingyi.core.errors import Refused
from pingyi.doors.office.errors import no_role_page, refused_page
from pingyi.organisations.actor import Actor

if TYPE_CHECKING:
    from pingyi.accounts.models import Account

PASSWORD_PAGE = "/office/account/password/"  # noqa: S105 (an address)
HOME = "/office/"


class OfficeRequest(HttpRequest):
    """The request as the office door hands it to views."""

    actor: Actor
    user: "Account"


def office_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Lets only signed-in people with a role in; a refusal that the view does not catch becomes a page.

    Whoever signed in with a temporary password meets the page that changes it, before any other.
    """

    @wraps(view)
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else HOME)
        if request.actor is None:
            return no_role_page(request)
        if request.user.has_temporary_password and request.path != PASSWORD_PAGE:
            return redirect(PASSWORD_PAGE)
        try:
            return view(request, *args, **kwargs)
        except Refused as refusal:
            return refused_page(request, refusal)

    return guarded
