"""Lists with how each entry stands today. The number of queries does not grow with the lists."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.duties.domain.entries import PLAN_STRANDS, Part, Strand
from pingyi.review.duties.domain.standing import (
    Facts,
    Standing,
    Tally,
    TaskCounts,
    standing_of,
    tally,
)
from pingyi.review.duties.models import DutyItem, DutyList, DutyTask, StageMove
from pingyi.review.duties.queries.lookup import lists
from pingyi.review.rectification.domain.periods import task_lateness
from pingyi.review.rectification.models import Task


@dataclass(frozen=True)
class Entry:
    """One entry of a list as it stands."""

    item: DutyItem
    facts: Facts
    standing: Standing

    @property
    def stage(self) -> int:
        return self.facts.stage

    @property
    def tasks(self) -> TaskCounts:
        return self.facts.tasks


@dataclass(frozen=True)
class ListReading:
    """A list with its entries in order, those that were dropped among them."""

    duty_list: DutyList
    entries: tuple[Entry, ...]

    @cached_property
    def tally(self) -> Tally:
        """Duties and projects together."""
        return tally(one.standing for one in self.entries)

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """Those that are in force."""
        return tuple(one for one in self.entries if one.standing is not Standing.DROPPED)

    @property
    def dropped(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.standing is Standing.DROPPED)

    @property
    def duties(self) -> tuple[tuple[Strand, tuple[Entry, ...]], ...]:
        """By strand, integrity last; a strand without duties is left out."""
        groups = ((strand, self._of(Part.DUTY, strand)) for strand in Strand)
        return tuple((strand, rows) for strand, rows in groups if rows)

    @property
    def plan(self) -> tuple[tuple[Strand, tuple[Entry, ...]], ...]:
        """The year's plan: always its three sections, whether or not there is a project in each."""
        return tuple((strand, self._of(Part.PROJECT, strand)) for strand in PLAN_STRANDS)

    def _of(self, part: Part, strand: Strand) -> tuple[Entry, ...]:
        return tuple(one for one in self.standing if one.item.part == part and one.item.strand == strand)


def read_list(duty_list: DutyList, at: Reckoning) -> ListReading:
    """Two queries."""
    return read_lists([duty_list], at)[0]


def read_lists(rows: Iterable[DutyList], at: Reckoning) -> list[ListReading]:
    """Two queries, however many lists."""
    found = list(rows)
    entries = _entries([one.pk for one in found], at)
    return [ListReading(one, tuple(entries[one.pk])) for one in found]


def entry_of(item: DutyItem, at: Reckoning) -> Entry:
    """One entry. Two queries."""
    return next(one for one in _entries([item.duty_list_id], at)[item.duty_list_id] if one.item.pk == item.pk)


def tallies_of(cycle: Cycle, at: Reckoning, organisation_ids: Collection[int]) -> dict[int, Tally]:
    """By organisation: the counts of the secretary's list in force; those without one are left out. Three queries."""
    rows = lists().filter(
        cycle=cycle, state=DutyList.State.ISSUED, body__isnull=True, organisation__in=organisation_ids
    )
    return {one.duty_list.organisation_id: one.tally for one in read_lists(rows, at)}


def list_of_secretary(cycle: Cycle, organisation: Organisation, at: Reckoning) -> ListReading | None:
    """The secretary's list in force, which her report of the year is about. Three queries at most."""
    rows = lists().filter(
        cycle=cycle, state=DutyList.State.ISSUED, body__isnull=True, organisation=organisation
    )
    return next(iter(read_lists(rows, at)), None)


def own_lists(organisation_ids: Collection[int], at: Reckoning) -> list[ListReading]:
    """The lists in force of these organisations, of the newest year that has any. Three queries at most."""
    rows = list(
        lists()
        .filter(state=DutyList.State.ISSUED, organisation__in=organisation_ids)
        .order_by("-cycle__year", "organisation__order", "organisation__path", "body__pk", "pk")
    )
    newest = rows[0].cycle.year if rows else 0
    return read_lists([one for one in rows if one.cycle.year == newest], at)


def _entries(list_ids: Collection[int], at: Reckoning) -> defaultdict[int, list[Entry]]:
    newest = StageMove.objects.filter(item=OuterRef("pk")).order_by("-number").values("to_stage")[:1]
    items = (
        DutyItem.objects.filter(duty_list__in=list_ids)
        .select_related("responsible", "carried_from__duty_list__cycle", "confirmed_by")
        .annotate(reached=Coalesce(Subquery(newest), F("stage_at_start")))
        .order_by("sequence", "pk")
    )
    tasks = _task_counts(list_ids, at)
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for item in items:
        facts = Facts(
            part=item.part,
            report=item.state,
            stage=item.reached,
            due_on=item.due_on,
            tasks=tasks.get(item.pk, TaskCounts()),
            is_dropped=item.dropped_at is not None,
        )
        found[item.duty_list_id].append(Entry(item, facts, standing_of(facts, at.late_before)))
    return found


def _task_counts(list_ids: Collection[int], at: Reckoning) -> dict[int, TaskCounts]:
    rows = DutyTask.objects.filter(item__duty_list__in=list_ids).values_list(
        "item_id", "task__state", "task__due_on"
    )
    tasks: defaultdict[int, list[tuple[str, date]]] = defaultdict(list)
    for item_id, state, due_on in rows:
        tasks[item_id].append((state, due_on))
    return {
        item_id: TaskCounts(
            total=len(listed),
            closed=sum(state == Task.State.CLOSED for state, _ in listed),
            late=sum(task_lateness(state, due_on, at) is not None for state, due_on in listed),
        )
        for item_id, listed in tasks.items()
    }
