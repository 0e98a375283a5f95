import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0002_append_only'),
        ('documents', '0001_number_register'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PaperTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40)),
                ('version', models.PositiveIntegerField()),
                ('uploaded_at', models.DateTimeField()),
                ('tried_at', models.DateTimeField(blank=True, null=True)),
                ('is_in_use', models.BooleanField(default=False)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('institution', 'kind', 'version'), name='template_version_once'), models.UniqueConstraint(condition=models.Q(('is_in_use', True)), fields=('institution', 'kind'), name='template_one_in_use'), models.CheckConstraint(condition=models.Q(('is_in_use', False), ('tried_at__isnull', False), _connector='OR'), name='template_in_use_was_tried')],
            },
        ),
        # A letter that went out is printed from its version for as long as there are letters.
        refuse_changes("documents_papertemplate", ("DELETE",)),
    ]
