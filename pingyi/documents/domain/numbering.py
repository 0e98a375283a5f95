"""Numbers of headings and of attachments: 一、（一）1.（1）, counted from the order of the blocks."""

from collections.abc import Iterable, Iterator

from pingyi.documents.domain.tree import Block, Heading

_DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """1 to 99 as it stands before a heading: 一, 十, 十一, 二十."""
    if not 1 <= number <= 99:
        raise ValueError(f"{number} is not between 1 and 99")
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return ten + (_DIGITS[ones] if ones else "")


def heading_number(level: int, number: int) -> str:
    """The mark of the n-th heading of a level."""
    return {
        1: lambda: f"{in_chinese(number)}、",
        2: lambda: f"（{in_chinese(number)}）",
        3: lambda: f"{number}.",
        4: lambda: f"（{number}）",
    }[level]()


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Every block with its heading number, "" for what is no heading. A higher heading starts the lower ones again."""
    counts = [0, 0, 0, 0]
    for block in blocks:
        if not isinstance(block, Heading) or not block.is_numbered:
            yield block, ""
            continue
        counts[block.level - 1] += 1
        counts[block.level :] = [0] * (4 - block.level)
        yield block, heading_number(block.level, counts[block.level - 1])


def attachment_lines(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Lead and name of each line of the attachment note. A single attachment carries no number."""
    if len(names) == 1:
        return [("附件：", names[0])]
    return [(f"附件：{n}." if n == 1 else f"{n}.", name) for n, name in enumerate(names, start=1)]
