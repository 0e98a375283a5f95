"""How the institution in scope does its news."""

from dataclasses import dataclass

from pingyi.publishing.domain.drafting.credits import CreditScheme
from pingyi.publishing.domain.proofing.formulas import Formulas, default_text, parse
from pingyi.publishing.domain.reviewing.steps import People
from pingyi.publishing.models import HouseRules


@dataclass(frozen=True)
class Rules:
    """The rules in force; `row` is None while the institution has set none of its own."""

    people: People = People.KINDS
    credit_scheme: CreditScheme = CreditScheme.THREE_STEPS
    source: str = ""
    formulas: str = ""
    row: HouseRules | None = None

    @property
    def formula_text(self) -> str:
        """The institution's list, or the one that comes with the program."""
        return self.formulas or default_text()

    @property
    def known_formulas(self) -> Formulas:
        return parse(self.formula_text)


def house_rules() -> Rules:
    """The newest rules. One query."""
    row: HouseRules | None = HouseRules.objects.select_related("set_by").order_by("-number").first()
    if row is None:
        return Rules()
    return Rules(People(row.people), CreditScheme(row.credit_scheme), row.source, row.formulas, row)
