"""What an organisation knows of what was said about it.

A problem row exists as soon as the clerk saves a 问题 sentence, while the comment may still be corrected. Its
organisation learns of it when the comment is final and the meeting has ended: just when the secretary may read the
comment itself. A problem that came otherwise is known at once; one that was answered stays known.

The conditions follow the relations that sentences and sittings have to these rows; nothing of theirs is imported here.
"""

from django.db.models import Q

from pingyi.review.rectification.models import FollowUp, ProblemItem

ENDED = "ended"


def known_problems() -> Q:
    """A filter for problems that their organisation may see and answer."""
    return (
        ~Q(state=ProblemItem.State.RAISED)
        | Q(sentence__isnull=True)
        | Q(
            sentence__comment__is_finished=True,
            sentence__comment__reporter__meeting__sitting__state=ENDED,
        )
    )


def known_follow_ups() -> Q:
    """A filter for requirements put to an organisation: the speech is told when the meeting has ended."""
    return ~Q(state=FollowUp.State.OPEN) | Q(requirement__meeting__sitting__state=ENDED)


def is_problem_known(problem: ProblemItem) -> bool:
    return bool(ProblemItem.objects.filter(known_problems(), pk=problem.pk).exists())


def is_follow_up_known(follow_up: FollowUp) -> bool:
    return bool(FollowUp.objects.filter(known_follow_ups(), pk=follow_up.pk).exists())
