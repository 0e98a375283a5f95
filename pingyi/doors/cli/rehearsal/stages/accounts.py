"""The institution and everybody's account, through the services: all share one password hash, so nobody waits."""

from pingyi.doors.cli.rehearsal.play import Play, username_of

ROLES = {
    "leader": ("leader", "分管领导"),
    "scrutineer": ("scrutineer", "监票人"),
    "counter-1": ("counter", "计票人一"),
    "counter-2": ("counter", "计票人二"),
    "checker": ("clerk", "复核经办人"),
}


def found(play: Play) -> None:
    """The institution with its clerk and the other roles."""
    from django.contrib.auth.hashers import make_password
    from django_scopes import scope

    from pingyi.organisations.queries.actors import clerk_of
    from pingyi.organisations.services.create_account import create_account_with_role
    from pingyi.organisations.services.found_institution import found_institution

    play.institution_code, play.password_hash = play.scenario.key, make_password(play.password)
    institution, _ = found_institution(
        code=play.institution_code,
        name=play.scenario.institution,
        short_name=play.scenario.short_name,
        clerk_username=username_of(play.scenario, "clerk"),
        clerk_name="经办人",
        password_hash=play.password_hash,
        is_demonstration=True,
        now=play.server.clock.moment,
    )
    clerk = clerk_of(play.institution_code, username_of(play.scenario, "clerk"))
    with scope(institution=institution):
        for name, (role, words) in ROLES.items():
            create_account_with_role(
                actor=clerk,
                username=username_of(play.scenario, name),
                display_name=words,
                role=role,
                password_hash=play.password_hash,
                now=play.server.clock.moment,
            )


def open_secretaries(play: Play) -> None:
    """An account for every secretary who reports; the register is imported already."""
    from django_scopes import scope

    from pingyi.organisations.queries import organisation_with_id, organisations_to_choose
    from pingyi.organisations.queries.actors import clerk_of
    from pingyi.organisations.services.create_account import create_account_with_role

    clerk = clerk_of(play.institution_code, username_of(play.scenario, "clerk"))
    with scope(institution=clerk.institution):
        numbers = {name: pk for pk, name in organisations_to_choose()}
        for unit, person in play.cast.secretaries.items():
            create_account_with_role(
                actor=clerk,
                username=person.number,
                display_name=person.name,
                role="secretary",
                organisation=organisation_with_id(numbers[unit.name]),
                password_hash=play.password_hash,
                now=play.server.clock.moment,
            )
