"""One row of the institution in scope by its number; `Missing` for any other."""

from typing import Any

from pingyi.core.errors import Missing
from pingyi.organisations.models import BodyMember, Delegate, Organisation, OrganisationAlias, Post


def find_organisation(organisation_id: int) -> Organisation:
    return _find(Organisation.objects.select_related("parent"), organisation_id)  # type: ignore[no-any-return]


def find_alias(alias_id: int) -> OrganisationAlias:
    return _find(OrganisationAlias.objects.select_related("organisation"), alias_id)  # type: ignore[no-any-return]


def find_post(post_id: int) -> Post:
    return _find(Post.objects.select_related("person", "organisation"), post_id)  # type: ignore[no-any-return]


def find_member(member_id: int) -> BodyMember:
    return _find(BodyMember.objects.select_related("person", "body__organisation"), member_id)  # type: ignore[no-any-return]


def find_delegate(delegate_id: int) -> Delegate:
    return _find(Delegate.objects.select_related("person"), delegate_id)  # type: ignore[no-any-return]


def _find(rows: Any, number: int) -> Any:
    row = rows.filter(pk=number).first()
    if row is None:
        raise Missing
    return row
