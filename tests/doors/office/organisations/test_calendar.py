"""The working calendar: read by all who plan, entered by the clerk, from the words of the notice."""

from datetime import date

import pytest
from django_scopes import scope

from pingyi.core.models import Event
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import CalendarDay, Institution
from pingyi.organisations.queries.calendar import work_calendar
from tests.doors.office.meetings.pages import main_of, words_of
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db
TEXT = "元旦：1月1日至3日放假。\n春节：2月5日至11日放假。2月14日上班。"


def working(institution: Institution, day: date) -> bool:
    with scope(institution=institution):
        return work_calendar(institution.pk).is_working(day)


def post(actor: Actor, path: str, **data: str) -> tuple[int, str]:
    answer = browser_of(actor).post(f"/office/calendar/{path}", data, follow=True)
    return answer.status_code, words_of(main_of(answer))


def test_known_years_name_their_notice_and_unknown_ones_say_so() -> None:
    clerk = make_actor(make_institution(), "clerk")
    words = words_of(main_of(browser_of(clerk).get("/office/calendar/")))
    assert "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）" in words
    assert "2027年 还不知道" in words
    assert "录入2027年的放假安排" in words
    page = words_of(main_of(browser_of(clerk).get("/office/calendar/2026/")))
    assert "全年 248 个工作日" in page
    assert "春节：2月15日至2月23日放假。2月14日、2月28日上班。" in page
    assert "这一年的放假安排还不知道" in words_of(main_of(browser_of(clerk).get("/office/calendar/2027/")))
    assert browser_of(clerk).get("/office/calendar/1200/").status_code == 404


def test_a_clerk_enters_a_year_and_gives_it_up_again() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    for _ in range(2):
        status, words = post(clerk, "2027/keep/", source="学校放假通知", text=TEXT)
        assert status == 200
        assert words.startswith("2027年的工作日历存好了。")
    assert Event.objects.filter(verb="calendar.kept").count() == 1
    assert not working(institution, date(2027, 2, 8))
    assert working(institution, date(2027, 2, 14))
    post(clerk, "2027/keep/", source="学校放假通知", text="元旦：1月1日放假。")
    assert working(institution, date(2027, 2, 8))
    assert post(clerk, "2027/drop/")[1].startswith("2027年另外录入的撤下了。")
    assert browser_of(clerk).post("/office/calendar/2027/drop/").status_code == 404
    with scope(institution=institution):
        assert not CalendarDay.objects.exists()


def test_the_calendar_of_one_institution_is_not_that_of_another() -> None:
    first, second = make_institution(), make_institution()
    post(make_actor(first, "clerk"), "2026/keep/", source="校历", text="校庆：3月2日放假。")
    assert not working(first, date(2026, 3, 2))
    assert working(second, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"source": "", "text": TEXT}, "写明依据哪份通知"),
        ({"source": "通知", "text": " "}, "还没有写放假安排"),
        (
            {"source": "通知", "text": "元旦：1月1日放假。\n春节放假"},
            "第2行：写成“名称：几月几日至几月几日放假",
        ),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_is_kept(data: dict[str, str], words: str) -> None:
    institution = make_institution()
    status, page = post(make_actor(institution, "clerk"), "2027/keep/", **data)
    assert status in {409, 422}
    assert words in page
    with scope(institution=institution):
        assert not work_calendar(institution.pk).is_known(date(2027, 1, 1))


def test_others_read_or_not_and_write_nothing() -> None:
    institution = make_institution()
    college = make_organisation(institution)
    secretary = make_actor(institution, "secretary", organisation=college)
    assert "工作日历" in words_of(main_of(browser_of(secretary).get("/office/calendar/")))
    for role in ("leader", "secretary"):
        actor = make_actor(institution, role, organisation=college)
        answer = browser_of(actor).post("/office/calendar/2027/keep/", {"source": "通知", "text": TEXT})
        assert answer.status_code == 403
    assert browser_of(make_actor(institution, "counter")).get("/office/calendar/").status_code == 403
