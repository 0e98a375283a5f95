"""What an organisation's branches wrote down, what the rules say of the year, and who their members are."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.ledgers.years import first_always, year_in, years_to_choose
from pingyi.doors.office.orglife.places import LedgerPlace, place_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_day, sent_number
from pingyi.ledgers.kit.phrases import LEVELS, STATES, VERDICTS
from pingyi.ledgers.orglife.queries.activities import activities_of, years_before
from pingyi.ledgers.orglife.queries.basis import load_basis
from pingyi.ledgers.orglife.queries.checks import year_check
from pingyi.ledgers.orglife.queries.members import birthdays_ahead, member_lines
from pingyi.ledgers.orglife.services import keep_member
from pingyi.organisations.queries import person_with_id


@office_page
@require_GET
def activity_list(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """GET `year`, `state`."""
    place, year = place_of(request, organisation_id), year_in(request)
    organisations = {*place.branches, place.organisation}
    state = request.GET.get("state", "")
    found = activities_of(list(organisations), date(year, 1, 1), date(year, 12, 31), state=state)
    basis = load_basis(())
    shown = {
        "place": place,
        "year": year,
        "years": years_to_choose(year, years_before(place.all, first_always())),
        "state": state,
        "states": STATES.items(),
        "found": found,
        "lines": [
            (row, basis.kind_words(row.kind, row.happened_on), STATES[row.state]) for row in found.rows
        ],
    }
    return render(request, "office/activity-list.html", shown)


@office_page
@require_GET
def year_show(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """GET `year`. Every rule with its verdict, and everybody's training hours."""
    place, year = place_of(request, organisation_id), year_in(request)
    basis = load_basis(place.branches)
    check = year_check(place.organisation, place.branches, year, basis=basis, today=today(now()))
    names = {one.pk: one.name for one in place.branches}
    shown = {
        "place": place,
        "year": year,
        "years": years_to_choose(year, years_before(place.all, first_always())),
        "findings": [(one, VERDICTS[one.verdict], LEVELS[one.level]) for one in check.findings],
        "good": sum(one.is_good for one in check.findings),
        "hours": [(row, names[row.member.branch_id]) for row in check.hours],
        "enough": sum(row.year.is_enough for row in check.hours),
    }
    return render(request, "office/orglife-check.html", shown)


@office_page
@require_GET
def member_list(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """The people of the branches with the days of their membership, and the next political birthdays."""
    return _members(request, place_of(request, organisation_id), NOT_FAILED)


@office_page
@require_POST
def member_keep(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `person`, `admitted_on`, `full_on`, `left_on`, `group`."""
    place = place_of(request, organisation_id)
    return act_or_show(
        request,
        lambda: keep_member(
            actor=request.actor,
            now=now(),
            person=person_with_id(sent_number(request.POST, "person")),
            admitted_on=sent_day(request.POST, "admitted_on"),
            full_on=sent_day(request.POST, "full_on"),
            left_on=sent_day(request.POST, "left_on"),
            group=request.POST.get("group", ""),
        ),
        lambda failed: _members(request, place, failed),
        form="member",
        back=reverse("office:party-member-list", args=[organisation_id]),
        said=Words("名册存好了。"),
    )


def _members(request: OfficeRequest, place: LedgerPlace, failed: Failed) -> HttpResponse:
    day, lines = today(now()), member_lines(place.branches)
    basis = load_basis(place.branches)
    chosen = request.GET.get("person", "") or (failed.sent or {}).get("person", "")
    line = next((one for one in lines if str(one.person.pk) == chosen), None)
    form = failed.state("member", **(line.stored if line else {}))
    shown = {
        "place": place,
        "lines": lines,
        "entered": sum(line.member is not None for line in lines),
        "birthdays": birthdays_ahead(basis, day),
        "notice_days": basis.rulebook.number("birthday.notice_days", day),
        "chosen": line if place.may_write else None,
        "fields": [
            form.field("admitted_on", Words("入党日期"), kind="date", is_required=True),
            form.field("full_on", Words("转正日期"), kind="date"),
            form.field("group", Words("党小组")),
            form.field("left_on", Words("离开日期"), kind="date"),
        ],
        "failed": failed,
    }
    return render(request, "office/party-member-list.html", shown, status=failed.status)
