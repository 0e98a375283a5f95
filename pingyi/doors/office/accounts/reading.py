"""What the forms of accounts send."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from pingyi.organisations.queries import organisation_with_id

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation


def chosen_organisation(request: HttpRequest) -> "Organisation | None":
    """The organisation whose number was sent, if there is one in this institution."""
    return organisation_with_id(sent_number(request, "organisation"))


def sent_number(request: HttpRequest, field: str) -> int:
    """A row's number; 0, which no row has, for anything else."""
    sent = request.POST.get(field, "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 19 else 0
