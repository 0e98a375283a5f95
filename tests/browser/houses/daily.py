"""A review whose daily part counts: indicators chosen, a ledger with a year of committee meetings, the year over."""

from datetime import date

from django_scopes import scope

from pingyi.ledgers.kit.services import file_record
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.services import ActivityContent, record_activity
from tests.browser.houses.furnished import Furnished
from tests.factories.daily import make_daily
from tests.factories.world import NOW, make_organisation

MOMENT = NOW


def furnish() -> Furnished:
    daily = make_daily(1)
    branch = make_organisation(
        daily.institution, "教工第一党支部", parent=daily.reporter.organisation, kind="branch"
    )
    for month in range(1, 10):
        held_on = date(2025, month, 6)
        with scope(institution=daily.institution):
            held = record_activity(
                actor=daily.secretary,
                now=NOW,
                organisation=branch,
                content=ActivityContent(kind=Kind.COMMITTEE, happened_on=held_on, topic="研究本月工作"),
            )
            file_record(actor=daily.secretary, now=NOW, record=held)
    daily.chosen()
    daily.give_weight()
    return Furnished(
        {"secretary": daily.secretary, "clerk": daily.clerk, "leader": daily.leader},
        {"cycle": daily.cycle.pk},
    )
