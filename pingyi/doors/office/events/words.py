"""The words of what happened. Every verb that the product records has its words here (a test looks)."""

VERBS = {
    "account.activated": "重新启用了账号",
    "account.created": "开了账号",
    "account.deactivated": "停用了账号",
    "account.password_changed": "改了自己的密码",
    "account.password_reset": "重置了密码",
    "institution.founded": "建立了本单位的系统",
    "role.assigned": "加了角色",
    "role.removed": "去掉了角色",
}
# What of a payload is worth a line: names and words, never numbers of rows.
SHOWN_KEYS = ("name", "organisation", "title", "year", "role", "reason")
