"""Who answers for a second-level organisation in a year: its secretary, or the deputy who runs it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words
from pingyi.organisations.models import Organisation, Person
from pingyi.organisations.phrases import ORGANISATION_KINDS
from pingyi.organisations.queries import second_level_organisations, secretaries_in_post


@dataclass(frozen=True)
class Incumbent:
    """The person who reports for an organisation, with her title and the day on which she took the post."""

    organisation: Organisation
    person: Person
    title_text: str
    is_acting: bool
    since: date


def organisations_under_review(convenor: Organisation, year: int) -> list[Organisation]:
    """The second-level organisations that still stood at the end of the year, in their order. One query."""
    last_day = date(year, 12, 31)
    stood = second_level_organisations(convenor, year)
    return [one for one in stood if one.dissolved_on is None or one.dissolved_on > last_day]


def incumbents(organisations: Iterable[Organisation], year: int) -> dict[int, Incumbent]:
    """By organisation id: who is in post at the end of the year; vacant ones are left out. Two queries."""
    by_id = {organisation.pk: organisation for organisation in organisations}
    found = secretaries_in_post(by_id.values(), year)
    people = Person.objects.select_related("organisation").in_bulk(
        [one.term.person_id for one in found.values()]
    )
    return {
        organisation_id: Incumbent(
            organisation=by_id[organisation_id],
            person=people[one.term.person_id],
            title_text=one.term.title_text or _usual_title(by_id[organisation_id], is_acting=one.is_acting),
            is_acting=one.is_acting,
            since=one.term.started_on,
        )
        for organisation_id, one in found.items()
    }


def _usual_title(organisation: Organisation, *, is_acting: bool) -> str:
    words = ORGANISATION_KINDS[organisation.kind]
    return Words("主持工作的{words}副书记", words=words) if is_acting else Words("{words}书记", words=words)
