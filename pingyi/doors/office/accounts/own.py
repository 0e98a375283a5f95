"""What everybody does with the own account: password, type size, institution."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pingyi.accounts.services import change_password, set_language, set_type_size
from pingyi.core.clock import now
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.language import CHINESE, LANGUAGES
from pingyi.doors.office.language import SESSION_LANGUAGE
from pingyi.doors.office.pages import HOME, OfficeRequest, office_page
from pingyi.doors.office.scope import SESSION_INSTITUTION
from pingyi.organisations.queries import account_row, institutions_of_account
from pingyi.organisations.services.mail_address import set_mail_address


@office_page
@require_GET
def own_page(request: OfficeRequest) -> HttpResponse:
    return _own_page(request)


@office_page
@require_POST
def email(request: OfficeRequest) -> HttpResponse:
    """`email`, where reminders go by mail; empty takes it away."""
    address, actor = request.POST.get("email", ""), request.actor
    try:
        set_mail_address(actor=actor, now=now(), account_id=actor.account_id, address=address)
    except Refused as refusal:
        return _own_page(request, refusal)
    messages.success(
        request, Words("邮箱改好了。") if address.strip() else Words("邮箱去掉了，只在首页上通知。")
    )
    return redirect("office:account-show")


def _own_page(request: OfficeRequest, refusal: Refused | None = None) -> HttpResponse:
    shown = {
        "row": account_row(request.actor.account_id),
        "institutions": institutions_of_account(request.actor.account_id),
        "refusal": refusal,
        "typed": request.POST,
    }
    return render(request, "office/account-show.html", shown, status=refusal.status if refusal else 200)


@sensitive_post_parameters()
@office_page
@require_http_methods(["GET", "POST"])
def password_page(request: OfficeRequest) -> HttpResponse:
    """The form, and what it sends: `old`, `new`, `repeated`."""
    if request.method == "GET":
        return render(request, "office/account-password.html")
    try:
        change_password(
            account=request.user,
            old=request.POST.get("old", ""),
            new=request.POST.get("new", ""),
            repeated=request.POST.get("repeated", ""),
            institution_id=request.actor.institution_id,
            now=now(),
        )
    except Refused as refusal:
        return render(request, "office/account-password.html", {"refusal": refusal}, status=422)
    update_session_auth_hash(request, request.user)
    messages.success(request, Words("密码改好了。别处登录着的已经退出。"))
    return redirect(HOME)


@office_page
@require_POST
def type_size(request: OfficeRequest) -> HttpResponse:
    """`size` is `large` or `standard`; `next` the page that the button stood on."""
    set_type_size(account=request.user, is_large=request.POST.get("size") == "large")
    return _back(request)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """`language` is `zh-hans` or `en`; `next` the page that the button stood on. Before sign-in too."""
    wanted = request.POST.get("language", "")
    chosen = wanted if wanted in LANGUAGES else CHINESE
    request.session[SESSION_LANGUAGE] = chosen
    if request.user.is_authenticated:
        set_language(account=request.user, language=chosen)
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """To the page that the button stood on, if that is one of ours."""
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith(HOME)
    return redirect(back if is_ours else HOME)


@office_page
@require_POST
def switch_institution(request: OfficeRequest) -> HttpResponse:
    """`institution` is one of those in which the account has a role; any other changes nothing."""
    wanted = request.POST.get("institution", "")
    mine = institutions_of_account(request.actor.account_id)
    chosen = next((choice for choice in mine if str(choice.institution_id) == wanted), None)
    if chosen is not None:
        request.session[SESSION_INSTITUTION] = chosen.institution_id
    return redirect(HOME)
