"""Whose accounts write the reports: the secretary's own, or the one that was given to the organisation."""

from collections import defaultdict
from collections.abc import Collection

from pingyi.organisations.models import RoleAssignment
from pingyi.review.cycles.models import Reporter


def accounts_of_reporters(reporters: Collection[Reporter]) -> dict[int, set[int]]:
    """Account numbers by reporter; empty where nobody can sign in. One query however many.

    An account that is tied to another person does not write this one's report (`rules.may_write_report`).
    """
    rows = RoleAssignment.objects.filter(
        role=RoleAssignment.Role.SECRETARY,
        organisation__in={reporter.organisation_id for reporter in reporters},
        account__is_active=True,
    ).values_list("organisation_id", "account_id", "account__person")
    of_organisation: defaultdict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for organisation_id, account_id, person_id in rows:
        if organisation_id is not None:
            of_organisation[organisation_id].append((account_id, person_id))
    return {
        reporter.pk: {
            account_id
            for account_id, person_id in of_organisation[reporter.organisation_id]
            if person_id is None or person_id == reporter.person_id
        }
        for reporter in reporters
    }
