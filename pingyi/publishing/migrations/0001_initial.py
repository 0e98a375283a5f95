import django.db.models.deletion
import pingyi.publishing.domain.reviewing.steps
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cycles', '0001_initial'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='HouseRules',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('number', models.PositiveIntegerField()),
                    ('people', models.CharField(choices=[('all', 'all'), ('kinds', 'kinds'), ('free', 'free')], max_length=8)),
                    ('credit_scheme', models.CharField(choices=[('three_steps', 'three_steps'), ('source_to_approver', 'source_to_approver')], max_length=24)),
                    ('source', models.CharField(blank=True, max_length=60)),
                    ('formulas', models.TextField(blank=True)),
                    ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('set_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('institution', 'number'), name='house_rules_number_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NewsItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='news', to='cycles.reviewmeeting')),
                    ('state', models.CharField(choices=[('draft', 'draft'), ('in_review', 'in_review'), ('published', 'published')], default=pingyi.publishing.domain.reviewing.steps.State['DRAFT'], max_length=16)),
                    ('title', models.CharField(max_length=200)),
                    ('text', models.TextField()),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('round', models.PositiveIntegerField(default=1)),
                    ('people', models.CharField(choices=[('all', 'all'), ('kinds', 'kinds'), ('free', 'free')], max_length=8)),
                    ('credit_scheme', models.CharField(choices=[('three_steps', 'three_steps'), ('source_to_approver', 'source_to_approver')], max_length=24)),
                    ('source', models.CharField(blank=True, max_length=60)),
                    ('added', models.JSONField(default=dict)),
                    ('origins', models.JSONField(default=list)),
                    ('writer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('drafted_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('text', ''), _negated=True)), name='news_has_title_and_text'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NewsVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='publishing.newsitem')),
                    ('number', models.PositiveIntegerField()),
                    ('title', models.CharField(max_length=200)),
                    ('text', models.TextField()),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('item', 'number'), name='news_version_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NewsPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='publishing.newsitem')),
                    ('kind', models.CharField(choices=[('review', 'review'), ('proof', 'proof')], max_length=8)),
                    ('level', models.PositiveSmallIntegerField()),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('writer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('people', models.CharField(choices=[('all', 'all'), ('kinds', 'kinds'), ('free', 'free')], max_length=8)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('item', 'kind', 'level'), name='news_part_once'),
                        models.UniqueConstraint(condition=models.Q(('people__in', ['all', 'kinds'])), fields=('item', 'kind', 'account'), name='news_three_people_of_a_kind'),
                        models.UniqueConstraint(condition=models.Q(('people', 'all')), fields=('item', 'account'), name='news_six_people'),
                        models.CheckConstraint(condition=models.Q(models.Q(('level', 3), _negated=True), models.Q(('account', models.F('writer')), _negated=True), _connector='OR'), name='news_last_is_not_the_writer'),
                        models.CheckConstraint(condition=models.Q(('level__in', [1, 2, 3])), name='news_part_of_three_levels'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NewsSignature',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='publishing.newspart')),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='publishing.newsversion')),
                    ('round', models.PositiveIntegerField()),
                    ('findings', models.PositiveIntegerField()),
                    ('remark', models.CharField(blank=True, max_length=200)),
                    ('signed_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('part', 'version', 'round'), name='news_signed_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NewsReturn',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='returns', to='publishing.newsitem')),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publishing.newsversion')),
                    ('round', models.PositiveIntegerField()),
                    ('reason', models.TextField()),
                    ('returned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('returned_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('item', 'round'), name='news_returned_once_a_round'),
                        models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='news_returned_with_reason'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NewsPublication',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='publishing.newsitem')),
                    ('version', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='publishing.newsversion')),
                    ('round', models.PositiveIntegerField()),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('published_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('item', 'round'), name='news_published_once_a_round'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PastReview',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('cycle', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='past_review', to='cycles.cycle')),
                    ('source_name', models.CharField(blank=True, max_length=200)),
                    ('source_text', models.TextField()),
                    ('source_sha256', models.CharField(max_length=64)),
                    ('cleaned_text', models.TextField()),
                    ('text_digest', models.CharField(max_length=64)),
                    ('facts', models.JSONField()),
                    ('turns', models.JSONField(default=list)),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recorded_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('institution', 'text_digest'), name='past_text_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('source_text', ''), _negated=True), models.Q(('cleaned_text', ''), _negated=True)), name='past_review_has_its_text'),
                    ],
                },
            ),
        ]),
    ]
