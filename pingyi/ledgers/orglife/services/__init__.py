"""What changes organisational life: activities, reasons for what was missed, members."""

from pingyi.ledgers.orglife.services.activity_content import ActivityContent, Seat
from pingyi.ledgers.orglife.services.evidence import add_activity_evidence
from pingyi.ledgers.orglife.services.excuse import excuse_miss
from pingyi.ledgers.orglife.services.keep_member import keep_member
from pingyi.ledgers.orglife.services.write_activity import record_activity, remove_draft, revise_activity

__all__ = [
    "ActivityContent",
    "Seat",
    "add_activity_evidence",
    "excuse_miss",
    "keep_member",
    "record_activity",
    "remove_draft",
    "revise_activity",
]
