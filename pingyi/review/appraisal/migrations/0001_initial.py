import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cycles', '0001_initial'),
        ('documents', '0001_initial'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='AppraisalSnapshot',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='cycles.reviewmeeting')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('rules_fingerprint', models.CharField(max_length=64)),
                    ('input_fingerprint', models.CharField(max_length=64)),
                    ('input', models.JSONField()),
                    ('output', models.JSONField()),
                    ('made_at', models.DateTimeField()),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('meeting', 'sequence'), name='snapshot_sequence_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='SatisfactionResult',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('poll', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='satisfaction', to='cycles.cycle')),
                    ('input', models.JSONField()),
                    ('output', models.JSONField()),
                    ('may_be_told', models.BooleanField()),
                    ('made_at', models.DateTimeField()),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='GradeDecision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='cycles.reporter')),
                    ('sequence', models.PositiveSmallIntegerField(default=1)),
                    ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='appraisal.appraisalsnapshot')),
                    ('proposed_grade', models.CharField(blank=True, max_length=16)),
                    ('decided_grade', models.CharField(max_length=16)),
                    ('deciding_meeting', models.CharField(max_length=120)),
                    ('decided_on', models.DateField()),
                    ('reason', models.TextField(blank=True)),
                    ('correction_note', models.TextField(blank=True)),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recorded_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('reporter', 'sequence'), name='decision_sequence_once'),
                        models.CheckConstraint(condition=models.Q(('decided_grade__in', ['good', 'fairly_good', 'average', 'poor'])), name='decided_grade_is_a_grade'),
                        models.CheckConstraint(condition=models.Q(('decided_grade', models.F('proposed_grade')), models.Q(('reason', ''), _negated=True), _connector='OR'), name='other_grade_needs_reason'),
                        models.CheckConstraint(condition=models.Q(('sequence', 1), models.Q(('correction_note', ''), _negated=True), _connector='OR'), name='correction_says_why'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ComprehensiveOpinion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='opinion', to='cycles.reporter')),
                    ('strengths', models.TextField(blank=True)),
                    ('problems', models.TextField(blank=True)),
                    ('direction', models.TextField(blank=True)),
                    ('grounds', models.TextField(blank=True, default='')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_at', models.DateTimeField()),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='FeedbackLetter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='cycles.reporter')),
                    ('sequence', models.PositiveSmallIntegerField(default=1)),
                    ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='appraisal.gradedecision')),
                    ('opinion_version', models.PositiveIntegerField()),
                    ('content', models.JSONField()),
                    ('template', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.papertemplate')),
                    ('issued_on', models.DateField()),
                    ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('reporter', 'sequence'), name='letter_sequence_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='OpinionVerdict',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinion_verdicts', to='cycles.reporter')),
                    ('version', models.PositiveIntegerField()),
                    ('is_confirmed', models.BooleanField()),
                    ('note', models.CharField(blank=True, max_length=400)),
                    ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('given_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('reporter', 'version'), name='opinion_version_judged_once'),
                        models.CheckConstraint(condition=models.Q(('is_confirmed', True), models.Q(('note', ''), _negated=True), _connector='OR'), name='opinion_given_back_says_why'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='LetterOpening',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('letter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='opening', to='appraisal.feedbackletter')),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('opened_at', models.DateTimeField()),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='LetterStatement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('letter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='statement', to='appraisal.feedbackletter')),
                    ('agrees', models.BooleanField()),
                    ('text', models.TextField(blank=True)),
                    ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('given_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('agrees', True), models.Q(('text', ''), _negated=True), _connector='OR'), name='remarks_are_written'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='StatementAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('statement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='appraisal.letterstatement')),
                    ('text', models.TextField()),
                    ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answered_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='statement_answer_is_written'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='OutsideMark',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='outside_mark', to='cycles.reporter')),
                    ('daily_numerator', models.BigIntegerField(blank=True, null=True)),
                    ('daily_denominator', models.BigIntegerField(blank=True, null=True)),
                    ('leader_numerator', models.BigIntegerField(blank=True, null=True)),
                    ('leader_denominator', models.BigIntegerField(blank=True, null=True)),
                    ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('entered_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('daily_denominator__isnull', True), ('daily_numerator__isnull', True)), models.Q(('daily_denominator__gt', 0), ('daily_numerator__gte', 0)), _connector='OR'), name='daily_mark_whole_or_unset'),
                        models.CheckConstraint(condition=models.Q(models.Q(('leader_denominator__isnull', True), ('leader_numerator__isnull', True)), models.Q(('leader_denominator__gt', 0), ('leader_numerator__gte', 0)), _connector='OR'), name='leader_mark_whole_or_unset'),
                    ],
                },
            ),
        ]),
    ]
