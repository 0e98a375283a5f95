from django.db import migrations

from pingyi.core.triggers import refuse_changes, refuse_gaps


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [
        refuse_changes("documents_documentnumber"),
        refuse_changes("documents_numbervoiding"),
        refuse_gaps(
            "documents_documentnumber",
            owner="series_year_id",
            owner_table="documents_seriesyear",
            start="started_after",
        ),
        refuse_changes("documents_papertemplate", ("DELETE",)),
    ]
