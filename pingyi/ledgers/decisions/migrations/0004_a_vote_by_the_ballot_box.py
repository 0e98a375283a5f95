import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0003_topics_of_three_kinds_and_filed_minutes"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="agendaitem",
            name="agenda_secret_has_two_tellers",
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="at_box",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="box_issued",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="box_note",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="box_returned",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="counted_by_box",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("first_teller__isnull", False),
                        ("form", "secret"),
                        ("second_teller__isnull", False),
                        models.Q(("first_teller", models.F("second_teller")), _negated=True),
                        ("counted_by_box", ""),
                    ),
                    models.Q(
                        ("first_teller__isnull", True),
                        ("form", "secret"),
                        ("second_teller__isnull", True),
                        models.Q(("counted_by_box", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("form", "secret"), _negated=True),
                        ("counted_by_box", ""),
                        ("first_teller__isnull", True),
                        ("second_teller__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="agenda_secret_has_two_tellers_or_a_box",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("box_issued__isnull", True), ("box_returned__isnull", True), ("counted_by_box", "")
                    ),
                    models.Q(
                        models.Q(("counted_by_box", ""), _negated=True),
                        ("box_issued__isnull", False),
                        (
                            "box_returned__gte",
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("approve"), "+", models.F("against")
                                ),
                                "+",
                                models.F("abstain"),
                            ),
                        ),
                        ("box_returned__isnull", False),
                        ("box_returned__lte", models.F("box_issued")),
                    ),
                    _connector="OR",
                ),
                name="agenda_box_has_its_account",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("at_box", False), ("outcome", ""), _connector="OR"),
                name="agenda_open_while_at_the_box",
            ),
        ),
    ]
