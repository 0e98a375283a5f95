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
        ('organisations', '0001_initial'),
        ('rectification', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
        migrations.CreateModel(
            name='ImportedArchive',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('origin_root', models.CharField(max_length=64)),
                ('origin_cycle', models.PositiveBigIntegerField()),
                ('manifest', models.JSONField()),
                ('imported_at', models.DateTimeField()),
                ('cycle', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='imported_archive', to='cycles.cycle')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('imported_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('institution', 'sha256'), name='imported_package_once'), models.UniqueConstraint(fields=('institution', 'origin_root', 'origin_cycle'), name='imported_cycle_once'), models.CheckConstraint(condition=models.Q(('origin_root', ''), _negated=True), name='imported_from_somewhere')],
            },
        ),
        migrations.CreateModel(
            name='ImportedProblem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin_root', models.CharField(max_length=64)),
                ('origin_problem', models.PositiveBigIntegerField()),
                ('archive', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='archives.importedarchive')),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                ('problem', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='imported_from', to='rectification.problemitem')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('institution', 'origin_root', 'origin_problem'), name='imported_problem_once')],
            },
        ),
        migrations.CreateModel(
            name='ArchivePackage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveSmallIntegerField()),
                ('has_counts', models.BooleanField()),
                ('members', models.PositiveIntegerField()),
                ('log_head', models.CharField(max_length=64)),
                ('lost', models.JSONField(default=list)),
                ('made_at', models.DateTimeField()),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='archive_packages', to='cycles.cycle')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cycle', 'sequence'), name='archive_package_sequence_once'), models.CheckConstraint(condition=models.Q(('sequence__gte', 1)), name='archive_package_from_one')],
            },
        ),
        ]),
        refuse_changes('archives_archivepackage'),
        refuse_changes('archives_importedarchive'),
        refuse_changes('archives_importedproblem'),
    ]
