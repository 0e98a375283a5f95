"""Many write into one institution's log at the same time: real threads, real transactions, on both databases."""

from collections import Counter
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction

from pingyi.core.models import Event
from pingyi.core.queries.events import verify_chain
from pingyi.core.services import record_event
from pingyi.organisations.models import Institution
from tests.factories.world import NOW, make_institution

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, LINES = 4, 5


def write_lines(institution: Institution, start: Barrier, actor_id: int) -> None:
    try:
        start.wait()
        for _ in range(LINES):
            with transaction.atomic():
                record_event(
                    institution_id=institution.pk,
                    verb="plan.changed",
                    actor_id=actor_id,
                    subject=institution,
                    now=NOW,
                )
    finally:
        connection.close()


def test_concurrent_writers_do_not_fork_the_chain() -> None:
    one, other = make_institution(), make_institution()
    start = Barrier(2 * WRITERS)
    threads = [
        Thread(target=write_lines, args=(institution, start, actor_id))
        for institution in (one, other)
        for actor_id in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for institution in (one, other):
        check = verify_chain(institution.pk)
        assert (check.is_whole, check.lines) == (True, WRITERS * LINES)
        writers = Event.objects.filter(institution_id=institution.pk).values_list("actor_id", flat=True)
        assert Counter(writers) == Counter(list(range(WRITERS)) * LINES)
