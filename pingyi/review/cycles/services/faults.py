from collections.abc import Mapping

from pingyi.core.errors import Refused


class SeveralFaults(Refused):
    """A form with more than one mistake: `faults` says what is wrong by field. Nothing was changed."""

    def __init__(self, faults: Mapping[str, str], *, code: str) -> None:
        field, first = next(iter(faults.items()))
        more = f"（共{len(faults)}处）" if len(faults) > 1 else ""
        super().__init__(f"没有保存{more}：{first}", code=code, field=field)
        self.faults = dict(faults)
