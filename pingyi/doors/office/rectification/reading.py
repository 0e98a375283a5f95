"""What the forms of rectification send, as values. What cannot be read is refused at its field."""

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest
from pingyi.doors.office.sent_fields import number_in, sent_day
from pingyi.doors.office.sent_file import limit_mb
from pingyi.organisations.queries.calendar import working_days_after
from pingyi.review.cycles.queries.people import OFFERED
from pingyi.review.rectification.queries.responsible import people_of
from pingyi.review.rectification.services import HandedIn

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation, Person


def needed_day(request: OfficeRequest, field: str) -> date:
    """The day in this field; nothing is refused."""
    day = sent_day(request.POST, field)
    if day is None:
        raise Refused(Words("还没有填期限。选一天。"), code="form.day", field=field)
    return day


MOST_WORKING_DAYS = 750


def sent_due(request: OfficeRequest, start: date) -> date:
    """The deadline: the day in `due_on`, or `due_days` working days after the start."""
    words = request.POST.get("due_days", "").strip()
    if not words or sent_day(request.POST, "due_on") is not None:
        return needed_day(request, "due_on")
    days = number_in(words)
    if not 1 <= days <= MOST_WORKING_DAYS:
        raise Refused(
            Words("工作日数写1到{most}的整数，或者在“期限”里选一天。", most=MOST_WORKING_DAYS),
            code="form.working_days",
            field="due_days",
        )
    return working_days_after(request.actor.institution_id, start, days, field="due_days")


def responsible_named(request: OfficeRequest, organisation: "Organisation") -> "Person":
    """The person in `responsible`: by name, by staff number, or as the page offers them, 姓名（工号）."""
    words = request.POST.get("responsible", "").strip()
    if not words:
        raise Refused(Words("还没有写责任领导。填姓名或工号。"), code="person.empty", field="responsible")
    people = people_of(organisation)
    offered = OFFERED.fullmatch(words)
    found = [one for one in people if words in {one.name, one.staff_number}]
    if not found and offered:
        found = [
            one for one in people if one.name == offered[1].strip() and offered[2].strip() in _marks(one)
        ]
    if not found:
        raise Refused(
            Words(
                "{organisation}的人员里没有“{words}”。请核对姓名或工号；还没有登记的，请经办人加到“人员”里。",
                organisation=organisation.name,
                words=words,
            ),
            code="person.unknown",
            field="responsible",
        )
    if len(found) > 1:
        raise Refused(
            Words("叫“{words}”的有{found}人。请填工号，或从列出的人里选。", words=words, found=len(found)),
            code="person.ambiguous",
            field="responsible",
        )
    return found[0]


def label_of(person: "Person") -> str:
    """How the pages offer a person for choosing."""
    mark = next(iter(_marks(person)), "")
    return Words("{person}（{mark}）", person=person.name, mark=mark) if mark else str(person.name)


def handed_in(request: OfficeRequest) -> HandedIn | None:
    """The uploaded `file`, or None. One that is too large is refused before it is read."""
    upload = request.FILES.get("file")
    if upload is None:
        return None
    if (upload.size or 0) > settings.UPLOAD_LIMIT_BYTES:
        raise Refused(
            Words("文件超过{limit}MB。请压缩图片或分成几个文件再上传。", limit=limit_mb()),
            code="file.too_large",
            field="file",
        )
    return HandedIn(str(upload.name), bytes(upload.read()))


def _marks(person: "Person") -> list[str]:
    organisation = person.organisation.name if person.organisation else ""
    return [mark for mark in (person.staff_number, organisation) if mark]
