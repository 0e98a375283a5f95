from collections.abc import Mapping

from pingyi.core.errors import Refused
from pingyi.core.words import Words


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
