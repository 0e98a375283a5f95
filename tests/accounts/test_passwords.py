import re
import time

import pytest
from django.contrib.auth.hashers import check_password

from pingyi.accounts.models import Account
from pingyi.accounts.services import change_password, give_temporary_password
from pingyi.core.errors import Refused
from pingyi.core.models import Event
from tests.factories.world import NOW, make_institution

pytestmark = pytest.mark.django_db
OLD, NEW = "三片云两棵树一条河", "四扇窗一盏灯半壶热茶"


def change(account: Account, **words: str) -> None:
    typed = {"old": OLD, "new": NEW, "repeated": NEW, **words}
    change_password(account=account, institution_id=make_institution().pk, now=NOW, **typed)


def test_a_temporary_password_is_random_readable_and_must_be_changed() -> None:
    account = Account(username="a", display_name="甲")
    first, second = give_temporary_password(account), give_temporary_password(account)
    assert first != second
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", second)
    assert check_password(second, account.password)
    assert not check_password(first, account.password)
    assert account.has_temporary_password


def test_temporary_passwords_for_all_secretaries_cost_seconds_not_half_a_minute(settings: object) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]  # type: ignore[attr-defined]
    account = Account(username="a", display_name="甲")
    began = time.process_time()
    passwords = [give_temporary_password(account) for _ in range(34)]
    assert time.process_time() - began < 5
    assert account.password.split("$")[1] == "20000"
    assert check_password(passwords[-1], account.password)


def test_changing_the_password_ends_its_being_temporary_and_is_recorded() -> None:
    account = Account.objects.create_account("a", OLD, "甲")
    account.has_temporary_password = True
    change(account)
    account.refresh_from_db()
    assert account.check_password(NEW)
    assert not account.has_temporary_password
    assert Event.objects.get().verb == "account.password_changed"


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [
        ({"old": "not it"}, "account.wrong_password", "old"),
        ({"repeated": "something else"}, "account.not_repeated", "repeated"),
        ({"new": OLD, "repeated": OLD}, "account.same_password", "new"),
        ({"new": "short1", "repeated": "short1"}, "account.weak_password", "new"),
        ({"new": "1234567890", "repeated": "1234567890"}, "account.weak_password", "new"),
    ],
)
def test_a_refused_change_names_the_field_and_changes_nothing(
    words: dict[str, str], code: str, field: str
) -> None:
    account = Account.objects.create_account("a", OLD, "甲")
    with pytest.raises(Refused) as caught:
        change(account, **words)
    assert (caught.value.code, caught.value.field) == (code, field)
    account.refresh_from_db()
    assert account.check_password(OLD)
    assert not Event.objects.exists()
