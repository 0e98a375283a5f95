"""Changing the order of an agenda while the meeting runs. What has begun keeps its place."""

from collections.abc import Sequence

from pingyi.review.meetings.domain.agenda import (
    AgendaFaultError,
    ItemKind,
    ItemState,
    Line,
    OrderFault,
    line_of,
    order_fault,
)


def move(lines: Sequence[Line], item_id: int, places: int) -> list[Line]:
    """The agenda with this waiting item one step earlier (-1) or later (+1).

    A report and the comment that follows it move as one; a comment alone moves past single items.
    """
    item = line_of(lines, item_id)
    waiting = [line for line in lines if line.is_open]
    blocks = _blocks(waiting, is_paired=item.kind != ItemKind.COMMENT)
    place = next((at for at, block in enumerate(blocks) if item in block), None)
    target = None if place is None else place + places
    if place is None or target is None or not 0 <= target < len(blocks):
        raise AgendaFaultError(OrderFault.NO_PLACE_THERE)
    blocks[place], blocks[target] = blocks[target], blocks[place]
    return _checked(_refill(lines, [line for block in blocks for line in block]))


def insert(lines: Sequence[Line], new: Line, before: int | None) -> list[Line]:
    """The agenda with a new waiting item before the given waiting one, or at the end but before the closing."""
    if before is None:
        closing = [line.item_id for line in lines if line.kind == ItemKind.CLOSING and line.is_open]
        before = closing[-1] if closing else None
    if before is None:
        return _checked([*lines, new])
    target = line_of(lines, before)
    if not target.is_open:
        raise AgendaFaultError(OrderFault.NO_PLACE_THERE)
    place = list(lines).index(target)
    return _checked([*lines[:place], new, *lines[place:]])


def skipped_with(lines: Sequence[Line], item_id: int) -> list[Line]:
    """What is skipped when this item is: a report takes its waiting comment with it."""
    item = line_of(lines, item_id)
    companions = [
        line
        for line in lines
        if item.kind == ItemKind.REPORT
        and line.kind == ItemKind.COMMENT
        and line.reporter_id == item.reporter_id
        and line.is_open
    ]
    return [item, *companions]


def restore(lines: Sequence[Line], item_id: int) -> list[Line]:
    """The agenda with a skipped item waiting again (a report with its comment).

    It keeps its place if that is still to come, else it is next after what has begun.
    """
    item = line_of(lines, item_id)
    back = [line for line in lines if line in (item, *_skipped_comment(lines, item))]
    begun = max((at for at, line in enumerate(lines) if line.is_started), default=-1)
    if list(lines).index(item) > begun:
        return _checked([_waiting(line) if line in back else line for line in lines])
    until_now = [line for line in lines[: begun + 1] if line not in back]
    to_come = [line for line in lines[begun + 1 :] if line not in back]
    return _checked([*until_now, *map(_waiting, back), *to_come])


def _skipped_comment(lines: Sequence[Line], item: Line) -> list[Line]:
    return [
        line
        for line in lines
        if item.kind == ItemKind.REPORT
        and line.kind == ItemKind.COMMENT
        and line.reporter_id == item.reporter_id
        and line.state == ItemState.SKIPPED
    ]


def _waiting(line: Line) -> Line:
    return Line(line.item_id, line.kind, ItemState.WAITING, line.reporter_id)


def _blocks(waiting: Sequence[Line], *, is_paired: bool) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in waiting:
        before = blocks[-1][-1] if blocks else None
        is_own_comment = (
            before is not None
            and line.kind == ItemKind.COMMENT
            and before.kind == ItemKind.REPORT
            and before.reporter_id == line.reporter_id
        )
        if is_paired and is_own_comment:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _refill(lines: Sequence[Line], waiting: Sequence[Line]) -> list[Line]:
    """The waiting items in their new order, in the places where items wait."""
    supply = iter(waiting)
    return [next(supply) if line.is_open else line for line in lines]


def _checked(lines: list[Line]) -> list[Line]:
    fault = order_fault(lines)
    if fault is not None:
        raise AgendaFaultError(fault)
    return lines
