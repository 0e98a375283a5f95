from django.db import migrations

from pingyi.review.rectification.statements import protect_closing


class Migration(migrations.Migration):
    dependencies = [("rectification", "0001_initial")]
    operations = protect_closing()
