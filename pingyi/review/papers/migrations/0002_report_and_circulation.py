import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import MakeTables
from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0001_initial'),
        ('papers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='issuedpaper',
            name='kind',
            field=models.CharField(choices=[('plan', 'plan'), ('notice', 'notice'), ('agenda', 'agenda'), ('script', 'script'), ('report', 'report'), ('circular', 'circular')], max_length=12),
        ),
        migrations.AlterField(
            model_name='paperdraft',
            name='kind',
            field=models.CharField(choices=[('plan', 'plan'), ('notice', 'notice'), ('agenda', 'agenda'), ('script', 'script'), ('report', 'report'), ('circular', 'circular')], max_length=12),
        ),
        MakeTables([
            migrations.CreateModel(
                name='Circulation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('opened_at', models.DateTimeField()),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='circulation', to='papers.issuedpaper')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CircularReader',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('added_at', models.DateTimeField()),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.institution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                    ('circulation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readers', to='papers.circulation')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('circulation', 'account', 'organisation'), name='circular_reader_once')],
                },
            ),
        ]),
        refuse_changes("papers_circulation"),
        refuse_changes("papers_circularreader"),
    ]
