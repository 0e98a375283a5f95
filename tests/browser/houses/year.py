"""Just after the comments of a meeting, with the next year's roster; the story moves the clock."""

from pingyi.review.cycles.models import Cycle
from tests.browser.houses.furnished import Furnished
from tests.factories.rectification import make_office
from tests.factories.world import NOW, make_cycle, make_meeting, make_reporter

MOMENT = NOW
FAULT = "组织生活不正常。"


def furnish() -> Furnished:
    office = make_office((FAULT,))
    following = make_cycle(
        office.institution,
        office.cycle.convenor,
        year=2026,
        name="2026年度述职评议",
        state=Cycle.State.FROZEN,
        fingerprint="e" * 64,
        frozen_at=NOW,
        frozen_by_id=office.clerk.account_id,
    )
    reporter = make_reporter(make_meeting(following), office.organisation, person=office.person)
    return Furnished(
        {"clerk": office.clerk, "leader": office.leader, "secretary": office.secretary},
        {
            "cycle": office.cycle.pk,
            "meeting": office.hall.meeting.pk,
            "reporter": office.hall.reporters[0].pk,
            "problem": office.problems()[0].pk,
            "responsible": office.person.name,
            "next_reporter": reporter.pk,
            "next_cycle": following.pk,
        },
    )
