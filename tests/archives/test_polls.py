"""The satisfaction polls on a review's rectification stand in its package, their results only beside the counts."""

from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Refused
from pingyi.review.appraisal.models import SatisfactionResult
from pingyi.review.ballots.models import Voting
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from tests.archives.test_packages import packed, table, text_of
from tests.factories.whole_review import WholeReview, make_whole_review
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(settings: Any, tmp_path: Path) -> WholeReview:
    settings.DATA = tmp_path
    return make_whole_review()


def test_the_poll_is_beside_the_review_and_not_in_it(review: WholeReview) -> None:
    package = packed(review, review.office.clerk)
    with scope(institution=review.office.institution):
        poll = Cycle.objects.get(polled=review.office.cycle)
        row = Reporter.objects.get(cycle=poll)
    assert [(one["id"], one["name"]) for one in table(package, "polls")] == [(poll.pk, poll.name)]
    assert [(one["id"], one["poll"]) for one in table(package, "polled")] == [(row.pk, poll.pk)]
    assert [one["code"] for one in table(package, "poll_classes")] == ["甲", "乙"]
    assert row.pk not in [one["id"] for one in table(package, "reporters")]
    assert [one["id"] for one in table(package, "cycle")] == [review.office.cycle.pk]
    assert "poll.planned" in text_of(package)


def test_its_result_leaves_only_with_the_counts(review: WholeReview) -> None:
    with scope(institution=review.office.institution):
        poll = Cycle.objects.get(polled=review.office.cycle)
        SatisfactionResult.objects.create(
            institution=review.office.institution,
            poll=poll,
            input={"satisfied": "best_two", "threshold": 5, "rows": []},
            output={"rows": [{"share": "37/41"}]},
            may_be_told=True,
            made_at=NOW,
            made_by_id=review.review.leader.account_id,
        )
    assert "37/41" not in text_of(packed(review, review.office.clerk))
    counted = packed(review, review.review.leader, with_counts=True)
    assert [one["poll"] for one in table(counted, "poll_results")] == [poll.pk]
    assert "37/41" in text_of(counted)


def test_while_a_poll_is_being_voted_nothing_is_packed(review: WholeReview) -> None:
    with scope(institution=review.office.institution):
        Voting.objects.create(
            institution=review.office.institution,
            meeting=ReviewMeeting.objects.get(cycle__polled=review.office.cycle),
            mode="code",
            public_key="POLLKEY1",
            plan_fingerprint="f" * 64,
            state="open",
            opened_at=NOW,
            opened_by_id=review.review.scrutineer.account_id,
        )
    with pytest.raises(Refused, match="正在投票"):
        packed(review, review.office.clerk)
