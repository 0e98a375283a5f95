"""The sheet 代表委员: delegates, deputies and members of conferences."""

import re

from pingyi.core.sheets.table import Row, Table
from pingyi.core.text import shorten
from pingyi.organisations import phrases
from pingyi.organisations.domain.imports.directory import Step
from pingyi.organisations.domain.imports.drafts import DelegateDraft, PersonDraft
from pingyi.organisations.domain.imports.known import KnownDelegate
from pingyi.organisations.domain.imports.people import People
from pingyi.organisations.domain.imports.reading import by_word
from pingyi.organisations.domain.names import match_key
from pingyi.organisations.domain.numerals import number_of

LEVEL_LENGTH = 64
LARGEST_NUMBER = 999
KIND_WORDS = by_word(phrases.DELEGATE_KINDS) | {
    "党代表": "party_congress",
    "全国政协委员": "cppcc",
    "政协": "cppcc",
}
NUMBER = re.compile(r"(?:第)?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:次|届)?")

Identity = tuple[PersonDraft, str, str, int]


class Delegates:
    """All delegations, known and new. Each is told by all that is said of it."""

    def __init__(self, known: list[KnownDelegate], people: People) -> None:
        self.all: dict[Identity, DelegateDraft] = {}
        for entry in known:
            person = people.by_id[entry.person_id]
            draft = DelegateDraft(person, entry.kind, entry.level_text, entry.congress_number, known=entry)
            self.all[_identity(draft)] = draft


def settle_delegates(table: Table, delegates: Delegates, people: People, step: Step) -> list[DelegateDraft]:
    """The drafts of the sheet. What is wrong is said at the rows."""
    drafts = []
    for row in table.rows:
        step()
        place = people.directory.find(row, "person_organisation")
        person = people.find(row, "staff_number", "person", place)
        kind = row.choice("kind", KIND_WORDS)
        if kind is None and "kind" not in row.faulted:
            row.fault("kind", "没有写类别", f"填 {'、'.join(phrases.DELEGATE_KINDS.values())} 之一")
        level_text, number = row.text("level_text", LEVEL_LENGTH), _congress_number(row)
        if row.is_faulty or person is None or kind is None:
            continue
        draft = DelegateDraft(person, kind, level_text, number)
        draft = delegates.all.setdefault(_identity(draft), draft)
        if draft.row is not None:
            row.fault("person", f"和第{draft.row.number}行重复", "删掉多余的一行")
            continue
        draft.row = row
        drafts.append(draft)
    return drafts


def _identity(draft: DelegateDraft) -> Identity:
    return draft.person, draft.kind, match_key(draft.level_text), draft.congress_number


def _congress_number(row: Row) -> int:
    text = row.text("congress_number")
    if not text or "congress_number" in row.faulted:
        return 0
    found = NUMBER.fullmatch(text.replace(" ", ""))
    number = number_of(found.group(1)) if found else None
    if number is None or number > LARGEST_NUMBER:
        row.fault("congress_number", f"“{shorten(text)}”看不出是第几次", "填 2、第2次或第二次，不知道的空着")
        return 0
    return number
