import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='CalendarYear',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField()),
                    ('source', models.CharField(max_length=200)),
                    ('written_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
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
                    ('day', models.DateField()),
                    ('is_working', models.BooleanField()),
                    ('name', models.CharField(max_length=40)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='organisations.calendaryear')),
                ],
                options={
                    'constraints': [
                        models.UniqueConstraint(fields=('calendar', 'day'), name='calendar_day_once'),
                        models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='calendar_day_has_name'),
                    ],
                },
            ),
        ]),
    ]
