"""What people are told when something is refused."""

from pingyi.core.words import Words


class Refused(Exception):
    """A wish that cannot be met. The message says what happened, where, and what to do; nothing was changed.

    `code` is a stable name for tests and other programs, `field` the input that it belongs to, if any.
    """

    status = 409

    def __init__(self, message: str, *, code: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field


class Forbidden(Refused):
    """The account may not do this."""

    status = 403

    def __init__(
        self,
        message: str = Words("您没有办这件事的权限。请找组织部门的经办人。"),
        *,
        code: str = "account.forbidden",
    ) -> None:
        super().__init__(message, code=code)


class Missing(Refused):
    """The thing asked for does not exist (or belongs to another institution)."""

    status = 404

    def __init__(
        self,
        message: str = Words("没有找到。它可能已经改名或撤销，请回到上一页再试。"),
        *,
        code: str = "row.missing",
    ) -> None:
        super().__init__(message, code=code)
