import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pingyi.core.tables import RunStatements
from pingyi.core.triggers import refuse_where

# Meetings that ended before this rule: what was a problem then became a task in its own words.
SETTLE_ENDED = """
    UPDATE meetings_commentsentence SET
        task_draft = text,
        settled_at = (SELECT recorded_at FROM meetings_leadercomment c WHERE c.id = comment_id),
        settled_by_id = (SELECT recorded_by_id FROM meetings_leadercomment c WHERE c.id = comment_id)
    WHERE part = 'problem' AND EXISTS (
        SELECT 1 FROM meetings_leadercomment c
        JOIN cycles_reporter r ON r.id = c.reporter_id
        JOIN meetings_sitting s ON s.meeting_id = r.meeting_id
        WHERE c.id = comment_id AND s.state = 'ended')
"""
IS_HOMELESS = "{row}.part = 'problem' AND {row}.task_draft = '' AND {row}.no_task_reason = ''"
ENDS_HOMELESS = f"""NEW.state = 'ended' AND OLD.state <> 'ended' AND EXISTS (
    SELECT 1 FROM meetings_commentsentence p
    JOIN meetings_leadercomment c ON c.id = p.comment_id
    JOIN cycles_reporter r ON r.id = c.reporter_id
    WHERE r.meeting_id = NEW.meeting_id AND {IS_HOMELESS.format(row="p")})"""
HOMELESS_AFTER_THE_END = f"""{IS_HOMELESS.format(row="NEW")} AND EXISTS (
    SELECT 1 FROM meetings_leadercomment c
    JOIN cycles_reporter r ON r.id = c.reporter_id
    JOIN meetings_sitting s ON s.meeting_id = r.meeting_id
    WHERE c.id = NEW.comment_id AND s.state = 'ended')"""
MESSAGE = "a problem named at the meeting has no home"


def _homeless_after_the_end(verb: str) -> RunStatements:
    return refuse_where(
        "meetings_commentsentence",
        f"comment_sentence_no_homeless_{verb.lower()}",
        verb,
        wrong=HOMELESS_AFTER_THE_END,
        message=MESSAGE,
    )


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0001_initial'),
        ('organisations', '0001_initial'),
        ('rectification', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='commentsentence',
            name='problem_sentence_has_problem_item',
        ),
        migrations.AddField(
            model_name='commentsentence',
            name='no_task_reason',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='commentsentence',
            name='settled_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='commentsentence',
            name='settled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='commentsentence',
            name='task_draft',
            field=models.TextField(blank=True),
        ),
        migrations.AddConstraint(
            model_name='commentsentence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('no_task_reason', ''), ('part', 'problem'), ('problem__isnull', False)), models.Q(('part', 'problem'), ('problem__isnull', True), ('task_draft', ''), models.Q(('no_task_reason', ''), _negated=True)), models.Q(models.Q(('part', 'problem'), _negated=True), ('no_task_reason', ''), ('problem__isnull', True), ('task_draft', '')), _connector='OR'), name='problem_sentence_is_listed_or_says_why_not'),
        ),
        migrations.AddConstraint(
            model_name='commentsentence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('no_task_reason', ''), ('settled_at__isnull', True), ('settled_by__isnull', True), ('task_draft', '')), models.Q(models.Q(models.Q(('task_draft', ''), _negated=True), models.Q(('no_task_reason', ''), _negated=True), _connector='OR'), ('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='sentence_settled_with_author_and_time'),
        ),
        # The triggers come after them: making a table anew, as SQLite has to for a constraint, would lose them.
        refuse_where(
            "meetings_sitting",
            "sitting_no_end_with_homeless_problem",
            "UPDATE",
            wrong=ENDS_HOMELESS,
            message=MESSAGE,
        ),
        _homeless_after_the_end("INSERT"),
        _homeless_after_the_end("UPDATE"),
        RunStatements(lambda vendor: [SETTLE_ENDED], lambda vendor: []),
    ]
