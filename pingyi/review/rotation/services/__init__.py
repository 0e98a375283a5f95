"""What changes turns on site: entering earlier years, and deciding about this one."""

from pingyi.review.rotation.services.add_earlier_year import add_earlier_year
from pingyi.review.rotation.services.decide_turns import decide_turns
from pingyi.review.rotation.services.enter_earlier import (
    EarlierFaulty,
    enter_earlier_turns,
    import_earlier_turns,
)
from pingyi.review.rotation.services.settle_roster import settle_roster

__all__ = [
    "EarlierFaulty",
    "add_earlier_year",
    "decide_turns",
    "enter_earlier_turns",
    "import_earlier_turns",
    "settle_roster",
]
