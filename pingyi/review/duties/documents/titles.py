"""The names of lists, as papers and pages say them."""

from pingyi.review.duties.models import DutyList


def name_of(duty_list: DutyList) -> str:
    """Whose list it is: 护理学院党委第一责任人张明 (who may be acting for a secretary), or the body's name."""
    if duty_list.body is not None:
        return str(duty_list.body.name)
    return f"{duty_list.organisation.name}第一责任人{duty_list.person.name if duty_list.person else ''}"


def title_of(duty_list: DutyList) -> str:
    """Of the paper: the person stands in its first line, not in its title."""
    holder = duty_list.body.name if duty_list.body else f"{duty_list.organisation.name}第一责任人"
    return f"{holder}{duty_list.cycle.year}年度责任清单"
