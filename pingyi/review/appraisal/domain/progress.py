"""Where a review stands on its line, from the imported organisations to the last closed task, and the next step.

Facts in, steps out: no step is ticked by hand, each is read off what is really there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """述前、述中、述后."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class StepState(StrEnum):
    DONE = "done"
    CURRENT = "current"
    WAITING = "waiting"


class StepCode(StrEnum):
    ORGANISATIONS = "organisations"
    PLAN = "plan"
    REPORTERS = "reporters"
    CLASSES = "classes"
    SETTINGS = "settings"
    FREEZE = "freeze"
    REPORTS_IN = "reports_in"
    REPORTS_ACCEPTED = "reports_accepted"
    PRINTED = "printed"
    AGENDA = "agenda"
    CHECK_IN = "check_in"
    COMMENTS = "comments"
    OPENED = "opened"
    CLOSED = "closed"
    COUNTED = "counted"
    SNAPSHOT = "snapshot"
    DECIDED = "decided"
    LETTERS = "letters"
    CLAIMED = "claimed"
    TASKS = "tasks"
    CLOSED_OUT = "closed_out"


@dataclass(frozen=True)
class PlanGap:
    """What a page of the plan still lacks before freezing, and how to close it."""

    page: str
    words: str
    remedy: str


@dataclass(frozen=True)
class Facts:
    """What is really there, counted. Counts of a step come with what they are counted against."""

    organisations: int = 0
    gaps: Sequence[PlanGap] = ()
    is_frozen: bool = False
    meetings: int = 0
    has_meeting_day_come: bool = False
    reporters: int = 0
    on_site: int = 0
    voted_on: int = 0
    voters: int = 0
    reports_in: int = 0
    reports_accepted: int = 0
    boxes: int = 0
    boxes_printed: int = 0
    agendas: int = 0
    sittings_begun: int = 0
    arrived: int = 0
    comments_finished: int = 0
    votings_opened: int = 0
    votings_closed: int = 0
    votings_counted: int = 0
    snapshots: int = 0
    decisions: int = 0
    letters: int = 0
    problems: int = 0
    problems_answered: int = 0
    problems_claimed: int = 0
    problems_with_tasks: int = 0
    problems_settled: int = 0
    # What waits for the clerk: problems whose organisation says that they are not its own, plans, hand-ins to check.
    problems_contested: int = 0
    plans_to_approve: int = 0
    tasks_late: int = 0
    tasks_to_check: int = 0

    @property
    def reports_waiting(self) -> int:
        """Handed in and not yet accepted."""
        return self.reports_in - self.reports_accepted

    def gaps_on(self, page: str) -> list[PlanGap]:
        return [gap for gap in self.gaps if gap.page == page]


@dataclass(frozen=True)
class Step:
    """One step as a page shows it: how far it is, and who takes it."""

    code: StepCode
    phase: Phase
    state: StepState
    roles: frozenset[str]
    part: int | None = None
    whole: int | None = None
    # Current, but the move is somebody else's: nothing has arrived that could be worked on.
    is_idle: bool = False


@dataclass(frozen=True)
class NextStep:
    """The one next step; `is_yours` is false where somebody else has to take it first."""

    step: Step
    is_yours: bool


@dataclass(frozen=True)
class _Rule:
    code: StepCode
    phase: Phase
    roles: tuple[str, ...]
    needs: tuple[StepCode, ...]
    is_done: Callable[[Facts], bool]
    count: Callable[[Facts], tuple[int, int]] | None = None
    # What there must be some of before the step makes sense, beyond the steps before it.
    has_matter: Callable[[Facts], int] = lambda facts: 1
    is_idle: Callable[[Facts], bool] = lambda facts: False


def steps_of(facts: Facts) -> list[Step]:
    """All steps in order. A step is current when it is not done and all that it needs is."""
    done = {rule.code for rule in _RULES if rule.is_done(facts)}
    return [_step(rule, facts, done) for rule in _RULES]


def next_step(facts: Facts, steps: Sequence[Step], roles: Iterable[str]) -> NextStep | None:
    """The first current step of the phase that has come which these roles take; else what others must do first.

    What was left undone in an earlier phase waits until the present one has nothing to do. Nobody is sent to a
    step where nothing has arrived yet, unless nothing else is left. None: all is done.
    """
    mine = frozenset(roles)
    current = [step for step in steps if step.state is StepState.CURRENT]
    order = list(Phase)
    here = order.index(_phase_now(facts))
    by_urgency = sorted(current, key=lambda step: order.index(step.phase) < here)
    for step in by_urgency:
        if not step.roles.isdisjoint(mine) and not step.is_idle:
            return NextStep(step, is_yours=True)
    if not by_urgency:
        return None
    first = by_urgency[0]
    return NextStep(first, is_yours=not first.roles.isdisjoint(mine))


def _phase_now(facts: Facts) -> Phase:
    if facts.meetings and facts.votings_counted == facts.meetings:
        return Phase.AFTER
    has_begun = facts.sittings_begun > 0 or facts.votings_opened > 0
    if has_begun or (facts.has_meeting_day_come and facts.agendas > 0):
        return Phase.DURING
    return Phase.BEFORE


