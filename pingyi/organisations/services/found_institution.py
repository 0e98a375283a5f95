import re
from datetime import datetime

from django.db import transaction
from django_scopes import scope

from pingyi.accounts.models import Account
from pingyi.accounts.services import give_temporary_password
from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.models import Institution, RoleAssignment
from pingyi.organisations.services.create_account import OpenedAccount


@transaction.atomic
def found_institution(
    *,
    code: str,
    name: str,
    short_name: str,
    clerk_username: str,
    clerk_name: str,
    password_hash: str = "",
    is_demonstration: bool = False,
    now: datetime,
) -> tuple[Institution, OpenedAccount]:
    """A new tenant with its first clerk, who opens all other accounts. Called from the command line only.

    Records `institution.founded`, with no actor: nobody was there yet.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,31}", code):
        raise Refused(
            Words("代号{code}不能用，什么也没有建。只用小写字母、数字和横线，最多32个。", code=code),
            code="institution.bad_code",
        )
    if not (name.strip() and clerk_username.strip() and clerk_name.strip()):
        raise Refused(Words("单位名称、工号和姓名都要写，什么也没有建。"), code="institution.incomplete")
    if Institution.objects.filter(code=code).exists():
        raise Refused(
            Words("代号{code}已经用过了，什么也没有建。换一个代号。", code=code), code="institution.exists"
        )
    if Account.objects.filter(username=clerk_username).exists():
        raise Refused(
            Words(
                "工号{clerk_username}已经有账号了，什么也没有建。换一个工号。", clerk_username=clerk_username
            ),
            code="account.exists",
        )
    institution = Institution.objects.create(
        code=code, name=name, short_name=short_name, is_demonstration=is_demonstration
    )
    account = Account(username=clerk_username, display_name=clerk_name, password=password_hash)
    password = "" if password_hash else give_temporary_password(account)
    account.save()
    with scope(institution=institution):
        RoleAssignment.objects.create(
            institution=institution, account=account, role=RoleAssignment.Role.CLERK
        )
    record_event(
        institution_id=institution.pk,
        verb="institution.founded",
        actor_id=None,
        subject=institution,
        now=now,
        payload={"name": name, "clerk": clerk_name},
    )
    return institution, OpenedAccount(account, password)
