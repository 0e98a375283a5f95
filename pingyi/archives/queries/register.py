"""Organisations of this institution by every name that they have, and by code."""

from pingyi.organisations.models import Organisation, OrganisationAlias


def names_and_codes() -> tuple[dict[str, int], dict[str, int]]:
    """A name that two organisations bear leads to none. Two queries."""
    rows = list(Organisation.objects.values_list("pk", "name", "code"))
    pairs = [(name, pk) for pk, name, _ in rows]
    pairs += list(OrganisationAlias.objects.values_list("name", "organisation_id"))
    homes: dict[str, set[int]] = {}
    for name, pk in pairs:
        homes.setdefault(name, set()).add(pk)
    names = {name: pks.pop() for name, pks in homes.items() if len(pks) == 1}
    return names, {code: pk for pk, _, code in rows if code}
