"""Daily assessment at the office door: from the sample to the mark of the review."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_scopes import scope

from pingyi.organisations.actor import Actor
from pingyi.review.daily.models import IndicatorSet, SelfAssessment, SelfEvidence
from pingyi.review.daily.services import begin_version, copy_set
from tests.documents.render.reading import read_excel
from tests.doors.office.meetings.pages import main_of, words_of
from tests.doors.office.people import browser_of
from tests.factories.daily import PHOTO, Daily, ledger_row, make_daily, own_row
from tests.factories.workbooks import make_workbook
from tests.factories.world import NOW, make_actor, make_organisation

pytestmark = pytest.mark.django_db
MINE, SETS = "mine/daily/", "daily-sets/"


class Person:
    """Somebody at the office door."""

    def __init__(self, actor: Actor) -> None:
        self.client: Client = browser_of(actor)

    def reads(self, path: str, status: int = 200) -> str:
        answer = self.client.get(f"/office/{path}")
        assert answer.status_code == status, words_of(main_of(answer))
        return words_of(main_of(answer))

    def sends(self, path: str, **fields: Any) -> str:
        """Posts and reads the page that comes."""
        return words_of(main_of(self.client.post(f"/office/{path}", fields, follow=True)))


def board(daily: Daily) -> str:
    return f"cycles/{daily.cycle.pk}/daily/"


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("合影.png", PHOTO.content, "image/png")


def own_form(daily: Daily) -> str:
    return f"{MINE}{daily.reporter.pk}/{daily.indicator().pk}/"


def only_assessment(daily: Daily) -> SelfAssessment:
    with scope(institution=daily.institution):
        found: SelfAssessment = SelfAssessment.objects.get()
        return found


def test_from_the_sample_to_a_set_in_force_that_is_chosen() -> None:
    daily = make_daily()
    clerk = Person(daily.clerk)
    assert "还没有考核指标" in clerk.reads(SETS)
    assert "先要有一套生效的考核指标" in clerk.reads(board(daily))
    said = clerk.sends(f"{SETS}sample/five/")
    assert "样例放进来了，是草稿" in said
    with scope(institution=daily.institution):
        row = IndicatorSet.objects.get()
    page = clerk.reads(f"{SETS}{row.pk}/")
    assert "满分 100 " in page
    assert "不是全国规定" in page
    assert "生效了" in clerk.sends(f"{SETS}{row.pk}/in-force/")
    assert "选好了" in clerk.sends(f"{board(daily)}choose/", **{"set-committee": str(row.pk)})
    assert "不是给直属党支部用的" in clerk.sends(
        f"{board(daily)}choose/", **{"set-direct_branch": str(row.pk)}
    )
    assert "已经有“五个到位”" in clerk.sends(f"{SETS}sample/five/")


def rows_of_form(**fields: Any) -> dict[str, Any]:
    return {
        "kinds": ["committee"],
        "source": "本单位党委定的",
        "no_record": "leave_out",
        "not_checked": "zero",
        "version": "1",
        "heading-1": "制度执行",
        "text-1": "支委会按月开",
        "computed-1": "12.5",
        "measure-1": "orglife.committee.done",
        "rule-1": "share",
        "claimed-1": "",
        "heading-2": "",
        "text-2": "",
        **fields,
    }


def test_an_own_set_is_written_and_faults_stand_at_their_fields_with_the_input() -> None:
    daily = make_daily()
    clerk = Person(daily.clerk)
    assert "写这套指标的名称" in clerk.sends(f"{SETS}new/", name="")
    clerk.sends(f"{SETS}new/", name="本校四条")
    with scope(institution=daily.institution):
        row = IndicatorSet.objects.get()
    edit = f"{SETS}{row.pk}/edit/"
    wrong = clerk.client.post(f"/office/{edit}", rows_of_form(**{"computed-1": "50%", "text-1": "我写的"}))
    page = wrong.content.decode()
    assert wrong.status_code == 409
    assert "“50%”不是分数" in page
    assert 'value="我写的"' in page
    assert "没有选台账里的数" in clerk.sends(edit, **rows_of_form(**{"measure-1": ""}))
    assert "选这套指标适用于哪一种" in clerk.sends(edit, **rows_of_form(kinds=[]))
    assert "指标存好了" in clerk.sends(edit, **rows_of_form())
    shown = clerk.reads(f"{SETS}{row.pk}/")
    assert "满分 12.5 " in shown
    assert "别人改过" in clerk.sends(edit, **rows_of_form())


def test_a_new_version_is_compared_with_the_one_before() -> None:
    daily = make_daily()
    row = daily.in_force([ledger_row(), own_row(10)])
    clerk = Person(daily.clerk)
    assert "第1版，前面没有" in clerk.reads(f"{SETS}{row.pk}/compare/", 404)
    clerk.sends(f"{SETS}{row.pk}/version/")
    with scope(institution=daily.institution):
        second = IndicatorSet.objects.get(number=2)
    clerk.sends(f"{SETS}{second.pk}/edit/", **rows_of_form())
    page = clerk.reads(f"{SETS}{second.pk}/compare/")
    assert "新的或改过的1条，去掉或改掉的2条，没有变的0条" in page
    assert "满分20→12.5" in page
    assert "草稿撤掉了" in clerk.sends(f"{SETS}{second.pk}/discard/")
    assert "照它" in clerk.reads(f"{SETS}{row.pk}/")
    assert "改草稿" in clerk.sends(f"{SETS}{row.pk}/copy/", name="另一套")


def test_a_secretary_assesses_herself_a_clerk_checks_and_the_mark_arrives() -> None:
    daily = make_daily()
    daily.chosen()
    daily.give_weight()
    secretary, clerk, leader = Person(daily.secretary), Person(daily.clerk), Person(daily.leader)
    assert "还有 1 / 1 条没有交" in secretary.reads(MINE)
    refused = secretary.sends(own_form(daily), points="8", words="有成效。", then="submit")
    assert "还没有佐证" in refused
    assert "有成效。" in refused
    said = secretary.sends(
        own_form(daily), points="8", words="有成效。", then="submit", file=photo(), note="合影"
    )
    assert "交了，等核对" in said
    assert "核对1条自评" in clerk.reads(board(daily))
    waiting = clerk.reads(f"cycles/{daily.cycle.pk}/daily/check/")
    assert "自评8 / 10" in waiting
    assert "合影" in waiting
    check = f"self-assessments/{only_assessment(daily).pk}/check/"
    assert "写明理由" in clerk.sends(check, points="6", reason="")
    assert "核对好了" in clerk.sends(check, points="6", reason="只有一张照片")
    assert "只有一张照片" in secretary.reads(MINE)
    assert "算好了，3位有新的结果" in clerk.sends(f"{board(daily)}calculate/")
    assert "和上次算的一样" in clerk.sends(f"{board(daily)}calculate/")
    assert "由领导或计票人交" in clerk.reads(board(daily))
    assert "交到评议里了" in leader.sends(f"{board(daily)}hand-over/")
    assert "没有变动" in leader.sends(f"{board(daily)}hand-over/")
    marks = leader.reads(f"cycles/{daily.cycle.pk}/results/marks/")
    assert "日常考核算出来的" in marks
    typed = {f"daily-{daily.reporter.pk}": "95"}
    leader.sends(f"cycles/{daily.cycle.pk}/results/marks/", **typed)
    assert "另录的，算出来的是" in leader.reads(f"cycles/{daily.cycle.pk}/results/marks/")
    assert "另录了分" in leader.reads(board(daily))
    assert "有人另录了分" in leader.reads(f"daily-scores/{daily.reporter.pk}/")


def test_the_arithmetic_shows_every_number_with_its_denominator_and_source() -> None:
    daily = make_daily()
    daily.chosen()
    daily.check(daily.assess(), "6", reason="只有一张照片")
    daily.calculate()
    page = Person(daily.clerk).reads(f"daily-scores/{daily.reporter.pk}/")
    assert "支委会 158 / 168 × 10 ≈ 9.40" in page
    assert "自评8分，核对得6 / 10：只有一张照片" in page
    assert "组织生活台账" in page
    assert "≈15.4048（647/42） / 20 × 100 ≈ 77.02" in page
    assert "不是全国规定" in page


def test_who_has_no_record_reads_that_and_not_a_zero() -> None:
    daily = make_daily()
    daily.chosen()
    daily.calculate([])
    page = Person(daily.clerk).reads(f"daily-scores/{daily.reporter.pk}/")
    assert "没有台账，10分不计入" in page
    assert "1条" in Person(daily.clerk).reads(board(daily))


def test_she_reads_her_own_arithmetic_and_nobody_elses() -> None:
    daily = make_daily()
    daily.chosen()
    daily.calculate()
    secretary = Person(daily.secretary)
    assert "158 / 168" in secretary.reads(f"daily-scores/{daily.reporter.pk}/")
    assert "书记只看自己的" in secretary.reads(f"daily-scores/{daily.reporters[1].pk}/", 403)
    assert "您单位的在“我的日常考核”" in secretary.reads(board(daily), 403)
    assert "由经办人核对" in secretary.reads(f"cycles/{daily.cycle.pk}/daily/check/", 403)


def test_a_secretary_reads_the_set_in_force_and_no_draft() -> None:
    daily = make_daily()
    row, draft = daily.in_force(), daily.make(name="还没有定的")
    secretary = Person(daily.secretary)
    assert "支委会，按月" in secretary.reads(f"{SETS}{row.pk}/")
    assert "没有这套指标" in secretary.reads(f"{SETS}{draft.pk}/", 404)
    listed = secretary.reads(SETS)
    assert "五个到位" in listed
    assert "还没有定的" not in listed


def test_evidence_is_for_those_who_check_and_for_herself() -> None:
    daily = make_daily()
    daily.chosen()
    daily.assess()
    with scope(institution=daily.institution):
        shown = SelfEvidence.objects.get()
    address = f"/office/self-evidence/{shown.pk}/"
    for actor in (daily.secretary, daily.clerk, daily.leader):
        answer = browser_of(actor).get(address)
        assert answer.content == PHOTO.content
        assert "attachment" in answer["Content-Disposition"]
    other = make_actor(daily.institution, "secretary", organisation=make_organisation(daily.institution))
    assert browser_of(other).get(address).status_code == 403


def test_a_draft_is_kept_and_its_evidence_taken_back() -> None:
    daily = make_daily()
    daily.chosen()
    secretary = Person(daily.secretary)
    said = secretary.sends(own_form(daily), points="3", words="", then="save", file=photo())
    assert "存好了，还没有交" in said
    with scope(institution=daily.institution):
        shown = SelfEvidence.objects.get()
    assert "佐证撤下了" in secretary.sends(f"self-evidence/{shown.pk}/remove/")
    assert "“8/10”不是分数" in secretary.sends(own_form(daily), points="8/10", words="做了", then="save")


def test_given_back_she_reads_why_and_hands_it_in_again() -> None:
    daily = make_daily()
    daily.chosen()
    daily.assess()
    clerk, secretary = Person(daily.clerk), Person(daily.secretary)
    back = f"self-assessments/{only_assessment(daily).pk}/return/"
    assert "写明为什么退回" in clerk.sends(back, reason="")
    assert "退回了" in clerk.sends(back, reason="看不出哪一年")
    assert "看不出哪一年" in secretary.reads(MINE)
    assert "交了，等核对" in secretary.sends(own_form(daily), points="8", words="补了日期。", then="submit")


def test_her_own_clerk_account_does_not_check_it() -> None:
    daily = make_daily()
    daily.chosen()
    daily.assess()
    both = make_actor(daily.institution, "clerk", "secretary", organisation=daily.reporter.organisation)
    page = Person(both).reads(f"cycles/{daily.cycle.pk}/daily/check/")
    assert "就给这些分" not in page
    answer = browser_of(both).post(
        f"/office/self-assessments/{only_assessment(daily).pk}/check/", {"points": "8"}
    )
    assert answer.status_code == 403


def test_the_workbook_has_denominators_and_no_formula_of_a_name() -> None:
    daily = make_daily()
    with scope(institution=daily.institution):
        type(daily.reporter.organisation).objects.filter(pk=daily.reporter.organisation_id).update(
            name="=1+1学院"
        )
    daily.chosen([ledger_row(), own_row()])
    daily.calculate()
    answer = browser_of(daily.clerk).get(f"/office/{board(daily)}file/")
    book = read_excel(answer.content)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    values = [cell.value for cell in cells]
    assert "支委会 158 / 168 × 10 ≈ 9.40" in values
    assert {158, 168} <= set(values)
    assert any(str(value).startswith("截至2025年12月31日。") for value in values), "not today, a year later"
    assert any(str(value).endswith("=1+1学院") for value in values)
    assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_an_own_set_comes_from_a_workbook_or_every_fault_is_told_and_nothing_is_written() -> None:
    daily = make_daily()
    clerk = Person(daily.clerk)
    template = clerk.client.get(f"/office/{SETS}template/")
    assert "考核指标" in read_excel(template.content).sheetnames
    head = ("指标", "内容", "台账分", "台账里的数", "怎样算", "次数或扣分", "自评分")
    wrong = make_workbook({"考核指标": [head, ("制度", "支委会", 10, "猜的数", "", "", "")]})
    said = clerk.sends(f"{SETS}upload/", name="本校一套", file=SimpleUploadedFile("指标.xlsx", wrong))
    assert "表里有1处要改，一条也没有写" in said
    assert "第2行 D列（台账里的数） ：台账里没有“猜的数”" in said
    right = make_workbook({"考核指标": [head, ("制度", "支委会", 10, "支委会，按月", "", "", "")]})
    made = clerk.sends(f"{SETS}upload/", name="本校一套", file=SimpleUploadedFile("指标.xlsx", right))
    assert "本校一套 第1版" in made
    assert "还没有选文件" in clerk.sends(f"{SETS}upload/", name="又一套")
    refused = browser_of(daily.leader).post(
        f"/office/{SETS}upload/", {"name": "领导的", "file": SimpleUploadedFile("指标.xlsx", right)}
    )
    assert refused.status_code == 403
    with scope(institution=daily.institution):
        assert [row.name for row in IndicatorSet.objects.all()] == ["本校一套"]


def test_without_weight_the_page_says_that_it_does_not_count() -> None:
    daily = make_daily()
    daily.chosen()
    daily.calculate()
    leader = Person(daily.leader)
    assert "没有给日常考核权重" in leader.reads(board(daily))
    assert "没有给日常考核权重" in leader.sends(f"{board(daily)}hand-over/")


def test_empty_pages_teach() -> None:
    daily = make_daily()
    assert "还没有定按哪套指标考核" in Person(daily.secretary).reads(MINE)
    assert "没有等核对的" in Person(daily.clerk).reads(f"cycles/{daily.cycle.pk}/daily/check/")
    assert "还没有算" in Person(daily.clerk).reads(f"daily-scores/{daily.reporter.pk}/")


def _sets(daily: Daily, items: int) -> None:
    row = daily.in_force()
    with scope(institution=daily.institution):
        for place in range(1, items):
            copy_set(actor=daily.clerk, now=NOW, indicator_set=row, name=f"第{place}套")
        begin_version(actor=daily.clerk, now=NOW, indicator_set=row)


@pytest.mark.parametrize("items", [1, 3])
def test_the_list_of_sets_takes_as_many_queries_for_one_as_for_three(
    items: int, django_assert_num_queries: Any
) -> None:
    daily = make_daily()
    _sets(daily, items)
    client = browser_of(daily.clerk)
    client.get(f"/office/{SETS}")
    with django_assert_num_queries(8):
        client.get(f"/office/{SETS}")


@pytest.mark.parametrize("items", [1, 3])
def test_the_board_takes_as_many_queries_for_one_as_for_three(
    items: int, django_assert_num_queries: Any
) -> None:
    daily = make_daily(items)
    daily.chosen()
    daily.calculate()
    client = browser_of(daily.clerk)
    client.get(f"/office/{board(daily)}")
    with django_assert_num_queries(34):
        client.get(f"/office/{board(daily)}")


@pytest.mark.parametrize("items", [1, 3])
def test_what_waits_takes_as_many_queries_for_one_as_for_three(
    items: int, django_assert_num_queries: Any
) -> None:
    daily = make_daily()
    daily.chosen([own_row(10, f"第{place}条") for place in range(items)])
    for place in range(items):
        daily.assess(indicator=daily.indicator(f"第{place}条"))
    client = browser_of(daily.clerk)
    with django_assert_num_queries(9):
        client.get(f"/office/cycles/{daily.cycle.pk}/daily/check/")


@pytest.mark.parametrize("items", [1, 3])
def test_her_own_page_takes_as_many_queries_for_one_as_for_three(
    items: int, django_assert_num_queries: Any
) -> None:
    daily = make_daily()
    daily.chosen([own_row(10, f"第{place}条") for place in range(items)])
    for place in range(items):
        daily.assess(indicator=daily.indicator(f"第{place}条"))
    client = browser_of(daily.secretary)
    with django_assert_num_queries(12):
        client.get(f"/office/{MINE}")
