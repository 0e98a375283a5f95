import django.db.models.deletion
import pingyi.core.ids
import pingyi.review.meetings.domain.agenda
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cycles', '0001_initial'),
        ('organisations', '0001_initial'),
        ('rectification', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='LeaderComment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='comment', to='cycles.reporter')),
                    ('is_finished', models.BooleanField(default=False)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CommentSentence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sentences', to='meetings.leadercomment')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('part', models.CharField(choices=[('strength', 'strength'), ('problem', 'problem'), ('requirement', 'requirement'), ('unsorted', 'unsorted')], max_length=16)),
                    ('text', models.TextField()),
                    ('problem', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sentence', to='rectification.problemitem')),
                    ('task_draft', models.TextField(blank=True)),
                    ('no_task_reason', models.TextField(blank=True)),
                    ('settled_at', models.DateTimeField(blank=True, null=True)),
                    ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('comment', 'sequence'), name='sentence_sequence_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('no_task_reason', ''), ('part', 'problem'), ('problem__isnull', False)), models.Q(('part', 'problem'), ('problem__isnull', True), ('task_draft', ''), models.Q(('no_task_reason', ''), _negated=True)), models.Q(models.Q(('part', 'problem'), _negated=True), ('no_task_reason', ''), ('problem__isnull', True), ('task_draft', '')), _connector='OR'), name='problem_sentence_is_listed_or_says_why_not'),
                        models.CheckConstraint(condition=models.Q(models.Q(('no_task_reason', ''), ('settled_at__isnull', True), ('settled_by__isnull', True), ('task_draft', '')), models.Q(models.Q(models.Q(('task_draft', ''), _negated=True), models.Q(('no_task_reason', ''), _negated=True), _connector='OR'), ('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='sentence_settled_with_author_and_time'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Sitting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sitting', to='cycles.reviewmeeting')),
                    ('state', models.CharField(choices=[('check_in', 'check_in'), ('running', 'running'), ('ended', 'ended')], default=pingyi.review.meetings.domain.agenda.SittingState['CHECK_IN'], max_length=16)),
                    ('hall_key', models.CharField(max_length=32, unique=True)),
                    ('network_name', models.CharField(blank=True, max_length=32)),
                    ('network_password', models.CharField(blank=True, max_length=63)),
                    ('started_at', models.DateTimeField(blank=True, null=True)),
                    ('ended_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('started_at__isnull', True), ('state', 'check_in')), models.Q(('ended_at__isnull', True), ('started_at__isnull', False), ('state', 'running')), models.Q(('ended_at__isnull', False), ('state', 'ended')), _connector='OR'), name='sitting_has_the_times_of_its_state'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='AgendaItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='meetings.sitting')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('kind', models.CharField(choices=[('opening', 'opening'), ('report', 'report'), ('comment', 'comment'), ('speech', 'speech'), ('ballot', 'ballot'), ('closing', 'closing'), ('other', 'other')], max_length=16)),
                    ('reporter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agenda_items', to='cycles.reporter')),
                    ('title', models.CharField(max_length=160)),
                    ('planned_seconds', models.PositiveIntegerField(default=0)),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'running'), ('done', 'done'), ('skipped', 'skipped')], default=pingyi.review.meetings.domain.agenda.ItemState['WAITING'], max_length=16)),
                    ('started_at', models.DateTimeField(blank=True, null=True)),
                    ('ended_at', models.DateTimeField(blank=True, null=True)),
                    ('skip_reason', models.CharField(blank=True, max_length=200)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('sitting', 'sequence'), name='agenda_sequence_once'),
                        models.UniqueConstraint(condition=models.Q(('state', 'running')), fields=('sitting',), name='one_agenda_item_at_a_time'),
                        models.UniqueConstraint(condition=models.Q(('reporter__isnull', False)), fields=('sitting', 'kind', 'reporter'), name='agenda_reporter_once_per_kind'),
                        models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['report', 'comment']), ('reporter__isnull', False)), models.Q(models.Q(('kind__in', ['report', 'comment']), _negated=True), ('reporter__isnull', True)), _connector='OR'), name='agenda_report_and_comment_name_reporter'),
                        models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('started_at__isnull', True), ('state__in', ['waiting', 'skipped'])), models.Q(('ended_at__isnull', True), ('started_at__isnull', False), ('state', 'running')), models.Q(('ended_at__isnull', False), ('started_at__isnull', False), ('state', 'done')), _connector='OR'), name='agenda_item_has_the_times_of_its_state'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'skipped'), models.Q(('skip_reason', ''), _negated=True)), models.Q(models.Q(('state', 'skipped'), _negated=True), ('skip_reason', '')), _connector='OR'), name='agenda_item_skipped_with_reason'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Attendance',
                fields=[
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('id', pingyi.core.ids.RandomKey(default=pingyi.core.ids.random_key, editable=False, primary_key=True, serialize=False)),
                    ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='meetings.sitting')),
                    ('listing', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='cycles.voterlisting')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Speech',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('sitting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='speech', to='meetings.sitting')),
                    ('text', models.TextField(blank=True)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]
