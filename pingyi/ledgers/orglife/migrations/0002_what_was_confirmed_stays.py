from django.db import migrations

from pingyi.ledgers.kit.triggers import guard_records


class Migration(migrations.Migration):
    dependencies = [("orglife", "0001_initial")]
    operations = guard_records("orglife_activity")
