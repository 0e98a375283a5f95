from django.db import migrations

from pingyi.core.triggers import refuse_changes, refuse_where
from pingyi.ledgers.kit.triggers import guard_records

# The topic and the meeting of an item fit: it is decided where its route says, and studied by the Party meeting before.
RIGHT_PLACE = """EXISTS (
    SELECT 1 FROM decisions_topic t JOIN decisions_decisionmeeting m ON m.id = NEW.meeting_id
    WHERE t.id = NEW.topic_id AND t.organisation_id = m.organisation_id
    AND ((NEW.purpose = 'decide' AND m.body = t.decides) OR (NEW.purpose = 'study' AND m.body = t.studies_first)))"""
STUDIED = """EXISTS (
    SELECT 1 FROM decisions_topic t WHERE t.id = NEW.topic_id AND (t.studies_first = '' OR EXISTS (
        SELECT 1 FROM decisions_agendaitem s WHERE s.topic_id = t.id AND s.purpose = 'study' AND s.outcome = 'passed')))"""
# What is only studied or reported is noted, never carried or refused; what is to be decided is never only noted.
FITS_KIND = """EXISTS (
    SELECT 1 FROM decisions_topic t WHERE t.id = NEW.topic_id
    AND (NEW.outcome IN ('', 'postponed') OR ((NEW.outcome = 'noted') = (t.kind <> 'decision'))))"""
# A closed topic has an item in a meeting of the body that decides it; one refused may have been stopped at the study.
CLOSED_WHERE_IT_BELONGS = """EXISTS (
    SELECT 1 FROM decisions_agendaitem i JOIN decisions_decisionmeeting m ON m.id = i.meeting_id
    WHERE i.topic_id = NEW.id
    AND ((NEW.state <> 'rejected' AND i.purpose = 'decide' AND i.outcome IN ('passed', 'noted') AND m.body = NEW.decides)
        OR (NEW.state = 'rejected' AND i.outcome = 'rejected' AND m.body IN (NEW.decides, NEW.studies_first))))"""
CLOSED = "('decided', 'rejected', 'executing', 'done')"
MESSAGE = "a topic is closed only by the body that it belongs to"


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial")]

    operations = [
        *(
            refuse_where(
                "decisions_agendaitem",
                f"agendaitem_at_its_body_{verb.lower()}",
                verb,
                wrong=f"NOT {RIGHT_PLACE} OR (NEW.purpose = 'decide' AND NOT {STUDIED})",
                message=MESSAGE,
            )
            for verb in ("INSERT", "UPDATE")
        ),
        *(
            refuse_where(
                "decisions_agendaitem",
                f"agendaitem_fits_its_kind_{verb.lower()}",
                verb,
                wrong=f"NOT {FITS_KIND}",
                message="only what is to be decided is voted on",
            )
            for verb in ("INSERT", "UPDATE")
        ),
        refuse_where(
            "decisions_agendaitem",
            "agendaitem_closed_stays",
            "UPDATE",
            wrong="OLD.outcome <> ''",
            message="what a meeting decided does not change",
        ),
        refuse_where(
            "decisions_agendaitem",
            "agendaitem_closed_is_kept",
            "DELETE",
            wrong="OLD.outcome <> ''",
            message="what a meeting decided does not change",
        ),
        refuse_where(
            "decisions_topic",
            "topic_not_born_closed",
            "INSERT",
            wrong=f"NEW.state IN {CLOSED}",
            message=MESSAGE,
        ),
        refuse_where(
            "decisions_topic",
            "topic_closed_where_it_belongs",
            "UPDATE",
            wrong=f"NEW.state IN {CLOSED} AND NOT {CLOSED_WHERE_IT_BELONGS}",
            message=MESSAGE,
        ),
        refuse_where(
            "decisions_topic",
            "topic_route_stays",
            "UPDATE",
            wrong=(
                "OLD.state <> 'draft' AND (NEW.decides <> OLD.decides OR NEW.studies_first <> OLD.studies_first "
                "OR NEW.organisation_id <> OLD.organisation_id OR NEW.kind <> OLD.kind)"
            ),
            message="who decides a topic does not change once it was filed",
        ),
        refuse_where(
            "decisions_decisionmeeting",
            "decisionmeeting_body_stays",
            "UPDATE",
            wrong="NEW.body <> OLD.body OR NEW.organisation_id <> OLD.organisation_id",
            message="a meeting is of one body",
        ),
        refuse_changes("decisions_talk"),
        refuse_changes("decisions_minutessignature"),
        refuse_changes("decisions_executionnote"),
        refuse_changes("decisions_checklog"),
        *guard_records("decisions_meetingrecord"),
    ]