def _step(rule: _Rule, facts: Facts, done: set[StepCode]) -> Step:
    if rule.code in done:
        state = StepState.DONE
    else:
        can_begin = done.issuperset(rule.needs) and rule.has_matter(facts) > 0
        state = StepState.CURRENT if can_begin else StepState.WAITING
    part, whole = rule.count(facts) if rule.count else (None, None)
    return Step(rule.code, rule.phase, state, frozenset(rule.roles), part, whole, rule.is_idle(facts))


def _all_of(count: Callable[[Facts], tuple[int, int]]) -> Callable[[Facts], bool]:
    """Done when there is something to do and all of it is."""

    def is_done(facts: Facts) -> bool:
        part, whole = count(facts)
        return 0 < whole <= part

    return is_done


def _no_gap_on(page: str) -> Callable[[Facts], bool]:
    return lambda facts: facts.is_frozen or (facts.meetings > 0 and not facts.gaps_on(page))


def _counted(
    code: StepCode,
    phase: Phase,
    roles: tuple[str, ...],
    needs: tuple[StepCode, ...],
    count: Callable[[Facts], tuple[int, int]],
    has_matter: Callable[[Facts], int] = lambda facts: 1,
) -> _Rule:
    return _Rule(code, phase, roles, needs, _all_of(count), count, has_matter)


_CLERK = ("clerk",)
_DESK = ("counter", "scrutineer")
_BEFORE, _DURING, _AFTER = Phase.BEFORE, Phase.DURING, Phase.AFTER
_C = StepCode

_RULES = (
    _Rule(_C.ORGANISATIONS, _BEFORE, _CLERK, (), lambda f: f.organisations > 1),
    _Rule(_C.PLAN, _BEFORE, _CLERK, (_C.ORGANISATIONS,), _no_gap_on("plan")),
    _Rule(_C.REPORTERS, _BEFORE, _CLERK, (_C.PLAN,), _no_gap_on("reporters")),
    _Rule(_C.CLASSES, _BEFORE, _CLERK, (_C.PLAN,), _no_gap_on("classes")),
    _Rule(_C.SETTINGS, _BEFORE, _CLERK, (_C.PLAN,), _no_gap_on("settings")),
    _Rule(
        _C.FREEZE,
        _BEFORE,
        _CLERK,
        (_C.PLAN, _C.REPORTERS, _C.CLASSES, _C.SETTINGS),
        lambda f: f.is_frozen,
    ),
    _counted(
        _C.REPORTS_IN, _BEFORE, ("clerk", "secretary"), (_C.FREEZE,), lambda f: (f.reports_in, f.reporters)
    ),
    _counted(_C.REPORTS_ACCEPTED, _BEFORE, _CLERK, (_C.FREEZE,), lambda f: (f.reports_accepted, f.reporters)),
    _counted(_C.PRINTED, _BEFORE, _CLERK, (_C.FREEZE,), lambda f: (f.boxes_printed, f.boxes)),
    _counted(_C.AGENDA, _BEFORE, _CLERK, (_C.FREEZE,), lambda f: (f.agendas, f.meetings)),
    _Rule(
        _C.CHECK_IN,
        _DURING,
        ("clerk", "counter"),
        (_C.AGENDA,),
        lambda f: 0 < f.meetings <= f.sittings_begun,
        lambda f: (f.arrived, f.voters),
    ),
    _counted(_C.COMMENTS, _DURING, _CLERK, (_C.CHECK_IN,), lambda f: (f.comments_finished, f.on_site)),
    _counted(
        _C.OPENED,
        _DURING,
        ("scrutineer",),
        (_C.CHECK_IN, _C.PRINTED),
        lambda f: (f.votings_opened, f.meetings),
    ),
    _counted(_C.CLOSED, _DURING, ("scrutineer",), (_C.OPENED,), lambda f: (f.votings_closed, f.meetings)),
    _counted(_C.COUNTED, _DURING, _DESK, (_C.CLOSED,), lambda f: (f.votings_counted, f.meetings)),
    _Rule(_C.SNAPSHOT, _AFTER, ("leader", *_DESK), (_C.COUNTED,), lambda f: 0 < f.meetings <= f.snapshots),
    _counted(_C.DECIDED, _AFTER, ("leader",), (_C.SNAPSHOT,), lambda f: (f.decisions, f.voted_on)),
    _counted(_C.LETTERS, _AFTER, _CLERK, (_C.DECIDED,), lambda f: (f.letters, f.reporters)),
    _counted(
        _C.CLAIMED,
        _AFTER,
        ("secretary",),
        (_C.CHECK_IN,),
        lambda f: (f.problems_answered, f.problems),
        lambda f: f.problems,
    ),
    _Rule(
        _C.TASKS,
        _AFTER,
        ("secretary",),
        (_C.CHECK_IN,),
        lambda f: f.problems_answered == f.problems and 0 < f.problems_claimed <= f.problems_with_tasks,
        lambda f: (f.problems_with_tasks, f.problems_claimed),
        lambda f: f.problems_claimed,
    ),
    _Rule(
        _C.CLOSED_OUT,
        _AFTER,
        _CLERK,
        (_C.CHECK_IN,),
        _all_of(lambda f: (f.problems_settled, f.problems)),
        lambda f: (f.problems_settled, f.problems),
        lambda f: f.problems_with_tasks + f.problems_contested,
        is_idle=lambda f: not f.problems_contested and not f.plans_to_approve and not f.tasks_to_check,
    ),
)
