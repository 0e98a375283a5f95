"""Rows to choose from in forms."""

from pingyi.organisations.models import Organisation


def organisations_to_choose() -> list[tuple[int, str]]:
    """Number and name of the organisations that exist today and are no branches, in their own order. One query."""
    standing = Organisation.objects.filter(dissolved_on__isnull=True).exclude(kind=Organisation.Kind.BRANCH)
    return list(standing.order_by("order", "name").values_list("pk", "name"))


def organisation_with_id(organisation_id: int) -> Organisation | None:
    """One organisation of the institution in scope."""
    return Organisation.objects.filter(pk=organisation_id).first()
