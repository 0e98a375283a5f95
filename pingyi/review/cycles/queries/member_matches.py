"""Which registered person each line of a list means. Nothing is guessed: what is not certain is a fault."""

from collections import defaultdict

from pingyi.core.sheets.fault import Fault, FaultList
from pingyi.core.words import Words
from pingyi.organisations.domain.names import match_key
from pingyi.organisations.models import OrganisationAlias, Person
from pingyi.review.cycles.domain.member_sheet import MemberLine, MemberLines


def people_of_lines(read: MemberLines) -> list[Person]:
    """The person of each sound line; adds a fault for every line that means nobody, several people, or one twice."""
    register = _Register()
    seen: dict[int, int] = {}
    people: list[Person] = []
    for line in read.lines:
        person = None if line.row.is_faulty else register.person_of(line)
        if person is None:
            continue
        if person.pk in seen:
            line.row.fault(
                "name",
                Words("第{seen}行已经有{person}", seen=seen[person.pk], person=person.name),
                Words("删掉其中一行"),
            )
            continue
        seen[person.pk] = line.row.number
        people.append(person)
    return people


def fault_lines(faults: FaultList) -> list[Fault]:
    """The faults in the order of the rows."""
    return sorted(faults.kept, key=lambda fault: (fault.row, fault.letter))


class _Register:
    """Everybody in the institution, by number and by name. Three queries, however long the list."""

    def __init__(self) -> None:
        self.by_number: dict[str, Person] = {}
        self.by_name: defaultdict[str, list[Person]] = defaultdict(list)
        for person in Person.objects.select_related("organisation").order_by("pk"):
            if person.staff_number:
                self.by_number[match_key(person.staff_number)] = person
            self.by_name[match_key(person.name)].append(person)
        self.other_names: defaultdict[int, set[str]] = defaultdict(set)
        for organisation_id, name in OrganisationAlias.objects.values_list("organisation_id", "name"):
            self.other_names[organisation_id].add(match_key(name))

    def person_of(self, line: MemberLine) -> Person | None:
        return self._by_number(line) if line.staff_number else self._by_name(line)

    def _by_number(self, line: MemberLine) -> Person | None:
        person = self.by_number.get(match_key(line.staff_number))
        if person is None:
            line.row.fault(
                "staff_number",
                Words("没有登记过工号{staff_number}", staff_number=line.staff_number),
                Words("核对工号，或先在“人员”里加上这个人"),
            )
        elif line.name and match_key(line.name) != match_key(person.name):
            words = Words(
                "工号{staff_number}登记的是{person}，不是{line}",
                staff_number=line.staff_number,
                person=person.name,
                line=line.name,
            )
            line.row.fault("name", words, Words("核对工号和姓名"))
            return None
        return person

    def _by_name(self, line: MemberLine) -> Person | None:
        same = self.by_name.get(match_key(line.name), [])
        found = [one for one in same if self._belongs(one, line.organisation)] if line.organisation else same
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            remedy = Words("写上工号") if line.organisation else Words("写上工号，或在“单位”里写清")
            line.row.fault("name", Words("叫{line}的有{found}人", line=line.name, found=len(found)), remedy)
        elif same:
            line.row.fault(
                "organisation",
                Words("{organisation}没有叫{line}的人", organisation=line.organisation, line=line.name),
                Words("核对单位，或写上工号"),
            )
        else:
            line.row.fault(
                "name", Words("没有登记过{line}", line=line.name), Words("核对姓名，或先在“人员”里加上这个人")
            )
        return None

    def _belongs(self, person: Person, organisation: str) -> bool:
        if person.organisation is None:
            return False
        home = person.organisation
        names = {match_key(home.name), match_key(home.path)} | self.other_names[home.pk]
        return match_key(organisation) in names
