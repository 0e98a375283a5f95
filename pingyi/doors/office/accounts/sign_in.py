"""In and out of the office."""

from typing import Any

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from pingyi.accounts.queries import is_anybody_here
from pingyi.accounts.services import sign_in
from pingyi.core.clock import now
from pingyi.core.errors import Refused

HOME = "/office/"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """The form, and what it sends: `username`, `password`, `next`."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    shown: dict[str, Any] = {"next": _only_in_the_office(wanted), "username": ""}
    if request.method == "GET":
        if request.user.is_authenticated:
            return redirect(shown["next"])
        return render(request, "office/account-sign-in.html", {**shown, "is_new": not is_anybody_here()})
    username = request.POST.get("username", "")
    try:
        account = sign_in(username=username, password=request.POST.get("password", ""), now=now())
    except Refused as refusal:
        shown |= {"username": username, "refusal": refusal}
        return render(request, "office/account-sign-in.html", shown, status=422)
    # A new session key: nobody goes on with a key that was known before the sign-in.
    login(request, account, backend=BACKEND)
    return redirect(shown["next"])


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("office:account-sign-in")


def _only_in_the_office(address: str) -> str:
    """A path of our own office door, or its front page: nobody is sent to another site by a link."""
    is_ours = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_ours and address.startswith(HOME) else HOME
