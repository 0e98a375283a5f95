from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import JSONField, Value

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.catalogue import BY_KEY, Setting
from pingyi.review.cycles.domain.kinds import BadValueError
from pingyi.review.cycles.domain.setting_checks import setting_faults
from pingyi.review.cycles.domain.setting_values import flat_values, settings_of_values
from pingyi.review.cycles.models import Cycle, CycleSetting
from pingyi.review.cycles.queries.settings import settings_of
from pingyi.review.cycles.services.faults import SeveralFaults
from pingyi.review.cycles.services.plan_lock import lock_draft

LABELS = {key: setting.label for key, setting in BY_KEY.items()}


@transaction.atomic
def change_settings(*, actor: Actor, now: datetime, cycle: Cycle, typed: Mapping[str, str]) -> list[Setting]:
    """Set settings from what people typed, all or none. Appends one row, with author and time, per value that
    really changed, and returns those settings; keys that are not given stay as they are.
    """
    draft = lock_draft(actor, cycle.pk)
    values = flat_values(settings_of(draft))
    changed = _read(typed, values)
    if not changed:
        return []
    wrong = setting_faults(settings_of_values(values | changed))
    if wrong:
        raise SeveralFaults(wrong, code="settings.contradiction", labels=LABELS)
    settings = [BY_KEY[key] for key in changed]
    CycleSetting.objects.bulk_create(
        CycleSetting(
            institution_id=draft.institution_id,
            cycle=draft,
            key=one.key,
            value=_kept(one.kind.store(changed[one.key])),
            set_by_id=actor.account_id,
            set_at=now,
        )
        for one in settings
    )
    record_event(
        institution_id=actor.institution_id,
        verb="settings.changed",
        actor_id=actor.account_id,
        subject=draft,
        now=now,
        payload={one.key: one.kind.store(changed[one.key]) for one in settings},
    )
    return settings


def _kept(value: Any) -> Any:
    """A setting that was emptied is kept as a JSON null: a row without a value would say nothing."""
    return Value(None, JSONField()) if value is None else value


def _read(typed: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that differ from those in force, in the order of the catalogue."""
    faults: dict[str, str] = {}
    changed: dict[str, Any] = {}
    for key, setting in BY_KEY.items():
        if key not in typed:
            continue
        try:
            value = setting.kind.read(typed[key])
        except BadValueError as fault:
            faults[key] = str(fault)
            continue
        if value != values[key]:
            changed[key] = value
    if faults:
        raise SeveralFaults(faults, code="settings.value", labels=LABELS)
    return changed
