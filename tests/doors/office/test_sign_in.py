import pytest
from django.core.cache import cache
from django.test import Client

from pingyi.accounts.models import Account
from pingyi.organisations.models import RoleAssignment
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution

pytestmark = pytest.mark.django_db
PASSWORD = "三片云两棵树一条河"
SIGN_IN = "/office/sign-in/"


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    cache.clear()


@pytest.fixture
def clerk() -> Account:
    actor = make_actor(make_institution(), RoleAssignment.Role.CLERK)
    account = Account.objects.get(pk=actor.account_id)
    account.username = "20180412"
    account.set_password(PASSWORD)
    account.save()
    return account


def test_signing_in_leads_to_the_page_that_was_wanted(clerk: Account) -> None:
    client = Client()
    sent = client.get("/office/accounts/")
    assert sent.headers["Location"] == "/office/sign-in/?next=/office/accounts/"
    form = {"username": "20180412", "password": PASSWORD, "next": "/office/accounts/"}
    assert client.post(SIGN_IN, form).headers["Location"] == "/office/accounts/"
    assert "账号和角色" in client.get("/office/accounts/").content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/office/",
        "//example.org/office/",
        "/ballot/abc",
        "/hall/x",
        "javascript:alert(1)",
        "",
    ],
)
def test_signing_in_never_leads_out_of_the_office(clerk: Account, elsewhere: str) -> None:
    form = {"username": "20180412", "password": PASSWORD, "next": elsewhere}
    assert Client().post(SIGN_IN, form).headers["Location"] == "/office/"


def test_the_session_key_changes_at_sign_in(clerk: Account) -> None:
    client = Client()
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    client.cookies["pingyi-office"] = before or ""
    client.post(SIGN_IN, {"username": "20180412", "password": PASSWORD})
    after = client.cookies["pingyi-office"].value
    assert after
    assert after != before


def test_a_wrong_password_keeps_the_staff_number_and_says_what_is_left(clerk: Account) -> None:
    page = Client().post(SIGN_IN, {"username": "20180412", "password": "wrong"})
    text = page.content.decode()
    assert 'value="20180412"' in text
    assert "还能试4次，之后锁10分钟" in text
    assert "wrong" not in text
    assert "投票不用登录" in text


def test_an_empty_installation_says_how_the_first_account_is_made(clerk: Account) -> None:
    assert "run.py found" not in Client().get(SIGN_IN).content.decode()
    RoleAssignment.objects.model._base_manager.all().delete()
    Account.objects.all().delete()
    assert "run.py found" in Client().get(SIGN_IN).content.decode()


def test_signing_out_needs_a_post_and_ends_the_session(clerk: Account) -> None:
    client = Client()
    client.force_login(clerk)
    assert client.get("/office/sign-out/").status_code == 405
    assert client.post("/office/sign-out/").headers["Location"] == SIGN_IN
    assert client.get("/office/accounts/").headers["Location"].startswith(SIGN_IN)


def test_a_deactivated_account_is_out_at_once(clerk: Account) -> None:
    client = Client()
    client.force_login(clerk)
    Account.objects.filter(pk=clerk.pk).update(is_active=False)
    assert client.get("/office/accounts/").headers["Location"].startswith(SIGN_IN)


def test_who_is_signed_in_does_not_see_the_form_again(clerk: Account) -> None:
    client = Client()
    client.force_login(clerk)
    assert client.get(f"{SIGN_IN}?next=/office/events/").headers["Location"] == "/office/events/"


def test_a_form_sent_after_the_session_ended_does_not_come_back_as_a_dead_link() -> None:
    sent = Client().post("/office/accounts/secretaries/")
    assert sent.headers["Location"] == "/office/sign-in/?next=/office/"


def test_an_account_without_a_role_is_told_whom_to_ask() -> None:
    client = Client()
    client.force_login(Account.objects.create_account("x", PASSWORD, "新来的"))
    page = client.get("/office/")
    assert page.status_code == 403
    assert "请组织部门的经办人" in page.content.decode()


def test_a_temporary_password_must_be_changed_before_anything_else(clerk: Account) -> None:
    clerk.has_temporary_password = True
    clerk.save()
    client = Client()
    client.force_login(clerk)
    assert client.get("/office/accounts/").headers["Location"] == "/office/account/password/"
    new = "四扇窗一盏灯半壶热茶"
    form = {"old": PASSWORD, "new": new, "repeated": new}
    assert client.post("/office/account/password/", form).headers["Location"] == "/office/"
    assert client.get("/office/accounts/").status_code == 200


def test_a_refused_new_password_is_explained_at_its_field(clerk: Account) -> None:
    client = Client()
    client.force_login(clerk)
    page = client.post("/office/account/password/", {"old": PASSWORD, "new": "kurz", "repeated": "kurz"})
    text = page.content.decode()
    assert "太短，至少10个字符" in text
    assert text.index('id="new"') < text.index("太短") < text.index('id="repeated"')


def test_large_type_is_kept_per_account() -> None:
    institution = make_institution()
    one, other = make_actor(institution, "clerk"), make_actor(institution, "clerk")
    mine, theirs = browser_of(one), browser_of(other)
    sent = mine.post("/office/account/type-size/", {"size": "large", "next": "/office/events/"})
    assert sent.headers["Location"] == "/office/events/"
    assert 'data-size="large"' in mine.get("/office/events/").content.decode()
    assert 'data-size="large"' not in theirs.get("/office/events/").content.decode()
    mine.post("/office/account/type-size/", {"size": "standard", "next": "https://example.org/"})
    assert 'data-size="large"' not in mine.get("/office/events/").content.decode()


def test_who_works_in_two_institutions_may_switch_between_these_only() -> None:
    one, two, foreign = make_institution(), make_institution(), make_institution()
    actor = make_actor(one, "clerk")
    RoleAssignment.objects.model._base_manager.create(
        institution=two, account_id=actor.account_id, role="clerk"
    )
    client = browser_of(actor)
    assert two.name in client.get("/office/account/").content.decode()
    client.post("/office/account/institution/", {"institution": two.pk})
    assert f"{two.name}。" in client.get("/office/account/").content.decode()
    client.post("/office/account/institution/", {"institution": foreign.pk})
    assert foreign.name not in client.get("/office/account/").content.decode()
