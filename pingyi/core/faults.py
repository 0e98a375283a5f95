"""Everything that is wrong with a form, told at once, so that nobody corrects one field after the other."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from pingyi.core.errors import Refused
from pingyi.core.words import Words

T = TypeVar("T")


class SeveralFaults(Refused):
    """A form with more than one mistake: `faults` says what is wrong by field. Nothing was changed."""

    def __init__(
        self, faults: Mapping[str, str], *, code: str, labels: Mapping[str, str] | None = None
    ) -> None:
        field, first = next(iter(faults.items()))
        where = Words("{labels}，", labels=labels[field]) if labels and field in labels else ""
        more = Words("（共{faults}处）", faults=len(faults)) if len(faults) > 1 else ""
        super().__init__(
            Words("没有保存{more}：{where}{first}", more=more, where=where, first=first),
            code=code,
            field=field,
        )
        self.faults = dict(faults)


class Gathered:
    """Refusals at fields, kept until all fields were read. One that belongs to no field is raised at once."""

    def __init__(self) -> None:
        self._found: list[Refused] = []

    def read(self, reader: Callable[[], T]) -> T | None:
        """What the reader gives; None where it refuses, which `refuse` then tells."""
        try:
            return reader()
        except Refused as refusal:
            if refusal.field is None:
                raise
            self._found.append(refusal)
            return None

    def refuse(self) -> None:
        """Raises what was found, alone as it was, several together; nothing where all was right."""
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            faults = {str(one.field): one.message for one in self._found}
            raise SeveralFaults(faults, code=self._found[0].code)
