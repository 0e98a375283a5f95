"""The settings of a cycle as they are in force, and who set what when."""

from pingyi.review.cycles.domain.setting_values import settings_from
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle, CycleSetting


def settings_of(cycle: Cycle) -> ReviewSettings:
    """The settings in force: for each key the newest row, else the default."""
    return settings_from(stored_values(cycle))


def stored_values(cycle: Cycle) -> dict[str, object]:
    """The newest stored value of each key that somebody has set. One query."""
    rows = CycleSetting.objects.filter(cycle=cycle).order_by("pk").values_list("key", "value")
    return dict(rows)


def setting_history(cycle: Cycle) -> dict[str, list[CycleSetting]]:
    """All rows of each key, newest first, with their authors."""
    history: dict[str, list[CycleSetting]] = {}
    for row in CycleSetting.objects.filter(cycle=cycle).select_related("set_by").order_by("-pk"):
        history.setdefault(row.key, []).append(row)
    return history
