import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('cycles', '0001_initial'),
        ('organisations', '0001_initial'),
        ('rectification', '0001_initial'),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='DutyReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('returned', 'returned'), ('accepted', 'accepted')], default='draft', max_length=16)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('saved_at', models.DateTimeField(blank=True, null=True)),
                    ('rounds', models.PositiveSmallIntegerField(default=0)),
                    ('first_submitted_at', models.DateTimeField(blank=True, null=True)),
                    ('submitted_at', models.DateTimeField(blank=True, null=True)),
                    ('decided_at', models.DateTimeField(blank=True, null=True)),
                    ('return_reason', models.TextField(blank=True)),
                    ('due_at', models.DateTimeField(blank=True, null=True)),
                    ('level', models.PositiveSmallIntegerField(default=0)),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='report', to='cycles.reporter')),
                    ('saved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), _negated=True), models.Q(('return_reason', ''), _negated=True), _connector='OR'), name='report_returned_with_reason'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['returned', 'accepted']), _negated=True), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='report_decided_with_author_and_time'), models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('first_submitted_at__isnull', False), ('rounds__gte', 1), ('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='report_submitted_with_author_and_time')],
                },
            ),
            migrations.CreateModel(
                name='ProblemAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(blank=True)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('problem', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='rectification.problemitem')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='dutyreports.dutyreport')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('report', 'problem'), name='answer_once')],
                },
            ),
            migrations.CreateModel(
                name='ReportSection',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('code', models.CharField(blank=True, default='', max_length=40)),
                    ('part', models.CharField(choices=[('duties', 'duties'), ('problems', 'problems'), ('plans', 'plans')], default='duties', max_length=16)),
                    ('heading', models.CharField(max_length=120)),
                    ('text', models.TextField(blank=True)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='dutyreports.dutyreport')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('report', 'sequence'), name='section_sequence_once')],
                },
            ),
        ]),
    ]
