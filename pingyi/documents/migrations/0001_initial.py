import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='NumberSeries',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('code', models.CharField(max_length=20)),
                    ('mark', models.CharField(max_length=60)),
                    ('issuer', models.CharField(max_length=120)),
                    ('printer', models.CharField(blank=True, max_length=120)),
                    ('is_active', models.BooleanField(default=True)),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('opened_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('institution', 'code'), name='series_code_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('code', ''), _negated=True), models.Q(('mark', ''), _negated=True), models.Q(('issuer', ''), _negated=True)), name='series_is_named'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='SeriesYear',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='years', to='documents.numberseries')),
                    ('year', models.PositiveSmallIntegerField()),
                    ('started_after', models.PositiveIntegerField(default=0)),
                    ('start_reason', models.CharField(blank=True, max_length=200)),
                    ('started_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('started_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('series', 'year'), name='series_year_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('start_reason', ''), ('started_after', 0), ('started_at__isnull', True), ('started_by__isnull', True)), models.Q(('started_at__isnull', False), ('started_by__isnull', False), models.Q(('start_reason', ''), _negated=True)), _connector='OR'), name='series_start_says_who_when_why'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='DocumentNumber',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('series_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='numbers', to='documents.seriesyear')),
                    ('number', models.PositiveIntegerField()),
                    ('title', models.CharField(max_length=200)),
                    ('issued_on', models.DateField()),
                    ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('taken_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('series_year', 'number'), name='document_number_once'),
                        models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='document_number_from_one'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NumberVoiding',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('document_number', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='voiding', to='documents.documentnumber')),
                    ('reason', models.CharField(max_length=200)),
                    ('voided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('voided_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='voiding_says_why'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PaperTemplate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('kind', models.CharField(max_length=40)),
                    ('version', models.PositiveIntegerField()),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('uploaded_at', models.DateTimeField()),
                    ('tried_at', models.DateTimeField(blank=True, null=True)),
                    ('is_in_use', models.BooleanField(default=False)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('institution', 'kind', 'version'), name='template_version_once'),
                        models.UniqueConstraint(condition=models.Q(('is_in_use', True)), fields=('institution', 'kind'), name='template_one_in_use'),
                        models.CheckConstraint(condition=models.Q(('is_in_use', False), ('tried_at__isnull', False), _connector='OR'), name='template_in_use_was_tried'),
                    ],
                },
            ),
        ]),
    ]
