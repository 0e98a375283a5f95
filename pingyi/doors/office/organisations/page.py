"""The page of one organisation: names, posts, people, bodies, what lies below, and the forms that keep them."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.organisations.forms import (
    choices_of,
    organisation_fields,
    post_fields,
    state_of,
    stored_organisation,
)
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations import phrases
from pingyi.organisations.queries import (
    bodies_of,
    children_of,
    lineage_of,
    list_people,
    parents_to_choose,
    posts_of_organisation,
    secretary_in_post,
)
from pingyi.organisations.queries.lookup import find_organisation
from pingyi.organisations.rules import may_keep_register, may_read_organisation
from pingyi.review.cycles.queries.people import label_of

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation

PEOPLE_SHOWN = 12


@office_page
def organisation_show(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    return organisation_page(request, find_organisation(organisation_id))


def organisation_page(
    request: OfficeRequest, organisation: "Organisation", failed: str = "", refusal: Refused | None = None
) -> HttpResponse:
    """The page; with a refusal the form that `failed` keeps what was typed."""
    lineage = lineage_of(organisation)
    if not may_read_organisation(request.actor, [one.pk for one in lineage]):
        raise Forbidden
    day = today(now())
    people = list_people(today=day, organisation=organisation)
    shown = {
        "organisation": organisation,
        "lineage": lineage[:-1],
        "kind_word": phrases.ORGANISATION_KINDS[organisation.kind],
        "unit_kind_word": phrases.UNIT_KINDS[organisation.unit_kind],
        "aliases": list(organisation.aliases.order_by("-is_dual_name", "pk")),
        "secretary": secretary_in_post(organisation, day.year),
        "posts": posts_of_organisation(organisation, day),
        "people": people.rows[:PEOPLE_SHOWN],
        "people_found": people.found,
        "people_offered": [label_of(row.person) for row in people.rows],
        "bodies": bodies_of(organisation),
        "children": children_of(organisation),
        "refusal": refusal,
        "failed": failed,
        "may_keep": may_keep_register(request.actor),
    }
    if shown["may_keep"]:
        shown |= _forms(request, organisation, failed, refusal)
    return render(request, "office/organisation-show.html", shown, status=refusal.status if refusal else 200)


def _forms(
    request: OfficeRequest, organisation: "Organisation", failed: str, refusal: Refused | None
) -> dict[str, object]:
    stored = stored_organisation(organisation)
    edit = state_of("edit", failed, request.POST, refusal, stored)
    move = state_of("move", failed, request.POST, refusal, stored)
    rename = state_of("rename", failed, request.POST, refusal, stored)
    post = state_of("post", failed, request.POST, refusal)
    alias = state_of("alias", failed, request.POST, refusal)
    body = state_of("body", failed, request.POST, refusal)
    dissolve = state_of("dissolve", failed, request.POST, refusal)
    return {
        "edit_fields": organisation_fields(edit),
        "rename_field": rename.field("name", Words("新名称"), is_required=True),
        "move_field": move.field(
            "parent",
            Words("新的上级"),
            kind="select",
            options=[("", Words("没有上级")), *parents_to_choose(organisation)],
        ),
        "dissolve_field": dissolve.field("on", Words("撤销日期"), kind="date", is_required=True),
        "alias_field": alias.field("name", Words("另一个名称"), is_required=True),
        "post_fields": [
            post.field("person", Words("谁"), kind="people", hint=Words("工号或姓名"), is_required=True),
            *post_fields(post),
        ],
        "body_fields": [
            body.field("name", Words("机构名称"), is_required=True),
            body.field("kind", Words("类型"), kind="select", options=choices_of(phrases.BODY_KINDS)),
        ],
    }
