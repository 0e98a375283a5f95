"""What may be done with notices: one verb, one function."""

from pingyi.notices.services.give_notices import Draft, Given, give_notices
from pingyi.notices.services.mark_read import mark_all_read, mark_read
from pingyi.notices.services.send_again import send_again

__all__ = ["Draft", "Given", "give_notices", "mark_all_read", "mark_read", "send_again"]
