import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('cycles', '0001_initial'),
        ('organisations', '0001_initial'),
        ('rectification', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='DutyReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='report', to='cycles.reporter')),
                    ('state', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('returned', 'returned'), ('accepted', 'accepted')], default='draft', max_length=16)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('saved_at', models.DateTimeField(blank=True, null=True)),
                    ('saved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('rounds', models.PositiveSmallIntegerField(default=0)),
                    ('first_submitted_at', models.DateTimeField(blank=True, null=True)),
                    ('submitted_at', models.DateTimeField(blank=True, null=True)),
                    ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('decided_at', models.DateTimeField(blank=True, null=True)),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('return_reason', models.TextField(blank=True)),
                    ('level', models.PositiveSmallIntegerField(default=0)),
                    ('due_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), _negated=True), models.Q(('return_reason', ''), _negated=True), _connector='OR'), name='report_returned_with_reason'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['returned', 'accepted']), _negated=True), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='report_decided_with_author_and_time'),
                        models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('first_submitted_at__isnull', False), ('rounds__gte', 1), ('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='report_submitted_with_author_and_time'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ReportSection',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='dutyreports.dutyreport')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('part', models.CharField(choices=[('duties', 'duties'), ('problems', 'problems'), ('plans', 'plans')], default='duties', max_length=16)),
                    ('heading', models.CharField(max_length=120)),
                    ('text', models.TextField(blank=True)),
                    ('code', models.CharField(blank=True, default='', max_length=40)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('report', 'sequence'), name='section_sequence_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ProblemAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='dutyreports.dutyreport')),
                    ('problem', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='rectification.problemitem')),
                    ('text', models.TextField(blank=True)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('report', 'problem'), name='answer_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Examiner',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='report_examiners', to='cycles.cycle')),
                    ('level', models.CharField(max_length=20)),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('organisation__isnull', False)), fields=('cycle', 'level', 'account', 'organisation'), name='examiner_once_per_organisation'),
                        models.UniqueConstraint(condition=models.Q(('organisation__isnull', True)), fields=('cycle', 'level', 'account'), name='examiner_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Examination',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='examinations', to='dutyreports.dutyreport')),
                    ('round', models.PositiveSmallIntegerField()),
                    ('level', models.CharField(max_length=20)),
                    ('verdict', models.CharField(choices=[('passed', 'Passed'), ('returned', 'Returned')], max_length=16)),
                    ('reason', models.TextField(blank=True)),
                    ('due_at', models.DateTimeField(blank=True, null=True)),
                    ('examined_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('examined_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('verdict', 'passed'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='examination_returned_with_reason'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='LikenessCheck',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('report', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='likeness', to='dutyreports.dutyreport')),
                    ('fingerprint', models.CharField(max_length=64)),
                    ('own_fingerprint', models.CharField(max_length=64)),
                    ('compared', models.PositiveIntegerField()),
                    ('whole', models.PositiveIntegerField()),
                    ('common', models.PositiveIntegerField()),
                    ('alike', models.PositiveIntegerField()),
                    ('checked_at', models.DateTimeField()),
                    ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('looked_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('whole__gte', django.db.models.expressions.CombinedExpression(models.F('common'), '+', models.F('alike')))), name='likeness_parts_within_whole'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='LikenessPassage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('check_row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='dutyreports.likenesscheck')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('own_part', models.CharField(max_length=32)),
                    ('own_title', models.CharField(max_length=120)),
                    ('own_start', models.PositiveIntegerField()),
                    ('own_end', models.PositiveIntegerField()),
                    ('own_text', models.TextField()),
                    ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='dutyreports.dutyreport')),
                    ('other_part', models.CharField(max_length=32)),
                    ('other_title', models.CharField(max_length=120)),
                    ('other_start', models.PositiveIntegerField()),
                    ('other_end', models.PositiveIntegerField()),
                    ('other_text', models.TextField()),
                    ('same', models.PositiveIntegerField()),
                    ('note', models.TextField(blank=True)),
                    ('noted_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('check_row', 'sequence'), name='likeness_passage_sequence_once'),
                        models.CheckConstraint(condition=models.Q(('own_end__gt', models.F('own_start')), ('other_end__gt', models.F('other_start'))), name='likeness_passage_not_empty'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ReportVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='dutyreports.dutyreport')),
                    ('number', models.PositiveIntegerField()),
                    ('reason', models.CharField(choices=[('saved', 'saved'), ('timed', 'timed'), ('handed_in', 'handed_in'), ('returned', 'returned'), ('uploaded', 'uploaded'), ('restored', 'restored'), ('replaced', 'replaced'), ('collided', 'collided')], max_length=16)),
                    ('note', models.CharField(blank=True, max_length=200)),
                    ('kept_at', models.DateTimeField()),
                    ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('content', models.JSONField()),
                    ('digest', models.CharField(max_length=64)),
                    ('length', models.PositiveIntegerField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('report', 'number'), name='report_version_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ReportUpload',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uploads', to='dutyreports.dutyreport')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('uploaded_at', models.DateTimeField()),
                    ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('placed_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]
