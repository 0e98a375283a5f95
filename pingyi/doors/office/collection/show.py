"""What the collection holds at this moment, and who can read it on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import PEOPLE_ZONE, now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.hall.qr import address_qr
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.ballots.domain.address import is_only_here
from pingyi.review.collection.domain.opening import LONGEST, is_open
from pingyi.review.collection.queries import materials_of, room_of
from pingyi.review.collection.rules import may_prepare_reading, may_read_collection
from pingyi.review.meetings.queries import find_review_meeting

if TYPE_CHECKING:
    from datetime import datetime

    from pingyi.review.collection.domain.materials import Materials
    from pingyi.review.cycles.models import ReviewMeeting


@dataclass(frozen=True)
class Bar:
    """The next step."""

    title: str
    effect: str
    button: str
    href: str


@office_page
@require_GET
def show(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    return collection_page(request, find_review_meeting(meeting_id))


def collection_page(
    request: OfficeRequest, meeting: ReviewMeeting, refusal: Refused | None = None, typed: str = ""
) -> HttpResponse:
    """The page; after a refusal with what was typed."""
    if not may_read_collection(request.actor, meeting):
        raise Forbidden(Words("材料汇编由经办人编，经办人和领导看。"))
    moment, materials, room = now(), materials_of(meeting), room_of(meeting)
    is_open_now = room is not None and is_open(
        open_until=room.open_until, closed_at=room.closed_at, now=moment
    )
    address = server = ""
    if room is not None and is_open_now:
        address = request.build_absolute_uri(reverse("reading:list", args=[room.key]))
        server = f"{request.scheme}://{request.get_host()}"
    shown = {
        "meeting": meeting,
        "cycle": meeting.cycle,
        "materials": materials,
        "room": room,
        "is_open": is_open_now,
        "address": address,
        "server": server,
        "is_only_here": is_only_here(server) if server else False,
        "qr": address_qr(address) if address else "",
        "may_prepare": may_prepare_reading(request.actor, meeting),
        "longest_days": LONGEST.days,
        "until": typed or _proposed(meeting, moment),
        "refusal": refusal,
        "bar": _bar(meeting, materials, is_open=is_open_now),
    }
    return render(request, "office/collection-show.html", shown, status=refusal.status if refusal else 200)


def _proposed(meeting: ReviewMeeting, moment: datetime) -> str:
    """Until the meeting begins, if that is still to come and near enough; else nothing is proposed."""
    until = meeting.held_at
    if not moment < until <= moment + LONGEST:
        return ""
    return until.astimezone(PEOPLE_ZONE).strftime("%Y-%m-%dT%H:%M")


def _bar(meeting: ReviewMeeting, materials: Materials, *, is_open: bool) -> Bar:
    missing = len(materials.missing)
    if missing:
        href = reverse("office:report-list", args=[meeting.cycle_id])
        effect = Words("现在也可以编：没有交的单位在汇编最后一页列出名字，不会悄悄漏掉。")
        return Bar(
            Words("还有{missing}份没有收到，去催", missing=missing),
            effect,
            Words("看谁没有交"),
            f"{href}?only=missing",
        )
    href = reverse("office:collection-file", args=[meeting.pk, "briefs-pdf"])
    effect = Words("一人一页，大字，现场和书面一个样式。") + (Words("手机阅读正开着。") if is_open else "")
    return Bar(
        Words("收齐了，印简表给领导"), effect, Words("下载{items}页简表", items=len(materials.items)), href
    )
