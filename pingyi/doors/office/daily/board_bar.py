"""The bar on top of the board: the first step that is left, for whoever looks."""

from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words, listed
from pingyi.doors.office.rectification.bars import Bar
from pingyi.organisations.phrases import ORGANISATION_KINDS
from pingyi.review.daily.queries.board import Board

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


def bar_of_board(
    board: Board, cycle: "Cycle", *, changed: int, has_offer: bool, may_choose: bool, may_hand_over: bool
) -> Bar:
    """Choose, check, calculate, calculate again what `changed`, hand over."""
    if not board.rows:
        return Bar(Words("名册还是空的"), Words("先定述职人员，日常考核按名册来。"))
    if board.missing_kinds:
        return _choose(board, has_offer=has_offer, may_choose=may_choose)
    if board.waiting and may_choose:
        return Bar(
            Words("核对{waiting}条自评", waiting=board.waiting),
            Words("对着佐证看，属实的给分，不实的写明理由少给或者退回。"),
            reverse("office:daily-check-list", args=[cycle.pk]),
            Words("去核对"),
        )
    if board.scored < len(board.rows):
        return Bar(
            Words(
                "算分：还有{left} / {total}位没有分",
                left=len(board.rows) - board.scored,
                total=len(board.rows),
            ),
            Words("台账里的数和核对过的自评合在一起算，每一步都留着。"),
            reverse("office:daily-calculate", args=[cycle.pk]) if may_choose else "",
            Words("现在算"),
            is_post=True,
        )
    if changed and may_choose:
        return Bar(
            Words("重新算：{changed}位算过以后有变动", changed=changed),
            Words("台账或自评变了，算过的分对不上了。以前算的都留着，能对照。"),
            reverse("office:daily-calculate", args=[cycle.pk]),
            Words("重新算"),
            is_post=True,
        )
    if board.has_weight and board.handed < len(board.rows):
        return Bar(
            Words("把{left}位的分交到评议里", left=len(board.rows) - board.handed),
            _before_handing_over(
                board,
                Words("成为“日常考核”那一部分，领导评价不动。")
                if may_hand_over
                else Words("由领导或计票人交。"),
                changed,
            ),
            reverse("office:daily-hand-over", args=[cycle.pk]) if may_hand_over else "",
            Words("交到评议里"),
            is_post=True,
        )
    if not board.has_weight:
        return Bar(
            Words("都算好了，供点评时看"),
            Words("这一轮的规则没有给日常考核权重，不计入得分。台账变了可以重新算。"),
        )
    return _all_handed(changed)


def _all_handed(changed: int) -> Bar:
    if not changed:
        return Bar(Words("都算好、交好了"), Words("台账或自评有变动，重新算一次再交。"))
    return Bar(
        Words("都交了，有{changed}位算过以后有变动", changed=changed), Words("请经办人重新算，再交一次。")
    )


def _before_handing_over(board: Board, effect: str, changed: int) -> str:
    if changed:
        effect = Words(
            "{effect}有{changed}位算过以后台账或自评有变动，先请经办人重新算。",
            effect=effect,
            changed=changed,
        )
    if not board.thin:
        return effect
    return Words(
        "{effect}有{thin}位计入的分不到满分的一半，和别人不好比，交以前先看清。",
        effect=effect,
        thin=board.thin,
    )


def _choose(board: Board, *, has_offer: bool, may_choose: bool) -> Bar:
    kinds = listed([ORGANISATION_KINDS[kind] for kind in board.missing_kinds])
    if not has_offer:
        return Bar(
            Words("先要有一套生效的考核指标"),
            Words("可以从样例开始：五个到位、七个有力。分值由本单位定。"),
            reverse("office:daily-set-list") if may_choose else "",
            Words("去定指标"),
        )
    return Bar(
        Words("选按哪套指标考核：{kinds}", kinds=kinds),
        Words("按单位的类别选。有人自评或算过分以后，这一轮就不能换了。"),
        "#choose" if may_choose else "",
        Words("在下面选"),
    )
