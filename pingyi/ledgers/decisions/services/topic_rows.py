"""From the rows of a workbook to drafts of topics: what one row says, and what is wrong with it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from pingyi.core.sheets.table import Row
from pingyi.core.text import shorten
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.amounts import fen_of, typed_amount
from pingyi.ledgers.decisions.phrases import AUTHORITIES, KINDS, MAJORS, SUBJECTS
from pingyi.ledgers.decisions.services.write_topic import SUMMARY_LENGTH, TITLE_LENGTH
from pingyi.ledgers.kit.domain.days import FIRST_YEAR
from pingyi.ledgers.kit.domain.importing import Draft, required
from pingyi.organisations.domain.imports.directory import Directory
from pingyi.organisations.domain.imports.known import Known
from pingyi.organisations.domain.imports.people import People

# Words of the sheet to themselves: a preview shows words, what is written is looked up again.
_CHOICES = {
    key: {str.__str__(word): str.__str__(word) for code, word in words.items() if code}
    for key, words in (
        ("kind", KINDS),
        ("subject", SUBJECTS),
        ("major", MAJORS),
        ("authority", AUTHORITIES),
    )
}


DECISION = str.__str__(KINDS["decision"])


@dataclass(frozen=True, slots=True)
class Presenter:
    """Shown by name, told by number."""

    person_id: int
    name: str

    def __str__(self) -> str:
        return self.name


class TopicRows:
    """Reads the sheet 议题. `today` is the day of the import; `units` are the organisations that decide in meetings of
    their own and that the actor may write for.
    """

    def __init__(self, known: Known, units: Collection[int], today: date) -> None:
        self.directory = Directory(known.organisations)
        self.people = People(known.people, self.directory)
        self.posts = {(one.person_id, one.organisation_id) for one in known.posts}
        self.units = units
        self.today = today

    def __call__(self, row: Row) -> Draft | None:
        place = self._unit(row)
        title, day = row.text("title", TITLE_LENGTH), row.day("proposed_on")
        if not required(row, [("organisation", place), ("title", title), ("proposed_on", day)]):
            return None
        if place is None or day is None:
            return None
        if day > self.today:
            row.fault("proposed_on", Words("{day}还没有到", day=day.isoformat()), Words("还没有发生的事不记"))
        elif day.year < FIRST_YEAR:
            words = Words("台账只记{first}年以后的事", first=FIRST_YEAR)
            row.fault("proposed_on", words, Words("核对年份，多半是写错了"))
        values = self._values(row, place)
        if values.get("major") and values.get("kind", DECISION) != DECISION:
            row.fault(
                "major", Words("学习类、汇报类议题不表决，不标三重一大"), Words("空着；要定的事，写决策类")
            )
        given = [(key, values.get(key)) for key in ("subject", "presenter")]
        if not required(row, given):
            return None
        return Draft(row, (place, day, title), f"{day} {title}", place, values)

    def _unit(self, row: Row) -> int | None:
        draft = self.directory.find(row, "organisation")
        if draft is None or draft.known is None:
            return None
        if draft.known.id not in self.units:
            row.fault(
                "organisation",
                Words("“{name}”的议题不归您记", name=shorten(draft.name)),
                Words("只填本单位的；支部没有这种会"),
            )
            return None
        return draft.known.id

    def _values(self, row: Row, place: int) -> dict[str, Any]:
        """What the row says beyond its identity. Empty cells say nothing."""
        values: dict[str, Any] = {
            key: row.choice(key, dict(words)) for key, words in _CHOICES.items() if row.has(key)
        }
        if row.has("summary"):
            values["summary"] = row.text("summary", SUMMARY_LENGTH)
        if row.has("amount"):
            values["amount"] = self._amount(row)
        if row.has("presenter") or row.has("presenter_number"):
            values["presenter"] = self._presenter(row, place)
        return values

    def _amount(self, row: Row) -> str:
        typed = row.text("amount")
        try:
            return typed_amount(fen_of(typed))
        except ValueError:
            row.fault(
                "amount",
                Words("“{typed}”不是金额", typed=shorten(typed)),
                Words("写成386或5.25这样，单位是万元"),
            )
            return ""

    def _presenter(self, row: Row, place: int) -> Presenter | None:
        found = self.people.find(row, "presenter_number", "presenter", self.directory.by_id[place])
        if found is None or found.known is None:
            return None
        is_here = found.organisation is not None and found.organisation is self.directory.by_id[place]
        if not is_here and (found.known.id, place) not in self.posts:
            row.fault(
                "presenter", Words("{name}不是这个单位的人", name=found.name), Words("从本单位的人里写一位")
            )
            return None
        return Presenter(found.known.id, found.name)
