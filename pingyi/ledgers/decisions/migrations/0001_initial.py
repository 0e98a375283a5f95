import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0002_append_only'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='Topic',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='topics', to='organisations.organisation')),
                    ('year', models.PositiveSmallIntegerField()),
                    ('number', models.PositiveIntegerField()),
                    ('title', models.CharField(max_length=120)),
                    ('summary', models.TextField(blank=True)),
                    ('subject', models.CharField(choices=[('party_building', 'party_building'), ('cadre', 'cadre'), ('direction', 'direction'), ('staff_team', 'staff_team'), ('interests', 'interests'), ('academic', 'academic'), ('other', 'other')], max_length=16)),
                    ('major', models.CharField(blank=True, choices=[('decision', 'decision'), ('appointment', 'appointment'), ('project', 'project'), ('large_funds', 'large_funds')], max_length=16)),
                    ('amount', models.BigIntegerField(null=True)),
                    ('authority', models.CharField(blank=True, choices=[('own', 'own'), ('superior', 'superior')], max_length=8)),
                    ('decides', models.CharField(choices=[('party_meeting', 'party_meeting'), ('joint_meeting', 'joint_meeting'), ('hospital_committee', 'hospital_committee'), ('president_office', 'president_office')], max_length=20)),
                    ('studies_first', models.CharField(blank=True, choices=[('party_meeting', 'party_meeting'), ('joint_meeting', 'joint_meeting'), ('hospital_committee', 'hospital_committee'), ('president_office', 'president_office')], max_length=20)),
                    ('presenter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presented_topics', to='organisations.person')),
                    ('state', models.CharField(choices=[('draft', 'draft'), ('filed', 'filed'), ('coordinated', 'coordinated'), ('party_first', 'party_first'), ('on_agenda', 'on_agenda'), ('decided', 'decided'), ('postponed', 'postponed'), ('rejected', 'rejected'), ('executing', 'executing'), ('done', 'done')], default='draft', max_length=12)),
                    ('proposed_on', models.DateField()),
                    ('filed_on', models.DateField(null=True)),
                    ('characters', models.PositiveIntegerField(null=True)),
                    ('urgent_on', models.DateField(null=True)),
                    ('urgent_note', models.CharField(blank=True, max_length=200)),
                    ('studied_on', models.DateField(null=True)),
                    ('decided_on', models.DateField(null=True)),
                    ('talks_held', models.PositiveSmallIntegerField(default=0)),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('minutes', models.PositiveSmallIntegerField(null=True)),
                    ('proposer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('signed_on', models.DateField(null=True)),
                    ('kind', models.CharField(choices=[('study', 'study'), ('report', 'report'), ('decision', 'decision')], default='decision', max_length=8)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'state'], name='topic_by_state')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'year', 'number'), name='topic_number_once'), models.CheckConstraint(condition=models.Q(('amount__isnull', True), ('amount__gte', 0), _connector='OR'), name='topic_amount_not_below_0'), models.CheckConstraint(condition=models.Q(('state', 'draft'), ('filed_on__isnull', False), _connector='OR'), name='topic_filed_has_day'), models.CheckConstraint(condition=models.Q(models.Q(('decided_on__isnull', False), ('state__in', ['decided', 'rejected', 'executing', 'done'])), models.Q(models.Q(('state__in', ['decided', 'rejected', 'executing', 'done']), _negated=True), ('decided_on__isnull', True)), _connector='OR'), name='topic_closed_has_day'), models.CheckConstraint(condition=models.Q(models.Q(('urgent_note', ''), ('urgent_on__isnull', True)), models.Q(('urgent_on__isnull', False), models.Q(('urgent_note', ''), _negated=True)), _connector='OR'), name='topic_urgent_says_why'), models.CheckConstraint(condition=models.Q(('studied_on__isnull', True), models.Q(('studies_first', ''), _negated=True), _connector='OR'), name='topic_studied_where_needed')],
                },
            ),
            migrations.CreateModel(
                name='Talk',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('topic', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='talks', to='decisions.topic')),
                    ('kind', models.CharField(choices=[('coordination', 'coordination'), ('consultation', 'consultation'), ('experts', 'experts'), ('discipline', 'discipline'), ('staff', 'staff'), ('legal', 'legal')], max_length=12)),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('who', models.CharField(max_length=80)),
                    ('happened_on', models.DateField()),
                    ('answer', models.CharField(choices=[('agrees', 'agrees'), ('differs', 'differs')], max_length=8)),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('who', ''), _negated=True), name='talk_says_who'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['coordination', 'consultation']), _negated=True), ('person__isnull', False), _connector='OR'), name='talk_of_somebody_known')],
                },
            ),
            migrations.CreateModel(
                name='DecisionMeeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decision_meetings', to='organisations.organisation')),
                    ('body', models.CharField(choices=[('party_meeting', 'party_meeting'), ('joint_meeting', 'joint_meeting'), ('hospital_committee', 'hospital_committee'), ('president_office', 'president_office')], max_length=20)),
                    ('year', models.PositiveSmallIntegerField()),
                    ('number', models.PositiveIntegerField()),
                    ('held_at', models.DateTimeField()),
                    ('place', models.CharField(blank=True, max_length=80)),
                    ('notified_on', models.DateField(null=True)),
                    ('chair', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('recorder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('begun_at', models.DateTimeField(null=True)),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'body', 'year', 'number'), name='decision_meeting_number_once')],
                },
            ),
            migrations.CreateModel(
                name='Seat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='decisions.decisionmeeting')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('order', models.PositiveSmallIntegerField()),
                    ('is_voting', models.BooleanField(default=True)),
                    ('is_leader', models.BooleanField(default=False)),
                    ('plan', models.CharField(choices=[('comes', 'Comes'), ('leave', 'Leave'), ('unknown', 'Unknown')], default='unknown', max_length=8)),
                    ('attended', models.BooleanField(null=True)),
                    ('reason', models.CharField(blank=True, max_length=80)),
                    ('opinion', models.CharField(blank=True, max_length=300)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'person'), name='seat_once'), models.CheckConstraint(condition=models.Q(models.Q(('plan', 'leave'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='seat_leave_says_why'), models.CheckConstraint(condition=models.Q(('is_voting', True), ('is_leader', False), _connector='OR'), name='seat_leader_votes')],
                },
            ),
            migrations.CreateModel(
                name='MinutesSignature',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='decisions.decisionmeeting')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('signed_on', models.DateField()),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'person'), name='minutes_signed_once_each')],
                },
            ),
            migrations.CreateModel(
                name='AgendaItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='decisions.decisionmeeting')),
                    ('topic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='decisions.topic')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('purpose', models.CharField(choices=[('decide', 'Decide'), ('study', 'Study')], max_length=8)),
                    ('outcome', models.CharField(blank=True, choices=[('passed', 'passed'), ('rejected', 'rejected'), ('postponed', 'postponed'), ('noted', 'noted')], max_length=12)),
                    ('form', models.CharField(blank=True, choices=[('oral', 'oral'), ('hands', 'hands'), ('secret', 'secret')], max_length=8)),
                    ('approve', models.PositiveSmallIntegerField(null=True)),
                    ('against', models.PositiveSmallIntegerField(null=True)),
                    ('abstain', models.PositiveSmallIntegerField(null=True)),
                    ('first_teller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('second_teller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('decision', models.TextField(blank=True)),
                    ('closed_at', models.DateTimeField(null=True)),
                    ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('at_box', models.BooleanField(default=False)),
                    ('box_issued', models.PositiveSmallIntegerField(null=True)),
                    ('box_note', models.CharField(blank=True, max_length=300)),
                    ('box_returned', models.PositiveSmallIntegerField(null=True)),
                    ('counted_by_box', models.CharField(blank=True, max_length=64)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'topic'), name='topic_once_on_an_agenda'), models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('topic',), name='topic_on_one_open_agenda'), models.CheckConstraint(condition=models.Q(models.Q(('abstain__isnull', True), ('against__isnull', True), ('approve__isnull', True), ('form', '')), models.Q(models.Q(('form', ''), _negated=True), ('abstain__isnull', False), ('against__isnull', False), ('approve__isnull', False)), _connector='OR'), name='agenda_vote_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('closed_by__isnull', True), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('closed_at__isnull', False), ('closed_by__isnull', False)), _connector='OR'), name='agenda_closed_by_somebody'), models.CheckConstraint(condition=models.Q(('outcome__in', ['', 'postponed']), models.Q(('form', ''), ('outcome', 'noted')), models.Q(('outcome__in', ['passed', 'rejected']), models.Q(('form', ''), _negated=True)), _connector='OR'), name='agenda_decided_by_vote'), models.CheckConstraint(condition=models.Q(models.Q(('first_teller__isnull', False), ('form', 'secret'), ('second_teller__isnull', False), models.Q(('first_teller', models.F('second_teller')), _negated=True), ('counted_by_box', '')), models.Q(('first_teller__isnull', True), ('form', 'secret'), ('second_teller__isnull', True), models.Q(('counted_by_box', ''), _negated=True)), models.Q(models.Q(('form', 'secret'), _negated=True), ('counted_by_box', ''), ('first_teller__isnull', True), ('second_teller__isnull', True)), _connector='OR'), name='agenda_secret_has_two_tellers_or_a_box'), models.CheckConstraint(condition=models.Q(models.Q(('box_issued__isnull', True), ('box_returned__isnull', True), ('counted_by_box', '')), models.Q(models.Q(('counted_by_box', ''), _negated=True), ('box_issued__isnull', False), ('box_returned__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('approve'), '+', models.F('against')), '+', models.F('abstain'))), ('box_returned__isnull', False), ('box_returned__lte', models.F('box_issued'))), _connector='OR'), name='agenda_box_has_its_account'), models.CheckConstraint(condition=models.Q(('at_box', False), ('outcome', ''), _connector='OR'), name='agenda_open_while_at_the_box')],
                },
            ),
            migrations.CreateModel(
                name='Recusal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recusals', to='decisions.agendaitem')),
                    ('seat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recusals', to='decisions.seat')),
                    ('reason', models.CharField(max_length=120)),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('item', 'seat'), name='recused_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='recusal_says_why')],
                },
            ),
            migrations.CreateModel(
                name='Statement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='decisions.agendaitem')),
                    ('seat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='decisions.seat')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('text', models.CharField(max_length=500)),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('item', 'number'), name='statement_number_once'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='statement_says_something')],
                },
            ),
            migrations.CreateModel(
                name='Execution',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('topic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='executions', to='decisions.topic')),
                    ('task', models.CharField(max_length=200)),
                    ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('due_on', models.DateField()),
                    ('done_on', models.DateField(null=True)),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('task', ''), _negated=True), name='execution_says_what')],
                },
            ),
            migrations.CreateModel(
                name='ExecutionNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('execution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='decisions.execution')),
                    ('kind', models.CharField(choices=[('progress', 'Progress'), ('supervision', 'Supervision'), ('evaluation', 'Evaluation')], max_length=12)),
                    ('text', models.CharField(max_length=500)),
                    ('happened_on', models.DateField()),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='execution_note_says_something')],
                },
            ),
            migrations.CreateModel(
                name='CheckLog',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('topic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='check_logs', to='decisions.topic')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='check_logs', to='decisions.decisionmeeting')),
                    ('findings', models.JSONField()),
                    ('checked_at', models.DateTimeField()),
                    ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
            ),
            migrations.CreateModel(
                name='MeetingRecord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('happened_on', models.DateField()),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_on', models.DateField()),
                    ('state', models.CharField(choices=[('draft', 'draft'), ('filed', 'filed'), ('returned', 'returned'), ('confirmed', 'confirmed')], default='draft', max_length=12)),
                    ('reason', models.CharField(blank=True, max_length=300)),
                    ('decided_at', models.DateTimeField(blank=True, null=True)),
                    ('correction', models.CharField(blank=True, max_length=500)),
                    ('informed_on', models.DateField(null=True)),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='record', to='decisions.decisionmeeting')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                    'constraints': [models.CheckConstraint(condition=models.Q(('happened_on__lte', models.F('recorded_on'))), name='decisions_meetingrecord_not_ahead'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('state__in', ('returned', 'confirmed'))), models.Q(models.Q(('state__in', ('returned', 'confirmed')), _negated=True), ('decided_at__isnull', True), ('decided_by__isnull', True)), _connector='OR'), name='decisions_meetingrecord_decided'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('state', 'returned'), _negated=True), ('reason', '')), _connector='OR'), name='decisions_meetingrecord_why_returned'), models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('recorded_by')), _negated=True), _connector='OR'), name='decisions_meetingrecord_two_people')],
                },
            ),
            migrations.CreateModel(
                name='MeetingEvidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('description', models.CharField(blank=True, max_length=200)),
                    ('added_at', models.DateTimeField()),
                    ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='decisions.meetingrecord')),
                ],
                options={
                    'abstract': False,
                    'constraints': [models.UniqueConstraint(fields=('record', 'file'), name='meeting_evidence_once')],
                },
            ),
            migrations.CreateModel(
                name='MeetingExcuse',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('body', models.CharField(choices=[('party_meeting', 'party_meeting'), ('joint_meeting', 'joint_meeting'), ('hospital_committee', 'hospital_committee'), ('president_office', 'president_office')], max_length=20)),
                    ('period', models.CharField(max_length=20)),
                    ('reason', models.CharField(max_length=120)),
                    ('written_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'body', 'period'), name='meeting_excuse_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='meeting_excuse_says_why')],
                },
            ),
            migrations.CreateModel(
                name='TopicEvidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('description', models.CharField(blank=True, max_length=200)),
                    ('added_at', models.DateTimeField()),
                    ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='decisions.topic')),
                ],
                options={
                    'abstract': False,
                    'constraints': [models.UniqueConstraint(fields=('record', 'file'), name='topic_evidence_once')],
                },
            ),
        ]),
    ]
