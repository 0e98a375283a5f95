from django.db import migrations

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("kit", "0001_initial")]
    operations = [refuse_changes("kit_ledgersetting")]
