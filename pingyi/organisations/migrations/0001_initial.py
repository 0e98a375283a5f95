import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='Institution',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.SlugField(max_length=32, unique=True)),
                    ('name', models.CharField(max_length=120)),
                    ('short_name', models.CharField(max_length=40)),
                    ('is_demonstration', models.BooleanField(default=False)),
                ],
                options={
                },
            ),
            migrations.CreateModel(
                name='Organisation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organisations.organisation')),
                    ('code', models.CharField(blank=True, max_length=32)),
                    ('name', models.CharField(max_length=120)),
                    ('kind', models.CharField(choices=[('committee', 'Committee'), ('general_branch', 'General Branch'), ('direct_branch', 'Direct Branch'), ('branch', 'Branch')], max_length=16)),
                    ('unit_kind', models.CharField(choices=[('university', 'University'), ('college', 'College'), ('affiliated_hospital', 'Affiliated Hospital'), ('office', 'Office'), ('other', 'Other')], max_length=24)),
                    ('path', models.CharField(max_length=600)),
                    ('order', models.PositiveIntegerField(default=0)),
                    ('founded_on', models.DateField(blank=True, null=True)),
                    ('dissolved_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('institution', 'code'), name='organisation_code_once'),
                        models.UniqueConstraint(fields=('institution', 'path'), name='organisation_path_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='OrganisationAlias',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='organisations.organisation')),
                    ('name', models.CharField(max_length=120)),
                    ('is_dual_name', models.BooleanField(default=False)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('organisation', 'name'), name='alias_once_per_organisation'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Person',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('name', models.CharField(max_length=64)),
                    ('staff_number', models.CharField(blank=True, max_length=32)),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='organisations.organisation')),
                    ('account', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='person', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('staff_number', ''), _negated=True), fields=('institution', 'staff_number'), name='staff_number_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Post',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='organisations.person')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='organisations.organisation')),
                    ('title', models.CharField(choices=[('secretary', 'Secretary'), ('deputy_secretary', 'Deputy Secretary'), ('committee_member', 'Committee Member'), ('principal', 'Principal'), ('deputy_leader', 'Deputy Leader'), ('department_head', 'Department Head'), ('section_head', 'Section Head'), ('full_time_organiser', 'Full Time Organiser'), ('other', 'Other')], max_length=24)),
                    ('title_text', models.CharField(blank=True, max_length=64)),
                    ('portfolio', models.CharField(blank=True, max_length=120)),
                    ('is_acting', models.BooleanField(default=False)),
                    ('started_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('term_ends_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='post_ends_after_start'),
                        models.UniqueConstraint(fields=('person', 'organisation', 'title', 'title_text', 'started_on'), name='post_once_per_start'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Delegate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delegations', to='organisations.person')),
                    ('kind', models.CharField(choices=[('party_congress', 'Party Congress'), ('peoples_congress', 'Peoples Congress'), ('cppcc', 'Cppcc')], max_length=24)),
                    ('level_text', models.CharField(blank=True, max_length=64)),
                    ('congress_number', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('person', 'kind', 'level_text', 'congress_number'), name='delegation_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Body',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='organisations.organisation')),
                    ('kind', models.CharField(choices=[('party_committee', 'Party Committee'), ('standing_committee', 'Standing Committee'), ('leading_group', 'Leading Group'), ('other', 'Other')], max_length=24)),
                    ('name', models.CharField(max_length=120)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('organisation', 'name'), name='body_name_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='BodyMember',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('body', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='organisations.body')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.person')),
                    ('role_text', models.CharField(blank=True, max_length=40)),
                    ('order', models.PositiveIntegerField(default=0)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('body', 'person'), name='body_member_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='CalendarYear',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('year', models.PositiveSmallIntegerField()),
                    ('source', models.CharField(max_length=200)),
                    ('written_at', models.DateTimeField()),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('institution', 'year'), name='calendar_year_once'),
                        models.CheckConstraint(condition=models.Q(('year__gte', 2000), ('year__lte', 2100)), name='calendar_year_plausible'),
                        models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='calendar_year_has_source'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='CalendarDay',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='organisations.calendaryear')),
                    ('day', models.DateField()),
                    ('is_working', models.BooleanField()),
                    ('name', models.CharField(max_length=40)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('calendar', 'day'), name='calendar_day_once'),
                        models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='calendar_day_has_name'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='RoleAssignment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to=settings.AUTH_USER_MODEL)),
                    ('role', models.CharField(choices=[('clerk', 'Clerk'), ('secretary', 'Secretary'), ('leader', 'Leader'), ('scrutineer', 'Scrutineer'), ('counter', 'Counter'), ('examiner', 'Examiner')], max_length=16)),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('organisation__isnull', False)), fields=('institution', 'account', 'role', 'organisation'), name='role_once_per_organisation'),
                        models.UniqueConstraint(condition=models.Q(('organisation__isnull', True)), fields=('institution', 'account', 'role'), name='role_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('role', 'secretary'), _negated=True), ('organisation__isnull', False), _connector='OR'), name='secretary_role_names_organisation'),
                    ],
                },
            ),
        ]),
    ]
