"""Two clerks confirm at the same moment: real threads, real transactions, on both databases."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django_scopes import scope, scopes_disabled

from pingyi.core.models import Job
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person, Post
from pingyi.organisations.services.organisation_tree import move_organisation
from pingyi.organisations.services.posts import appoint
from pingyi.organisations.services.register_import import confirm_import, hand_in_import
from tests.factories.world import NOW, make_actor, make_institution, make_organisation, make_person
from tests.organisations.services.register import workbook

pytestmark = pytest.mark.django_db(transaction=True)


def together(institution: object, *acts: object) -> list[str]:
    """Runs the acts in threads that start together; what each came to, sorted."""
    from pingyi.core.errors import Refused

    start = Barrier(len(acts))
    ends: list[str] = []

    def act(one: object) -> None:
        assert callable(one)
        try:
            with scope(institution=institution):
                start.wait()
                found = one()
            ends.append(found.state if isinstance(found, Job) else "done")
        except Refused as refusal:
            ends.append(refusal.code)
        finally:
            connection.close()

    threads = [Thread(target=act, args=(one,)) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(ends)


def test_the_same_file_from_two_desks_is_written_once() -> None:
    institution = make_institution()
    clerks = [make_actor(institution, "clerk") for _ in range(2)]
    with scope(institution=institution):
        previews = [
            hand_in_import(actor=clerk, now=NOW, name="名册.xlsx", content=workbook()) for clerk in clerks
        ]

    def confirm(clerk: Actor, preview: Job) -> object:
        return lambda: confirm_import(actor=clerk, now=NOW, preview=preview)

    ends = together(institution, *(confirm(*pair) for pair in zip(clerks, previews, strict=True)))
    with scopes_disabled():
        assert (ends, Organisation.objects.count(), Person.objects.count()) == (["done", "failed"], 4, 3)


def test_two_clicks_on_one_confirmation_write_once() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    with scope(institution=institution):
        preview = hand_in_import(actor=clerk, now=NOW, name="名册.xlsx", content=workbook())
    together(institution, *[lambda: confirm_import(actor=clerk, now=NOW, preview=preview)] * 2)
    with scopes_disabled():
        assert (Job.objects.filter(kind="register.apply").count(), Organisation.objects.count()) == (1, 4)


def test_two_secretaries_appointed_at_once_leave_one() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    organisation = make_organisation(institution)
    people = [make_person(institution) for _ in range(2)]

    def appointment(person: Person) -> object:
        return lambda: appoint(
            actor=clerk,
            now=NOW,
            person=person,
            organisation=organisation,
            title_text="党委书记",
            started_on=NOW.date(),
        )

    ends = together(institution, *(appointment(person) for person in people))
    with scopes_disabled():
        assert (ends, Post.objects.count()) == (["done", "post.two_secretaries"], 1)


def test_two_moves_below_each_other_leave_no_circle() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    one, other = make_organisation(institution), make_organisation(institution)

    def move(organisation: Organisation, parent: Organisation) -> object:
        return lambda: move_organisation(actor=clerk, now=NOW, organisation=organisation, parent=parent)

    ends = together(institution, move(one, other), move(other, one))
    assert ends == ["done", "organisation.circle"]
