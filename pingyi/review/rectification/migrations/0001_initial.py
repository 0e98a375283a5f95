import django.db.models.deletion
import pingyi.review.rectification.domain.follow_up
import pingyi.review.rectification.domain.plan
import pingyi.review.rectification.domain.problem
import pingyi.review.rectification.domain.task
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('cycles', '0001_initial'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='ProblemItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='cycles.cycle')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='organisations.organisation')),
                    ('number', models.PositiveIntegerField()),
                    ('text', models.TextField()),
                    ('source', models.CharField(choices=[('comment', 'Comment'), ('ballot_remark', 'Ballot Remark'), ('self_found', 'Self Found'), ('inspection', 'Inspection'), ('last_year', 'Last Year')], max_length=16)),
                    ('source_note', models.CharField(blank=True, max_length=200)),
                    ('cause', models.TextField(blank=True)),
                    ('tags', models.JSONField(default=list)),
                    ('state', models.CharField(choices=[('raised', 'raised'), ('contested', 'contested'), ('claimed', 'claimed'), ('in_progress', 'in_progress'), ('closed', 'closed'), ('withdrawn', 'withdrawn')], default=pingyi.review.rectification.domain.problem.ProblemState['RAISED'], max_length=16)),
                    ('raised_at', models.DateTimeField()),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('contest_reason', models.TextField(blank=True)),
                    ('ruling_note', models.TextField(blank=True)),
                    ('ruled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ruled_at', models.DateTimeField(blank=True, null=True)),
                    ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('cycle', 'number'), name='problem_number_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='problem_answer_has_author_and_time'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'contested'), _negated=True), models.Q(('contest_reason', ''), _negated=True), _connector='OR'), name='problem_contest_has_reason'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), _negated=True), models.Q(models.Q(('ruling_note', ''), _negated=True), ('ruled_by__isnull', False)), _connector='OR'), name='problem_withdrawn_with_ruling'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), ('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='problem_closed_with_author_and_time'),
                        models.CheckConstraint(condition=models.Q(('closed_by__isnull', True), models.Q(('closed_by', models.F('answered_by')), _negated=True), _connector='OR'), name='problem_closed_by_a_second_person'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Requirement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requirements', to='cycles.cycle')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requirements', to='cycles.reviewmeeting')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('level', models.CharField(choices=[('all', 'All'), ('hospital', 'Hospital'), ('college', 'College'), ('branch', 'Branch')], max_length=16)),
                    ('text', models.TextField()),
                    ('recorded_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('meeting', 'number'), name='requirement_number_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='FollowUp',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('requirement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='rectification.requirement')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='organisations.organisation')),
                    ('state', models.CharField(choices=[('open', 'open'), ('answered', 'answered'), ('done', 'done')], default=pingyi.review.rectification.domain.follow_up.FollowUpState['OPEN'], max_length=8)),
                    ('answer', models.TextField(blank=True)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('return_reason', models.TextField(blank=True)),
                    ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('requirement', 'organisation'), name='follow_up_once'),
                        models.CheckConstraint(condition=models.Q(('state', 'open'), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='follow_up_answered_with_words_author_and_time'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), ('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(models.Q(('state', 'done'), _negated=True), ('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='follow_up_closed_with_author_and_time'),
                        models.CheckConstraint(condition=models.Q(('closed_by__isnull', True), models.Q(('closed_by', models.F('answered_by')), _negated=True), _connector='OR'), name='follow_up_closed_by_a_second_person'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Task',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('problem', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='rectification.problemitem')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='organisations.person')),
                    ('department', models.CharField(blank=True, max_length=120)),
                    ('starts_on', models.DateField(blank=True, null=True)),
                    ('due_on', models.DateField()),
                    ('plan_state', models.CharField(choices=[('proposed', 'proposed'), ('returned', 'returned'), ('approved', 'approved')], default=pingyi.review.rectification.domain.plan.PlanState['PROPOSED'], max_length=16)),
                    ('plan_return_reason', models.TextField(blank=True)),
                    ('plan_decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('plan_decided_at', models.DateTimeField(blank=True, null=True)),
                    ('state', models.CharField(choices=[('open', 'open'), ('submitted', 'submitted'), ('closed', 'closed')], default=pingyi.review.rectification.domain.task.TaskState['OPEN'], max_length=16)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('created_at', models.DateTimeField()),
                    ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('submitted_at', models.DateTimeField(blank=True, null=True)),
                    ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ('return_reason', models.TextField(blank=True)),
                    ('relapse_check_on', models.DateField(blank=True, null=True)),
                    ('times_reopened', models.PositiveSmallIntegerField(default=0)),
                    ('reopened_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'indexes': [
                        models.Index(fields=['institution', 'state', 'due_on'], name='task_due'),
                        models.Index(condition=models.Q(('relapse_check_on__isnull', False)), fields=['institution', 'relapse_check_on'], name='task_relapse_check'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('problem', 'sequence'), name='task_sequence_once'),
                        models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('starts_on__lte', models.F('due_on')), _connector='OR'), name='task_starts_before_due'),
                        models.CheckConstraint(condition=models.Q(models.Q(('plan_state__in', ['approved', 'returned']), ('plan_decided_at__isnull', False), ('plan_decided_by__isnull', False)), models.Q(('plan_state', 'proposed'), ('plan_decided_at__isnull', True), ('plan_decided_by__isnull', True)), _connector='OR'), name='task_plan_decided_with_author_and_time'),
                        models.CheckConstraint(condition=models.Q(('plan_decided_by__isnull', True), models.Q(('plan_decided_by', models.F('created_by')), _negated=True), _connector='OR'), name='task_plan_decided_by_a_second_person'),
                        models.CheckConstraint(condition=models.Q(models.Q(('plan_state', 'returned'), _negated=True), models.Q(('plan_return_reason', ''), _negated=True), _connector='OR'), name='task_plan_returned_with_reason'),
                        models.CheckConstraint(condition=models.Q(models.Q(('plan_state', 'approved'), _negated=True), models.Q(models.Q(('department', ''), _negated=True), ('starts_on__isnull', False)), _connector='OR'), name='task_plan_approved_whole'),
                        models.CheckConstraint(condition=models.Q(('state', 'open'), ('plan_state', 'approved'), _connector='OR'), name='task_works_under_an_approved_plan'),
                        models.CheckConstraint(condition=models.Q(models.Q(('reopened_at__isnull', True), ('times_reopened', 0)), models.Q(('reopened_at__isnull', False), ('times_reopened__gt', 0)), _connector='OR'), name='task_reopened_with_time'),
                        models.CheckConstraint(condition=models.Q(('relapse_check_on__isnull', True), ('state', 'closed'), _connector='OR'), name='task_relapse_check_after_closing'),
                        models.CheckConstraint(condition=models.Q(('state', 'open'), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='task_submitted_with_author_and_time'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), ('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='task_closed_with_author_and_time'),
                        models.CheckConstraint(condition=models.Q(('closed_by__isnull', True), models.Q(models.Q(('closed_by', models.F('submitted_by')), _negated=True), models.Q(('closed_by', models.F('created_by')), _negated=True)), _connector='OR'), name='task_closed_by_a_second_person'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='TaskMeasure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='rectification.task')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('text', models.TextField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('task', 'sequence'), name='measure_sequence_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='TaskNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='rectification.task')),
                    ('kind', models.CharField(choices=[('plan_approved', 'plan_approved'), ('plan_returned', 'plan_returned'), ('plan_changed', 'plan_changed'), ('progress', 'progress'), ('extended', 'extended'), ('submitted', 'submitted'), ('sent_back', 'sent_back'), ('closed', 'closed'), ('reopened', 'reopened')], max_length=16)),
                    ('text', models.TextField(blank=True)),
                    ('written_at', models.DateTimeField()),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('kind__in', ['closed', 'plan_approved']), models.Q(('text', ''), _negated=True), _connector='OR'), name='task_note_has_words'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Evidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='rectification.task')),
                    ('description', models.CharField(max_length=300)),
                    ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('happened_on', models.DateField()),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]
