"""One box for every voter class that stands alone."""

from pingyi.review.ballots.models import Box, Slip, Voting
from pingyi.review.cycles.queries import standing_classes


def arrange_boxes(voting: Voting) -> None:
    """Boxes as the classes stand now: new ones are added, those of classes merged away go with their slips."""
    standing = {one.pk for one in standing_classes(voting.meeting)}
    present = set(Box.objects.filter(voting=voting).values_list("voter_class_id", flat=True))
    gone = Box.objects.filter(voting=voting).exclude(voter_class__in=standing)
    Slip.objects.filter(box__in=gone).delete()
    gone.delete()
    Box.objects.bulk_create(
        Box(institution_id=voting.institution_id, voting=voting, voter_class_id=class_id)
        for class_id in sorted(standing - present)
    )


def classes_changed(voting: Voting) -> bool:
    """Whether the classes that stand alone are no longer those that have boxes."""
    standing = {one.pk for one in standing_classes(voting.meeting)}
    return standing != set(Box.objects.filter(voting=voting).values_list("voter_class_id", flat=True))
