"""What may be done about supervision: one verb, one function."""

from pingyi.review.supervision.services.escalate import Escalated, escalate_cycle
from pingyi.review.supervision.services.issue_circular import draft_circular, issue_circular
from pingyi.review.supervision.services.look_back import record_look_back

__all__ = ["Escalated", "draft_circular", "escalate_cycle", "issue_circular", "record_look_back"]
