"""The proof of an agenda in words: each item, and the smallest repair."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from pingyi.core.words import Words, listed
from pingyi.ledgers.decisions.domain.proof import Line, Proof, Repair

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.domain.room import Room
    from pingyi.ledgers.decisions.queries.agenda import MeetingSheet


def line_words(line: Line, names: Mapping[int, str], *, is_begun: bool) -> str:
    """Why an item holds, or why it does not. Until attendance is recorded, people only said that they come."""
    said = _room_words(line.room, is_begun=is_begun)
    if line.never and not line.item.recused:
        return Words("{said}。名单上还没有能表决的成员", said=said)
    if line.never:
        return Words("{said}。要回避的人太多，全到也不够，请示上级党组织", said=said)
    if line.item.is_unready:
        return Words("会前还有没办的，见规则检查。{said}", said=said)
    if line.absent:
        absent = listed(names[one] for one in sorted(line.absent))
        return Words("{said}。分管负责人{absent}没有确认到会", said=said, absent=absent)
    return said


def _room_words(room: "Room", *, is_begun: bool) -> str:
    numbers = {
        "present": room.present,
        "due": room.due,
        "least": room.least_present,
        "votes": room.votes,
        "needed": room.least_votes,
    }
    if is_begun:
        return Words("到会{present} / {due}人，至少{least}人；能表决{votes}人，通过要{needed}票", **numbers)
    return Words("说来{present} / {due}人，至少{least}人；能表决{votes}人，通过要{needed}票", **numbers)


def repair_words(repair: Repair, sheet: "MeetingSheet") -> str:
    """请甲、乙到会；把第3项移到下次会；第1项请示上级党组织."""
    names = {one.pk: one.person.name for one in sheet.seats}
    parts = []
    if repair.ask:
        parts.append(Words("请{names}到会", names=listed(names[one] for one in repair.ask)))
    if repair.move:
        parts.append(Words("把{items}移到下次会，或者先补齐", items=items_words(repair.move, sheet)))
    if repair.refer:
        parts.append(Words("{items}请示上级党组织", items=items_words(repair.refer, sheet)))
    return listed(parts, "；")


def effect_words(repair: Repair, sheet: "MeetingSheet") -> str:
    """What the repair is good for. What these members can never decide is not mended by another meeting of theirs."""
    if not repair.refer:
        return Words("这样议程上的事都能定，是要动得最少的办法。到会的人和事项有变，会重新算。")
    items = items_words(repair.refer, sheet)
    if len(repair.refer) == len(sheet.items):
        return Words(
            "要回避的人太多，成员全到也不够，移到下次会也一样。从议程撤下{items}，请示上级党组织。",
            items=items,
        )
    return Words(
        "{items}要回避的人太多，成员全到也不够，移到下次会也一样，从议程撤下去请示。其余的照这样都能定。",
        items=items,
    )


def items_words(keys: Collection[int], sheet: "MeetingSheet") -> str:
    """第1项、第3项."""
    numbers = sorted(one.row.number for one in sheet.items if one.row.pk in keys)
    return listed(Words("第{number}项", number=number) for number in numbers)


def proof_lines(proof: Proof, sheet: "MeetingSheet") -> dict[int, tuple[Line, str]]:
    """By number of the item."""
    names = {one.pk: one.person.name for one in sheet.seats}
    is_begun = sheet.meeting.begun_at is not None
    return {line.item.key: (line, line_words(line, names, is_begun=is_begun)) for line in proof.lines}
