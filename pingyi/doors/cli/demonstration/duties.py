"""The year's responsibility lists for the demonstration: all laid out, one in force and at work, the others drafts."""

from datetime import timedelta

from pingyi.doors.cli.demonstration.past import fields_of
from pingyi.doors.cli.rehearsal.play import Play

# As many days after the meeting the year's list is to be done.
DUE_IN = timedelta(days=120)
PROJECT = "建好两个样板支部"
THOUGHT = "走访了全部支部，定下两个培育对象。"
REPORTED = "报告了3件重大事项，请示1件，记录在案。"
MAJOR_MATTERS = "重大事项请示报告"


def lay_out_duties(play: Play) -> None:
    """Every secretary's draft; the first one's list is issued, a duty reported, a project begun."""
    clerk, unit = play.as_("clerk"), play.scenario.on_site[0]
    board = f"{play.cycle}duties/"
    clerk.send(f"{board}begin/")
    page = clerk.get(board).find(rf'href="(/office/duties/\d+/)"><b>{unit.name}　')
    due = (play.scenario.held_at + DUE_IN).date().isoformat()
    fields = fields_of(clerk.get(f"{page}edit/"))
    numbers = [
        name.removeprefix("text-") for name, text in fields.items() if name.startswith("text-") and text
    ]
    who = fields["responsible-1"]
    spare = len(numbers) + 1
    fields |= {f"due-{number}": due for number in (*numbers, spare)}
    fields |= {f"text-{spare}": PROJECT, f"part-{spare}": "project", f"responsible-{spare}": who}
    clerk.send(f"{page}edit/", fields)
    clerk.send(f"{page}issue/")
    secretary = play.secretary(unit)
    shown = secretary.get(page)
    duty = shown.find(rf'href="(/office/duties/items/\d+/)">[^<]*{MAJOR_MATTERS}')
    secretary.send(f"{duty}report/", {"report": REPORTED})
    project = shown.find(rf'href="(/office/duties/items/\d+/)">{PROJECT}')
    secretary.send(f"{project}stage/", {"stage": 1, "stage_text": THOUGHT})
