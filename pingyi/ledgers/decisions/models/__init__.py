from pingyi.ledgers.decisions.models.agenda import AgendaItem, Recusal, Statement
from pingyi.ledgers.decisions.models.check_log import CheckLog
from pingyi.ledgers.decisions.models.execution import Execution, ExecutionNote
from pingyi.ledgers.decisions.models.meeting import DecisionMeeting, MinutesSignature, Seat
from pingyi.ledgers.decisions.models.topic import Talk, Topic

__all__ = [
    "AgendaItem",
    "CheckLog",
    "DecisionMeeting",
    "Execution",
    "ExecutionNote",
    "MinutesSignature",
    "Recusal",
    "Seat",
    "Statement",
    "Talk",
    "Topic",
]
