import json
from datetime import UTC, datetime, timedelta

from pingyi.review.dutyreports.domain.kept import (
    EVERY,
    WORTH_KEEPING,
    Kept,
    KeptAnswer,
    KeptSection,
    is_due,
    kept_from,
)

NINE = datetime(2026, 1, 8, 9, tzinfo=UTC)
KEPT = Kept((KeptSection(1, "履职情况", "duty", "一年来"),), (KeptAnswer(5, "支部会议记录不全", ""),))


def test_a_kept_version_comes_back_from_the_database_as_it_was() -> None:
    assert kept_from(json.loads(json.dumps(KEPT.as_json()))) == KEPT


def test_an_empty_answer_is_as_good_as_none_and_another_text_is_another_version() -> None:
    assert KEPT.digest == Kept(KEPT.sections, ()).digest
    assert KEPT.with_texts({"answer-5": "已改"}).digest != KEPT.digest


def test_texts_of_the_form_take_their_places_and_the_rest_stays() -> None:
    changed = KEPT.with_texts({"text-1": "今年以来", "heading-1": "主要做法", "answer-9": "别处的"})
    assert changed.sections == (KeptSection(1, "主要做法", "duty", "今年以来"),)
    assert changed.answers == KEPT.answers


def due(*, kept: datetime | None = None, saved: datetime | None = None, length: int = WORTH_KEEPING) -> bool:
    return is_due(last_kept_at=kept, last_saved_at=saved, now=NINE, length=length)


def test_the_first_version_waits_until_it_is_worth_keeping() -> None:
    assert due()
    assert not due(length=WORTH_KEEPING - 1)


def test_after_a_pause_the_text_is_kept_before_it_changes() -> None:
    assert due(saved=NINE - EVERY, length=1)
    assert not due(saved=NINE - EVERY, length=0)


def test_in_hours_of_writing_a_version_is_kept_now_and_then() -> None:
    a_moment_ago = NINE - timedelta(minutes=1)
    assert due(kept=NINE - EVERY, saved=a_moment_ago, length=1)
    assert not due(kept=NINE - EVERY + timedelta(minutes=1), saved=a_moment_ago)
    assert not due(kept=NINE - EVERY, saved=a_moment_ago, length=0)
