"""Whom a satisfaction poll can ask about: the organisations that had problems to mend."""

from dataclasses import dataclass

from django.db.models import Count, Q

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.incumbents import Incumbent, incumbents
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.carried import in_cycle_or_carried


@dataclass(frozen=True)
class Mended:
    """An organisation with its problems, and how many of its tasks are closed out. `incumbent`: who answers for it."""

    organisation: Organisation
    incumbent: Incumbent | None
    problems: int
    tasks: int
    closed: int


def mended_organisations(review: Cycle, year: int) -> list[Mended]:
    """In the order of the tree, with who is in post at the end of `year`: that of the poll, often not the review's.

    Four queries.
    """
    figures = {
        row["organisation"]: row
        for row in ProblemItem.objects.filter(in_cycle_or_carried(review))
        .exclude(state=ProblemItem.State.WITHDRAWN)
        .values("organisation")
        .annotate(
            problems=Count("pk", distinct=True),
            planned=Count("tasks", distinct=True),
            closed=Count("tasks", distinct=True, filter=Q(tasks__state=Task.State.CLOSED)),
        )
    }
    organisations = list(Organisation.objects.filter(pk__in=figures).order_by("order", "path"))
    people = incumbents(organisations, year)
    return [
        Mended(
            organisation=one,
            incumbent=people.get(one.pk),
            problems=figures[one.pk]["problems"],
            tasks=figures[one.pk]["planned"],
            closed=figures[one.pk]["closed"],
        )
        for one in organisations
    ]
