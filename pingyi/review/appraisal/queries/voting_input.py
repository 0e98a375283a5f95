"""What a counted voting puts into the calculation: the rules of the review and the counts of its boxes."""

from fractions import Fraction

from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.rules import (
    Band,
    Category,
    Composite,
    Denominator,
    EmptyCategory,
    GradePoints,
    Rules,
)
from pingyi.review.appraisal.queries.marks import Marks, marks_of
from pingyi.review.ballots.models import Voting
from pingyi.review.ballots.queries import count_voting
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.queries import settings_of, standing_classes


def voting_input(voting: Voting) -> tuple[Rules, tuple[Reporter, ...]]:
    """Rules and reporters of a counted voting, in the order of the ballot. A box left unopened counts as nothing.

    Reporters are named by the numbers of their rows, classes by their codes. Refuses before the count.
    """
    counted = count_voting(voting)
    marks = marks_of(voting.meeting.cycle)
    reporters = tuple(
        Reporter(
            id=str(reporter_id),
            daily=marks.get(reporter_id, Marks()).daily,
            leader=marks.get(reporter_id, Marks()).leader,
            ballots=by_class,
        )
        for reporter_id, by_class in counted.items()
    )
    return rules_of(voting.meeting, settings_of(voting.meeting.cycle)), reporters


def rules_of(meeting: ReviewMeeting, settings: ReviewSettings) -> Rules:
    """The settings and the weights of the classes that vote, as rules of the calculation."""
    return Rules(
        grade_points=GradePoints(**settings.grade_points),
        denominator=Denominator(settings.denominator),
        categories=tuple(Category(one.code, one.weight) for one in standing_classes(meeting)),
        empty_category=EmptyCategory(settings.empty_category),
        bands=tuple(Band(name, bound) for name, bound in settings.bands),
        composite=Composite(
            ballot=settings.composite_ballot,
            daily=settings.composite_daily,
            leader=settings.composite_leader,
        ),
        min_non_good_share=Fraction(settings.min_non_good_share),
        display_decimals=settings.display_decimals,
    )
