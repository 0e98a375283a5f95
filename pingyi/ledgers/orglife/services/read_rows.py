"""From the rows of the workbook to drafts: what one row says, and what is wrong with it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pingyi.core.sheets.table import Row
from pingyi.ledgers.kit.domain.days import day_fault
from pingyi.ledgers.kit.domain.importing import Draft, required
from pingyi.ledgers.kit.queries.places import BRANCHES
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.phrases import KINDS, LENGTHS
from pingyi.ledgers.orglife.services.activity_content import ActivityContent, content_faults
from pingyi.ledgers.orglife.services.keep_member import GROUP_LENGTH, days_fault
from pingyi.ledgers.orglife.services.rows_people import NOT_YOURS, PeopleOfRows

KIND_WORDS = {str(word): kind for kind, word in KINDS.items()}
LENGTH_WORDS = {str(word): str(word) for word in LENGTHS.values()}
LENGTH_CODES = {str(word): code for code, word in LENGTHS.items()}
TOPIC_LENGTH, PLACE_LENGTH = 120, 60
PERSON_KEYS, LIST_KEYS = ("chair", "recorder", "lecturer"), ("attended", "absent")
NUMBER_KEYS, CLOCK_KEYS = ("due_count", "present_count", "votes_for", "hours"), ("starts_at", "ends_at")


class MemberRows:
    """Reads the sheet 党员."""

    def __init__(self, people: PeopleOfRows) -> None:
        self.people = people

    def __call__(self, row: Row) -> Draft | None:
        person = self.people.member(row)
        days = {key: row.day(key) for key in ("admitted_on", "full_on", "left_on") if row.has(key)}
        if not required(row, [("admitted_on", days.get("admitted_on"))]) or person is None:
            return None
        place = person.organisation.known.id if person.organisation and person.organisation.known else None
        if place is None or place not in self.people.allowed:
            row.fault("name", f"{person.name}不在您管的支部里", NOT_YOURS)
            return None
        self._check_days(row, days)
        values: dict[str, Any] = dict(days)
        if row.has("group"):
            values["group"] = row.text("group", GROUP_LENGTH)
        if person.known is None or row.is_faulty:
            return None
        return Draft(row, person.known.id, person.name, place, values)

    def _check_days(self, row: Row, days: dict[str, date | None]) -> None:
        admitted_on = days.get("admitted_on")
        fault = days_fault(admitted_on, days.get("full_on"), days.get("left_on")) if admitted_on else None
        if fault is not None:
            row.fault(fault[0], str(fault[1]).split("。", maxsplit=1)[0], "核对这两个日期")


class ActivityRows:
    """Reads the sheet 组织生活. `today` is the day of the import: nothing later has happened."""

    def __init__(self, people: PeopleOfRows, today: date) -> None:
        self.people = people
        self.today = today

    def __call__(self, row: Row) -> Draft | None:
        place = self.people.organisation(row)
        kind = row.choice("kind", dict(KIND_WORDS))
        day, topic = row.day("happened_on"), row.text("topic", TOPIC_LENGTH)
        given = [("organisation", place), ("kind", kind), ("happened_on", day), ("topic", topic)]
        if not required(row, given) or place is None or kind is None or day is None:
            return None
        self._check_day(row, place, day)
        values = self._values(row, place)
        self._check_list(row, values)
        if row.is_faulty:
            return None
        is_branch = self.people.kinds[place] in BRANCHES
        content = content_of(Kind(kind), day, topic, values)
        for fault in content_faults(content, is_branch=is_branch, today=self.today):
            said, _, remedy = str(fault.message).partition("。")
            row.fault(str(fault.field), said, remedy.rstrip("。") or "核对这一行")
        return Draft(row, (place, kind, day, topic), f"{day} {KINDS[kind]}：{topic}", place, values)

    def _check_day(self, row: Row, place: int, day: date) -> None:
        founded = self.people.founded[place]
        if day > self.today:
            row.fault("happened_on", f"{day}还没有到", "还没有发生的事不记，发生了再导入")
        elif fault := day_fault(day, self.today):
            said, _, remedy = str(fault[1]).partition("。")
            row.fault("happened_on", said, remedy.rstrip("。"))
        elif founded is not None and day < founded:
            row.fault("happened_on", f"支部{founded}才成立", "核对日期和支部")

    def _values(self, row: Row, place: int) -> dict[str, Any]:
        """What the row says beyond its identity. Empty cells say nothing."""
        values: dict[str, Any] = {}
        readers: dict[str, Callable[[str], Any]] = {
            "place": lambda key: row.text(key, PLACE_LENGTH),
            "content": row.text,
            "length": lambda key: row.choice(key, LENGTH_WORDS),
            **dict.fromkeys(NUMBER_KEYS, row.whole_number),
            **dict.fromkeys(CLOCK_KEYS, row.clock),
            **dict.fromkeys(PERSON_KEYS, lambda key: self.people.person(row, key, place)),
            **dict.fromkeys(LIST_KEYS, lambda key: self.people.persons(row, key, place)),
        }
        for key, reader in readers.items():
            if row.has(key):
                values[key] = reader(key)
        return values

    def _check_list(self, row: Row, values: dict[str, Any]) -> None:
        """With a list the numbers are counted from it; other numbers beside it are a slip."""
        if not any(key in values for key in LIST_KEYS):
            return
        attended, absent = (values.setdefault(key, ()) for key in LIST_KEYS)
        both = {one.person_id for one in attended} & {one.person_id for one in absent}
        if both:
            row.fault("absent", "有人又在出席里又在缺席里", "核对这两列")
        for key, counted in (("due_count", len(attended) + len(absent)), ("present_count", len(attended))):
            if values.setdefault(key, counted) != counted:
                row.fault(key, f"和名单对不上，名单里是{counted}人", "改对人数，或把人数空着")


def content_of(kind: Kind, day: date, topic: str, values: dict[str, Any]) -> ActivityContent:
    """The values of a draft as an activity, as far as they say anything."""
    plain = {key: value for key, value in values.items() if key not in (*PERSON_KEYS, *LIST_KEYS)}
    if "length" in plain:
        plain["length"] = LENGTH_CODES[plain["length"]]
    persons = {f"{key}_id": values[key].person_id for key in PERSON_KEYS if key in values}
    return ActivityContent(kind=kind, happened_on=day, topic=topic, **plain, **persons)
