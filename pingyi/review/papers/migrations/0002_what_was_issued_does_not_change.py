from django.db import migrations

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_initial")]
    operations = [
        refuse_changes("papers_circulation"),
        refuse_changes("papers_circularreader"),
        refuse_changes("papers_issuedpaper"),
        refuse_changes("papers_numberedcopies"),
        refuse_changes("papers_papervoiding"),
    ]
