import django.db.models.deletion
import pingyi.review.rectification.domain.follow_up
import pingyi.review.rectification.domain.problem
import pingyi.review.rectification.domain.task
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('core', '0002_append_only'),
        ('cycles', '0001_initial'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='ProblemItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('text', models.TextField()),
                    ('source', models.CharField(choices=[('comment', 'Comment'), ('ballot_remark', 'Ballot Remark'), ('self_found', 'Self Found'), ('inspection', 'Inspection'), ('last_year', 'Last Year')], max_length=16)),
                    ('source_note', models.CharField(blank=True, max_length=200)),
                    ('tags', models.JSONField(default=list)),
                    ('state', models.CharField(choices=[('raised', 'raised'), ('contested', 'contested'), ('claimed', 'claimed'), ('in_progress', 'in_progress'), ('closed', 'closed'), ('withdrawn', 'withdrawn')], default=pingyi.review.rectification.domain.problem.ProblemState['RAISED'], max_length=16)),
                    ('raised_at', models.DateTimeField()),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('contest_reason', models.TextField(blank=True)),
                    ('ruling_note', models.TextField(blank=True)),
                    ('ruled_at', models.DateTimeField(blank=True, null=True)),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='cycles.cycle')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='organisations.organisation')),
                    ('ruled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('cycle', 'number'), name='problem_number_once'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='problem_answer_has_author_and_time'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'contested'), _negated=True), models.Q(('contest_reason', ''), _negated=True), _connector='OR'), name='problem_contest_has_reason'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), _negated=True), models.Q(models.Q(('ruling_note', ''), _negated=True), ('ruled_by__isnull', False)), _connector='OR'), name='problem_withdrawn_with_ruling'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), ('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='problem_closed_with_author_and_time'), models.CheckConstraint(condition=models.Q(('closed_by__isnull', True), models.Q(('closed_by', models.F('answered_by')), _negated=True), _connector='OR'), name='problem_closed_by_a_second_person')],
                },
            ),
            migrations.CreateModel(
                name='Requirement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('level', models.CharField(choices=[('all', 'All'), ('hospital', 'Hospital'), ('college', 'College'), ('branch', 'Branch')], max_length=16)),
                    ('text', models.TextField()),
                    ('recorded_at', models.DateTimeField()),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requirements', to='cycles.cycle')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requirements', to='cycles.reviewmeeting')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'number'), name='requirement_number_once')],
                },
            ),
            migrations.CreateModel(
                name='FollowUp',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(choices=[('open', 'open'), ('answered', 'answered'), ('done', 'done')], default=pingyi.review.rectification.domain.follow_up.FollowUpState['OPEN'], max_length=8)),
                    ('answer', models.TextField(blank=True)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('return_reason', models.TextField(blank=True)),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='organisations.organisation')),
                    ('requirement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='rectification.requirement')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('requirement', 'organisation'), name='follow_up_once'), models.CheckConstraint(condition=models.Q(('state', 'open'), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='follow_up_answered_with_words_author_and_time'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), ('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(models.Q(('state', 'done'), _negated=True), ('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='follow_up_closed_with_author_and_time'), models.CheckConstraint(condition=models.Q(('closed_by__isnull', True), models.Q(('closed_by', models.F('answered_by')), _negated=True), _connector='OR'), name='follow_up_closed_by_a_second_person')],
                },
            ),
            migrations.CreateModel(
                name='Task',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('due_on', models.DateField()),
                    ('state', models.CharField(choices=[('open', 'open'), ('submitted', 'submitted'), ('closed', 'closed')], default=pingyi.review.rectification.domain.task.TaskState['OPEN'], max_length=16)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('created_at', models.DateTimeField()),
                    ('submitted_at', models.DateTimeField(blank=True, null=True)),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ('return_reason', models.TextField(blank=True)),
                    ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('problem', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='rectification.problemitem')),
                    ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='organisations.person')),
                    ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('problem', 'sequence'), name='task_sequence_once'), models.CheckConstraint(condition=models.Q(('state', 'open'), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='task_submitted_with_author_and_time'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), ('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='task_closed_with_author_and_time'), models.CheckConstraint(condition=models.Q(('closed_by__isnull', True), models.Q(models.Q(('closed_by', models.F('submitted_by')), _negated=True), models.Q(('closed_by', models.F('created_by')), _negated=True)), _connector='OR'), name='task_closed_by_a_second_person')],
                },
            ),
            migrations.CreateModel(
                name='Evidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('description', models.CharField(max_length=300)),
                    ('happened_on', models.DateField()),
                    ('recorded_at', models.DateTimeField()),
                    ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='rectification.task')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='TaskMeasure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('text', models.TextField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='rectification.task')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('task', 'sequence'), name='measure_sequence_once')],
                },
            ),
            migrations.CreateModel(
                name='TaskNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('progress', 'progress'), ('extended', 'extended'), ('submitted', 'submitted'), ('sent_back', 'sent_back'), ('closed', 'closed'), ('reopened', 'reopened')], max_length=16)),
                    ('text', models.TextField(blank=True)),
                    ('written_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='rectification.task')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('kind', 'closed'), models.Q(('text', ''), _negated=True), _connector='OR'), name='task_note_has_words')],
                },
            ),
        ]),
    ]
