"""After closing: papers are counted by hand, the three lines are checked, the boxes are counted."""

from pingyi.doors.cli.rehearsal.play import Play, VoterClass


def balance(play: Play) -> None:
    """A counter enters what was counted by hand, the scrutineer checks it against the desk and the box."""
    for voter_class in play.classes:
        box = {"box": voter_class.box_id}
        play.as_("counter-1").post(f"{play.meeting}voting/hand-count/", box | _figures(play, voter_class))
        play.as_("scrutineer").post(f"{play.meeting}voting/check/", box | {"difference_note": ""})


def count(play: Play) -> None:
    """The boxes are opened."""
    play.as_("counter-1").post(f"{play.meeting}voting/count/")


def _figures(play: Play, voter_class: VoterClass) -> dict[str, int]:
    handed_out = voter_class.coming + voter_class.exchanged
    printed = len(voter_class.codes) + voter_class.forms
    returned = voter_class.exchanged if play.mode == "code" else 0
    return {
        "handed_out": handed_out,
        "left_over": printed - handed_out,
        "returned_unused": returned,
        "spoiled": voter_class.exchanged - returned,
        "exchanged": voter_class.exchanged,
    }
