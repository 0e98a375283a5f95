"""The made-up people of one review: who leads, who is in which post, who may vote in which class."""

from dataclasses import dataclass, field
from datetime import date
from itertools import cycle, islice

from pingyi.doors.cli.scenarios.names import draw_names
from pingyi.doors.cli.scenarios.scenario import ClassPlan, Scenario, Unit
from pingyi.doors.cli.scenarios.turnout import listed, spread

DEPARTMENTS = (
    "组织部",
    "宣传部",
    "统战部",
    "纪委办公室",
    "党委办公室",
    "学生工作部",
    "工会",
    "团委",
    "教务处",
    "科研处",
    "人事处",
    "财务处",
    "审计处",
    "保卫处",
    "基建处",
    "国际合作处",
    "招生就业处",
    "信息中心",
)
DELEGATIONS = (("党代会代表", "学校"), ("党代会代表", "市"), ("人大代表", "市"), ("政协委员", "区"))
IN_POST_SINCE = date(2021, 9, 1)
TERM_YEARS, LATER_TERMS = 5, 3
ROOT_CODE = "D00"
# Of those of whom only a part is invited, so many more are in the register for each ten on the list.
NOT_INVITED_OF_TEN = 3
OVERLAPS = 2


@dataclass(frozen=True)
class Person:
    """`organisation` is the code of where the person belongs."""

    number: str
    name: str
    organisation: str


@dataclass(frozen=True)
class PostOf:
    person: Person
    organisation: str
    title_text: str
    title: str
    portfolio: str = ""
    started_on: date = IN_POST_SINCE
    term_ends_on: date | None = None


@dataclass
class Cast:
    """Everybody of one review, ready for the workbook. `coming` and `lists` follow the order of the classes."""

    scenario: Scenario
    coming: list[int]
    codes: dict[Unit, str]
    people: list[Person] = field(default_factory=list)
    posts: list[PostOf] = field(default_factory=list)
    committee: list[Person] = field(default_factory=list)
    delegates: list[tuple[Person, str, str]] = field(default_factory=list)
    secretaries: dict[Unit, Person] = field(default_factory=dict)
    # The lists that come as a file or are a selected part: the place of the class → its people.
    chosen: dict[int, list[Person]] = field(default_factory=dict)

    @property
    def first(self) -> Person:
        """The secretary of the convening committee."""
        return self.committee[0]

    @property
    def president(self) -> Person:
        return self.committee[1]


def make_cast(scenario: Scenario, voters: int, seed: int) -> Cast:
    """The people of a meeting with so many voters. Raises `TooFewVoters`."""
    reporters = len(scenario.units)
    most = [reporters if plan.source == "reporters" else None for plan in scenario.classes]
    coming = spread(voters, [plan.usual for plan in scenario.classes], most)
    codes = {unit: f"D{place:02}" for place, unit in enumerate(scenario.units, start=1)}
    return _Casting(Cast(scenario, coming, codes), seed).fill()


class _Casting:
    """Hands out names and staff numbers."""

    def __init__(self, cast: Cast, seed: int) -> None:
        self.cast = cast
        wanted = 2 * sum(cast.coming) + len(cast.scenario.units) + 200
        self._names = iter(draw_names(seed + cast.scenario.first_number, wanted))

    def fill(self) -> Cast:
        for unit, code in self.cast.codes.items():
            secretary = self._person(code)
            self.cast.secretaries[unit] = secretary
            self._secretary(secretary, unit, code)
        for place, plan in enumerate(self.cast.scenario.classes):
            self._class(place, plan, listed(self.cast.coming[place]))
        return self.cast

    def _secretary(self, person: Person, unit: Unit, code: str) -> None:
        """A term of five years that ends next summer for those on site, later for the others."""
        scenario = self.cast.scenario
        later = 0 if unit.is_on_site else 1 + len(self.cast.posts) % LATER_TERMS
        ends = date(scenario.year + 1 + later, 8, 31)
        begins = date(ends.year - TERM_YEARS, 9, 1)
        post = PostOf(person, code, _secretary_of(unit), "书记", started_on=begins, term_ends_on=ends)
        self.cast.posts.append(post)

    def _class(self, place: int, plan: ClassPlan, number: int) -> None:
        if plan.source == "body":
            self._committee(number)
        elif plan.source == "post-department_head":
            for department in islice(cycle(DEPARTMENTS), number):
                self._post(self._person(ROOT_CODE), ROOT_CODE, f"{department}负责人", "部门负责人")
        elif plan.source == "post-deputy_party":
            self._posts_in(self._codes_of(None), number, "党委（总支）副书记", "副书记", "党建、组织")
        elif plan.source == "post-section_head_hospital":
            self._posts_in(self._codes_of("附属医院"), number, "组织人事科科长", "科室负责人")
        elif plan.source == "post-full_time_organiser":
            self._posts_in(self._codes_of("学院"), number, "专职组织员", "专职组织员")
        elif plan.source.startswith("delegate-"):
            self._delegates(place, plan, number)
        elif plan.source == "file":
            self.cast.chosen[place] = [
                self._person(code) for code in islice(cycle(self._codes_of(None)), number)
            ]

    def _committee(self, number: int) -> None:
        # The two who chair and comment are always there.
        self.cast.committee = [self._person(ROOT_CODE) for _ in range(max(number, 2))]
        self._post(self.cast.first, ROOT_CODE, "党委书记", "书记")
        self._post(self.cast.president, ROOT_CODE, "党委副书记、校长", "行政正职")

    def _delegates(self, place: int, plan: ClassPlan, number: int) -> None:
        codes = cycle([ROOT_CODE, *self._codes_of(None)])
        people = [self._person(next(codes)) for _ in range(number)]
        kinds = cycle([("党代会代表", "学校")] if "party_congress" in plan.source else DELEGATIONS)
        self.cast.delegates += [(person, *next(kinds)) for person in people]
        if plan.selection_note:
            self.cast.chosen[place] = people
            others = [self._person(next(codes)) for _ in range(number * NOT_INVITED_OF_TEN // 10)]
            self.cast.delegates += [(person, *next(kinds)) for person in others]
        else:
            # Some of the committee are delegates as well: they stand on two lists and vote once.
            self.cast.delegates += [
                (person, *next(kinds)) for person in self.cast.committee[2 : 2 + OVERLAPS]
            ]

    def _posts_in(
        self, codes: list[str], number: int, title_text: str, title: str, portfolio: str = ""
    ) -> None:
        for code in islice(cycle(codes), number):
            self._post(self._person(code), code, title_text, title, portfolio)

    def _codes_of(self, unit_kind: str | None) -> list[str]:
        return [
            code for unit, code in self.cast.codes.items() if unit_kind is None or unit.unit_kind == unit_kind
        ]

    def _person(self, organisation: str) -> Person:
        number = self.cast.scenario.first_number + len(self.cast.people) + 1
        person = Person(str(number), next(self._names), organisation)
        self.cast.people.append(person)
        return person

    def _post(
        self, person: Person, organisation: str, title_text: str, title: str, portfolio: str = ""
    ) -> None:
        self.cast.posts.append(PostOf(person, organisation, title_text, title, portfolio))


def _secretary_of(unit: Unit) -> str:
    return {"党委": "党委书记", "党总支": "党总支书记"}.get(unit.kind, "直属党支部书记")
