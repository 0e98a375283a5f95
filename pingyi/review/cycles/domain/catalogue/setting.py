"""What a setting is, and in which part of the page it stands."""

from dataclasses import dataclass
from enum import StrEnum

from pingyi.review.cycles.domain.kinds import Kind

# Settings that were not in the first version. Whatever is added to the catalogue from now on belongs here.
LATER = frozenset(
    {
        "on_site_turns",
        "on_site_places",
        "on_site_new_months",
        "on_site_balance",
        "report_counting",
        "report_over_length",
        "report_low_share",
        "report_levels",
        "report_remind_before",
        "report_remind_every",
        "likeness_common_share",
        "likeness_min_chars",
        "likeness_waits_for_look",
        "likeness_names_units",
        "publish_names",
        "publish_readers",
        "kin_shown",
        "kin_least_percent",
        "relapse_check_months",
        "ladder_runs",
        "ladder_secretary_days",
        "ladder_superior_days",
        "ladder_department_days",
        "ladder_answer_days",
        "poll_satisfied",
    }
)

# What of a review's rules a satisfaction poll on its rectification takes over, and its page of rules shows.
OF_POLLS = frozenset(
    {
        "has_unknown_option",
        "self_vote",
        "invalid_incomplete",
        "invalid_all_same",
        "threshold",
        "spare_minimum",
        "spare_share",
        "poll_satisfied",
    }
)


class Group(StrEnum):
    """The five parts of the settings page."""

    BALLOT = "ballot"
    SCORE = "score"
    MEETING = "meeting"
    REPORT = "report"
    RECTIFICATION = "rectification"


@dataclass(frozen=True)
class Setting:
    """One setting. `hint` says what it changes; `key` is its name in forms and in the stored rows."""

    key: str
    group: Group
    label: str
    kind: Kind
    hint: str = ""

    @property
    def is_later(self) -> bool:
        """Whether plans were frozen before there was such a setting."""
        return self.key in LATER
