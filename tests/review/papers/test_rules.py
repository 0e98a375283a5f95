"""Who may do what with papers and with the register of numbers."""

import pytest
from django_scopes import scopes_disabled

from pingyi.documents.rules import may_keep_register, may_read_register
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.phrases import KIND_WORDS
from pingyi.review.papers.rules import may_read_papers, may_write_papers
from tests.factories.world import make_actor, make_cycle, make_institution, make_organisation

TABLE = {
    # role: read papers, write them, read the register, keep it
    "clerk": (True, True, True, True),
    "leader": (True, False, True, False),
    "secretary": (False, False, False, False),
    "scrutineer": (False, False, False, False),
    "counter": (False, False, False, False),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "may"), TABLE.items())
def test_roles_and_verbs(role: str, may: tuple[bool, ...]) -> None:
    institution = make_institution()
    actor = make_actor(institution, role, organisation=make_organisation(institution))
    cycle = make_cycle(institution)

    assert (
        may_read_papers(actor, cycle),
        may_write_papers(actor, cycle),
        may_read_register(actor),
        may_keep_register(actor),
    ) == may


@pytest.mark.django_db
def test_papers_of_another_institution_are_closed_to_every_role() -> None:
    with scopes_disabled():
        cycle = make_cycle(make_institution())
    stranger = make_actor(make_institution(), "clerk", "leader")

    assert not may_read_papers(stranger, cycle)
    assert not may_write_papers(stranger, cycle)
    assert not may_keep_register(stranger, cycle)


def test_every_kind_of_paper_has_its_word() -> None:
    assert KIND_WORDS.keys() == set(Kind)
