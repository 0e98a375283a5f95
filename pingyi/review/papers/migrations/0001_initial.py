import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0002_append_only'),
        ('cycles', '0001_initial'),
        ('documents', '0001_number_register'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='IssuedPaper',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('plan', 'plan'), ('notice', 'notice'), ('agenda', 'agenda'), ('script', 'script'), ('circular', 'circular')], max_length=12)),
                    ('title', models.CharField(max_length=200)),
                    ('page', models.TextField()),
                    ('blanks', models.PositiveSmallIntegerField(default=0)),
                    ('issued_on', models.DateField()),
                    ('issued_at', models.DateTimeField()),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='cycles.cycle')),
                    ('document_number', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='paper', to='documents.documentnumber')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='cycles.reviewmeeting')),
                    ('pdf', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('word', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PaperDraft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('plan', 'plan'), ('notice', 'notice'), ('agenda', 'agenda'), ('script', 'script'), ('circular', 'circular')], max_length=12)),
                    ('title', models.CharField(max_length=200)),
                    ('addressee', models.CharField(blank=True, max_length=600)),
                    ('body', models.TextField(blank=True)),
                    ('copy_to', models.CharField(blank=True, max_length=600)),
                    ('note', models.CharField(blank=True, max_length=200)),
                    ('secrecy', models.CharField(blank=True, max_length=20)),
                    ('urgency', models.CharField(blank=True, max_length=10)),
                    ('basis', models.CharField(max_length=64)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('saved_at', models.DateTimeField()),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='paper_drafts', to='cycles.cycle')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='paper_drafts', to='cycles.reviewmeeting')),
                    ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('meeting__isnull', True)), fields=('cycle', 'kind'), name='paper_draft_once'), models.UniqueConstraint(condition=models.Q(('meeting__isnull', False)), fields=('meeting', 'kind'), name='paper_draft_once_per_meeting')],
                },
            ),
            migrations.CreateModel(
                name='PaperVoiding',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.CharField(max_length=200)),
                    ('voided_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='voiding', to='papers.issuedpaper')),
                    ('voided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='paper_voiding_says_why')],
                },
            ),
        ]),
        refuse_changes('papers_issuedpaper'),
        refuse_changes('papers_papervoiding'),
    ]
