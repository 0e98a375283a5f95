"""Long work outside the request: one thread per process takes the waiting jobs in turn.

The thread starts with the first job and ends when none waits. A job is a row, so its progress is seen by every
page; a process that dies leaves a running row without signs of life, which the next look marks as failed.
Handlers are registered per kind by the applications; each must change nothing before its last step, in which
it writes everything and its own end in one transaction (`RunningJob.finish`).
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from django.db import DatabaseError, close_old_connections, connection, transaction

from pingyi.core.clock import now as clock_now
from pingyi.core.errors import Refused
from pingyi.core.live import announce
from pingyi.core.models import Job
from pingyi.core.words import Words

REPORT_SECONDS = 0.3
LOST_AFTER = timedelta(seconds=90)
State = Job.State
logger = logging.getLogger(__name__)


class Cancelled(Exception):
    """Raised inside a handler when somebody asked to stop; nothing may have been changed."""


class RunningJob:
    """What a handler gets: its arguments, and a way to say how far it is."""

    def __init__(self, job: Job) -> None:
        self.id = job.pk
        self.institution_id = job.institution_id
        self.asked_by_id = job.asked_by_id
        self.arguments: dict[str, Any] = job.arguments
        self.started_at = clock_now()
        self.done = 0
        self.total = job.total
        self.is_finished = False
        self._reported_at = 0.0

    def expect(self, total: int) -> None:
        """Says how many steps there will be, now that it is known."""
        self.done, self.total = 0, total
        self.report()

    def step(self) -> None:
        """One more step is done. Looks now and then whether to stop; raises `Cancelled` then."""
        self.done += 1
        if monotonic() - self._reported_at > REPORT_SECONDS:
            self.report()

    def report(self, message: str = "") -> None:
        """Writes the progress down and raises `Cancelled` if somebody asked to stop."""
        self._reported_at = monotonic()
        row = Job.objects.filter(pk=self.id, state=State.RUNNING)
        row.update(done=min(self.done, self.total), total=self.total, message=message, seen_at=clock_now())
        announce(f"job:{self.id}")
        if Job.objects.filter(pk=self.id, is_cancel_asked=True).exists():
            raise Cancelled

    def finish(self, result: dict[str, Any]) -> None:
        """Ends the job inside the transaction of its writes: both are there, or neither."""
        self.is_finished = True
        _end(self.id, State.DONE, result=result, done=self.total)


Handler = Callable[[RunningJob], dict[str, Any]]
_handlers: dict[str, Handler] = {}
_lock = threading.Lock()
_worker: threading.Thread | None = None
_is_asked = False


def register(kind: str, handler: Handler) -> None:
    """Says what does jobs of this kind. Called while the applications are loaded."""
    _handlers[kind] = handler


def wake() -> None:
    """Starts the worker unless it runs. Call it after the job is committed."""
    global _worker, _is_asked  # noqa: PLW0603 (one worker per process is the point)
    with _lock:
        _is_asked = True
        if _worker is None:
            _worker = threading.Thread(target=_work, name="pingyi-jobs", daemon=True)
            _worker.start()


def start_after_commit() -> None:
    """Wakes the worker as soon as the present transaction is committed."""
    transaction.on_commit(wake)


def look_after(moment: datetime) -> None:
    """Marks jobs of dead processes as failed and sees to it that waiting ones are taken up."""
    lost = Job.objects.filter(state=State.RUNNING, seen_at__lt=moment - LOST_AFTER)
    message = Words("服务器中途停过，这件事没有做完，什么都没有改。请重新开始。")
    lost.update(state=State.FAILED, message=message, ended_at=moment)
    if Job.objects.filter(state=State.WAITING).exists():
        wake()


def recover(moment: datetime) -> None:
    """What a server does when it starts. The embedded one is alone, so whatever runs belongs to a dead process."""
    try:
        if connection.vendor == "sqlite":
            Job.objects.filter(state=State.RUNNING).update(seen_at=moment - 2 * LOST_AFTER)
        look_after(moment)
    except DatabaseError:
        logger.warning("no table of jobs yet: nothing to recover")
    finally:
        connection.close()


def run_waiting() -> None:
    """Takes the waiting jobs one after the other, in this thread."""
    while (job_id := _next()) is not None:
        run(job_id)


def run(job_id: int) -> None:
    """Does one waiting job in this thread; does nothing if another worker has it already."""
    taken = Job.objects.filter(pk=job_id, state=State.WAITING)
    if not taken.update(state=State.RUNNING, seen_at=clock_now()):
        return
    job = Job.objects.get(pk=job_id)
    running = RunningJob(job)
    try:
        result = _handlers[job.kind](running)
    except Cancelled:
        _end(job_id, State.CANCELLED, message=Words("已取消，什么都没有改。"))
    except Refused as refusal:
        _end(job_id, State.FAILED, message=refusal.message, result={"code": refusal.code})
    except Exception:
        logger.exception("job %s failed", job_id)
        _end(
            job_id,
            State.FAILED,
            message=Words("系统出错，不是您填错了，什么都没有改。请再试一次；还不行，请告诉管理员。"),
        )
    else:
        if not running.is_finished:
            _end(job_id, State.DONE, result=result, done=running.total)


def _next() -> int | None:
    return Job.objects.filter(state=State.WAITING).order_by("pk").values_list("pk", flat=True).first()


def _end(job_id: int, state: str, **fields: Any) -> None:
    Job.objects.filter(pk=job_id).update(state=state, ended_at=clock_now(), **fields)
    announce(f"job:{job_id}")


def _work() -> None:
    """The worker: looks once for every time that it was asked, then ends and leaves no connection behind."""
    global _worker, _is_asked  # noqa: PLW0603
    while True:
        with _lock:
            if not _is_asked:
                _worker = None
                return
            _is_asked = False
        try:
            close_old_connections()
            run_waiting()
        except Exception:
            logger.exception("the job worker stumbled")
        finally:
            connection.close()
