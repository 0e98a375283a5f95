"""The bar of the next step on the page of a news item."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words, listed
from pingyi.publishing.domain.reviewing.steps import STEPS, Kind, Step
from pingyi.publishing.phrases import STEP_WORDS

if TYPE_CHECKING:
    from pingyi.publishing.models import NewsItem, NewsPart
    from pingyi.publishing.services.news.turns import Turn


@dataclass(frozen=True)
class Bar:
    """`act` is what the button does: readers, hand-in, sign, publish; "" for none."""

    title: str
    effect: str
    act: str = ""
    button: str = ""


def bar_of(
    item: "NewsItem", parts: "dict[Step, NewsPart]", turn: "Turn | None", *, is_own_turn: bool, is_clerk: bool
) -> Bar:
    if item.state == "published":
        return Bar(Words("已经发布"), Words("要更正，写明原因退回起草，再走一遍三审三校。"))
    if item.state == "draft":
        return _of_draft(parts, is_clerk=is_clerk)
    if turn is None:
        title = Words("六次签名都有了，可以发布")
        effect = Words("发布的就是终审、三校签过的这一版；改一个字都要重签。")
        return Bar(title, effect, "publish" if is_clerk else "", Words("记为已发布"))
    word = listed([STEP_WORDS[Step(Kind(part.kind), part.level)] for part in turn.parts])
    if is_own_turn:
        return Bar(
            Words("轮到您{step}", step=word),
            Words("看过列出的地方，该改的先改，再签。签的是现在这一版。"),
            "sign",
            Words("签{step}", step=word),
        )
    name = turn.parts[0].account.display_name
    return Bar(Words("等{name}{step}", name=name, step=word), Words("签完自动通知下一位。"))


def _of_draft(parts: "dict[Step, NewsPart]", *, is_clerk: bool) -> Bar:
    missing = [STEP_WORDS[step] for step in STEPS if step not in parts]
    if not is_clerk:
        return Bar(Words("经办人正在起草"), Words("送审以后轮到谁，谁会收到通知。"))
    if missing:
        return Bar(
            Words("指定审校的人"),
            Words("还差{steps}。都定了才能送审。", steps=listed(missing)),
            "readers",
            Words("去指定"),
        )
    return Bar(
        Words("改好了就送审"),
        Words("按初审、一校、复审、二校、终审、三校的次序走。"),
        "hand-in",
        Words("送审"),
    )
