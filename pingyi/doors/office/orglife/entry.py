"""Writing an activity down, and mending it."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.orglife.fields import activity_fields, seat_lines, stored_activity
from pingyi.doors.office.orglife.places import LedgerPlace, place_of
from pingyi.doors.office.orglife.sent import sent_activity
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.ledgers.kit.domain.states import OPEN
from pingyi.ledgers.kit.services import file_record
from pingyi.ledgers.orglife.domain.hours import Length
from pingyi.ledgers.orglife.domain.kinds import Kind, kinds_for
from pingyi.ledgers.orglife.queries.activities import find_activity, people_of, seats_of
from pingyi.ledgers.orglife.queries.basis import Basis, orglife_rules
from pingyi.ledgers.orglife.services import ActivityContent, record_activity, revise_activity

if TYPE_CHECKING:
    from datetime import date

    from pingyi.ledgers.orglife.models import Activity
    from pingyi.organisations.models import Person


@office_page
def activity_new(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """GET `kind`, `day` fill the form in. POST the fields of `fields.py`, `seat-N` (present, absent or nothing),
    `why-N`; `file` files it at once.
    """
    place = place_of(request, organisation_id)
    if not place.may_write:
        raise Forbidden(Words("组织生活由经办人和本单位的书记来记。"))
    people = people_of(place.organisation)
    if request.method != "POST":
        return _form(request, place, people, None, None)
    try:
        content = _sent(request, place, people)
        activity = record_activity(
            actor=request.actor, now=now(), organisation=place.organisation, content=content
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _form(request, place, people, None, refusal)
    return _written(request, activity)


@office_page
def activity_edit(request: OfficeRequest, activity_id: int) -> HttpResponse:
    """POST as for a new one."""
    activity = find_activity(activity_id)
    place = place_of(request, activity.organisation_id)
    if not place.may_write or activity.state not in OPEN:
        return redirect("office:activity-show", activity.pk)
    people = _with_listed(people_of(place.organisation), activity)
    if request.method != "POST":
        return _form(request, place, people, activity, None)
    try:
        content = _sent(request, place, people)
        revise_activity(actor=request.actor, now=now(), activity=activity, content=content)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _form(request, place, people, activity, refusal)
    return _written(request, activity)


def _sent(request: OfficeRequest, place: LedgerPlace, people: list["Person"]) -> ActivityContent:
    return sent_activity(
        request.POST, {one.pk for one in people}, is_branch=place.is_branch, today=today(now())
    )


def _written(request: OfficeRequest, activity: "Activity") -> HttpResponse:
    if request.POST.get("file"):
        file_record(actor=request.actor, now=now(), record=activity)
        messages.success(request, Words("报上去了，等上级确认。照片和材料在下面加。"))
    else:
        messages.success(request, Words("存成草稿了。加好佐证再报。"))
    return redirect("office:activity-show", activity.pk)


def _with_listed(people: list["Person"], activity: "Activity") -> list["Person"]:
    """Also those on the list who have left the organisation since."""
    known = {one.pk for one in people}
    listed = [seat.person for seat in seats_of(activity)]
    others = [activity.chair, activity.recorder, activity.lecturer]
    gone = {one.pk: one for one in (*listed, *others) if one is not None and one.pk not in known}
    return [*people, *gone.values()]


def _held_in_branches(place: LedgerPlace, asked: str, basis: Basis, day: "date") -> str:
    """The words of the kind that was asked for where not this organisation holds it but its branches."""
    own = kinds_for(is_branch=place.is_branch)
    if place.is_branch or not place.branches or asked in own or asked not in tuple(Kind):
        return ""
    return basis.kind_words(Kind(asked), day)


def _form(
    request: OfficeRequest,
    place: LedgerPlace,
    people: list["Person"],
    activity: "Activity | None",
    refusal: Refused | None,
) -> HttpResponse:
    sent = {name: str(value) for name, value in request.POST.items()} if refusal else None
    day = today(now())
    asked = {
        "kind": request.GET.get("kind", ""),
        "happened_on": request.GET.get("day", day.isoformat()),
        "length": Length.HOURS.value,
    }
    form = FormState("activity", stored_activity(activity) if activity else asked, sent, faults_of(refusal))
    basis = Basis(orglife_rules(), {})
    fields = activity_fields(form, people, basis, day, is_branch=place.is_branch)
    content_field = form.field("content", Words("内容"), hint=Words("议题、发言、决议等"))
    faulty = [one for one in (*(one for part in fields.values() for one in part), content_field) if one.fault]
    shown = {
        "place": place,
        "activity": activity,
        "branches": () if activity or place.is_branch else place.branches,
        "kind": form.stored.get("kind", ""),
        "held_in_branches": _held_in_branches(place, asked["kind"], basis, day)
        if activity is None and refusal is None
        else "",
        "asked_day": request.GET.get("day", ""),
        "fields": fields,
        "content_field": content_field,
        "faulty": faulty,
        "more_faulty": any(one.fault for one in fields["more"]),
        "seats": seat_lines(people, seats_of(activity) if activity else (), sent),
        "refusal": None if faulty else refusal,
        "today": day,
    }
    return render(request, "office/activity-edit.html", shown, status=refusal.status if refusal else 200)
