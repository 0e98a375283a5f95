"""Words for people of what a draw can be and of what stands against it."""

from pingyi.core.words import Words
from pingyi.review.lots.domain.announcement import FEWEST_DIGITS, SourceFault

SOURCE_KINDS = {"witness": Words("某人报的数"), "public": Words("公开的数")}
SOURCE_FAULTS = {
    SourceFault.NO_SOURCE: Words("写明数从哪里来：至少两个人报数，或一个事先定好的公开的数。"),
    SourceFault.ONE_WITNESS: Words("只有一个人报数，他就能选次序。至少两个人，或加一个公开的数。"),
    SourceFault.NAMED_TWICE: Words("同一个来处写了两次。每个来处写一次。"),
    SourceFault.DIGITS: Words("位数写1到18。"),
    SourceFault.TOO_FEW_DIGITS: Words(
        "合计不到{fewest_digits}位数字，太容易猜。加位数，或加一个来处。", fewest_digits=FEWEST_DIGITS
    ),
}
