"""What a report claims stands beside what the ledgers state, for whoever may read both."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation
from django_scopes import scope

from pingyi.core.words import shown
from pingyi.doors.evidence import measures
from pingyi.doors.office.dutyreports.claim_lines import ClaimLine
from pingyi.ledgers.kit.services import file_record
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Member
from pingyi.ledgers.orglife.services import ActivityContent, record_activity
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.organisations.models import Organisation
from pingyi.review.dutyreports.models import DutyReport, Examiner
from pingyi.review.evidence.domain.claim import Claim, Shape
from pingyi.review.evidence.domain.verdict import CheckedClaim, Verdict
from tests.doors.office.dutyreports.pages import Visitor, clerk, page, secretary, visitor
from tests.doors.office.meetings.pages import words_of
from tests.factories.reports import IN_TIME, ReportWorld, make_report_world
from tests.factories.world import make_actor, make_organisation, make_person

pytestmark = pytest.mark.django_db
TEXT = "全年召开支委会3次。\n支部书记例会开了10次。发展党员21人。\n建立了联系人制度。"
SECTIONS = 7


@pytest.fixture
def world() -> ReportWorld:
    """One branch below the first organisation; three committee meetings and one of the secretaries are recorded."""
    made = make_report_world(problems=1)
    college = made.reporters[0].organisation
    branch = make_organisation(made.institution, "第一党支部", parent=college, kind=Organisation.Kind.BRANCH)
    for month in (1, 2, 3):
        hold(made, branch, Kind.COMMITTEE, date(made.cycle.year, month, 8))
    hold(made, college, Kind.SECRETARIES, date(made.cycle.year, 4, 8))
    return made


def hold(world: ReportWorld, organisation: Organisation, kind: Kind, day: date) -> None:
    with scope(institution=world.institution):
        content = ActivityContent(kind=kind, happened_on=day, topic="研究工作")
        activity = record_activity(actor=world.clerk, now=IN_TIME, organisation=organisation, content=content)
        file_record(actor=world.clerk, now=IN_TIME, record=activity)


def handed_in(world: ReportWorld, **changes: Any) -> DutyReport:
    texts = {1: TEXT, **dict.fromkeys(range(2, SECTIONS + 1), "没有别的要说。")}
    return world.hand_in(texts=texts, **changes)


def test_the_examiner_sees_which_numbers_agree_and_where_the_ledger_says_otherwise(
    world: ReportWorld,
) -> None:
    words = clerk(world).words(page(handed_in(world)))
    assert "写到数字3处：1处和台账相符，1处不符，1处没有台账。" in words
    assert "“10次” 和台账不符 支部书记例会开了10次。 支部书记例会：台账记了1次" in words
    assert "“3次” 和台账相符 全年召开支委会3次。" in words
    assert "“21人” 没有台账可对 发展党员21人。" in words
    assert "没有数字、说做了的1句：1处没有台账。" in words
    assert "检查有2项要看" in words
    assert "数字和台账 1处没有台账可对 1符1不符" in words


def test_numbers_are_marked_in_the_text_with_words_for_who_does_not_see_colours(world: ReportWorld) -> None:
    html = clerk(world).html(page(handed_in(world)))
    assert (
        'class="m ok" href="#claim-1" title="和台账相符">3次<span class="sr">（和台账相符）</span></a>'
        in html
    )
    assert 'class="m bad" href="#claim-2" title="和台账不符">10次<span class="sr">' in html
    assert 'id="claim-2"' in html
    college = world.reporters[0].organisation_id
    assert f"/office/orglife/{college}/?year={world.cycle.year}&amp;kind=secretaries" in html


def test_the_author_sees_it_while_she_writes_and_can_put_it_right(world: ReportWorld) -> None:
    report = world.begin()
    writer = secretary(world)
    assert "报告里还没有写到数字" in writer.words(page(report))
    writer.post(page(report), **{"text-1": TEXT, "version": world.now(report).version, "then": "save"})
    words = writer.words(page(report))
    assert "“10次” 和台账不符" in words
    assert "写错的交以前改过来" in words
    right = TEXT.replace("10次", "1次")
    writer.post(page(report), **{"text-1": right, "version": world.now(report).version, "then": "save"})
    assert "和台账不符" not in writer.words(page(report))


def test_a_sentence_with_several_numbers_stands_once_with_one_place_to_write(world: ReportWorld) -> None:
    text = "发展党员21人，转正18人。支委会3次，走访5家。"
    html = clerk(world).html(page(world.hand_in(texts={1: text, **dict.fromkeys(range(2, 8), "无。")})))
    panel = html.partition('id="claims"')[2]
    assert "“21人” “18人” 没有台账可对 发展党员21人，转正18人。" in words_of(panel)
    assert "“3次” 和台账相符 支委会3次，走访5家。 支委会：台账记了3次" in words_of(panel)
    assert "“5家” 没有台账可对 支委会3次，走访5家。" in words_of(panel)
    assert panel.count('class="own-word"') == 3
    assert all(f'id="claim-{number}"' in panel for number in range(1, 5))


def test_an_answer_that_calls_an_open_problem_solved_is_contradicted(world: ReportWorld) -> None:
    answers = {world.problems[0].pk: "每月检查，已整改完成。"}
    words = clerk(world).words(page(handed_in(world, answers=answers)))
    assert "“已整改完成” 和台账不符" in words
    assert "这个问题销号：0 / 1" in words


def test_leaders_see_it_and_an_examiner_without_the_ledgers_does_not(world: ReportWorld) -> None:
    report = handed_in(world)
    assert "和台账对照" in visitor(world, "leader").words(page(report))
    examiner = make_actor(world.institution, "examiner")
    name_examiner(world, examiner.account_id)
    words = Visitor(world, examiner).words(page(report))
    assert "支部书记例会开了10次" in words
    assert "和台账对照" not in words
    assert "和台账不符" not in words


def name_examiner(world: ReportWorld, account_id: int) -> None:
    with scope(institution=world.institution):
        Examiner.objects.create(
            institution=world.institution, cycle=world.cycle, level="初审", account_id=account_id
        )


def test_an_english_reader_reads_every_line_about_a_fact_in_english() -> None:
    year = Span(date(2025, 1, 1), date(2025, 12, 31))
    claim = Claim("section-1", 0, 1, "3", "3", Shape.COUNT)
    with translation.override("en"), shown():
        for code, measure in measures().items():
            for whole in (None, 12):
                checked = CheckedClaim(claim, Verdict.SUPPORTED, Fact(year, 1, code, 3, "", whole), measure)
                said = str(ClaimLine(1, checked, 1).stated)
                assert said.isascii(), said


def test_a_college_whose_ledger_nobody_kept_is_told_no_record_and_not_a_mismatch() -> None:
    """The user saw 不符 and noughts beside the report of a college that has members and no record of any meeting."""
    empty = make_report_world(problems=0)
    college = empty.reporters[0].organisation
    branch = make_organisation(empty.institution, "第一党支部", parent=college, kind=Organisation.Kind.BRANCH)
    with scope(institution=empty.institution):
        person = make_person(empty.institution, organisation=branch)
        Member.objects.create(
            institution=empty.institution,
            person=person,
            admitted_on=date(2010, 3, 8),
            full_on=date(2011, 3, 8),
        )
    text = "开展组织生活12次。支委会应开12次，一次不落。学时达标率100%。共有党员1名。"
    report = empty.hand_in(texts={1: text, **dict.fromkeys(range(2, SECTIONS + 1), "没有别的要说。")})
    words = clerk(empty).words(page(report))
    assert "“12次” 没有台账可对 开展组织生活12次。" in words
    assert "“100%” 没有台账可对 学时达标率100%。" in words
    assert "“一次不落” 没有台账可对" in words
    assert "0 / " not in words.partition("台账到")[2]
    assert "写到数字5处：1处和台账相符，4处没有台账。" in words, "how many members there are needs no ledger"


def test_without_any_record_nothing_is_said_to_be_wrong() -> None:
    empty = make_report_world(problems=1)
    html = clerk(empty).html(page(handed_in(empty)))
    assert 'class="m bad" href' not in html
    assert "写到数字3处：3处没有台账。" in html
