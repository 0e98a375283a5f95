"""Tables of one migration are drawn into the picture of all models that is there already."""

from django.db import migrations, models
from django.db.migrations.state import ProjectState

from pingyi.core.tables import MakeTables

KEY = ("id", models.BigAutoField(primary_key=True))


def test_a_later_migration_finds_the_tables_of_an_earlier_one() -> None:
    state = ProjectState()
    picture = state.apps
    MakeTables([migrations.CreateModel("College", [KEY])]).state_forwards("town", state)
    to_college = models.ForeignKey("town.College", on_delete=models.CASCADE)
    MakeTables([migrations.CreateModel("Branch", [KEY, ("college", to_college)])]).state_forwards(
        "town", state
    )

    assert state.apps is picture
    branch = state.apps.get_model("town", "Branch")
    assert branch._meta.get_field("college").related_model is state.apps.get_model("town", "College")


def test_without_a_picture_none_is_drawn_before_it_is_asked_for() -> None:
    state = ProjectState()
    MakeTables([migrations.CreateModel("College", [KEY])]).state_forwards("town", state)

    assert "apps" not in state.__dict__
    assert state.apps.get_model("town", "College")._meta.db_table == "town_college"
