"""Daily assessment for the demonstration: sets in force, self-assessments in every state, scores of everybody."""

from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.rehearsal.stages import daily

# In the review whose rules give the daily part weight; the other one shows the scores to whoever comments.
WITH_WEIGHT = "seed-a"
WEIGHTS = ("composite_ballot", "composite_daily")


def settings_in(key: str, settings: dict[str, str]) -> dict[str, str]:
    """The settings of a review of the demonstration."""
    if key == WITH_WEIGHT:
        return settings
    return {name: value for name, value in settings.items() if name not in WEIGHTS}


def show_daily(play: Play) -> None:
    """The first secretary assessed herself and was checked; one waits, one was given back, one has a draft."""
    on_site = play.scenario.on_site
    daily.choose_indicators(play)
    daily.assess_themselves(play, on_site[:1])
    daily.leave_some_waiting(play, waiting=on_site[2], returned=on_site[3], drafting=on_site[4])
    daily.calculate(play)
    if set(WEIGHTS) <= play.scenario.settings.keys():
        daily.hand_over(play)
