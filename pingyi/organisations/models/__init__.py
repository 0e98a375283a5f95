from pingyi.organisations.models.body import Body, BodyMember
from pingyi.organisations.models.calendar import CalendarDay, CalendarYear
from pingyi.organisations.models.institution import Institution, InstitutionRow
from pingyi.organisations.models.organisation import Organisation, OrganisationAlias
from pingyi.organisations.models.person import Delegate, Person, Post
from pingyi.organisations.models.role import RoleAssignment

__all__ = [
    "Body",
    "BodyMember",
    "CalendarDay",
    "CalendarYear",
    "Delegate",
    "Institution",
    "InstitutionRow",
    "Organisation",
    "OrganisationAlias",
    "Person",
    "Post",
    "RoleAssignment",
]
