import django.db.models.deletion
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='Event',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution_id', models.BigIntegerField()),
                    ('sequence', models.PositiveBigIntegerField()),
                    ('verb', models.CharField(max_length=64)),
                    ('actor_id', models.BigIntegerField(null=True)),
                    ('subject_kind', models.CharField(max_length=64)),
                    ('subject_id', models.CharField(max_length=64)),
                    ('recorded_at', models.DateTimeField()),
                    ('payload_digest', models.CharField(max_length=64)),
                    ('previous_hash', models.CharField(max_length=64)),
                    ('hash', models.CharField(max_length=64)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('institution_id', 'sequence'), name='event_sequence_once')],
                },
            ),
            migrations.CreateModel(
                name='Job',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution_id', models.BigIntegerField(db_index=True)),
                    ('kind', models.CharField(max_length=64)),
                    ('arguments', models.JSONField(default=dict)),
                    ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Running'), ('done', 'Done'), ('failed', 'Failed'), ('cancelled', 'Cancelled')], default='waiting', max_length=16)),
                    ('done', models.PositiveIntegerField(default=0)),
                    ('total', models.PositiveIntegerField(default=0)),
                    ('message', models.TextField(blank=True)),
                    ('result', models.JSONField(null=True)),
                    ('is_cancel_asked', models.BooleanField(default=False)),
                    ('asked_by_id', models.BigIntegerField()),
                    ('asked_at', models.DateTimeField()),
                    ('seen_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name='StoredFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('institution_id', models.BigIntegerField(db_index=True)),
                    ('name', models.CharField(max_length=200)),
                    ('sha256', models.CharField(max_length=64)),
                    ('size_bytes', models.PositiveBigIntegerField()),
                    ('stored_at', models.DateTimeField()),
                    ('stored_by_id', models.BigIntegerField()),
                ],
            ),
            migrations.CreateModel(
                name='EventPayload',
                fields=[
                    ('event', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='payload', serialize=False, to='core.event')),
                    ('salt', models.CharField(max_length=32)),
                    ('body', models.JSONField()),
                ],
            ),
        ]),
    ]
