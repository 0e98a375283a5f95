"""The sheet 人员, and the search for people that the other sheets name."""

from pingyi.core.sheets.table import Row, Table
from pingyi.core.text import shorten
from pingyi.organisations.domain.imports.directory import Directory, Step, path_now
from pingyi.organisations.domain.imports.drafts import OrganisationDraft, PersonDraft
from pingyi.organisations.domain.imports.known import KnownPerson
from pingyi.organisations.domain.imports.reading import is_cleared
from pingyi.organisations.domain.names import match_key

NAME_LENGTH = 64
NUMBER_LENGTH = 32
LISTED = 4


class People:
    """All people, known and new, by staff number and by name."""

    def __init__(self, known: list[KnownPerson], directory: Directory) -> None:
        self.directory = directory
        self.by_id: dict[int, PersonDraft] = {}
        self.by_number: dict[str, PersonDraft] = {}
        self.by_name: dict[str, list[PersonDraft]] = {}
        self.unpadded: dict[str, str] = {}
        # Numbers and names of rows that have a fault of their own: what names them is told so.
        self.broken: dict[str, int] = {}
        for entry in known:
            organisation = directory.by_id.get(entry.organisation_id) if entry.organisation_id else None
            draft = PersonDraft(
                entry.name,
                entry,
                staff_number=entry.staff_number,
                organisation=organisation,
                came_from=organisation,
            )
            self.by_id[entry.id] = draft
            self.add(draft)

    def add(self, draft: PersonDraft) -> None:
        if draft.staff_number:
            self.by_number.setdefault(draft.staff_number, draft)
            if draft.staff_number.startswith("0"):
                self.unpadded.setdefault(draft.staff_number.lstrip("0"), draft.staff_number)
        listed = self.by_name.setdefault(match_key(draft.name), [])
        if draft not in listed:
            listed.append(draft)

    def note_broken(self, row: Row, name: str, number: str) -> None:
        for wanted in filter(None, (number, match_key(name))):
            self.broken.setdefault(wanted, row.number)

    def named(self, name: str) -> list[PersonDraft]:
        return self.by_name.get(match_key(name), [])

    def find(
        self, row: Row, number_key: str, name_key: str, organisation: OrganisationDraft | None = None
    ) -> PersonDraft | None:
        """The person that a row names: by staff number, else by name within the organisation, else by a name that
        only one has. Otherwise a fault at the row and None."""
        number, name = row.text(number_key), row.text(name_key)
        if number_key in row.faulted or name_key in row.faulted:
            return None
        if number:
            return self._with_number(row, number_key, name_key, number, name)
        if not name:
            row.fault(name_key, "没有写是谁", "工号和姓名至少填一个")
            return None
        found = self.named(name)
        here = [
            person for person in found if organisation is not None and person.organisation is organisation
        ]
        if len(here) == 1 or len(found) == 1:
            return here[0] if len(here) == 1 else found[0]
        if found:
            row.fault(
                name_key,
                f"“{shorten(name)}”不止一位：{listed(found)}",
                "填上工号；没有工号的先在“人员”表里补上",
            )
        elif not self._is_on_broken_row(row, name_key, match_key(name), f"“{shorten(name)}”"):
            row.fault(name_key, f"没有找到“{shorten(name)}”", "核对姓名；新来的人要写在“人员”表里")
        return None

    def _is_on_broken_row(self, row: Row, key: str, wanted: str, words: str) -> bool:
        """Adds a fault that names the row of 人员 which brings this person but is not right yet."""
        broken = self.broken.get(wanted)
        if broken is None:
            return False
        row.fault(key, f"{words}写在“人员”表第{broken}行，那一行还有错", f"先改好“人员”表第{broken}行")
        return True

    def _with_number(
        self, row: Row, number_key: str, name_key: str, number: str, name: str
    ) -> PersonDraft | None:
        person = self.by_number.get(number)
        if person is None:
            is_told = self.name_lost_zeros(row, number_key, number) or self._is_on_broken_row(
                row, number_key, number, f"工号 {number} 的人"
            )
            if not is_told:
                row.fault(
                    number_key, f"没有工号是 {shorten(number)} 的人", "核对工号；新来的人要写在“人员”表里"
                )
            return None
        if name and match_key(name) != match_key(person.name):
            message = f"工号 {number} 是“{person.name}”，不是“{shorten(name)}”"
            row.fault(name_key, message, "核对工号和姓名，改对其中一个")
            return None
        return person

    def name_lost_zeros(self, row: Row, key: str, number: str) -> bool:
        """Adds a fault if a spreadsheet has most likely eaten the zeros before this number."""
        full = self.unpadded.get(number)
        cell = row.cells.get(key)
        if full is None or cell is None or not cell.is_number:
            return False
        message = f"工号 {number} 前面的 0 被表格软件吃掉了，应当是 {full}"
        row.fault(key, message, "把工号一列的格式改成“文本”，再重新填写")
        return True


def settle_people(table: Table, people: People, directory: Directory, step: Step) -> list[PersonDraft]:
    """The drafts of the sheet. What is wrong is said at the rows."""
    drafts = []
    for row in table.rows:
        step()
        name, number = row.text("name", NAME_LENGTH), row.text("staff_number", NUMBER_LENGTH)
        organisation = None if is_cleared(row, "organisation") else directory.find(row, "organisation")
        if not name and "name" not in row.faulted:
            row.fault("name", "没有写姓名", "填上姓名")
        draft = None if row.is_faulty else _same_person(row, name, number, organisation, people)
        if draft is None:
            people.note_broken(row, name, number)
            continue
        draft.row = row
        draft.staff_number = number or draft.staff_number
        if number and match_key(name) != match_key(draft.name):
            draft.name = name
        if organisation is not None or is_cleared(row, "organisation"):
            draft.organisation = organisation
        people.add(draft)
        drafts.append(draft)
    return drafts


def _same_person(
    row: Row, name: str, number: str, organisation: OrganisationDraft | None, people: People
) -> PersonDraft | None:
    """The known person that the row means, or a new one; None after a fault."""
    draft = people.by_number.get(number) if number else None
    if draft is None:
        if number and people.name_lost_zeros(row, "staff_number", number):
            return None
        found = [one for one in people.named(name) if _may_be(one, number, organisation)]
        if len(found) > 1 and organisation is None:
            found = [one for one in found if one.organisation is None] or found
        if len(found) > 1:
            row.fault("name", f"“{shorten(name)}”不止一位：{listed(found)}", "填上工号，或写明所在组织")
            return None
        draft = found[0] if found else PersonDraft(name, staff_number=number, organisation=organisation)
    if draft.row is not None:
        remedy = "同一个人只占一行；是两个人的话，各填各的工号"
        row.fault("staff_number" if number else "name", f"和第{draft.row.number}行是同一个人", remedy)
        return None
    return draft


def _may_be(person: PersonDraft, number: str, organisation: OrganisationDraft | None) -> bool:
    """Whether a row of this name may mean the person: two numbers are two people; no organisation means any."""
    if number and person.staff_number:
        return False
    return organisation is None or person.organisation is organisation


def listed(found: list[PersonDraft]) -> str:
    """Candidates as people tell them apart."""
    words = []
    for person in found[:LISTED]:
        place = path_now(person.organisation) if person.organisation else "没有组织"
        number = f"工号 {person.staff_number}，" if person.staff_number else "没有工号，"
        words.append(f"{person.name}（{number}{place}）")
    return "、".join(words) + (f"等{len(found)}位" if len(found) > LISTED else "")
