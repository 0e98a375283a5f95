"""The figures of a supervision circular, and those that went out."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q, QuerySet

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.models import Organisation
from pingyi.organisations.phrases import late_words
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.problem import CLAIMED_STATES
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.carried import in_cycle_or_carried
from pingyi.review.supervision.documents import CircularFacts, LateFacts, UnitFacts
from pingyi.review.supervision.domain.ladder import Rung
from pingyi.review.supervision.models import LookBack, SupervisionCircular
from pingyi.review.supervision.phrases import RUNGS
from pingyi.review.supervision.queries.overdue import LadderBoard, Overdue, ladder_board

_NOTHING = dict.fromkeys(("problems", "claimed", "unanswered", "tasks", "closed", "submitted", "late"), 0)


def circular_facts(cycle: Cycle, day: date, organisation_ids: Collection[int]) -> CircularFacts:
    """As of `day`, in the order of the tree. A fixed number of queries."""
    units = Organisation.objects.filter(pk__in=organisation_ids).order_by("order", "path")
    problems = ProblemItem.objects.filter(
        in_cycle_or_carried(cycle), organisation__in=organisation_ids
    ).exclude(state=ProblemItem.State.WITHDRAWN)
    looks = LookBack.objects.filter(
        in_cycle_or_carried(cycle, "task__problem__"), task__problem__organisation__in=organisation_ids
    )
    counted = looks.aggregate(all=Count("pk"), back=Count("pk", filter=Q(result=LookBack.Result.CAME_BACK)))
    board = ladder_board(cycle, day, organisation_ids)
    figures = _figures(cycle, problems, board)
    return CircularFacts(
        review=cycle.name,
        convenor=cycle.convenor.name,
        as_of=day,
        units=tuple(UnitFacts(unit.name, **(_NOTHING | figures[unit.pk])) for unit in units),
        late=tuple(_late(row) for row in board.rows),
        carried=problems.exclude(cycle=cycle).count(),
        looked_at=counted["all"],
        came_back=counted["back"],
    )


def _figures(
    cycle: Cycle, problems: QuerySet[ProblemItem], board: LadderBoard
) -> defaultdict[int, dict[str, int]]:
    """The counts of each organisation by its number; what is missing is nothing."""
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    named = problems.values_list("organisation").annotate(
        Count("pk"), claimed=Count("pk", filter=Q(state__in=CLAIMED_STATES))
    )
    for organisation, count, claimed in named:
        found[organisation] |= {"problems": count, "claimed": claimed}
    state = Task.State
    tasks = Task.objects.filter(in_cycle_or_carried(cycle, "problem__"))
    worked = tasks.values_list("problem__organisation").annotate(
        Count("pk"),
        closed=Count("pk", filter=Q(state=state.CLOSED)),
        submitted=Count("pk", filter=Q(state=state.SUBMITTED)),
    )
    for organisation, count, closed, submitted in worked:
        found[organisation] |= {"tasks": count, "closed": closed, "submitted": submitted}
    for name, rows in (("late", board.tasks), ("unanswered", board.problems)):
        for organisation, count in Counter(one.problem.organisation_id for one in rows).items():
            found[organisation][name] = count
    return found


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


def _late(row: Overdue) -> LateFacts:
    problem = row.problem
    if row.task is not None:
        lacks = "的整改任务没有报完成"
    else:
        lacks = "没有认领" if problem.state == ProblemItem.State.RAISED else "没有列出整改任务"
    reached = next((RUNGS[rung] for rung in reversed(Rung) if rung in row.told and row.told[rung].told), "")
    return LateFacts(
        problem.organisation.name,
        f"{problem.cycle.year}-{problem.number:03d}",
        lacks,
        row.due_on,
        late_words(row.late),
        reached,
    )
