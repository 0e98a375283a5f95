"""The words of enums of organisations, people and roles."""

from pingyi.organisations.models import RoleAssignment

ROLES: dict[str, str] = {
    RoleAssignment.Role.CLERK: "经办人",
    RoleAssignment.Role.SECRETARY: "书记",
    RoleAssignment.Role.LEADER: "领导",
    RoleAssignment.Role.SCRUTINEER: "监票人",
    RoleAssignment.Role.COUNTER: "计票人",
}
ROLE_DUTIES: dict[str, str] = {
    RoleAssignment.Role.CLERK: "准备和办理全过程，看不到票数",
    RoleAssignment.Role.SECRETARY: "交述职报告，认领问题，报整改，只看本单位",
    RoleAssignment.Role.LEADER: "看结果，记党委会定的等次",
    RoleAssignment.Role.SCRUTINEER: "开箱关箱，作废票条，核对票数账",
    RoleAssignment.Role.COUNTER: "录纸质票，清点票数",
}
