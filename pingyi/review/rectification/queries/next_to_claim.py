"""What an organisation claims or contests after this problem, so that it goes from one to the next."""

from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.queries.known import known_problems


def others_to_claim(problem: ProblemItem) -> list[ProblemItem]:
    """The organisation's other problems that wait for its word, in the order of the list. One query."""
    rows = ProblemItem.objects.filter(
        known_problems(), organisation=problem.organisation_id, state=ProblemItem.State.RAISED
    )
    return list(rows.exclude(pk=problem.pk).order_by("cycle__year", "number"))
