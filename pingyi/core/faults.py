"""Everything that is wrong with a form, told at once, so that nobody corrects one field after the other."""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

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
    """Refusals at fields, kept until all fields were read; of one field the first. One that belongs to no field is
    raised at once.
    """

    def __init__(self) -> None:
        self._faults: dict[str, str] = {}
        self._first: Refused | None = None

    def read(self, reader: Callable[[], T]) -> T:
        """What the reader gives. Where it refuses there is nothing, and `refuse`, which comes before the values are
        used, tells why.
        """
        try:
            return reader()
        except Refused as refusal:
            self.add(refusal)
            return cast("T", None)

    def add(self, refusal: Refused) -> None:
        """What was refused elsewhere."""
        if refusal.field is None:
            raise refusal
        found = refusal.faults if isinstance(refusal, SeveralFaults) else {refusal.field: refusal.message}
        self._faults = {**found, **self._faults}
        self._first = self._first or refusal

    def with_also(self, refusal: Refused) -> Refused:
        """What was found together with what was refused elsewhere, as one refusal."""
        if refusal.field is None:
            return refusal
        self.add(refusal)
        return self._told(refusal)

    def refuse(self) -> None:
        """Raises what was found, alone as it was, several together; nothing where all was right."""
        if self._first is not None:
            raise self._told(self._first)

    def _told(self, first: Refused) -> Refused:
        if len(self._faults) == 1:
            return self._first or first
        return SeveralFaults(self._faults, code=(self._first or first).code)
