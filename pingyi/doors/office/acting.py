"""What the acts of an office page share: do it, say so, go back; what was refused stands at its form with the input."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.pages import OfficeRequest
from pingyi.doors.office.sent_fields import faults_of


@dataclass(frozen=True)
class Failed:
    """The form that was refused, what was typed into it, and why. `NOT_FAILED` where nothing was."""

    form: str = ""
    refusal: Refused | None = None
    sent: dict[str, str] | None = None

    @property
    def status(self) -> int:
        return self.refusal.status if self.refusal else 200

    @property
    def loose(self) -> Refused | None:
        """The refusal where it belongs to no field."""
        return self.refusal if self.refusal is not None and not self.refusal.field else None

    def state(self, form: str, /, **stored: str) -> FormState:
        """The form of this name: as stored, or as it was sent and refused."""
        if form != self.form:
            return FormState(form, stored)
        return FormState(form, stored, self.sent or {}, faults_of(self.refusal))


NOT_FAILED = Failed()


def act_or_show(
    request: OfficeRequest,
    act: Callable[[], object],
    show: Callable[[Failed], HttpResponse],
    *,
    form: str,
    back: str,
    said: str,
) -> HttpResponse:
    """Runs the act and goes back with a word; a refusal shows the page again with the form as it was sent."""
    try:
        act()
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return show(Failed(form, refusal, {name: str(value) for name, value in request.POST.items()}))
    messages.success(request, said)
    return redirect(back)
