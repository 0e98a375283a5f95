"""The bar on top of a draw."""

from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.cycles.next_step import Bar
from pingyi.review.lots.queries.lots import MeetingLots

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

FEWEST_SPEAKERS = 2


def bar_of_lot(lots: MeetingLots, cycle: "Cycle", *, may_announce: bool) -> Bar:
    """What comes next in the draw of one meeting; without an address it is done on this page."""
    row, people = lots.newest, len(lots.speakers)
    if lots.is_over:
        return _bar_after(lots, cycle)
    if people < FEWEST_SPEAKERS:
        return Bar(
            Words("先定下谁现场述职，再抽签"),
            Words("现在现场述职的有{people}位，两位以上才用抽签。", people=people),
            reverse("office:turn-list", args=[cycle.pk]) if may_announce else "",
            Words("去定谁现场"),
        )
    if row is None:
        return Bar(
            Words("公布抽签的名单和办法，{people}位", people=people),
            Words("写明谁报数。公布以后名单和办法不能改，先有指纹，再有数。"),
        )
    if not lots.is_same_people:
        return Bar(
            Words("现场述职的人和公布的名单不一样了"),
            Words("写明理由，在下面重新公布。前一次也留着。"),
        )
    if row.drawn is None:
        return Bar(
            Words("当众读出指纹 {spoken}，再报数", spoken=row.spoken),
            Words("各人先把数写在纸上，同时亮出，照着录入。录完一步算出，不能重来。"),
        )
    if lots.is_in_drawn_order and row.confirmation is not None:
        return Bar(
            Words("现场先后已经照抽签排好"),
            Words("可以打印记录，请监督的人签名。"),
            reverse("office:lot-record", args=[cycle.pk, lots.meeting.pk, row.lot.round]),
            Words("看记录、打印"),
        )
    if cycle.state != "draft":
        return Bar(
            Words("次序抽出来了，方案已经封存"),
            Words("要照它排发言先后，先在“封存方案”页写明理由解封，确认后再封存。"),
            reverse("office:cycle-freeze", args=[cycle.pk]) if may_announce else "",
            Words("去解封"),
        )
    return Bar(
        Words("次序抽出来了，确认后成为发言先后") if may_announce else Words("次序抽出来了，等经办人确认"),
        Words("确认以前，名册里的先后没有变。"),
    )


def _bar_after(lots: MeetingLots, cycle: "Cycle") -> Bar:
    """The meeting was held: nothing is drawn any more, a record can be read."""
    title, row = Words("会议已经开过，先后不再抽签"), lots.newest
    if row is None:
        return Bar(title, Words("这场会议没有抽过签，先后是名册里排的。"))
    return Bar(
        title,
        Words("公布、抽签和确认的记录都留着，可以看、可以打印。"),
        reverse("office:lot-record", args=[cycle.pk, lots.meeting.pk, row.lot.round]),
        Words("看记录、打印"),
    )
