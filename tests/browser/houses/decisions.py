"""A college that is about to decide: a coordinated topic, and a meeting this afternoon at four."""

from django_scopes import scope

from tests.browser.houses.furnished import Furnished
from tests.factories.decisions import NOW, decided_topic, make_college, planned_meeting, ready_topic

MOMENT = NOW


def furnish() -> Furnished:
    college = make_college()
    with scope(institution=college.institution):
        decided = decided_topic(college, title="修缮实验楼")
        topic, meeting = ready_topic(college), planned_meeting(college)
        meeting.seats.filter(person=college.people["何新"]).update(plan="unknown")
    return Furnished(
        {"secretary": college.secretary, "clerk": college.clerk},
        {"topic": topic.pk, "meeting": meeting.pk, "decided": decided.pk},
    )
