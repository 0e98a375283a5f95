import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('appraisal', '0002_what_was_decided_does_not_change'),
        ('documents', '0002_school_templates'),
    ]

    operations = [
        migrations.AddField(
            model_name='feedbackletter',
            name='template',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.papertemplate'),
        ),
    ]
