from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0002_append_only")]
    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["subject_kind", "subject_id"], name="event_of_subject"),
        ),
    ]
