"""What the database itself refuses for the records of any ledger. A ledger puts these steps into its migration."""

from pingyi.core.tables import RunStatements
from pingyi.core.triggers import refuse_where


def guard_records(table: str) -> list[RunStatements]:
    """Only drafts go away; a confirmed record does not change but by being returned, and stays what it was then."""
    is_same = (
        "OLD.happened_on = NEW.happened_on AND OLD.organisation_id = NEW.organisation_id "
        "AND OLD.recorded_at = NEW.recorded_at"
    )
    return [
        refuse_where(
            table,
            f"{table}_only_drafts_go",
            "DELETE",
            wrong="OLD.state <> 'draft'",
            message=f"{table}: only drafts are removed",
        ),
        refuse_where(
            table,
            f"{table}_confirmed_stays",
            "UPDATE",
            wrong=f"OLD.state = 'confirmed' AND (NEW.state <> 'returned' OR NOT ({is_same}))",
            message=f"{table}: a confirmed record does not change",
        ),
    ]
