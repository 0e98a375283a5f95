"""What may be done about supervision: one verb, one function."""

from pingyi.review.supervision.services.escalate import Escalated, escalate_cycle
from pingyi.review.supervision.services.look_back import record_look_back

__all__ = ["Escalated", "escalate_cycle", "record_look_back"]
