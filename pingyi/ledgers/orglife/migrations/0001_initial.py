import django.db.models.deletion
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
                name='Activity',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('happened_on', models.DateField()),
                    ('recorded_at', models.DateTimeField()),
                    ('recorded_on', models.DateField()),
                    ('state', models.CharField(choices=[('draft', 'draft'), ('filed', 'filed'), ('returned', 'returned'), ('confirmed', 'confirmed')], default='draft', max_length=12)),
                    ('reason', models.CharField(blank=True, max_length=300)),
                    ('decided_at', models.DateTimeField(blank=True, null=True)),
                    ('kind', models.CharField(choices=[('committee', 'committee'), ('members_meeting', 'members_meeting'), ('group', 'group'), ('party_class', 'party_class'), ('theme_day', 'theme_day'), ('life_meeting', 'life_meeting'), ('appraisal', 'appraisal'), ('talk', 'talk'), ('oath', 'oath'), ('birthday', 'birthday'), ('training', 'training'), ('secretaries', 'secretaries')], max_length=16)),
                    ('topic', models.CharField(max_length=120)),
                    ('place', models.CharField(blank=True, max_length=60)),
                    ('starts_at', models.TimeField(blank=True, null=True)),
                    ('ends_at', models.TimeField(blank=True, null=True)),
                    ('due_count', models.PositiveSmallIntegerField(default=0)),
                    ('present_count', models.PositiveSmallIntegerField(default=0)),
                    ('votes_for', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('length', models.CharField(choices=[('full_day', 'full_day'), ('half_day', 'half_day'), ('hours', 'hours')], default='hours', max_length=8)),
                    ('hours', models.PositiveSmallIntegerField(default=0)),
                    ('content', models.TextField(blank=True)),
                    ('chair', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('lecturer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recorder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(fields=['institution', 'kind', 'happened_on'], name='activity_by_kind'), models.Index(fields=['organisation', 'happened_on'], name='activity_by_place'), models.Index(fields=['institution', 'organisation', 'kind', 'happened_on', 'recorded_on', 'state'], name='activity_in_matrix')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('happened_on__lte', models.F('recorded_on'))), name='orglife_activity_not_ahead'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('state__in', ('returned', 'confirmed'))), models.Q(models.Q(('state__in', ('returned', 'confirmed')), _negated=True), ('decided_at__isnull', True), ('decided_by__isnull', True)), _connector='OR'), name='orglife_activity_decided'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('state', 'returned'), _negated=True), ('reason', '')), _connector='OR'), name='orglife_activity_why_returned'), models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('recorded_by')), _negated=True), _connector='OR'), name='orglife_activity_two_people'), models.UniqueConstraint(fields=('organisation', 'kind', 'happened_on', 'topic'), name='activity_once'), models.CheckConstraint(condition=models.Q(('topic', ''), _negated=True), name='activity_has_topic'), models.CheckConstraint(condition=models.Q(('present_count__lte', models.F('due_count'))), name='activity_present_of_due'), models.CheckConstraint(condition=models.Q(('votes_for__isnull', True), ('votes_for__lte', models.F('due_count')), _connector='OR'), name='activity_votes_of_due'), models.CheckConstraint(condition=models.Q(models.Q(('ends_at__isnull', True), ('starts_at__isnull', True)), models.Q(('ends_at__gt', models.F('starts_at')), ('starts_at__isnull', False)), _connector='OR'), name='activity_ends_after_start')],
                },
            ),
            migrations.CreateModel(
                name='ActivityEvidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('description', models.CharField(blank=True, max_length=200)),
                    ('added_at', models.DateTimeField()),
                    ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='orglife.activity')),
                ],
                options={
                    'abstract': False,
                    'constraints': [models.UniqueConstraint(fields=('record', 'file'), name='activity_evidence_once')],
                },
            ),
            migrations.CreateModel(
                name='Attendance',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_present', models.BooleanField()),
                    ('reason', models.CharField(blank=True, max_length=60)),
                    ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='orglife.activity')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('activity', 'person'), name='attendance_once'), models.CheckConstraint(condition=models.Q(('is_present', False), ('reason', ''), _connector='OR'), name='attendance_reason_of_absence')],
                },
            ),
            migrations.CreateModel(
                name='Excuse',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('committee', 'committee'), ('members_meeting', 'members_meeting'), ('group', 'group'), ('party_class', 'party_class'), ('theme_day', 'theme_day'), ('life_meeting', 'life_meeting'), ('appraisal', 'appraisal'), ('talk', 'talk'), ('oath', 'oath'), ('birthday', 'birthday'), ('training', 'training'), ('secretaries', 'secretaries')], max_length=16)),
                    ('period', models.CharField(max_length=20)),
                    ('reason', models.CharField(max_length=120)),
                    ('written_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'kind', 'period'), name='excuse_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='excuse_says_why')],
                },
            ),
            migrations.CreateModel(
                name='Member',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('admitted_on', models.DateField()),
                    ('full_on', models.DateField(blank=True, null=True)),
                    ('left_on', models.DateField(blank=True, null=True)),
                    ('group', models.CharField(blank=True, max_length=40)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='membership', to='organisations.person')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('full_on__isnull', True), ('full_on__gte', models.F('admitted_on')), _connector='OR'), name='member_full_after_admission'), models.CheckConstraint(condition=models.Q(('left_on__isnull', True), ('left_on__gte', models.F('admitted_on')), _connector='OR'), name='member_leaves_after_admission')],
                },
            ),
        ]),
    ]
