"""A review of 34 on paper, for tests and benchmarks of the papers of the plan."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.documents.domain.official import Imprint, Masthead
from pingyi.documents.domain.tree import Document, Signature
from pingyi.review.appraisal.documents.circular import Circular, CircularLine, circular
from pingyi.review.cycles.documents import ClassFacts, MeetingFacts, ReporterFacts, ReviewFacts, notice, plan
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.meetings.documents import AgendaLine, MeetingAgenda, agenda_paper, host_script
from pingyi.review.meetings.domain.agenda import ItemKind
from tests.factories import papers

ON_SITE = 7


def review_of() -> ReviewFacts:
    """34 reporters, seven of them on site, eight classes."""
    reporters = tuple(
        ReporterFacts(name, f"林晓{place}", "党委书记", "现场" if place < ON_SITE else "书面")
        for place, name in enumerate(papers.ORGANISATIONS)
    )
    meeting = MeetingFacts(
        name="2026年度党组织书记抓党建工作述职评议会",
        held_at=datetime(2027, 1, 19, 14, 30, tzinfo=PEOPLE_ZONE),
        place="行政楼二楼会议室",
        chair="沈璟玥",
        chair_title="党委副书记、校长",
        commentator="顾衡",
        commentator_title="党委书记",
        ballot_word="纸质测评表",
        reporters=reporters,
        classes=tuple(ClassFacts(code, name, size, Fraction(1, 8)) for code, name, size in papers.CLASSES),
    )
    return ReviewFacts(
        name="2026年度党组织书记抓党建工作述职评议",
        convenor="中共示例大学委员会",
        settings=replace(ReviewSettings(), rectification_months=6, publish_range="全校各级党组织"),
        meetings=(meeting,),
        before=(date(2027, 1, 5), date(2027, 1, 16)),
        after=(date(2027, 1, 20), date(2027, 7, 20)),
        reports_due_at=datetime(2027, 1, 12, 17, 0, tzinfo=PEOPLE_ZONE),
    )


def papers_of_plan() -> dict[str, Document]:
    """Every text paper of the review under its letterhead, by name."""
    review = review_of()
    meeting = review.meetings[0]
    lines = [AgendaLine(ItemKind.OPENING, "主持人开场，说明程序")]
    for reporter in meeting.on_site:
        lines.append(AgendaLine(ItemKind.REPORT, reporter.organisation, 480, reporter))
        lines.append(AgendaLine(ItemKind.COMMENT, reporter.organisation, 240, reporter))
    lines += [AgendaLine(ItemKind.BALLOT, "民主测评"), AgendaLine(ItemKind.CLOSING, "会议结束")]
    agenda = MeetingAgenda(review, meeting, tuple(lines), 8)
    told = Circular(
        review.name,
        review.convenor,
        "全校各级党组织",
        ((meeting.name, meeting.held_at.date()),),
        tuple(CircularLine(one.organisation, one.name, "好") for one in meeting.reporters),
        (("校党委常委会", date(2027, 1, 23)),),
        8,
    )
    return {
        "plan": under_letterhead(plan(review).document),
        "notice": under_letterhead(notice(review, meeting).document),
        "agenda": agenda_paper(agenda).document,
        "script": host_script(agenda).document,
        "circular": under_letterhead(circular(told).document),
    }


def under_letterhead(document: Document) -> Document:
    """With head, signature and foot."""
    day = "2027年1月20日"
    return replace(
        document,
        masthead=Masthead("中共示例大学委员会文件", "示大党〔2027〕3号"),
        signature=Signature("中共示例大学委员会", day),
        imprint=Imprint("中共示例大学委员会办公室", day),
    )
