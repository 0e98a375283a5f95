from django.urls import path

from pingyi.doors.office.decisions import (
    execution_acts,
    item_acts,
    meeting_acts,
    meeting_list,
    meeting_page,
    meeting_plan,
    meeting_times,
    note_acts,
    papers,
    record_acts,
    secret_vote,
    systems,
    topic_acts,
    topic_list,
    topic_page,
    topic_write,
)

urlpatterns = [
    path("topics/", topic_list.topic_list, name="topic-list"),
    path("topics/new/", topic_write.topic_draft, name="topic-draft"),
    path("topics/<int:topic_id>/", topic_page.topic_show, name="topic-show"),
    path("topics/<int:topic_id>/change/", topic_write.topic_change, name="topic-change"),
    path("topics/<int:topic_id>/file/", topic_acts.topic_file, name="topic-file"),
    path("topics/<int:topic_id>/sign/", topic_acts.topic_sign, name="topic-sign"),
    path("topics/<int:topic_id>/evidence/", papers.topic_evidence_add, name="topic-evidence-add"),
    path(
        "topics/<int:topic_id>/evidence/<int:topic_paper_id>/",
        papers.topic_evidence_file,
        name="topic-evidence-file",
    ),
    path(
        "topics/<int:topic_id>/evidence/<int:topic_paper_id>/remove/",
        papers.topic_evidence_remove,
        name="topic-evidence-remove",
    ),
    path("topics/<int:topic_id>/urgent/", topic_acts.topic_urgent, name="topic-urgent"),
    path("topics/<int:topic_id>/talk/", topic_acts.topic_talk, name="topic-talk"),
    path("topics/<int:topic_id>/place/", topic_acts.topic_place, name="topic-place"),
    path("topics/<int:topic_id>/assign/", execution_acts.execution_assign, name="execution-assign"),
    path("executions/<int:execution_id>/note/", execution_acts.execution_note, name="execution-note"),
    path("decision-meetings/", meeting_list.decision_meeting_list, name="decision-meeting-list"),
    path("decision-meetings/new/", meeting_plan.decision_meeting_plan, name="decision-meeting-plan"),
    path("decision-meetings/times/", meeting_times.meeting_times, name="decision-meeting-times"),
    path("decision-meetings/times/excuse/", meeting_times.meeting_excuse, name="decision-meeting-excuse"),
    path("decision-systems/", systems.decision_systems, name="decision-systems"),
    path(
        "decision-meetings/<int:decision_meeting_id>/",
        meeting_page.decision_meeting_show,
        name="decision-meeting-show",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/minutes/",
        meeting_page.minutes_file,
        name="decision-minutes-file",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/notify/",
        meeting_acts.decision_meeting_notify,
        name="decision-meeting-notify",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/change/",
        meeting_acts.decision_meeting_change,
        name="decision-meeting-change",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/call-off/",
        meeting_acts.decision_meeting_call_off,
        name="decision-meeting-call-off",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/invite/",
        meeting_acts.decision_meeting_invite,
        name="decision-meeting-invite",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/seats/",
        meeting_acts.decision_meeting_seats,
        name="decision-meeting-seats",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/begin/",
        meeting_acts.decision_meeting_begin,
        name="decision-meeting-begin",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/sign/",
        meeting_acts.decision_meeting_sign,
        name="decision-meeting-sign",
    ),
    *(
        path(f"decision-meetings/<int:decision_meeting_id>/{word}/", view, name=f"decision-meeting-{word}")
        for word, view in (
            ("file", record_acts.meeting_file),
            ("confirm", record_acts.meeting_confirm),
            ("return", record_acts.meeting_return),
            ("correct", record_acts.meeting_correct),
            ("informed", record_acts.meeting_informed),
        )
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/evidence/",
        papers.meeting_evidence_add,
        name="decision-meeting-evidence-add",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/evidence/<int:meeting_paper_id>/",
        papers.meeting_evidence_file,
        name="decision-meeting-evidence-file",
    ),
    path(
        "decision-meetings/<int:decision_meeting_id>/evidence/<int:meeting_paper_id>/remove/",
        papers.meeting_evidence_remove,
        name="decision-meeting-evidence-remove",
    ),
    path("decision-seats/<int:seat_id>/remove/", meeting_acts.seat_remove, name="decision-seat-remove"),
    path("agenda-items/<int:item_id>/take-off/", item_acts.item_take_off, name="agenda-item-take-off"),
    path("agenda-items/<int:item_id>/recuse/", item_acts.item_recuse, name="agenda-item-recuse"),
    path("agenda-items/<int:item_id>/say/", item_acts.item_say, name="agenda-item-say"),
    path("agenda-items/<int:item_id>/note/", note_acts.item_note, name="agenda-item-note"),
    path("agenda-items/<int:item_id>/close/", item_acts.item_close, name="agenda-item-close"),
    path("decision-meetings/items/<int:item_id>/vote/", secret_vote.item_vote, name="agenda-item-vote"),
    path(
        "decision-meetings/items/<int:item_id>/vote/start/",
        secret_vote.item_vote_start,
        name="agenda-item-vote-start",
    ),
    path(
        "decision-meetings/items/<int:item_id>/vote/withdraw/",
        secret_vote.item_vote_withdraw,
        name="agenda-item-vote-withdraw",
    ),
    path(
        "decision-meetings/items/<int:item_id>/vote/close/",
        secret_vote.item_vote_close,
        name="agenda-item-vote-close",
    ),
]
