from django.db import migrations

from pingyi.review.daily.statements import protect_daily


class Migration(migrations.Migration):
    dependencies = [("daily", "0001_initial")]
    operations = protect_daily()
