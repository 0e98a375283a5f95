"""A year whose responsibility lists are being laid out: a convenor, an organisation with its secretary, two clerks."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django_scopes import scope

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation, Person
from pingyi.review.cycles.models import Cycle
from pingyi.review.duties.domain.entries import Part, ReportState, Strand
from pingyi.review.duties.domain.rows import Row
from pingyi.review.duties.models import DutyItem, DutyList
from pingyi.review.duties.services import (
    begin_secretary_lists,
    confirm_item,
    issue_list,
    report_item,
    save_list,
)
from tests.factories.played_once import played_once
from tests.factories.rectification import Office
from tests.factories.world import (
    NOW,
    make_actor,
    make_cycle,
    make_institution,
    make_organisation,
    make_secretary,
)

YEAR = 2026
DUE = date(2026, 11, 30)
LATER = NOW + timedelta(days=3)
INTEGRITY = "严格落实重大事项请示报告制度"
PROJECT = "建好两个样板支部"


@dataclass(frozen=True)
class Year:
    institution: Institution
    convenor: Organisation
    organisation: Organisation
    person: Person
    cycle: Cycle
    clerk: Actor
    other_clerk: Actor
    secretary: Actor

    def lists(self) -> list[DutyList]:
        with scope(institution=self.institution):
            return list(DutyList.objects.select_related("cycle", "organisation").order_by("pk"))

    def items(self, duty_list: DutyList | None = None) -> list[DutyItem]:
        """Of this list, or of those of the organisation in this year."""
        with scope(institution=self.institution):
            rows = DutyItem.objects.select_related("duty_list").order_by("sequence", "pk")
            if duty_list is not None:
                return list(rows.filter(duty_list=duty_list))
            return list(rows.filter(duty_list__organisation=self.organisation, duty_list__cycle=self.cycle))

    def next_year(self) -> "Year":
        following = make_cycle(
            self.institution, self.convenor, year=self.cycle.year + 1, name="下一年度述职评议"
        )
        return replace(self, cycle=following)


@played_once
def make_year(units: int = 1) -> Year:
    institution = make_institution()
    convenor = make_organisation(institution, "中共示例大学委员会")
    organisation = make_organisation(institution, "护理学院党委", parent=convenor)
    person = make_secretary(organisation, "张明")
    for number in range(1, units):
        make_secretary(make_organisation(institution, f"第{number}学院党委", parent=convenor))
    return Year(
        institution,
        convenor,
        organisation,
        person,
        make_cycle(institution, convenor, year=YEAR, name=f"{YEAR}年度述职评议"),
        make_actor(institution, "clerk"),
        make_actor(institution, "clerk"),
        make_actor(institution, "secretary", organisation=organisation),
    )


def year_of(office: Office) -> Year:
    """The year of a review whose meeting is over."""
    return Year(
        office.institution,
        office.cycle.convenor,
        office.organisation,
        office.person,
        office.cycle,
        office.clerk,
        make_actor(office.institution, "clerk"),
        office.secretary,
    )


def begun(year: Year) -> DutyList:
    """The secretary's list, laid out from the sample."""
    with scope(institution=year.institution):
        begin_secretary_lists(actor=year.clerk, now=NOW, cycle=year.cycle)
        found: DutyList = DutyList.objects.select_related("cycle", "organisation").get(
            cycle=year.cycle, organisation=year.organisation
        )
        return found


def rows_of(year: Year, responsible_id: int | None = 0) -> list[Row]:
    """An integrity duty and a project, whole; the secretary answers for both unless somebody else is given."""
    who = year.person.pk if responsible_id == 0 else responsible_id
    return [
        Row(1, Part.DUTY, Strand.INTEGRITY, INTEGRITY, DUE, who),
        Row(2, Part.PROJECT, Strand.PARTY_BUILDING, PROJECT, DUE, who),
    ]


def kept_rows(items: list[DutyItem]) -> list[Row]:
    """The rows that change nothing."""
    return [
        Row(place, Part(one.part), Strand(one.strand), one.text, one.due_on, one.responsible_id, one.pk)
        for place, one in enumerate(items, start=1)
    ]


def issued(year: Year, rows: list[Row] | None = None) -> DutyList:
    """The list in force, with one duty and one project unless other rows are given."""
    duty_list = begun(year)
    with scope(institution=year.institution):
        save_list(
            actor=year.clerk,
            now=NOW,
            duty_list=duty_list,
            rows=rows or rows_of(year),
            seen_version=1,
        )
        return issue_list(actor=year.clerk, now=NOW, duty_list=duty_list)


def duty_of(year: Year) -> DutyItem:
    return next(one for one in year.items() if one.part == Part.DUTY)


def project_of(year: Year) -> DutyItem:
    return next(one for one in year.items() if one.part == Part.PROJECT)


def reported(year: Year, item: DutyItem | None = None) -> DutyItem:
    with scope(institution=year.institution):
        return report_item(
            actor=year.secretary, now=LATER, item=item or duty_of(year), text="报告了3件重大事项。"
        )


def confirmed(year: Year, item: DutyItem | None = None) -> DutyItem:
    found = reported(year, item)
    with scope(institution=year.institution):
        done = confirm_item(actor=year.clerk, now=LATER, item=found)
    assert done.state == ReportState.CONFIRMED
    return done
