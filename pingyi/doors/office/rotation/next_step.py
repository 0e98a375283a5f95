"""The bar on top of the turns: what is missing for a sound proposal, or who is to be decided."""

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.cycles.next_step import Bar
from pingyi.review.rotation.queries.board import TurnBoard


def bar_of_turns(board: TurnBoard, *, may_edit: bool) -> Bar:
    """One next step; without an address it is done on this page."""
    cycle = board.cycle
    rotation = board.rotation
    if not may_edit:
        state = Words("方案已经封存") if cycle.state != "draft" else Words("由经办人定")
        return Bar(
            Words("{state}，这里只看", state=state),
            Words("现场{on_site} / {rows}位。", on_site=board.on_site, rows=len(board.rows)),
        )
    if not board.rows:
        return Bar(
            Words("名册还是空的，先提出名册"),
            Words("名册上有谁，这里就排谁。"),
            reverse("office:reporter-list", args=[cycle.pk]),
            Words("去提出名册"),
        )
    if not board.is_decided and rotation.has_nothing_to_go_by:
        return Bar(
            Words("先定一年现场几位，系统才排得出建议"),
            Words(
                "一年现场几位没有定，{unknown} / {rows}位没有登记任期，算不出最迟哪年。定了几位，建议就有了。",
                unknown=len(rotation.without_deadline),
                rows=len(board.rows),
            ),
            f"{reverse('office:setting-list', args=[cycle.pk])}#on_site_places",
            Words("去定规则"),
        )
    if not board.is_decided:
        return Bar(
            Words("看过理由，定下今年现场的{proposed}位", proposed=len(rotation.proposed)),
            Words("建议由规则和以往记录算出；改动的写一句理由。定了以后名册跟着变，先后再排。"),
        )
    if board.without_reason:
        return Bar(
            Words("名册上有{without_reason}位和建议不同，没有写理由", without_reason=board.without_reason),
            Words("补写理由，或改回建议，再定一次。"),
        )
    return Bar(
        Words("今年现场的{on_site}位定了，下一步排先后", on_site=board.on_site),
        Words("抽签，或直接在名册里排。要改谁现场，改了再定一次，前一次也留着。"),
        reverse("office:lot-list", args=[cycle.pk]),
        Words("去抽签"),
    )
