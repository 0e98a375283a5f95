import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables, RunStatements
from pingyi.ledgers.kit.triggers import guard_records

# SQLite makes these tables anew, and their triggers go with the old ones: they are taken away, and 0005 puts them back.
RENEWED = {
    "decisions_agendaitem": (
        "agendaitem_at_its_body_insert",
        "agendaitem_at_its_body_update",
        "agendaitem_closed_stays",
        "agendaitem_closed_is_kept",
    ),
    "decisions_topic": ("topic_not_born_closed", "topic_closed_where_it_belongs", "topic_route_stays"),
}
def take_away(vendor: str) -> list[str]:
    """The triggers of both tables, of whatever version."""
    of = (lambda table: f" ON {table}") if vendor == "postgresql" else (lambda table: "")
    return [f"DROP TRIGGER IF EXISTS {name}{of(table)}" for table, names in RENEWED.items() for name in names]


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_append_only"),
        ("decisions", "0002_no_meeting_stands_in_for_the_party_meeting"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RunStatements(take_away, lambda vendor: []),
        MakeTables([
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
        migrations.AddField(
            model_name='topic',
            name='minutes',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='topic',
            name='proposer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person'),
        ),
        migrations.AddField(
            model_name='topic',
            name='signed_on',
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name='agendaitem',
            name='outcome',
            field=models.CharField(blank=True, choices=[('passed', 'passed'), ('rejected', 'rejected'), ('postponed', 'postponed'), ('noted', 'noted')], max_length=12),
        ),
        migrations.AlterField(
            model_name='talk',
            name='kind',
            field=models.CharField(choices=[('coordination', 'coordination'), ('consultation', 'consultation'), ('experts', 'experts'), ('discipline', 'discipline'), ('staff', 'staff'), ('legal', 'legal')], max_length=12),
        ),
        migrations.AddField(
            model_name='topic',
            name='kind',
            field=models.CharField(choices=[('study', 'study'), ('report', 'report'), ('decision', 'decision')], default='decision', max_length=8),
        ),
        migrations.RemoveConstraint(
            model_name='agendaitem',
            name='agenda_decided_by_vote',
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['', 'postponed']), models.Q(('form', ''), ('outcome', 'noted')), models.Q(('outcome__in', ['passed', 'rejected']), models.Q(('form', ''), _negated=True)), _connector='OR'), name='agenda_decided_by_vote'),
        ),
        *guard_records("decisions_meetingrecord"),
    ]
