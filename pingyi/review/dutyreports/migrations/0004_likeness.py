import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('dutyreports', '0003_versions'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='LikenessCheck',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('fingerprint', models.CharField(max_length=64)),
                    ('own_fingerprint', models.CharField(max_length=64)),
                    ('compared', models.PositiveIntegerField()),
                    ('whole', models.PositiveIntegerField()),
                    ('common', models.PositiveIntegerField()),
                    ('alike', models.PositiveIntegerField()),
                    ('checked_at', models.DateTimeField()),
                    ('looked_at', models.DateTimeField(blank=True, null=True)),
                    ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('report', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='likeness', to='dutyreports.dutyreport')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('whole__gte', django.db.models.expressions.CombinedExpression(models.F('common'), '+', models.F('alike')))), name='likeness_parts_within_whole')],
                },
            ),
            migrations.CreateModel(
                name='LikenessPassage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sequence', models.PositiveSmallIntegerField()),
                    ('own_part', models.CharField(max_length=32)),
                    ('own_title', models.CharField(max_length=120)),
                    ('own_start', models.PositiveIntegerField()),
                    ('own_end', models.PositiveIntegerField()),
                    ('own_text', models.TextField()),
                    ('other_part', models.CharField(max_length=32)),
                    ('other_title', models.CharField(max_length=120)),
                    ('other_start', models.PositiveIntegerField()),
                    ('other_end', models.PositiveIntegerField()),
                    ('other_text', models.TextField()),
                    ('same', models.PositiveIntegerField()),
                    ('note', models.TextField(blank=True)),
                    ('noted_at', models.DateTimeField(blank=True, null=True)),
                    ('check_row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='dutyreports.likenesscheck')),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='dutyreports.dutyreport')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('check_row', 'sequence'), name='likeness_passage_sequence_once'), models.CheckConstraint(condition=models.Q(('own_end__gt', models.F('own_start')), ('other_end__gt', models.F('other_start'))), name='likeness_passage_not_empty')],
                },
            ),
        ]),
    ]
