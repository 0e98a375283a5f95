"""Posts: appointing from the page of an organisation, correcting, ending and withdrawing on a page of their own."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.organisations.forms import post_fields, state_of, stored_post
from pingyi.doors.office.organisations.page import organisation_page
from pingyi.doors.office.organisations.sent import required_day, sent_post, sent_text
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.queries.lookup import find_organisation, find_post
from pingyi.organisations.rules import may_keep_register
from pingyi.organisations.services.posts import appoint, end_post, revise_post, withdraw_post
from pingyi.review.cycles.queries.people import person_named

if TYPE_CHECKING:
    from pingyi.organisations.models import Post


@office_page
@require_POST
def post_add(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `person` (staff number or name), `title_text`, `title`, `is_acting`=yes|no|empty, `portfolio`,
    `started_on`, `ended_on`, `term_ends_on`."""
    organisation = find_organisation(organisation_id)
    if not may_keep_register(request.actor):
        raise Forbidden
    try:
        post = appoint(
            actor=request.actor,
            now=now(),
            person=person_named(sent_text(request.POST, "person"), field="person"),
            organisation=organisation,
            **sent_post(request.POST),
        )
    except Refused as refusal:
        return organisation_page(request, organisation, "post", refusal)
    messages.success(
        request,
        Words("{person}任{title_text}，记好了。", person=post.person.name, title_text=post.title_text),
    )
    return redirect("office:organisation-show", organisation_id)


@office_page
def post_edit(request: OfficeRequest, post_id: int) -> HttpResponse:
    """POST corrects: the fields of a new post without `person`."""
    post = find_post(post_id)
    if not may_keep_register(request.actor):
        raise Forbidden
    if request.method != "POST":
        return _post_page(request, post)
    try:
        revise_post(actor=request.actor, now=now(), post=post, **sent_post(request.POST))
    except Refused as refusal:
        return _post_page(request, find_post(post_id), "edit", refusal)
    messages.success(
        request, Words("{person}的{title_text}改好了。", person=post.person.name, title_text=post.title_text)
    )
    return redirect("office:person-show", post.person_id)


@office_page
@require_POST
def post_end(request: OfficeRequest, post_id: int) -> HttpResponse:
    """POST `ended_on` (day)."""
    post = find_post(post_id)
    if not may_keep_register(request.actor):
        raise Forbidden
    try:
        day = required_day(request.POST, "ended_on", Words("免职日期"))
        end_post(actor=request.actor, now=now(), post=post, ended_on=day)
    except Refused as refusal:
        return _post_page(request, find_post(post_id), "end", refusal)
    messages.success(
        request,
        Words(
            "{person}的{title_text}{day}免去。继任者的任职日期可以是同一天。",
            person=post.person.name,
            title_text=post.title_text,
            day=day,
        ),
    )
    return redirect("office:organisation-show", post.organisation_id)


@office_page
@require_POST
def post_withdraw(request: OfficeRequest, post_id: int) -> HttpResponse:
    """POST nothing."""
    post = find_post(post_id)
    withdraw_post(actor=request.actor, now=now(), post=post)
    messages.success(
        request,
        Words(
            "{person}的{title_text}删掉了。办事记录里留着这一笔。",
            person=post.person.name,
            title_text=post.title_text,
        ),
    )
    return redirect("office:person-show", post.person_id)


def _post_page(
    request: OfficeRequest, post: "Post", failed: str = "", refusal: Refused | None = None
) -> HttpResponse:
    edit = state_of("edit", failed, request.POST, refusal, stored_post(post))
    end = state_of("end", failed, request.POST, refusal)
    shown = {
        "post": post,
        "fields": post_fields(edit),
        "end_field": end.field("ended_on", Words("免职日期"), kind="date", is_required=True),
        "refusal": refusal,
    }
    return render(request, "office/post-edit.html", shown, status=refusal.status if refusal else 200)
