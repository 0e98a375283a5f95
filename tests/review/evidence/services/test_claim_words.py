"""What the database itself refuses of words beside the sentences of a report."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.evidence.models import ClaimWord
from pingyi.review.evidence.queries import words_on
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def write(world: ReportWorld, report: DutyReport, **changes: Any) -> ClaimWord:
    fields = {
        "institution": world.institution,
        "report": report,
        "section": "section-1",
        "sentence": "获市级表彰。",
        "digest": "a" * 64,
        "finding": "verified",
        "note": "看了文件",
        "round": 1,
        "said_by_id": world.clerk.account_id,
        "said_at": NOW,
        **changes,
    }
    with scope(institution=world.institution), transaction.atomic():
        return ClaimWord.objects.create(**fields)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "UNIQUE|unique"),
        ({"section": "section-2", "note": ""}, "claim_word_has_note"),
        ({"section": "section-2", "finding": "maybe"}, "claim_word_finding"),
        ({"section": "section-2", "ended_at": NOW}, "claim_word_ended_by_somebody"),
    ],
)
def test_the_database_keeps_one_standing_word_with_its_reason(changes: dict[str, Any], name: str) -> None:
    world = make_report_world()
    report = world.hand_in()
    write(world, report)
    with pytest.raises(IntegrityError, match=name):
        write(world, report, **changes)


@pytest.mark.parametrize("count", [1, 3])
def test_standing_words_of_many_reports_take_one_query(count: int, django_assert_num_queries: Any) -> None:
    world = make_report_world(reporters=count)
    reports = [world.hand_in(place) for place in range(count)]
    ended = {"ended_at": NOW, "ended_by_id": world.clerk.account_id}
    for report in reports:
        write(world, report, note="旧的", **ended)
        write(world, report, note="现在的")
    with scope(institution=world.institution), django_assert_num_queries(1):
        found = words_on(report.pk for report in reports)
        notes = {
            word.note for words in found.values() for word in words.values() if word.said_by.display_name
        }
    assert len(found) == count
    assert notes == {"现在的"}
