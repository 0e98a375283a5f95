import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_initial'),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='Cycle',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField()),
                    ('name', models.CharField(max_length=120)),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('frozen', 'Frozen'), ('archived', 'Archived')], default='draft', max_length=16)),
                    ('before_from', models.DateField(blank=True, null=True)),
                    ('before_to', models.DateField(blank=True, null=True)),
                    ('during_from', models.DateField(blank=True, null=True)),
                    ('during_to', models.DateField(blank=True, null=True)),
                    ('after_from', models.DateField(blank=True, null=True)),
                    ('after_to', models.DateField(blank=True, null=True)),
                    ('reports_due_at', models.DateTimeField(blank=True, null=True)),
                    ('fingerprint', models.CharField(blank=True, max_length=64)),
                    ('frozen_at', models.DateTimeField(blank=True, null=True)),
                    ('convenor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cycles', to='organisations.organisation')),
                    ('polled', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='polls', to='cycles.cycle')),
                    ('frozen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('about', models.CharField(blank=True, max_length=64)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('polled__isnull', True), models.Q(('polled', models.F('pk')), _negated=True), _connector='OR'), name='cycle_is_no_poll_of_itself'), models.CheckConstraint(condition=models.Q(models.Q(('fingerprint', ''), ('frozen_at__isnull', True), ('frozen_by__isnull', True), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('frozen_at__isnull', False), ('frozen_by__isnull', False), models.Q(('fingerprint', ''), _negated=True)), _connector='OR'), name='cycle_frozen_with_time_author_fingerprint'), models.CheckConstraint(condition=models.Q(('before_from__isnull', True), ('before_to__isnull', True), ('before_to__gte', models.F('before_from')), _connector='OR'), name='cycle_before_in_order'), models.UniqueConstraint(condition=models.Q(('about', ''), ('polled__isnull', True)), fields=('convenor', 'year'), name='cycle_once_per_convenor_and_year'), models.UniqueConstraint(condition=models.Q(('about', ''), _negated=True), fields=('institution', 'about'), name='cycle_one_vote_about_a_matter'), models.CheckConstraint(condition=models.Q(('about', ''), ('polled__isnull', True), _connector='OR'), name='cycle_is_poll_or_vote_not_both')],
                },
            ),
            migrations.CreateModel(
                name='CycleSetting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(max_length=48)),
                    ('value', models.JSONField()),
                    ('set_at', models.DateTimeField()),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='settings', to='cycles.cycle')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReviewMeeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('name', models.CharField(max_length=120)),
                    ('held_at', models.DateTimeField()),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('chair_title', models.CharField(blank=True, max_length=64)),
                    ('commentator_title', models.CharField(blank=True, max_length=64)),
                    ('ballot_mode', models.CharField(choices=[('paper', 'Paper'), ('code', 'Code')], default='paper', max_length=8)),
                    ('chair', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('commentator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='cycles.cycle')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('cycle', 'sequence'), name='meeting_sequence_once')],
                },
            ),
            migrations.CreateModel(
                name='Reporter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title_text', models.CharField(max_length=64)),
                    ('is_acting', models.BooleanField(default=False)),
                    ('mode', models.CharField(choices=[('on_site', 'On Site'), ('written', 'Written')], max_length=8)),
                    ('is_voted_on', models.BooleanField(default=True)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reporters', to='cycles.cycle')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reporters', to='organisations.organisation')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reporters', to='organisations.person')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reporters', to='cycles.reviewmeeting')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('cycle', 'organisation'), name='reporter_once_per_organisation'), models.UniqueConstraint(fields=('meeting', 'order'), name='reporter_order_once')],
                },
            ),
            migrations.CreateModel(
                name='VoterClass',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=4)),
                    ('name', models.CharField(max_length=120)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('weight_numerator', models.BigIntegerField(blank=True, null=True)),
                    ('weight_denominator', models.BigIntegerField(blank=True, null=True)),
                    ('is_selected_part', models.BooleanField(default=False)),
                    ('selection_note', models.TextField(blank=True)),
                    ('merge_reason', models.TextField(blank=True)),
                    ('merged_at', models.DateTimeField(blank=True, null=True)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='voter_classes', to='cycles.reviewmeeting')),
                    ('merged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='cycles.voterclass')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'code'), name='class_code_once'), models.UniqueConstraint(fields=('meeting', 'order'), name='class_order_once'), models.CheckConstraint(condition=models.Q(models.Q(('weight_denominator__isnull', True), ('weight_numerator__isnull', True)), models.Q(('weight_denominator__gt', 0), ('weight_numerator__gte', 0)), _connector='OR'), name='class_weight_unset_or_not_negative'), models.CheckConstraint(condition=models.Q(('is_selected_part', False), models.Q(('selection_note', ''), _negated=True), _connector='OR'), name='selected_part_says_how'), models.CheckConstraint(condition=models.Q(models.Q(('merge_reason', ''), ('merged_at__isnull', True), ('merged_by__isnull', True), ('merged_into__isnull', True)), models.Q(('merged_at__isnull', False), ('merged_by__isnull', False), ('merged_into__isnull', False), models.Q(('merge_reason', ''), _negated=True)), _connector='OR'), name='merge_says_why_who_when'), models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('pk')), _negated=True), _connector='OR'), name='class_not_merged_into_itself')],
                },
            ),
            migrations.CreateModel(
                name='VoterListing',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('counts_here', models.BooleanField(default=True)),
                    ('decided_at', models.DateTimeField(blank=True, null=True)),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listings', to='cycles.reviewmeeting')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listings', to='organisations.person')),
                    ('voter_class', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listings', to='cycles.voterclass')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('voter_class', 'person'), name='listing_once_per_class'), models.UniqueConstraint(condition=models.Q(('counts_here', True)), fields=('meeting', 'person'), name='one_class_per_person'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('counts_here', True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='listing_decided_with_author_and_time')],
                },
            ),
        ]),
    ]
