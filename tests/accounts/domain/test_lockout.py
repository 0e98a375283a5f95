from datetime import UTC, datetime, timedelta

from pingyi.accounts.domain.lockout import LOCK, MOST_FAILURES, Attempts, one_more

START = datetime(2026, 1, 16, 6, 30, tzinfo=UTC)


def test_each_attempt_leaves_one_less() -> None:
    attempts = Attempts()
    left = []
    for _ in range(MOST_FAILURES):
        attempts = one_more(attempts, START)
        left.append(attempts.left)
    assert left == [4, 3, 2, 1, 0]


def test_the_fifth_attempt_locks_for_ten_minutes() -> None:
    attempts = one_more(Attempts(failed=4), START)
    assert attempts.locked_until == START + timedelta(minutes=10)
    assert attempts.is_locked(START + LOCK - timedelta(seconds=1))
    assert not attempts.is_locked(START + LOCK)


def test_after_a_lock_counting_starts_again() -> None:
    attempts = one_more(Attempts(failed=5, locked_until=START), START + timedelta(minutes=1))
    assert attempts == Attempts(failed=1)
    assert attempts.left == 4


def test_without_a_lock_nothing_is_locked() -> None:
    assert not Attempts(failed=4).is_locked(START)
