"""The rules of a unit as the institution in scope has laid them down."""

from datetime import date

from pingyi.ledgers.decisions.domain.parameters import PARAMETERS, book_on
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.queries import rulebook_of
from pingyi.organisations.models import Organisation

LEDGER = "decisions"


def numbers_in_force() -> Rulebook:
    """All settings, to be asked for a day. One query."""
    return rulebook_of(LEDGER, PARAMETERS)


def book_of(organisation: Organisation, day: date) -> RuleBook:
    """The rules of one unit on a day. One query."""
    return book_on(numbers_in_force(), organisation.unit_kind, day)
