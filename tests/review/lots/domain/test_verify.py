import copy
import json
from typing import Any

import pytest

from pingyi.review.lots.domain.announcement import (
    Announcement,
    Source,
    SourceFault,
    SourceKind,
    source_fault,
)
from pingyi.review.lots.domain.numbers import number_faults, tidy_number
from pingyi.review.lots.domain.shuffle import draw
from pingyi.review.lots.domain.verify import BadRecordError, commitment_of, verify

WITNESSES = (Source(SourceKind.WITNESS, "纪委 沈明", 4), Source(SourceKind.WITNESS, "工会 尚远", 4))
PUBLIC = Source(SourceKind.PUBLIC, "1月15日深证成指收盘价去掉小数点", 8)


def record_of(**changes: Any) -> dict[str, Any]:
    """A record that holds."""
    announced = Announcement(
        "示例大学",
        "现场述职先后",
        "2026-01-14T16:20:00+08:00",
        1,
        "",
        ("甲　林", "乙　周", "丙　孔"),
        WITNESSES,
    ).document()
    commitment = commitment_of(announced)
    numbers = ["4711", "0028"]
    return {
        "announcement": announced,
        "commitment": commitment,
        "numbers": numbers,
        "result": draw(commitment, 3, numbers),
        **changes,
    }


def announced(**changes: Any) -> dict[str, Any]:
    """A record whose announcement is another."""
    return {"announcement": {**record_of()["announcement"], **changes}}


def test_a_recorded_draw_holds_also_after_it_went_through_a_file() -> None:
    verdict = verify(json.loads(json.dumps(record_of())))
    assert verdict.is_right
    assert sorted(verdict.names) == ["丙　孔", "乙　周", "甲　林"]


def test_a_changed_order_a_changed_list_or_a_changed_number_does_not_hold() -> None:
    good = record_of()
    assert not verify({**good, "result": good["result"][::-1]}).is_order_right
    changed = copy.deepcopy(good)
    changed["announcement"]["names"].reverse()
    verdict = verify(changed)
    assert (verdict.is_commitment_right, verdict.is_right) == (False, False)
    # Another list with a fingerprint made to fit gives another order.
    assert verify({**good, "numbers": ["4711", "0029"]}).order != tuple(good["result"])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"announcement": []}, "announcement"),
        ({"numbers": ["4711"]}, "一一对应"),
        ({"numbers": ["4711", "28"]}, "公布的是4位，这里有2位"),
        ({"numbers": ["4711", "00x8"]}, "只能是数字"),
        ({"result": "123"}, "result"),
        ({"announcement": {"protocol": "another"}}, "pingyi-lot-1"),
        (announced(names=[]), "不空的名单"),
        (announced(names=["甲", 2]), "每项是文字"),
        (announced(sources=["纪委"]), "kind、label、digits"),
        (announced(sources=[{"kind": "oracle", "label": "天", "digits": 8}]), "kind、label、digits"),
        (announced(sources=[{"kind": "public", "label": "天", "digits": "8"}]), "kind、label、digits"),
        (announced(sources=[{"kind": "public", "label": "天", "digits": 3}]), "too_few_digits"),
    ],
)
def test_a_file_that_is_no_record_is_told_what_is_missing(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(BadRecordError, match=words):
        verify(record_of(**changes))
    with pytest.raises(BadRecordError):
        verify([])


@pytest.mark.parametrize(
    ("sources", "fault"),
    [
        ((), SourceFault.NO_SOURCE),
        ((WITNESSES[0],), SourceFault.ONE_WITNESS),
        ((WITNESSES[0], WITNESSES[0]), SourceFault.NAMED_TWICE),
        ((WITNESSES[0], Source(SourceKind.WITNESS, "工会 尚远", 3)), SourceFault.TOO_FEW_DIGITS),
        ((PUBLIC, Source(SourceKind.WITNESS, "工会 尚远", 0)), SourceFault.DIGITS),
        ((PUBLIC,), None),
        (WITNESSES, None),
    ],
)
def test_nobody_alone_chooses_and_nobody_can_guess(
    sources: tuple[Source, ...], fault: SourceFault | None
) -> None:
    assert source_fault(sources) == fault


def test_numbers_are_tidied_but_their_zeros_stay() -> None:
    assert tidy_number(" ００２ 8 ") == "0028"
    assert number_faults(WITNESSES, ["0028", ""]) == {1: "工会 尚远的数还没有填。"}
