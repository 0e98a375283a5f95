"""Letterheads for tests of papers and numbers."""

from typing import Any

from django_scopes import scopes_disabled

from pingyi.documents.models import NumberSeries
from pingyi.organisations.actor import Actor
from tests.factories.world import NOW


def make_series(actor: Actor, code: str = "示大党", **fields: Any) -> NumberSeries:
    defaults = {
        "mark": "中共示例大学委员会文件",
        "issuer": "中共示例大学委员会",
        "printer": "中共示例大学委员会办公室",
        "opened_by_id": actor.account_id,
        "opened_at": NOW,
    }
    with scopes_disabled():
        return NumberSeries.objects.create(
            institution_id=actor.institution_id, code=code, **{**defaults, **fields}
        )
