"""Six secretaries with begun reports; they sign in through the form."""

from pingyi.accounts.models import Account
from tests.browser.houses.furnished import Furnished
from tests.factories.reports import make_report_world
from tests.factories.world import NOW

MOMENT = NOW
PASSWORD = "春风化雨-润物无声"


def furnish() -> Furnished:
    # A school of three each: the factory has no more names.
    schools = [make_report_world(reporters=3) for _ in range(2)]
    places = [(school, place) for school in schools for place in range(3)]
    reports = [school.begin(place).pk for school, place in places]
    usernames = []
    for school, place in places:
        account = Account.objects.get(pk=school.secretary(place).account_id)
        account.set_password(PASSWORD)
        account.save()
        usernames.append(account.username)
    return Furnished({}, {"reports": reports, "usernames": usernames})
