"""The figures of a supervision circular, and those that went out."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Q

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.problem import CLAIMED_STATES
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.board import in_cycle_or_carried
from pingyi.review.supervision.documents import CircularFacts, LateFacts, UnitFacts
from pingyi.review.supervision.domain.ladder import Rung
from pingyi.review.supervision.models import LookBack, SupervisionCircular
from pingyi.review.supervision.phrases import RUNGS
from pingyi.review.supervision.queries.overdue import ladder_board


def circular_facts(cycle: Cycle, day: date, organisation_ids: Collection[int]) -> CircularFacts:
    """As of `day`, in the order of the tree. A fixed number of queries."""
    units = Organisation.objects.filter(pk__in=organisation_ids).order_by("order", "path")
    problems = ProblemItem.objects.filter(
        in_cycle_or_carried(cycle), organisation__in=organisation_ids
    ).exclude(state=ProblemItem.State.WITHDRAWN)
    of_unit: dict[int, Mapping[str, Any]] = {
        row["organisation"]: row
        for row in problems.values("organisation").annotate(
            problems=Count("pk"), claimed=Count("pk", filter=Q(state__in=CLAIMED_STATES))
        )
    }
    tasks = Task.objects.filter(
        in_cycle_or_carried(cycle, "problem__"), problem__organisation__in=organisation_ids
    )
    state = Task.State
    worked: dict[int, Mapping[str, Any]] = {
        row["problem__organisation"]: row
        for row in tasks.values("problem__organisation").annotate(
            tasks=Count("pk"),
            closed=Count("pk", filter=Q(state=state.CLOSED)),
            submitted=Count("pk", filter=Q(state=state.SUBMITTED)),
            late=Count("pk", filter=Q(state=state.OPEN, due_on__lt=day)),
        )
    }
    looks = LookBack.objects.filter(
        in_cycle_or_carried(cycle, "task__problem__"), task__problem__organisation__in=organisation_ids
    )
    counted = looks.aggregate(all=Count("pk"), back=Count("pk", filter=Q(result=LookBack.Result.CAME_BACK)))
    return CircularFacts(
        review=cycle.name,
        convenor=cycle.convenor.name,
        as_of=day,
        units=tuple(_unit(unit, of_unit.get(unit.pk, {}), worked.get(unit.pk, {})) for unit in units),
        late=_late(cycle, day, organisation_ids),
        carried=problems.exclude(cycle=cycle).count(),
        looked_at=counted["all"],
        came_back=counted["back"],
    )


def circulars_of(cycle: Cycle, organisation_ids: Collection[int] | None = None) -> list[SupervisionCircular]:
    """Those that went out, the newest first; for a secretary those that went to her."""
    rows = SupervisionCircular.objects.filter(cycle=cycle).select_related(
        "document_number__series_year__series", "issued_by"
    )
    return [
        row
        for row in rows.order_by("-pk")
        if organisation_ids is None or not set(organisation_ids).isdisjoint(row.reader_ids)
    ]


def find_circular(cycle: Cycle, circular_id: int) -> SupervisionCircular:
    found: SupervisionCircular | None = (
        SupervisionCircular.objects.filter(cycle=cycle, pk=circular_id)
        .select_related("document_number__series_year__series", "issued_by", "word")
        .first()
    )
    if found is None:
        raise Missing(Words("没有这份督查通报。请回到“督查通报”。"), code="circular.missing")
    return found


def _unit(unit: Organisation, problems: Mapping[str, Any], tasks: Mapping[str, Any]) -> UnitFacts:
    return UnitFacts(
        unit.name,
        problems.get("problems", 0),
        problems.get("claimed", 0),
        tasks.get("tasks", 0),
        tasks.get("closed", 0),
        tasks.get("submitted", 0),
        tasks.get("late", 0),
    )


def _late(cycle: Cycle, day: date, organisation_ids: Collection[int]) -> tuple[LateFacts, ...]:
    rows = ladder_board(cycle, day, organisation_ids).rows
    return tuple(
        LateFacts(
            row.task.problem.organisation.name,
            f"{row.task.problem.cycle.year}-{row.task.problem.number:03d}",
            row.task.due_on,
            row.days_late,
            next((RUNGS[rung] for rung in reversed(Rung) if rung in row.told and row.told[rung].told), ""),
        )
        for row in rows
    )
