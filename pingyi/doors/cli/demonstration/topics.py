"""Topics of the units for the demonstration: drafts from a workbook, and one unit that has decided for a while."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from pingyi.core.sheets.writing import write_book
from pingyi.doors.cli.rehearsal.play import Play, username_of
from pingyi.doors.cli.scenarios.people import Cast
from pingyi.doors.cli.scenarios.scenario import Scenario, Unit
from pingyi.ledgers.decisions.domain.sheets import TOPICS

UNITS = 6
IMPORT = "/office/ledgers/decisions/import/"
# What is proposed: title, subject, kind of 三重一大, amount in 万元, authority over cadres.
PROPOSED = (
    ("改造学生活动场地", "其他重要事项", "重大项目安排", "86", ""),
    ("任用一名科室负责人", "干部任免", "重要人事任免", "", "本单位管理的干部"),
    ("修订教职工考勤休假办法", "师生员工切身利益", "重大决策", "", ""),
)


def bring_in_topics(play: Play, now: datetime) -> None:
    """What the first units want to bring before their meetings, and what the first one has decided."""
    clerk = play.as_("clerk")
    preview = clerk.upload(IMPORT, "议题.xlsx", topics_workbook(play.cast))
    clerk.send(preview.find(r'action="(/office/ledgers/decisions/import/\d+/confirm/)"'))
    let_decide(play, now)


def let_decide(play: Play, now: datetime) -> None:
    """The unit whose secretary the demonstration names: topics in every state."""
    from django_scopes import scope

    from pingyi.doors.cli.demonstration.deciding import Deciding, decide
    from pingyi.organisations.queries import organisation_with_id, organisations_to_choose, people_called
    from pingyi.organisations.queries.actors import clerk_of

    writer, checker = (
        clerk_of(play.institution_code, username_of(play.scenario, name)) for name in ("clerk", "checker")
    )
    unit = deciding_unit(play.scenario)
    with scope(institution=writer.institution):
        numbers = {name: number for number, name in organisations_to_choose()}
        organisation = organisation_with_id(numbers[unit.name])
        secretary = next(
            one
            for one in people_called(play.cast.secretaries[unit].name)
            if one.staff_number == play.cast.secretaries[unit].number
        )
        decide(Deciding.begun(writer, checker, organisation, secretary, now))


def deciding_unit(scenario: Scenario) -> Unit:
    """The first one on site that decides as colleges do."""
    return next(one for one in scenario.on_site if one.unit_kind != "附属医院")


def topics_workbook(cast: Cast) -> bytes:
    """The workbook; everything was proposed in the year under review."""
    return write_book((TOPICS,), {TOPICS.name: _rows(cast)})


def _rows(cast: Cast) -> Iterator[dict[str, object]]:
    for place, (unit, secretary) in enumerate(islice(cast.secretaries.items(), UNITS), start=1):
        for month, (title, subject, major, amount, authority) in enumerate(PROPOSED, start=9):
            yield {
                "organisation": cast.codes[unit],
                "title": title,
                "proposed_on": date(cast.scenario.year, month, place),
                "subject": subject,
                "major": major,
                "amount": amount,
                "authority": authority,
                "presenter": secretary.name,
                "presenter_number": secretary.number,
            }
