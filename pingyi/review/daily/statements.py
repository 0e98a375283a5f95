"""What the database itself insists on where a CHECK cannot see it."""

from pingyi.core.tables import RunStatements
from pingyi.core.triggers import refuse_changes, refuse_where

_SET, _ROW, _CHOSEN = (f"daily_{name}" for name in ("indicatorset", "dailyindicator", "chosenset"))
_SELF, _FILE = "daily_selfassessment", "daily_selfevidence"
_SCORE, _HANDED = "daily_dailyscore", "daily_handedover"
_SET_STATE = f"(SELECT s.state FROM {_SET} s WHERE s.id = {{}}.indicator_set_id)"  # noqa: S608 - names of tables
_OWN_STATE = f"(SELECT a.state FROM {_SELF} a WHERE a.id = {{}}.assessment_id)"  # noqa: S608
_MOST = f"(SELECT i.claimed_{{part}} FROM {_ROW} i WHERE i.id = NEW.indicator_id)"  # noqa: S608
_ABOVE = (
    f"NEW.asked_numerator * {_MOST.format(part='denominator')} > "
    f"{_MOST.format(part='numerator')} * NEW.asked_denominator"
)
_NO_ROW = f"NOT EXISTS (SELECT 1 FROM {_ROW} i WHERE i.indicator_set_id = NEW.id)"  # noqa: S608
_NO_FILE = f"NOT EXISTS (SELECT 1 FROM {_FILE} e WHERE e.assessment_id = NEW.id)"  # noqa: S608
_BROUGHT_IT = (
    f"EXISTS (SELECT 1 FROM {_FILE} e "  # noqa: S608
    "WHERE e.assessment_id = NEW.id AND e.recorded_by_id = NEW.checked_by_id)"
)


def protect_daily() -> list[RunStatements]:
    """All triggers of this app."""
    return [*_sets(), *_assessments(), refuse_changes(_SCORE), refuse_changes(_HANDED)]


def _sets() -> list[RunStatements]:
    return [
        refuse_where(
            _SET,
            "indicator_set_begins_as_a_draft",
            "INSERT",
            wrong="NEW.state <> 'draft'",
            message="an indicator set begins as a draft",
        ),
        *(
            refuse_where(
                _SET,
                f"indicator_set_in_force_stays_{verb.lower()}",
                verb,
                wrong="OLD.state <> 'draft'",
                message="an indicator set in force never changes, a change is a new version",
            )
            for verb in ("UPDATE", "DELETE")
        ),
        refuse_where(
            _SET,
            "indicator_set_in_force_has_rows",
            "UPDATE",
            wrong=f"NEW.state = 'in_force' AND {_NO_ROW}",
            message="an indicator set in force has indicators",
        ),
        *(
            refuse_where(
                _ROW,
                f"daily_indicator_in_force_stays_{verb.lower()}",
                verb,
                wrong=f"{_SET_STATE.format(row)} <> 'draft'",
                message="indicators of a set in force never change",
            )
            for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
        ),
        *(
            refuse_where(
                _CHOSEN,
                f"chosen_set_in_force_{verb.lower()}",
                verb,
                wrong=f"{_SET_STATE.format('NEW')} <> 'in_force'",
                message="a review goes by an indicator set in force",
            )
            for verb in ("INSERT", "UPDATE")
        ),
    ]


def _assessments() -> list[RunStatements]:
    return [
        *(
            refuse_where(
                _SELF,
                f"self_assessment_asks_no_more_{verb.lower()}",
                verb,
                wrong=_ABOVE,
                message="a self-assessment asks for no more points than there are",
            )
            for verb in ("INSERT", "UPDATE")
        ),
        refuse_where(
            _SELF,
            "self_assessment_begins_as_a_draft",
            "INSERT",
            wrong="NEW.state <> 'draft'",
            message="a self-assessment begins as a draft",
        ),
        refuse_where(
            _SELF,
            "self_assessment_submitted_with_evidence",
            "UPDATE",
            wrong=f"NEW.state IN ('submitted', 'checked') AND NEW.asked_numerator > 0 AND {_NO_FILE}",
            message="points are asked for with evidence",
        ),
        refuse_where(
            _SELF,
            "self_assessment_finds_no_more",
            "UPDATE",
            wrong=(
                "NEW.found_numerator IS NOT NULL AND "
                "NEW.found_numerator * NEW.asked_denominator > NEW.asked_numerator * NEW.found_denominator"
            ),
            message="a checker gives no more points than were asked for",
        ),
        refuse_where(
            _SELF,
            "self_assessment_lower_points_with_reason",
            "UPDATE",
            wrong=(
                "NEW.found_numerator IS NOT NULL AND NEW.check_reason = '' AND "
                "NEW.found_numerator * NEW.asked_denominator <> NEW.asked_numerator * NEW.found_denominator"
            ),
            message="points lower than asked for have a reason",
        ),
        refuse_where(
            _SELF,
            "self_assessment_checked_by_a_stranger",
            "UPDATE",
            wrong=f"NEW.checked_by_id IS NOT NULL AND NEW.state = 'checked' AND {_BROUGHT_IT}",
            message="who brought evidence does not check it",
        ),
        *(
            refuse_where(
                _FILE,
                f"self_evidence_while_open_{verb.lower()}",
                verb,
                wrong=f"{_OWN_STATE.format(row)} NOT IN ('draft', 'returned')",
                message="evidence changes only while the self-assessment is open",
            )
            for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
        ),
    ]
