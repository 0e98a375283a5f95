import json
from typing import Any

import pytest
from django.test import Client, RequestFactory

from pingyi.doors.phone import answers, guessing
from pingyi.doors.phone.guessing import CEILING
from pingyi.review.ballots.models import Answer, Slip
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from tests.factories.ballots import Hall, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unscoped")]

ID = "0123456789abcdef0123456789abcdef"


def post(hall: Hall, verb: str, body: object, **headers: str) -> Any:
    return Client().post(
        f"/ballot/{hall.voting.public_key}/{verb}",
        data=body if isinstance(body, (bytes, str)) else json.dumps(body),
        content_type="application/json",
        headers={answers.HEADER: answers.HEADER_VALUE, **headers},
    )


def a_ballot(hall: Hall, slip: str, **changed: object) -> dict[str, object]:
    grades = {str(row): grade for row, grade in hall.ballot("good").items()}
    return {"code": slip, "cast_id": ID, "grades": grades, **changed}


def test_looking_tells_the_class_and_the_rows_that_may_be_the_voters_own() -> None:
    hall = open_hall(make_hall(classes={"甲": 6, "乙": 3}, reporters_vote_in="乙"))
    seen = post(hall, "look", {"code": hall.codes["乙"][0]}).json()
    assert seen == {
        "state": "open",
        "class_name": "乙类　乙类",
        "own_rows": [reporter.pk for reporter in hall.reporters],
    }
    assert post(hall, "look", {"code": hall.codes["甲"][0]}).json()["own_rows"] == []


def test_a_phone_that_comes_early_is_told_to_wait() -> None:
    hall = prepare_voting(make_hall())
    assert post(hall, "look", {"code": hall.codes["甲"][0]}).json()["state"] == "prepared"


def test_a_ballot_gets_its_receipt_and_gets_it_again() -> None:
    hall = open_hall(make_hall())
    first, again = (post(hall, "cast", a_ballot(hall, hall.codes["甲"][0])) for _ in range(2))
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert list(first.json()) == ["receipt"]
    assert Answer.objects.count() == 3


def test_a_used_slip_is_told_so_without_its_word() -> None:
    hall = open_hall(make_hall())
    word = post(hall, "cast", a_ballot(hall, hall.codes["甲"][0])).json()["receipt"]
    for response in (
        post(hall, "look", {"code": hall.codes["甲"][0]}),
        post(hall, "cast", a_ballot(hall, hall.codes["甲"][0], cast_id="f" * 32)),
    ):
        assert (response.status_code, response.json()["code"]) == (409, "slip.used")
        assert word not in response.content.decode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'"code"',
        b"[" * 5000,
        b'{"code": 5}',
        b'{"code": "' + b"A" * 65 + b'"}',
        b" " * (answers.LARGEST_BODY + 1),
    ],
    ids=lambda body: repr(body[:12]),
)
@pytest.mark.parametrize("verb", ["look", "cast"])
def test_what_cannot_be_read_gets_words_and_changes_nothing(verb: str, body: bytes) -> None:
    hall = open_hall(make_hall())
    response = post(hall, verb, body)
    assert response.status_code == 400
    assert response.json()["code"] in {"request.unreadable", "request.incomplete"}
    assert "什么都没有改" in response.json()["message"]
    assert (Answer.objects.count(), Slip.objects.filter(state="used").count()) == (0, 0)


@pytest.mark.parametrize(
    "changed",
    [
        {"cast_id": None},
        {"cast_id": "zz"},
        {"cast_id": 7},
        {"grades": None},
        {"grades": []},
        {"grades": {"x": "good"}},
        {"grades": {"1": 5}},
        {"grades": {"1": None}},
        {"grades": {"-1": "good"}},
        {"grades": {"²": "good"}},
        {"grades": {"1" * 40: "good"}},
        {"grades": {str(row): "good" for row in range(1001)}},
    ],
    ids=lambda changed: json.dumps(changed)[:24],
)
def test_a_ballot_of_wrong_shape_changes_nothing(changed: dict[str, object]) -> None:
    hall = open_hall(make_hall())
    response = post(hall, "cast", a_ballot(hall, hall.codes["甲"][0], **changed))
    assert response.status_code == 400
    assert response.json()["message"].endswith("再试。")
    assert (Answer.objects.count(), Slip.objects.filter(state="used").count()) == (0, 0)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"grades": {}}, "ballot.incomplete"),
        ({"grades": {"999999": "good"}}, "ballot.wrong_row"),
        ({"code": "0000000000"}, "slip.unknown"),
        ({"code": ""}, "slip.unknown"),
    ],
)
def test_refusals_have_a_name_and_words(changed: dict[str, object], code: str) -> None:
    hall = open_hall(make_hall())
    response = post(hall, "cast", a_ballot(hall, hall.codes["甲"][0], **changed))
    assert (response.json()["code"], response.status_code in {409, 422}) == (code, True)
    assert not Answer.objects.exists()


def test_a_page_of_another_site_cannot_cast() -> None:
    hall = open_hall(make_hall())
    for headers in ({answers.HEADER: ""}, {answers.HEADER: "0"}):
        response = post(hall, "cast", a_ballot(hall, hall.codes["甲"][0]), **headers)
        assert (response.status_code, response.json()["code"]) == (400, "request.foreign")
    assert Client().get(f"/ballot/{hall.voting.public_key}/cast").json()["code"] == "request.foreign"
    assert not Answer.objects.exists()


def test_an_unknown_address_is_said_in_words() -> None:
    page = Client().get("/ballot/NOSUCHKEY/")
    assert page.status_code == 404
    assert "没有这次投票" in page.content.decode()
    hall = open_hall(make_hall())
    hall.voting.public_key = "NOSUCHKEY"
    assert post(hall, "look", {"code": "0" * 10}).json()["code"] == "voting.unknown"


def test_a_right_code_is_served_however_many_wrong_ones_come_in() -> None:
    hall = open_hall(make_hall())
    for _ in range(CEILING):
        assert post(hall, "look", {"code": "0000000000"}).json()["code"] == "slip.unknown"
    assert guessing.is_somebody_guessing()
    wrong = post(hall, "look", {"code": "0000000000"})
    assert (wrong.status_code, wrong.json()["code"]) == (429, "slip.too_many_wrong")
    assert post(hall, "cast", a_ballot(hall, "0000000000")).status_code == 429
    assert post(hall, "look", {"code": hall.codes["甲"][0]}).status_code == 200
    assert post(hall, "cast", a_ballot(hall, hall.codes["甲"][0])).status_code == 200


def test_a_fault_of_ours_is_answered_without_values(caplog: pytest.LogCaptureFixture) -> None:
    failing = answers.json_answer(lambda body, key: {"share": 1 / int(body["n"])})
    request = RequestFactory().post(
        "/ballot/K/look",
        data=b'{"n": 0, "code": "SECRET"}',
        content_type="application/json",
        headers={answers.HEADER: answers.HEADER_VALUE},
    )
    response = failing(request, "K")
    assert response.status_code == 500
    assert json.loads(response.content)["code"] == "system.error"
    assert "不会投两次" in json.loads(response.content)["message"]
    assert [record.getMessage() for record in caplog.records] == ["ballot page failed: ZeroDivisionError"]


def test_a_voting_that_was_never_opened_has_a_page_already() -> None:
    hall = make_hall()
    hall.voting = set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    assert Client().get(f"/ballot/{hall.voting.public_key.lower()}/").status_code == 200
