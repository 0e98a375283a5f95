"""The settings of a cycle: every number of the review is one of these, with author and time; none is national law.

Defaults and where such values were seen: docs/guide/zh/settings.md.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class SelfVote(StrEnum):
    EXCLUDE = "exclude"
    ALLOW = "allow"


class InvalidRule(StrEnum):
    """Rules that look at a whole ballot; they act when it is sent (phone) or entered (paper)."""

    INCOMPLETE = "incomplete"
    ALL_SAME = "all_same"


class CommentTiming(StrEnum):
    AFTER_EACH = "after_each"
    AFTER_ALL = "after_all"


class BallotScope(StrEnum):
    """Who is voted on unless the roster says otherwise: all reporters, or only those on site."""

    ALL = "all"
    ON_SITE = "on_site"


class Counting(StrEnum):
    """How the length of a text is counted: every sign, without punctuation, or as office programs do (a foreign word or
    a number is one)."""

    SIGNS = "signs"
    NO_PUNCTUATION = "no_punctuation"
    WORDS = "words"


class Breach(StrEnum):
    """What happens when a report breaks a limit: it is not taken, or whoever reads it is told."""

    REFUSE = "refuse"
    WARN = "warn"


class SpeakingOrder(StrEnum):
    LOT = "lot"
    LIST = "list"


class PublishNames(StrEnum):
    """Who stands in the circular with a grade: everybody, those with the first grade, nobody (numbers only)."""

    ALL = "all"
    FIRST = "first"
    NOBODY = "nobody"


class PublishReaders(StrEnum):
    """Who reads the circular in the system: the secretaries of this review, all secretaries, nobody."""

    REPORTERS = "reporters"
    SECRETARIES = "secretaries"
    NOBODY = "nobody"


class Satisfied(StrEnum):
    """Which of the four answers of a poll count as satisfied: 满意 and 较满意, or 满意 alone."""

    BEST_TWO = "best_two"
    BEST = "best"


class OnSiteTurns(StrEnum):
    """Who reports on site: people take turns, or everybody does every year."""

    ROTATION = "rotation"
    ALL = "all"


@dataclass(frozen=True)
class ReviewSettings:
    """The settings in force, typed. Shares and points are exact; times in seconds; lengths in characters."""

    grade_points: dict[str, Fraction] = field(
        default_factory=lambda: {
            "good": Fraction(100),
            "fairly_good": Fraction(80),
            "average": Fraction(60),
            "poor": Fraction(40),
        }
    )
    bands: tuple[tuple[str, Fraction], ...] = (
        ("good", Fraction(90)),
        ("fairly_good", Fraction(75)),
        ("average", Fraction(60)),
        ("poor", Fraction(0)),
    )
    denominator: str = "valid"
    empty_category: str = "redistribute"
    composite_ballot: Fraction = Fraction(1)
    composite_daily: Fraction = Fraction(0)
    composite_leader: Fraction = Fraction(0)
    min_non_good_share: Fraction = Fraction(15, 100)
    display_decimals: int = 2
    has_unknown_option: bool = False
    self_vote: SelfVote = SelfVote.EXCLUDE
    invalid_rules: frozenset[InvalidRule] = frozenset({InvalidRule.INCOMPLETE})
    threshold: int = 5
    spare_minimum: int = 5
    spare_share: Fraction = Fraction(20, 100)
    speech_seconds: int = 480
    warn_seconds: int = 60
    comment_seconds: int = 240
    comment_timing: CommentTiming = CommentTiming.AFTER_EACH
    report_max_chars: int = 4000
    report_min_problem_share: Fraction = Fraction(1, 3)
    must_answer_last_year: bool = True
    report_counting: Counting = Counting.SIGNS
    report_over_length: Breach = Breach.REFUSE
    report_low_share: Breach = Breach.WARN
    # The levels that examine a report, lowest first, in words (本单位、联系部门、组织部门). The last are the clerks.
    report_levels: str = "组织部门"
    # None: nobody is reminded by itself.
    report_remind_before: int | None = 3
    report_remind_every: int | None = None
    # Likeness of reports: what stands with so many authors is a set phrase; 0 takes nothing out.
    likeness_common_share: Fraction = Fraction(1, 10)
    likeness_min_chars: int = 30
    likeness_waits_for_look: bool = False
    likeness_names_units: bool = False
    # The same fault again: how many are proposed at most, and how alike they read at least (0 to 100).
    kin_shown: int = 5
    kin_least_percent: int = 8
    decision_body: str = "党委会"
    list_due_days: int = 8
    # No number was found anywhere: the user must set it.
    rectification_months: int | None = None
    # None: the day of the relapse check is chosen when a task is closed out, or left open.
    relapse_check_months: int | None = None
    # Who is told of an overdue task, up the line: the responsible person at once, then after so many more working days.
    # None: this rung is left out.
    ladder_runs: bool = True
    ladder_secretary_days: int | None = 3
    ladder_superior_days: int | None = 7
    ladder_department_days: int | None = 14
    # A problem that nobody has claimed, or listed tasks for: so many working days after its day, up the same line.
    ladder_answer_days: int | None = 1
    # The satisfaction poll on rectification.
    poll_satisfied: Satisfied = Satisfied.BEST_TWO
    publish_range: str = ""
    publish_names: PublishNames = PublishNames.ALL
    publish_readers: PublishReaders = PublishReaders.REPORTERS
    ballot_scope: BallotScope = BallotScope.ALL
    speaking_order: SpeakingOrder = SpeakingOrder.LOT
    # Everybody speaks on site at least once in so many years; None: once while in post.
    on_site_every_years: int | None = None
    on_site_turns: OnSiteTurns = OnSiteTurns.ROTATION
    # None: nobody has set it; the planner says how many places are needed.
    on_site_places: int | None = None
    # An organisation founded less than so many months before the end of the year need not report on site.
    on_site_new_months: int | None = 3
    on_site_balance: bool = False
    speech_max_chars: int = 1300
    good_gate: str = ""
    feedback_to: str = "述职书记本人及所在党组织"
