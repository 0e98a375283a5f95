import django.db.models.deletion
import pingyi.review.rectification.domain.plan
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import RunStatements
from pingyi.review.rectification.statements import protect_closing


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0002_working_calendar'),
        ('rectification', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='tasknote',
            name='task_note_has_words',
        ),
        migrations.AddField(
            model_name='problemitem',
            name='cause',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='task',
            name='department',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='task',
            name='plan_decided_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='task',
            name='plan_decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='task',
            name='plan_return_reason',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='task',
            name='plan_state',
            field=models.CharField(choices=[('proposed', 'proposed'), ('returned', 'returned'), ('approved', 'approved'), ('earlier', 'earlier')], default=pingyi.review.rectification.domain.plan.PlanState['PROPOSED'], max_length=16),
        ),
        migrations.AddField(
            model_name='task',
            name='relapse_check_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='task',
            name='reopened_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='task',
            name='starts_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='task',
            name='times_reopened',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='tasknote',
            name='kind',
            field=models.CharField(choices=[('plan_approved', 'plan_approved'), ('plan_returned', 'plan_returned'), ('plan_changed', 'plan_changed'), ('progress', 'progress'), ('extended', 'extended'), ('submitted', 'submitted'), ('sent_back', 'sent_back'), ('closed', 'closed'), ('reopened', 'reopened')], max_length=16),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['institution', 'state', 'due_on'], name='task_due'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(condition=models.Q(('relapse_check_on__isnull', False)), fields=['institution', 'relapse_check_on'], name='task_relapse_check'),
        ),
        # What was handed in before plans were approved at all goes on as it is; nobody's approval is made up for it.
        RunStatements(
            lambda vendor: ["UPDATE rectification_task SET plan_state = 'earlier' WHERE state <> 'open'"],
            lambda vendor: [],
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('starts_on__lte', models.F('due_on')), _connector='OR'), name='task_starts_before_due'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('plan_state__in', ['approved', 'returned']), ('plan_decided_at__isnull', False), ('plan_decided_by__isnull', False)), models.Q(('plan_state__in', ['proposed', 'earlier']), ('plan_decided_at__isnull', True), ('plan_decided_by__isnull', True)), _connector='OR'), name='task_plan_decided_with_author_and_time'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('plan_decided_by__isnull', True), models.Q(('plan_decided_by', models.F('created_by')), _negated=True), _connector='OR'), name='task_plan_decided_by_a_second_person'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('plan_state', 'returned'), _negated=True), models.Q(('plan_return_reason', ''), _negated=True), _connector='OR'), name='task_plan_returned_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('plan_state', 'approved'), _negated=True), models.Q(models.Q(('department', ''), _negated=True), ('starts_on__isnull', False)), _connector='OR'), name='task_plan_approved_whole'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'open'), ('plan_state__in', ['approved', 'earlier']), _connector='OR'), name='task_works_under_an_approved_plan'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reopened_at__isnull', True), ('times_reopened', 0)), models.Q(('reopened_at__isnull', False), ('times_reopened__gt', 0)), _connector='OR'), name='task_reopened_with_time'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('relapse_check_on__isnull', True), ('state', 'closed'), _connector='OR'), name='task_relapse_check_after_closing'),
        ),
        migrations.AddConstraint(
            model_name='tasknote',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['closed', 'plan_approved']), models.Q(('text', ''), _negated=True), _connector='OR'), name='task_note_has_words'),
        ),
        *protect_closing(),
    ]
