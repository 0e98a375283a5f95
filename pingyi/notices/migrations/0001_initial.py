import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='Notice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
                    ('kind', models.CharField(max_length=32)),
                    ('about', models.CharField(max_length=64)),
                    ('day', models.DateField()),
                    ('title', models.CharField(max_length=120)),
                    ('text', models.CharField(blank=True, max_length=400)),
                    ('path', models.CharField(blank=True, max_length=200)),
                    ('given_at', models.DateTimeField()),
                    ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('read_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('institution', 'account', 'kind', 'about', 'day'), name='notice_once_a_day'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Mail',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('notice', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mail', to='notices.notice')),
                    ('address', models.EmailField(max_length=254)),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('sending', 'sending'), ('sent', 'sent'), ('failed', 'failed')], default='waiting', max_length=16)),
                    ('attempts', models.PositiveSmallIntegerField(default=0)),
                    ('next_try_at', models.DateTimeField()),
                    ('taken_at', models.DateTimeField(blank=True, null=True)),
                    ('sent_at', models.DateTimeField(blank=True, null=True)),
                    ('said', models.CharField(blank=True, max_length=200)),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='mail_sent_with_time'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('said', ''), _negated=True), _connector='OR'), name='mail_failed_with_words'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Webhook',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('name', models.CharField(max_length=40)),
                    ('kind', models.CharField(choices=[('wecom', 'wecom'), ('dingtalk', 'dingtalk'), ('other', 'other')], max_length=12)),
                    ('address', models.CharField(max_length=500)),
                    ('secret', models.CharField(blank=True, max_length=200)),
                    ('topics', models.JSONField(default=list)),
                    ('is_active', models.BooleanField(default=True)),
                    ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('set_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('is_active', True)), fields=('institution', 'name'), name='webhook_name_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('address', ''), _negated=True), models.Q(('name', ''), _negated=True)), name='webhook_is_named'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='WebhookCall',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('webhook', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='notices.webhook')),
                    ('topic', models.CharField(max_length=16)),
                    ('about', models.CharField(max_length=64)),
                    ('title', models.CharField(max_length=120)),
                    ('text', models.CharField(blank=True, max_length=1000)),
                    ('path', models.CharField(blank=True, max_length=200)),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('sending', 'sending'), ('sent', 'sent'), ('failed', 'failed')], default='waiting', max_length=8)),
                    ('attempts', models.PositiveSmallIntegerField(default=0)),
                    ('next_try_at', models.DateTimeField()),
                    ('taken_at', models.DateTimeField(blank=True, null=True)),
                    ('sent_at', models.DateTimeField(blank=True, null=True)),
                    ('said', models.CharField(blank=True, max_length=200)),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('webhook', 'topic', 'about'), name='webhook_call_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='webhook_call_sent_with_time'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('said', ''), _negated=True), _connector='OR'), name='webhook_call_failed_with_words'),
                    ],
                },
            ),
        ]),
    ]
