from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cycles', '0001_initial'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='cycle',
            name='cycle_once_per_convenor_and_year',
        ),
        migrations.AddField(
            model_name='cycle',
            name='about',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddConstraint(
            model_name='cycle',
            constraint=models.UniqueConstraint(condition=models.Q(('about', ''), ('polled__isnull', True)), fields=('convenor', 'year'), name='cycle_once_per_convenor_and_year'),
        ),
        migrations.AddConstraint(
            model_name='cycle',
            constraint=models.UniqueConstraint(condition=models.Q(('about', ''), _negated=True), fields=('institution', 'about'), name='cycle_one_vote_about_a_matter'),
        ),
        migrations.AddConstraint(
            model_name='cycle',
            constraint=models.CheckConstraint(condition=models.Q(('about', ''), ('polled__isnull', True), _connector='OR'), name='cycle_is_poll_or_vote_not_both'),
        ),
    ]
