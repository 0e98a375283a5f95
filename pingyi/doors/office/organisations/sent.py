"""What the forms of the register send, as values for the services."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pingyi.core.errors import Missing, Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.doors.office.sent_fields import read_all, sent_day, sent_number, typed_number
from pingyi.organisations.queries import organisation_with_id

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation

Sent = Mapping[str, str]


def sent_text(sent: Sent, field: str) -> str:
    return tidy(sent.get(field, ""))


def sent_count(sent: Sent, field: str) -> int:
    """A whole number, 0 for an empty field."""
    return typed_number(sent, field) or 0


def sent_organisation(sent: Sent, field: str) -> "Organisation | None":
    """The chosen organisation, None for none."""
    if not sent_text(sent, field):
        return None
    organisation = organisation_with_id(sent_number(sent, field))
    if organisation is None:
        raise Missing(Words("没有找到选的组织。请从列表里重新选。"), code="organisation.missing")
    return organisation


def required_day(sent: Sent, field: str, words: str) -> date:
    """A day that must be given; `words` say which."""
    day = sent_day(sent, field)
    if day is None:
        raise Refused(Words("没有写{words}。请照文件填写。", words=words), code="form.no_day", field=field)
    return day


def sent_register_fields(sent: Sent) -> dict[str, Any]:
    """Kinds, code, place and founding day of an organisation."""
    days = read_all({"founded_on": lambda: sent_day(sent, "founded_on")})
    numbers = read_all({"order": lambda: sent_count(sent, "order")})
    words = {name: sent_text(sent, name) for name in ("kind", "unit_kind", "code")}
    return {**words, **numbers, **days}


def sent_post(sent: Sent) -> dict[str, Any]:
    """A post without its person and its organisation."""
    days = read_all({name: _day(sent, name) for name in ("started_on", "ended_on", "term_ends_on")})
    if days["started_on"] is None:
        raise Refused(Words("没有写任职日期。请照任职文件填写。"), code="post.no_start", field="started_on")
    return {
        "title_text": sent_text(sent, "title_text"),
        "title": sent_text(sent, "title"),
        "is_acting": {"yes": True, "no": False}.get(sent.get("is_acting", "")),
        "portfolio": sent_text(sent, "portfolio"),
        **days,
    }


def _day(sent: Sent, name: str) -> Any:
    return lambda: sent_day(sent, name)
