from datetime import timedelta

import pytest
from django.core.cache import cache

from pingyi.accounts.models import Account
from pingyi.accounts.services import sign_in
from pingyi.core.errors import Refused
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    cache.clear()


def make_account_with(password: str = "三片云两棵树一条河") -> Account:
    return Account.objects.create_account("20180412", password, "组织科 林")


def refusal_of(username: str, password: str, **later: int) -> Refused:
    with pytest.raises(Refused) as caught:
        sign_in(username=username, password=password, now=NOW + timedelta(**later))
    return caught.value


def test_the_right_password_lets_in_and_clears_failures() -> None:
    account = make_account_with()
    refusal_of("20180412", "wrong")
    assert sign_in(username=" 20180412 ", password="三片云两棵树一条河", now=NOW) == account
    account.refresh_from_db()
    assert account.failed_attempts == 0


def test_a_wrong_password_says_how_many_tries_are_left() -> None:
    make_account_with()
    refusal = refusal_of("20180412", "wrong")
    assert refusal.code == "account.wrong_password"
    assert "还能试4次" in refusal.message


def test_five_failures_lock_even_the_right_password_for_ten_minutes() -> None:
    make_account_with()
    codes = [refusal_of("20180412", "wrong").code for _ in range(5)]
    assert codes == ["account.wrong_password"] * 4 + ["account.locked"]
    locked = refusal_of("20180412", "三片云两棵树一条河", minutes=9)
    assert locked.code == "account.locked"
    assert "1分钟后再试" in locked.message
    account = sign_in(username="20180412", password="三片云两棵树一条河", now=NOW + timedelta(minutes=10))
    assert account.username == "20180412"


def test_a_lock_does_not_grow_with_further_attempts() -> None:
    make_account_with()
    for _ in range(5):
        refusal_of("20180412", "wrong")
    refusal_of("20180412", "wrong", minutes=5)
    account = Account.objects.get()
    assert account.locked_until == NOW + timedelta(minutes=10)


def test_an_unknown_name_gets_the_same_answers_as_a_known_one() -> None:
    make_account_with()
    known = [refusal_of("20180412", "wrong").message for _ in range(6)]
    unknown = [refusal_of("99999999", "wrong").message for _ in range(6)]
    assert unknown == known


def test_a_deactivated_account_is_told_the_same_as_a_wrong_password() -> None:
    account = make_account_with()
    account.is_active = False
    account.save()
    assert "还能试4次" in refusal_of("20180412", "三片云两棵树一条河").message
