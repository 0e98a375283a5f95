"""A field of a form as the template draws it: label, control, hint or fault."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One control. `kind` is an input type, or select, lines, check, people (a text with people to choose from).
    `least` is the smallest number that the browser lets somebody choose.
    """

    name: str
    label: str
    value: str = ""
    kind: str = "text"
    hint: str = ""
    fault: str = ""
    options: Sequence[tuple[str, str]] = ()
    is_required: bool = False
    form: str = ""
    css: str = ""
    unit: str = ""
    least: str = ""

    @property
    def id(self) -> str:
        """Unique on the page: several forms may have a field of the same name."""
        return f"{self.form}-{self.name}" if self.form else self.name


@dataclass(frozen=True)
class FormState:
    """Values and faults of one form: what is stored, or what was just sent and refused."""

    form: str
    stored: Mapping[str, str]
    sent: Mapping[str, str] | None = None
    faults: Mapping[str, str] | None = None

    def field(self, name: str, label: str, **more: object) -> Field:
        """The field with its value and fault."""
        value = self.stored.get(name, "") if self.sent is None else self.sent.get(name, "")
        fault = (self.faults or {}).get(name, "")
        return Field(name, label, value=value, fault=fault, form=self.form, **more)  # type: ignore[arg-type]
