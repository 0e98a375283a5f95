from django.db import migrations

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("rotation", "0001_initial")]
    operations = [
        refuse_changes("rotation_earlierturns"),
        refuse_changes("rotation_turndecision"),
    ]
