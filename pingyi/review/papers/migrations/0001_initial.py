import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('cycles', '0001_initial'),
        ('documents', '0001_initial'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='PaperDraft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='paper_drafts', to='cycles.cycle')),
                    ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='paper_drafts', to='cycles.reviewmeeting')),
                    ('kind', models.CharField(choices=[('plan', 'plan'), ('notice', 'notice'), ('agenda', 'agenda'), ('script', 'script'), ('report', 'report'), ('circular', 'circular')], max_length=12)),
                    ('title', models.CharField(max_length=200)),
                    ('addressee', models.CharField(blank=True, max_length=600)),
                    ('body', models.TextField(blank=True)),
                    ('copy_to', models.CharField(blank=True, max_length=600)),
                    ('note', models.CharField(blank=True, max_length=200)),
                    ('secrecy', models.CharField(blank=True, max_length=20)),
                    ('urgency', models.CharField(blank=True, max_length=10)),
                    ('basis', models.CharField(max_length=64)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('saved_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('meeting__isnull', True)), fields=('cycle', 'kind'), name='paper_draft_once'),
                        models.UniqueConstraint(condition=models.Q(('meeting__isnull', False)), fields=('meeting', 'kind'), name='paper_draft_once_per_meeting'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='IssuedPaper',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='cycles.cycle')),
                    ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='cycles.reviewmeeting')),
                    ('kind', models.CharField(choices=[('plan', 'plan'), ('notice', 'notice'), ('agenda', 'agenda'), ('script', 'script'), ('report', 'report'), ('circular', 'circular')], max_length=12)),
                    ('title', models.CharField(max_length=200)),
                    ('document_number', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='paper', to='documents.documentnumber')),
                    ('copy_number', models.CharField(blank=True, max_length=6)),
                    ('tree', models.JSONField(blank=True, default=dict)),
                    ('page', models.TextField()),
                    ('blanks', models.PositiveSmallIntegerField(default=0)),
                    ('word', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('pdf', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('issued_on', models.DateField()),
                    ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('issued_at', models.DateTimeField()),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='EditedWord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edited_words', to='papers.issuedpaper')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('uploaded_at', models.DateTimeField()),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='NumberedCopies',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='numbered_copies', to='papers.issuedpaper')),
                    ('first', models.PositiveIntegerField()),
                    ('last', models.PositiveIntegerField()),
                    ('pdf', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('words', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('made_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('paper', 'first'), name='numbered_copies_once'),
                        models.CheckConstraint(condition=models.Q(('first__gte', 1), ('last__gte', models.F('first')), ('last__lte', 999999)), name='numbered_copies_have_six_digits'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PaperVoiding',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='voiding', to='papers.issuedpaper')),
                    ('reason', models.CharField(max_length=200)),
                    ('voided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('voided_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='paper_voiding_says_why'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Circulation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='circulation', to='papers.issuedpaper')),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('opened_at', models.DateTimeField()),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CircularReader',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('circulation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readers', to='papers.circulation')),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                    ('added_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('circulation', 'account', 'organisation'), name='circular_reader_once'),
                    ],
                },
            ),
        ]),
    ]
