"""Reports whose words are alike or not, for tests."""

from datetime import timedelta

from django_scopes import scopes_disabled

from pingyi.review.dutyreports.models import DutyReport, ReportSection
from tests.factories.reports import ReportWorld
from tests.factories.world import NOW, make_meeting, make_reporter

OURS = (
    "三月起班子成员分片走访新进博士宿舍，逐户登记空调检修和网络卡顿，当场派单，月底回访一遍，办结九十六件。"
)
THEIRS = "端午前两位副书记带队查看标本馆讲解台，帮助药剂窗口改排班表，投诉比去年少了一半，家属写来感谢信。"
SECRET = "此外我们打算明年把东区旧楼改成支部活动中心，这件事还没有对外说。"


def make_past_report(world: ReportWorld, text: str, place: int = 0) -> DutyReport:
    """A report of last year, accepted, by the same organisation and person."""
    now = world.reporters[place]
    with scopes_disabled():
        meeting = world.last_year.meetings.first() or make_meeting(
            world.last_year, held_at=NOW - timedelta(days=365)
        )
        reporter = make_reporter(
            meeting, now.organisation, person=now.person, order=place + 1, mode=now.Mode.WRITTEN
        )
        by = {"decided_by_id": world.clerk.account_id, "submitted_by_id": world.clerk.account_id}
        then = NOW - timedelta(days=370)
        report: DutyReport = DutyReport.objects.create(
            institution=world.institution,
            reporter=reporter,
            state=DutyReport.State.ACCEPTED,
            rounds=1,
            first_submitted_at=then,
            submitted_at=then,
            decided_at=then,
            **by,
        )
        ReportSection.objects.create(
            institution=world.institution, report=report, sequence=1, heading="去年的一节", text=text
        )
    return report
