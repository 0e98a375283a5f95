from django.db import migrations

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("lots", "0001_initial")]
    operations = [
        refuse_changes("lots_lot"),
        refuse_changes("lots_lotdraw"),
        refuse_changes("lots_lotconfirmation"),
    ]
