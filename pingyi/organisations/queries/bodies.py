"""Bodies and their members."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from pingyi.core.errors import Missing
from pingyi.organisations import phrases
from pingyi.organisations.domain.names import pinyin_order
from pingyi.organisations.models import Body, BodyMember, Organisation


@dataclass(frozen=True)
class BodyRow:
    """A body with its members in the order of its list."""

    body: Body
    kind_word: str
    members: tuple[BodyMember, ...]


def bodies_of(organisation: Organisation) -> list[BodyRow]:
    """The bodies of an organisation, each with its members. Two queries however many there are."""
    return [_row(body) for body in _bodies().filter(organisation=organisation)]


def all_bodies() -> list[BodyRow]:
    """All bodies of the institution in scope. Two queries however many there are."""
    return [_row(body) for body in _bodies()]


def body_with_id(body_id: int) -> BodyRow:
    """One body of the institution in scope; `Missing` if there is none."""
    body = _bodies().filter(pk=body_id).first()
    if body is None:
        raise Missing
    return _row(body)


def members_of(body: Body) -> list[BodyMember]:
    """The members of a body in the order of its list, with their people. One query."""
    return sorted(body.members.select_related("person", "person__organisation"), key=_member_order)


def _bodies() -> QuerySet[Body]:
    members = BodyMember.objects.select_related("person", "person__organisation")
    bodies: QuerySet[Body] = (
        Body.objects.select_related("organisation")
        .prefetch_related(Prefetch("members", members))
        .order_by("organisation__path", "pk")
    )
    return bodies


def _row(body: Body) -> BodyRow:
    return BodyRow(body, phrases.BODY_KINDS[body.kind], tuple(sorted(body.members.all(), key=_member_order)))


def _member_order(member: BodyMember) -> tuple[bool, int, bytes]:
    return (member.order == 0, member.order, pinyin_order(member.person.name))
