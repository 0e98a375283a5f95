from pingyi.ledgers.orglife.models.activity import Activity, ActivityEvidence, Attendance
from pingyi.ledgers.orglife.models.excuse import Excuse
from pingyi.ledgers.orglife.models.member import Member

__all__ = ["Activity", "ActivityEvidence", "Attendance", "Excuse", "Member"]
