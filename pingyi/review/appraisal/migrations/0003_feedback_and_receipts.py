import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables
from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):

    dependencies = [
        ('appraisal', '0002_what_was_decided_does_not_change'),
        ('cycles', '0001_initial'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='comprehensiveopinion',
            name='grounds',
            field=models.TextField(blank=True, default=''),
        ),
        MakeTables([
            migrations.CreateModel(
                name='LetterOpening',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('opened_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('letter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='opening', to='appraisal.feedbackletter')),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='LetterStatement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('agrees', models.BooleanField()),
                    ('text', models.TextField(blank=True)),
                    ('given_at', models.DateTimeField()),
                    ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('letter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='statement', to='appraisal.feedbackletter')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('agrees', True), models.Q(('text', ''), _negated=True), _connector='OR'), name='remarks_are_written')],
                },
            ),
            migrations.CreateModel(
                name='OpinionVerdict',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField()),
                    ('is_confirmed', models.BooleanField()),
                    ('note', models.CharField(blank=True, max_length=400)),
                    ('given_at', models.DateTimeField()),
                    ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('reporter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinion_verdicts', to='cycles.reporter')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('reporter', 'version'), name='opinion_version_judged_once'), models.CheckConstraint(condition=models.Q(('is_confirmed', True), models.Q(('note', ''), _negated=True), _connector='OR'), name='opinion_given_back_says_why')],
                },
            ),
            migrations.CreateModel(
                name='StatementAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField()),
                    ('answered_at', models.DateTimeField()),
                    ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('statement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='appraisal.letterstatement')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='statement_answer_is_written')],
                },
            ),
        ]),
        refuse_changes("appraisal_opinionverdict"),
        refuse_changes("appraisal_letteropening"),
        refuse_changes("appraisal_letterstatement"),
        refuse_changes("appraisal_statementanswer"),
    ]
