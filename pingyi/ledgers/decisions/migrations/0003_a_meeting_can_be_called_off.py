from django.db import migrations, models

from pingyi.core.triggers import refuse_where


class Migration(migrations.Migration):
    dependencies = [("decisions", "0002_no_meeting_stands_in_for_the_party_meeting")]

    operations = [
        migrations.AddField("decisionmeeting", "called_off_at", models.DateTimeField(null=True)),
        refuse_where(
            "decisions_decisionmeeting",
            "decisionmeeting_called_off_is_over",
            "UPDATE",
            wrong="OLD.called_off_at IS NOT NULL OR (NEW.called_off_at IS NOT NULL AND NEW.begun_at IS NOT NULL)",
            message="a meeting that was called off is over, and one that was held is not called off",
        ),
        refuse_where(
            "decisions_agendaitem",
            "agendaitem_at_a_meeting_that_stands",
            "INSERT",
            wrong="EXISTS (SELECT 1 FROM decisions_decisionmeeting m WHERE m.id = NEW.meeting_id AND m.called_off_at IS NOT NULL)",
            message="a meeting that was called off takes no topics",
        ),
    ]
