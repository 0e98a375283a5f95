"""Repeats a recorded draw from its file. Whatever does not fit together is told; nothing is assumed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pingyi.core.words import Words
from pingyi.review.lots.domain.announcement import PROTOCOL, Source, SourceKind, source_fault
from pingyi.review.lots.domain.numbers import number_faults
from pingyi.review.lots.domain.shuffle import draw

MOST_NAMES = 10_000


class BadRecordError(ValueError):
    """The file is no record of a draw; the message says where."""


@dataclass(frozen=True)
class Verdict:
    """What repeating gave. The draw holds if both the fingerprint and the order are the recorded ones."""

    commitment: str
    is_commitment_right: bool
    order: tuple[int, ...]
    names: tuple[str, ...]
    is_order_right: bool

    @property
    def is_right(self) -> bool:
        return self.is_commitment_right and self.is_order_right


def commitment_of(announcement: Mapping[str, Any]) -> str:
    """SHA-256 of the announcement's one text: keys sorted, no spaces, Chinese as it is, UTF-8."""
    text = json.dumps(
        announcement, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def verify(record: object) -> Verdict:
    """Repeats the draw of one record."""
    if not isinstance(record, dict):
        raise BadRecordError(Words("文件里应是一个对象，有announcement、commitment、numbers、result四项。"))
    announcement = _part(record, "announcement", dict)
    if announcement.get("protocol") != PROTOCOL:
        raise BadRecordError(Words("announcement.protocol 应是 {protocol}。", protocol=PROTOCOL))
    names = _part(announcement, "names", list)
    if not 0 < len(names) <= MOST_NAMES or not all(isinstance(name, str) for name in names):
        raise BadRecordError(Words("announcement.names 应是一张不空的名单，每项是文字。"))
    sources = [_source(one) for one in _part(announcement, "sources", list)]
    if fault := source_fault(sources):
        raise BadRecordError(Words("announcement.sources 不合规定（{fault}）。", fault=fault))
    numbers = _part(record, "numbers", list)
    if len(numbers) != len(sources) or not all(isinstance(number, str) for number in numbers):
        raise BadRecordError(Words("numbers 应与 announcement.sources 一一对应，每项是写成文字的数字。"))
    if faults := number_faults(sources, numbers):
        raise BadRecordError(next(iter(faults.values())))
    commitment = commitment_of(announcement)
    order = draw(commitment, len(names), numbers)
    return Verdict(
        commitment=commitment,
        is_commitment_right=record.get("commitment") == commitment,
        order=tuple(order),
        names=tuple(names[place - 1] for place in order),
        is_order_right=_part(record, "result", list) == order,
    )


def _part(whole: Mapping[str, Any], key: str, kind: type) -> Any:
    part = whole.get(key)
    if not isinstance(part, kind):
        raise BadRecordError(Words("缺少 {key}，或写法不对。", key=key))
    return part


def _source(one: object) -> Source:
    if not isinstance(one, dict):
        raise BadRecordError(Words("announcement.sources 每项应有 kind、label、digits。"))
    label, digits = _part(one, "label", str), one.get("digits")
    if one.get("kind") not in set(SourceKind) or type(digits) is not int:
        raise BadRecordError(Words("announcement.sources 每项应有 kind、label、digits。"))
    return Source(SourceKind(one["kind"]), label, digits)
