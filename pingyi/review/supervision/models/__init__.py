from pingyi.review.supervision.models.circular import SupervisionCircular
from pingyi.review.supervision.models.escalation import EscalationStep
from pingyi.review.supervision.models.look_back import LookBack

__all__ = ["EscalationStep", "LookBack", "SupervisionCircular"]
