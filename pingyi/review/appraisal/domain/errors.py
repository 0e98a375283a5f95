"""The one kind of error that an appraisal knows: something in the input is wrong, and this is where."""

from collections.abc import Iterator
from contextlib import contextmanager

from pingyi.core.errors import Refused


class InputError(Refused):
    """`path` leads from the top of the document to the fault: `rules.categories[1].weight`; "" is all."""

    status = 422

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message, code="appraisal.input", field=path)
        self.path = path


@contextmanager
def inside(step: str) -> Iterator[None]:
    """Faults found inside are reported with this step in front of their path; any refusal becomes one."""
    try:
        yield
    except Refused as refused:
        raise InputError(joined(step, refused.field or ""), refused.message) from refused


def joined(step: str, path: str) -> str:
    """Two pieces of a path as one: keys are parted by a dot, positions stand in brackets of their own."""
    if not path or path.startswith("["):
        return step + path
    return f"{step}.{path}"
