from pingyi.ledgers.decisions.models.agenda import AgendaItem, Recusal, Statement
from pingyi.ledgers.decisions.models.check_log import CheckLog
from pingyi.ledgers.decisions.models.execution import Execution, ExecutionNote
from pingyi.ledgers.decisions.models.meeting import DecisionMeeting, MinutesSignature, Seat
from pingyi.ledgers.decisions.models.meeting_record import MeetingEvidence, MeetingExcuse, MeetingRecord
from pingyi.ledgers.decisions.models.topic import Talk, Topic, TopicEvidence

__all__ = [
    "AgendaItem",
    "CheckLog",
    "DecisionMeeting",
    "Execution",
    "ExecutionNote",
    "MeetingEvidence",
    "MeetingExcuse",
    "MeetingRecord",
    "MinutesSignature",
    "Recusal",
    "Seat",
    "Statement",
    "Talk",
    "Topic",
    "TopicEvidence",
]
