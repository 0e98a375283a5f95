"""Who acts: an account in an institution with its roles. Doors load one per request; services and rules take it."""

from dataclasses import dataclass, field

from pingyi.organisations.models import Institution


@dataclass(frozen=True)
class Actor:
    """The one on whose behalf a service runs. `organisation_ids` are those she answers for as secretary."""

    account_id: int
    institution_id: int
    display_name: str
    institution: Institution = field(compare=False, repr=False)
    roles: frozenset[str] = frozenset()
    organisation_ids: frozenset[int] = frozenset()
    person_id: int | None = None

    def has_role(self, *roles: str) -> bool:
        """Whether the actor holds at least one of these roles."""
        return not self.roles.isdisjoint(roles)
