from django.db import migrations

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):

    dependencies = [("supervision", "0001_initial")]

    operations = [
        refuse_changes("supervision_supervisioncircular"),
        refuse_changes("supervision_lookback"),
    ]
