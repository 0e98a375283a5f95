import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables

from pingyi.core.triggers import refuse_changes, refuse_gaps


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='NumberSeries',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=20)),
                    ('mark', models.CharField(max_length=60)),
                    ('issuer', models.CharField(max_length=120)),
                    ('printer', models.CharField(blank=True, max_length=120)),
                    ('is_active', models.BooleanField(default=True)),
                    ('opened_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
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
                    ('year', models.PositiveSmallIntegerField()),
                    ('started_after', models.PositiveIntegerField(default=0)),
                    ('start_reason', models.CharField(blank=True, max_length=200)),
                    ('started_at', models.DateTimeField(blank=True, null=True)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='years', to='documents.numberseries')),
                    ('started_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
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
                    ('number', models.PositiveIntegerField()),
                    ('title', models.CharField(max_length=200)),
                    ('issued_on', models.DateField()),
                    ('taken_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('series_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='numbers', to='documents.seriesyear')),
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
                    ('reason', models.CharField(max_length=200)),
                    ('voided_at', models.DateTimeField()),
                    ('document_number', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='voiding', to='documents.documentnumber')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('voided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='voiding_says_why'),
                    ],
                },
            ),
        ]),
        refuse_changes('documents_documentnumber'),
        refuse_changes('documents_numbervoiding'),
        refuse_gaps(
            'documents_documentnumber',
            owner='series_year_id',
            owner_table='documents_seriesyear',
            start='started_after',
        ),
    ]
