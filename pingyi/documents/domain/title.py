"""Breaking a long title where a reader would."""

from fractions import Fraction

from pingyi.documents.domain.signature import width_of

# A line may end after these words.
JOINTS = (
    *("关于", "年度", "党委", "党总支", "党支部", "委员会", "组织部", "书记", "工作", "评议", "考核"),
    *("问题", "整改", "的", "）", "、"),
)
# and never before these.
_GLUED = ("工作", "考核", "会", "意见", "的", "）", "》", "”", "、", "，", "。")


def break_title(text: str, width: int) -> str:
    """The title in as few lines of `width` characters as it needs, broken after a whole word and evenly.

    A text without such a place is broken where the line is full. Breaks that are already there are kept.
    """
    return "\n".join(_break_line(line, Fraction(width)) for line in text.split("\n"))


def _break_line(text: str, width: Fraction) -> str:
    total = width_of(text)
    if total <= width:
        return text
    lines_needed = -(-total // width)
    wanted = total / lines_needed
    places = [place for place in range(2, len(text) - 1) if _ends_word(text, place)]
    fitting = [place for place in places if width_of(text[:place]) <= width]
    fitting = fitting or [place for place in range(1, len(text)) if width_of(text[:place]) <= width][-1:]
    # On a tie the upper line is the longer one.
    best = min(fitting, key=lambda place: (abs(width_of(text[:place]) - wanted), -place))
    return text[:best] + "\n" + _break_line(text[best:], width)


def _ends_word(text: str, place: int) -> bool:
    """A word ends here and what follows does not belong to it."""
    return text[:place].endswith(JOINTS) and not text.startswith(_GLUED, place)
