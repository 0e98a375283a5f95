from django.db import migrations

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [refuse_changes("core_event")]
