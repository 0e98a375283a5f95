"""A college whose meeting sits, its people recorded as there: one item is to be voted on in the ballot box."""

from django_scopes import scope

from tests.browser.houses.furnished import Furnished
from tests.factories.box_votes import sitting_table
from tests.factories.decisions import NOW, make_college

MOMENT = NOW


def furnish() -> Furnished:
    college = make_college()
    with scope(institution=college.institution):
        table = sitting_table(college)
    return Furnished(
        {"clerk": college.clerk, "secretary": college.secretary, **table.desk},
        {"item": table.item.pk, "meeting": table.item.meeting_id},
    )
