"""What the database itself insists on where a CHECK cannot see it: evidence, the second person, the approved plan."""

from pingyi.core.tables import RunStatements
from pingyi.core.triggers import refuse_changes, refuse_where

_PROBLEM, _TASK, _MEASURE, _EVIDENCE, _NOTE = (
    f"rectification_{name}" for name in ("problemitem", "task", "taskmeasure", "evidence", "tasknote")
)
_HAS_OPEN_TASK = f"EXISTS (SELECT 1 FROM {_TASK} t WHERE t.problem_id = NEW.id AND t.state <> 'closed')"  # noqa: S608
_HAS_MEASURE = f"EXISTS (SELECT 1 FROM {_MEASURE} m WHERE m.task_id = NEW.id)"  # noqa: S608 - names of tables
_HAS_EVIDENCE = (
    f"EXISTS (SELECT 1 FROM {_EVIDENCE} e WHERE e.task_id = NEW.id "  # noqa: S608
    "AND (NEW.reopened_at IS NULL OR e.recorded_at >= NEW.reopened_at))"
)
_HAS_WORKED = (
    f"(EXISTS (SELECT 1 FROM {_EVIDENCE} e WHERE e.task_id = NEW.id AND e.recorded_by_id = NEW.closed_by_id) "  # noqa: S608
    f"OR EXISTS (SELECT 1 FROM {_NOTE} n WHERE n.task_id = NEW.id AND n.written_by_id = NEW.closed_by_id "
    "AND n.kind IN ('progress', 'submitted')))"
)


def protect_closing() -> list[RunStatements]:
    """Triggers for SQLite and PostgreSQL alike. Each is tried in the tests by writing past the services."""
    return [
        refuse_where(
            _TASK,
            "task_begins_open",
            "INSERT",
            wrong="NEW.state <> 'open' OR NEW.plan_state NOT IN ('proposed', 'returned')",
            message="a task begins open, its plan not yet approved",
        ),
        refuse_where(
            _TASK,
            "task_plan_with_measures",
            "UPDATE",
            wrong=f"NEW.plan_state = 'approved' AND OLD.plan_state <> 'approved' AND NOT {_HAS_MEASURE}",
            message="a plan without a measure cannot be approved",
        ),
        refuse_where(
            _TASK,
            "task_closed_with_evidence",
            "UPDATE",
            wrong=f"NEW.state = 'closed' AND OLD.state <> 'closed' AND NOT {_HAS_EVIDENCE}",
            message="a task is closed out with evidence",
        ),
        refuse_where(
            _TASK,
            "task_closed_by_an_outsider",
            "UPDATE",
            wrong=f"NEW.state = 'closed' AND {_HAS_WORKED}",
            message="a task is closed out by somebody who had no hand in it",
        ),
        # So whatever is not closed out has a problem that is open, and every open problem is in next year's plan.
        refuse_where(
            _PROBLEM,
            "problem_closed_with_its_tasks",
            "UPDATE",
            wrong=f"NEW.state = 'closed' AND OLD.state <> 'closed' AND {_HAS_OPEN_TASK}",
            message="a problem is struck off when all its tasks are closed out",
        ),
        *_held_while_closed(),
        *_held_while_approved(),
        refuse_changes(_NOTE),
    ]


def _held_while_closed() -> list[RunStatements]:
    """Evidence of a task that is closed out is neither taken away nor changed nor added to."""
    closed = f"(SELECT t.state FROM {_TASK} t WHERE t.id = {{}}.task_id) = 'closed'"  # noqa: S608
    rows = {
        "INSERT": closed.format("NEW"),
        "UPDATE": f"{closed.format('OLD')} OR {closed.format('NEW')}",
        "DELETE": closed.format("OLD"),
    }
    return [
        refuse_where(
            _EVIDENCE,
            f"evidence_held_{verb.lower()}",
            verb,
            wrong=wrong,
            message="evidence of a closed task stays as it is",
        )
        for verb, wrong in rows.items()
    ]


def _held_while_approved() -> list[RunStatements]:
    """Measures of an approved plan stay: who changes them has the plan approved again."""
    approved = f"(SELECT t.plan_state FROM {_TASK} t WHERE t.id = {{}}.task_id) = 'approved'"  # noqa: S608
    rows = {"INSERT": "NEW", "UPDATE": "OLD", "DELETE": "OLD"}
    return [
        refuse_where(
            _MEASURE,
            f"measure_held_{verb.lower()}",
            verb,
            wrong=approved.format(row),
            message="measures of an approved plan stay as they are",
        )
        for verb, row in rows.items()
    ]
