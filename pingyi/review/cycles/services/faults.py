from collections.abc import Mapping

from pingyi.core.errors import Refused


class SeveralFaults(Refused):
    """A form with more than one mistake: `faults` says what is wrong by field. Nothing was changed."""

    def __init__(
        self, faults: Mapping[str, str], *, code: str, labels: Mapping[str, str] | None = None
    ) -> None:
        field, first = next(iter(faults.items()))
        where = f"{labels[field]}，" if labels and field in labels else ""
        more = f"（共{len(faults)}处）" if len(faults) > 1 else ""
        super().__init__(f"没有保存{more}：{where}{first}", code=code, field=field)
        self.faults = dict(faults)
