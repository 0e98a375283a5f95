from pingyi.review.meetings.models.comment import CommentSentence, LeaderComment
from pingyi.review.meetings.models.sitting import AgendaItem, Attendance, Sitting
from pingyi.review.meetings.models.speech import Speech

__all__ = ["AgendaItem", "Attendance", "CommentSentence", "LeaderComment", "Sitting", "Speech"]
