import re
from urllib.parse import unquote

import pytest

from pingyi.documents.render.packing import unpack
from pingyi.review.ballots.models import Box, Slip, Voting
from pingyi.review.ballots.slip_codes import code_digest
from tests.doors.office.ballots.pages import get, main_button, post, words
from tests.factories.ballots import ADDRESS, make_hall, open_hall, prepare_voting

pytestmark = pytest.mark.django_db


def test_before_boxes_exist_the_page_teaches_and_offers_the_first_step_to_the_clerk() -> None:
    hall = make_hall()
    page = get(hall, hall.clerk)
    assert main_button(page) == "准备票箱"
    assert "还没有票箱" in words(page)
    assert main_button(get(hall, hall.scrutineer)) == ""
    assert "等经办人准备票箱" in words(get(hall, hall.scrutineer))


def test_setting_up_makes_the_boxes_and_says_so() -> None:
    hall = make_hall(classes={"甲": 6, "乙": 8})
    page = post(hall, hall.clerk, "set-up/")
    assert "票箱准备好了" in words(page)
    assert Box.objects.count() == 2
    assert "印票条，还有2类" in words(page)


def test_a_refusal_stands_on_the_page_and_nothing_is_made() -> None:
    hall = make_hall()
    hall.meeting.cycle.state, hall.meeting.cycle.fingerprint = "draft", ""
    hall.meeting.cycle.frozen_at = hall.meeting.cycle.frozen_by = None
    hall.meeting.cycle.save()
    assert "先封存方案" in words(post(hall, hall.clerk, "set-up/"))
    assert not Voting.objects.exists()


def test_slips_leave_as_a_pdf_with_a_chinese_name() -> None:
    hall = make_hall()
    post(hall, hall.clerk, "set-up/")
    response = post(hall, hall.clerk, "slips/", box=Box.objects.get().pk, address=ADDRESS)
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert "票条_甲　甲类.pdf" in unquote(response["Content-Disposition"])
    assert Slip.objects.count() == 11


def test_slips_leave_as_a_list_too_and_each_link_opens_this_voting() -> None:
    hall = make_hall()
    post(hall, hall.clerk, "set-up/")
    response = post(hall, hall.clerk, "slips/", box=Box.objects.get().pk, address=ADDRESS, format="list")
    lines = response.content.decode().splitlines()
    key = Voting.objects.get().public_key
    codes = []
    for line in lines:
        shown, link = line.split("\t")
        code = shown.replace(" ", "")
        assert link == f"{ADDRESS}/ballot/{key}/#{code}"
        codes.append(code)
    assert {code_digest(code) for code in codes} == set(Slip.objects.values_list("code_digest", flat=True))


def test_sheets_and_list_of_the_same_slips_leave_together() -> None:
    hall = make_hall()
    post(hall, hall.clerk, "set-up/")
    response = post(hall, hall.clerk, "slips/", box=Box.objects.get().pk, address=ADDRESS, format="both")
    sheets, lines = (content for _, content in sorted(unpack(response.content).items()))
    assert sheets.startswith(b"%PDF")
    codes = {line.split("#")[1] for line in lines.decode().splitlines()}
    assert {code_digest(code) for code in codes} == set(Slip.objects.values_list("code_digest", flat=True))


def test_a_wrong_address_prints_nothing_and_says_what_to_write() -> None:
    hall = make_hall()
    post(hall, hall.clerk, "set-up/")
    page = post(hall, hall.clerk, "slips/", box=Box.objects.get().pk, address="大礼堂")
    assert page.status_code == 409
    assert "写成 http" in words(page)
    assert not Slip.objects.exists()


def test_the_page_warns_of_an_address_that_only_this_computer_can_open() -> None:
    hall = make_hall()
    post(hall, hall.clerk, "set-up/")
    from_here = get(hall, hall.clerk)
    assert "只有这台电脑自己打得开" not in words(from_here)  # the test client's own name is not localhost
    post(hall, hall.clerk, "slips/", box=Box.objects.get().pk, address="http://127.0.0.1:8000")
    assert "只有这台电脑自己打得开" in words(get(hall, hall.clerk))


def test_forms_and_the_counting_sheet_are_pdf() -> None:
    hall = prepare_voting(make_hall(mode="paper"))
    form = get(hall, hall.clerk, f"form/{hall.box('甲').pk}/")
    sheet = get(hall, hall.counter, "handout/")
    assert (form.content[:4], sheet.content[:4]) == (b"%PDF", b"%PDF")
    assert "测评表_甲　甲类.pdf" in unquote(form["Content-Disposition"])


def test_the_number_of_forms_is_noted() -> None:
    hall = prepare_voting(make_hall(mode="paper"))
    page = post(hall, hall.clerk, "forms/", box=hall.box("甲").pk, copies="15")
    assert "张数记下了" in words(page)
    assert hall.box("甲").forms_printed == 15
    refused = post(hall, hall.clerk, "forms/", box=hall.box("甲").pk, copies="十五")
    assert "要填整数" in words(refused)
    assert hall.box("甲").forms_printed == 15


def test_a_box_of_another_meeting_is_not_found() -> None:
    hall, other = prepare_voting(make_hall()), prepare_voting(make_hall())
    foreign = post(hall, hall.clerk, "slips/", box=other.box("甲").pk, address=ADDRESS)
    assert foreign.status_code == 404
    assert "没有这个票箱" in words(foreign)
    assert get(other, hall.clerk).status_code == 404


def test_after_the_opening_the_page_offers_no_printing_of_slips() -> None:
    hall = open_hall(make_hall())
    assert not re.search(
        r'name="box"[^>]*>\s*<svg.*?</svg>重印', get(hall, hall.clerk).content.decode(), re.DOTALL
    )
    assert "不能重印" in words(post(hall, hall.clerk, "slips/", box=hall.box("甲").pk, address=ADDRESS))


@pytest.mark.parametrize("role", ["scrutineer", "counter", "leader"])
def test_only_the_clerk_prints(role: str) -> None:
    hall = prepare_voting(make_hall())
    before = set(Slip.objects.values_list("code_digest", flat=True))
    response = post(hall, getattr(hall, role), "slips/", box=hall.box("甲").pk, address=ADDRESS)
    assert response.status_code == 403
    assert set(Slip.objects.values_list("code_digest", flat=True)) == before
