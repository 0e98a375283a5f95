"""What is in force as one number: one changed character gives another."""

from pingyi.review.cycles.domain.fingerprint import fingerprint_of
from pingyi.review.duties.models import DutyList
from pingyi.review.duties.queries.lookup import items_in_force


def fingerprint_of_list(duty_list: DutyList) -> str:
    """SHA-256 over whose list it is and its entries in order, without what was dropped. One query."""
    return fingerprint_of(
        {
            "year": duty_list.cycle.year,
            "organisation": duty_list.organisation_id,
            "person": duty_list.person_id,
            "body": duty_list.body_id,
            "items": [
                [one.part, one.strand, one.text, str(one.due_on), one.responsible_id]
                for one in items_in_force(duty_list)
            ],
        }
    )
