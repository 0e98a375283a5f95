"""Who can be responsible for a task of an organisation: its people, those below it, and who has a post there."""

from django.db.models import Q

from pingyi.organisations.models import Organisation, Person
from pingyi.organisations.queries.people import in_or_below


def people_of(organisation: Organisation) -> list[Person]:
    """Everybody who can be responsible, those of the organisation itself first. One query."""
    rows = Person.objects.filter(_near(organisation)).select_related("organisation").distinct()
    return sorted(rows, key=lambda one: (one.organisation_id != organisation.pk, one.name, one.pk))


def may_be_responsible(organisation: Organisation, person: Person) -> bool:
    return bool(Person.objects.filter(_near(organisation), pk=person.pk).exists())


def _near(organisation: Organisation) -> Q:
    here = in_or_below(organisation, "organisation__")
    return here | Q(posts__organisation=organisation, posts__ended_on__isnull=True)
