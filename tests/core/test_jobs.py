"""The worker: takes jobs beside the requests, in its own thread, and leaves nothing hanging."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from pingyi.core import jobs
from pingyi.core.clock import now as clock_now
from pingyi.core.jobs import RunningJob
from pingyi.core.models import Job
from pingyi.core.services.jobs import ask_for_job, cancel_job
from tests.factories.world import NOW

State = Job.State
KIND = "test.kind"


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> Callable[[jobs.Handler], None]:
    return lambda work: monkeypatch.setitem(jobs._handlers, KIND, work)


def ask(**more: Any) -> Job:
    return ask_for_job(institution_id=1, kind=KIND, arguments={"a": 1}, asked_by_id=2, now=NOW, **more)


def noting(done: list[int]) -> jobs.Handler:
    """A handler that only notes which jobs it did."""

    def work(running: RunningJob) -> dict[str, Any]:
        done.append(running.id)
        return {}

    return work


def wait_for_worker() -> None:
    worker = jobs._worker
    if worker is not None:
        worker.join(10)
    assert jobs._worker is None


@pytest.mark.django_db(transaction=True)
def test_the_worker_starts_after_the_commit_and_takes_all_jobs_in_turn(handler: Any) -> None:
    seen: list[tuple[int, str]] = []

    def work(running: RunningJob) -> dict[str, Any]:
        seen.append((running.id, threading.current_thread().name))
        return {"said": running.arguments["a"]}

    handler(work)
    first, second = ask(), ask()
    wait_for_worker()
    jobs.look_after(clock_now())
    wait_for_worker()
    for job in (first, second):
        job.refresh_from_db()
    assert seen == [(first.pk, "pingyi-jobs"), (second.pk, "pingyi-jobs")]
    assert [(job.state, job.result) for job in (first, second)] == [(State.DONE, {"said": 1})] * 2


@pytest.mark.django_db(transaction=True)
def test_a_running_job_sees_the_wish_to_stop_from_another_connection(
    handler: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "REPORT_SECONDS", -1)
    started, asked = threading.Event(), threading.Event()

    def work(running: RunningJob) -> dict[str, Any]:
        running.expect(10)
        started.set()
        assert asked.wait(10)
        running.step()
        raise AssertionError

    handler(work)
    job = ask()
    assert started.wait(10)
    cancel_job(job=job, now=NOW)
    asked.set()
    wait_for_worker()
    job.refresh_from_db()
    assert (job.state, job.message) == (State.CANCELLED, "已取消，什么都没有改。")


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_do_the_same_job(handler: Any) -> None:
    done: list[int] = []
    handler(noting(done))
    listed = [ask(is_waited_for=True) for _ in range(6)]
    start = threading.Barrier(2)

    def work() -> None:
        start.wait()
        for job in listed:
            jobs.run(job.pk)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [job.pk for job in listed]


@pytest.mark.django_db
def test_progress_is_seen_while_the_job_runs(handler: Any) -> None:
    states: list[tuple[str, int, int, str]] = []

    def work(running: RunningJob) -> dict[str, Any]:
        running.expect(3)
        running.done = 2
        running.report("正在写入")
        row = Job.objects.get(pk=running.id)
        states.append((row.state, row.done, row.total, row.message))
        return {}

    handler(work)
    jobs.run(ask(is_waited_for=True).pk)
    assert states == [(State.RUNNING, 2, 3, "正在写入")]


@pytest.mark.django_db
def test_only_jobs_without_signs_of_life_are_given_up() -> None:
    def running(minutes: int) -> Job:
        job = ask(is_waited_for=True)
        Job.objects.filter(pk=job.pk).update(
            state=State.RUNNING, seen_at=clock_now() - timedelta(minutes=minutes)
        )
        return job

    alive, dead = running(0), running(5)
    jobs.look_after(clock_now())
    alive.refresh_from_db()
    dead.refresh_from_db()
    assert (alive.state, dead.state, dead.ended_at is not None) == (State.RUNNING, State.FAILED, True)


@pytest.mark.django_db(transaction=True)
def test_a_server_that_starts_gives_up_what_ran_and_takes_up_what_waits(handler: Any) -> None:
    done: list[int] = []
    handler(noting(done))
    running, waiting = ask(is_waited_for=True), ask(is_waited_for=True)
    Job.objects.filter(pk=running.pk).update(state=State.RUNNING, seen_at=clock_now() - timedelta(minutes=5))
    jobs.recover(clock_now())
    wait_for_worker()
    running.refresh_from_db()
    waiting.refresh_from_db()
    assert (running.state, waiting.state, done) == (State.FAILED, State.DONE, [waiting.pk])


@pytest.mark.django_db
def test_a_job_that_ended_is_not_run_again(handler: Any) -> None:
    runs: list[int] = []
    handler(noting(runs))
    job = ask(is_waited_for=True)
    jobs.run(job.pk)
    jobs.run(job.pk)
    assert len(runs) == 1
