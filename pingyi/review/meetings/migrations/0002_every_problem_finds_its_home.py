from django.db import migrations

from pingyi.core.tables import RunStatements
from pingyi.core.triggers import refuse_where

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
    dependencies = [("meetings", "0001_initial"), ("cycles", "0001_initial")]
    operations = [
        refuse_where(
            "meetings_sitting",
            "sitting_no_end_with_homeless_problem",
            "UPDATE",
            wrong=ENDS_HOMELESS,
            message=MESSAGE,
        ),
        _homeless_after_the_end("INSERT"),
        _homeless_after_the_end("UPDATE"),
    ]
