"""What the database itself insists on where a CHECK cannot see it: the order of stages, a list in force."""

from pingyi.core.tables import RunStatements
from pingyi.core.triggers import refuse_changes, refuse_gaps, refuse_where

_LIST, _ITEM, _NOTE, _MOVE = (f"duties_{name}" for name in ("dutylist", "dutyitem", "dutynote", "stagemove"))
_HAS_GAP = (
    f"EXISTS (SELECT 1 FROM {_ITEM} i WHERE i.duty_list_id = NEW.id "  # noqa: S608 - names of tables
    "AND (i.due_on IS NULL OR i.responsible_id IS NULL))"
)
_IN_FORCE = f"(SELECT l.state FROM {_LIST} l WHERE l.id = {{}}.duty_list_id) = 'issued'"  # noqa: S608
_STANDS_AT = (
    f"COALESCE((SELECT m.to_stage FROM {_MOVE} m WHERE m.item_id = NEW.item_id ORDER BY m.number DESC LIMIT 1), "  # noqa: S608
    f"(SELECT i.stage_at_start FROM {_ITEM} i WHERE i.id = NEW.item_id))"
)
_IS_PROJECT_IN_FORCE = (
    f"EXISTS (SELECT 1 FROM {_ITEM} i JOIN {_LIST} l ON l.id = i.duty_list_id WHERE i.id = NEW.item_id "  # noqa: S608
    "AND i.part = 'project' AND l.state = 'issued' AND i.dropped_at IS NULL)"
)


def protect_lists() -> list[RunStatements]:
    """All triggers of this app."""
    return [
        *_held_in_force(),
        refuse_gaps(_MOVE, owner="item_id", owner_table=_ITEM, start="0"),
        refuse_where(
            _MOVE,
            "stage_move_in_order",
            "INSERT",
            wrong=f"NOT {_IS_PROJECT_IN_FORCE} OR NEW.from_stage <> {_STANDS_AT}",
            message="a stage begins where the project stands, on a list in force",
        ),
        refuse_changes(_MOVE),
        refuse_changes(_NOTE),
    ]


def _held_in_force() -> list[RunStatements]:
    return [
        refuse_where(
            _LIST,
            "duty_list_begins_as_a_draft",
            "INSERT",
            wrong="NEW.state <> 'draft'",
            message="a responsibility list begins as a draft",
        ),
        refuse_where(
            _LIST,
            "duty_list_issued_whole",
            "UPDATE",
            wrong=f"(NEW.state = 'issued' AND {_HAS_GAP}) OR (OLD.state = 'issued' AND NEW.state <> 'issued')",
            message="a list is issued whole and stays issued",
        ),
        refuse_where(
            _LIST,
            "duty_list_in_force_stays",
            "DELETE",
            wrong="OLD.state = 'issued'",
            message="a list in force stays",
        ),
        refuse_where(
            _ITEM,
            "duty_item_in_force_stays",
            "DELETE",
            wrong=_IN_FORCE.format("OLD"),
            message="an entry of a list in force stays, it may be dropped with a reason",
        ),
        refuse_where(
            _ITEM,
            "duty_item_begins_open",
            "INSERT",
            wrong="NEW.state <> 'open' OR NEW.dropped_at IS NOT NULL",
            message="an entry begins open",
        ),
        *(
            refuse_where(
                _ITEM,
                f"duty_item_whole_in_force_{verb.lower()}",
                verb,
                wrong=f"(NEW.due_on IS NULL OR NEW.responsible_id IS NULL) AND {_IN_FORCE.format('NEW')}",
                message="an entry of a list in force has a deadline and a responsible person",
            )
            for verb in ("INSERT", "UPDATE")
        ),
        refuse_where(
            _ITEM,
            "duty_item_reported_in_force",
            "UPDATE",
            wrong=f"(NEW.state <> 'open' OR NEW.dropped_at IS NOT NULL) AND NOT {_IN_FORCE.format('NEW')}",
            message="only an entry of a list in force is reported or dropped",
        ),
    ]
