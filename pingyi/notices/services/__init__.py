"""What may be done with notices: one verb, one function."""

from pingyi.notices.services.give_notices import Draft, Given, give_notices
from pingyi.notices.services.mark_read import mark_all_read, mark_read
from pingyi.notices.services.send_again import send_again
from pingyi.notices.services.tell_groups import GroupWord, tell_groups
from pingyi.notices.services.webhooks import add_webhook, call_again, remove_webhook, try_webhook

__all__ = [
    "Draft",
    "Given",
    "GroupWord",
    "add_webhook",
    "call_again",
    "give_notices",
    "mark_all_read",
    "mark_read",
    "remove_webhook",
    "send_again",
    "tell_groups",
    "try_webhook",
]
