"""Two people press at the same moment: real threads, real transactions, on both databases."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection
from django_scopes import scope

from pingyi.core.errors import Refused
from pingyi.organisations.models import Institution


def both_at_once(institution: Institution, *acts: Callable[[], object]) -> list[str]:
    """Runs the acts in threads that start together; what each came to, sorted: done, or the code of the refusal.

    A crash in a thread is an end of its own, so that no test takes it for a refusal.
    """
    start = Barrier(len(acts))
    ends: list[str] = []

    def act(one: Callable[[], object]) -> None:
        try:
            with scope(institution=institution):
                start.wait()
                one()
            ends.append("done")
        except Refused as refusal:
            ends.append(refusal.code)
        except Exception as crash:  # noqa: BLE001 (a crash in a thread is what such a test looks for)
            ends.append(repr(crash))
        finally:
            connection.close()

    threads = [Thread(target=act, args=(one,)) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(ends)
