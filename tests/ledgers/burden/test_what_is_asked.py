"""Everything that ledgers ask people for is declared with who reads it, and nothing is asked for twice."""

import pytest

from pingyi.ledgers.decisions.domain.fields import FIELDS as DECISIONS
from pingyi.ledgers.decisions.domain.sheets import TOPICS
from pingyi.ledgers.kit.domain.fields import Declaration, asked_twice, gaps, idle
from pingyi.ledgers.kit.domain.record_fields import KIT_FIELDS
from pingyi.ledgers.orglife.domain.fields import FIELDS as ORGLIFE
from pingyi.ledgers.orglife.domain.sheets import ORGLIFE_FORMS
from tests.ledgers.burden.asking import columns, inputs, known, models_of, stored

ALL = (ORGLIFE, DECISIONS, KIT_FIELDS)
SHEETS = {"orglife": ORGLIFE_FORMS, "decisions": (TOPICS,), "kit": ()}
FORMS = {
    "orglife": (["orglife"], ["activity-*.html", "orglife-*.html", "party-member-*.html"]),
    "decisions": (["decisions"], [f"{name}.html" for name in ("topic-*", "*decision-*", "_evidence-add")]),
    "kit": (["ledgers"], ["ledger-setting-*.html"]),
}


def gaps_of(declared: Declaration) -> list[str]:
    return gaps(
        declared,
        stored=stored(models_of(declared.ledger)),
        columns=columns(SHEETS[declared.ledger]),
        inputs=inputs(*FORMS[declared.ledger]),
    )


@pytest.mark.parametrize("declared", ALL, ids=lambda one: one.ledger)
def test_every_column_and_every_input_of_a_ledger_is_declared(declared: Declaration) -> None:
    assert gaps_of(declared) == []


@pytest.mark.parametrize("declared", ALL, ids=lambda one: one.ledger)
def test_every_field_names_who_reads_it(declared: Declaration) -> None:
    assert idle(declared) == []


def test_one_fact_is_asked_for_once_and_what_the_register_knows_is_not() -> None:
    assert asked_twice(ALL, known()) == []


def test_a_forgotten_field_is_missed_in_its_table_its_sheet_and_its_form() -> None:
    assert gaps_of(ORGLIFE.without("Activity", "place")) == [
        "column Activity.place is not declared",
        "input place is not declared",
        "sheet column 组织生活.place is not declared",
    ]
