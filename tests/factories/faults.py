"""Problems of several years, for the lines of faults: each year has a review of its own under the same convenor."""

from dataclasses import dataclass, field

from django_scopes import scope

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.genealogy.models import KinDecision
from pingyi.review.genealogy.services import decide_kin
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.models import ProblemItem
from tests.factories.rectification import Office, make_office
from tests.factories.world import NOW, make_cycle


@dataclass
class Years:
    """An office of 2025 with the problems that are put into it, by year."""

    office: Office
    cycles: dict[int, Cycle] = field(default_factory=dict)

    @property
    def clerk(self) -> Actor:
        return self.office.clerk

    def unit(self, place: int) -> Organisation:
        return self.office.hall.reporters[place].organisation

    def cycle(self, year: int) -> Cycle:
        if year not in self.cycles:
            with scope(institution=self.office.institution):
                self.cycles[year] = make_cycle(
                    self.office.institution,
                    self.office.cycle.convenor,
                    year=year,
                    name=f"{year}年度述职评议会",
                )
        return self.cycles[year]

    def problem(
        self, year: int, text: str, place: int = 0, state: ProblemState = ProblemState.RAISED
    ) -> ProblemItem:
        """A row as its acts would have left it."""
        cycle = self.cycle(year)
        words: dict[str, object] = {}
        if state == ProblemState.CLOSED:
            words = {"closed_by_id": self.clerk.account_id, "closed_at": NOW}
        if state == ProblemState.WITHDRAWN:
            words = {"ruling_note": "归别的单位管。", "ruled_by_id": self.clerk.account_id, "ruled_at": NOW}
        if state == ProblemState.CONTESTED:
            words = {"contest_reason": "归别的单位管。"}
        with scope(institution=self.office.institution):
            row: ProblemItem = ProblemItem.objects.create(
                institution=self.office.institution,
                cycle=cycle,
                organisation=self.unit(place),
                number=ProblemItem.objects.filter(cycle=cycle).count() + 1,
                text=text,
                source="comment",
                state=state,
                raised_at=NOW,
                **words,
            )
            return row

    def decide(self, problem: ProblemItem, *others: ProblemItem, is_same: bool = True) -> list[KinDecision]:
        with scope(institution=self.office.institution):
            return decide_kin(
                actor=self.clerk,
                now=NOW,
                problem=problem,
                other_ids=[other.pk for other in others],
                is_same=is_same,
            )


def make_years() -> Years:
    office = make_office()
    return Years(office, {office.cycle.year: office.cycle})
