"""Messages to group chats (群机器人): which kinds of receivers there are, and what may ever be told there."""

from datetime import timedelta
from enum import StrEnum

from pingyi.core.words import Words


class HookKind(StrEnum):
    """`OTHER` is a receiver of one's own, which checks our signature in the headers."""

    WECOM = "wecom"
    DINGTALK = "dingtalk"
    OTHER = "other"


class HookTopic(StrEnum):
    """All that is ever told to a group. The list is closed: nothing of a ballot, a score or a grade is on it."""

    OVERDUE = "overdue"
    CIRCULAR = "circular"
    LOOK_BACK = "look_back"
    TRIAL = "trial"


class CallState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


MOST_CALLS = 6
CALL_LOST_AFTER = timedelta(minutes=10)
CALL_LOST_WORDS = Words("发到一半服务器停了，不知道到没到。请看一看群里，没有再发一次。")
# Both bots take 20 messages a minute; the rest waits for the next round.
MOST_IN_A_ROUND = 15


def pause_after_call(attempts: int) -> timedelta:
    """How long to wait before the next try: 1, 2, 4, 8, 16 minutes."""
    return timedelta(minutes=2 ** (attempts - 1))
