from django.db import migrations

from pingyi.review.duties.statements import protect_lists


class Migration(migrations.Migration):
    dependencies = [("duties", "0001_initial")]
    operations = protect_lists()
