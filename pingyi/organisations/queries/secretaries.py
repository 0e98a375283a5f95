"""Who reports for an organisation in a year."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from pingyi.organisations.domain.secretaries import SecretaryOfYear, secretary_of_year
from pingyi.organisations.domain.terms import Term
from pingyi.organisations.models import Organisation, Post
from pingyi.organisations.queries.terms import term_of_post


def secretary_in_post(organisation: Organisation, year: int) -> SecretaryOfYear | None:
    """The secretary in post at the end of the year, else the acting deputy; None if the place is vacant then."""
    return secretaries_in_post([organisation], year).get(organisation.pk)


def secretaries_in_post(organisations: Iterable[Organisation], year: int) -> dict[int, SecretaryOfYear]:
    """By organisation number; those with a vacant place are left out. One query however many there are."""
    wanted = [organisation.pk for organisation in organisations]
    posts = Post.objects.filter(_leading(year), organisation__in=wanted).select_related("person")
    terms: dict[int, list[Term]] = {}
    for post in posts.order_by("started_on", "pk"):
        terms.setdefault(post.organisation_id, []).append(term_of_post(post))
    found = {number: secretary_of_year(listed, year) for number, listed in terms.items()}
    return {number: secretary for number, secretary in found.items() if secretary is not None}


def _leading(year: int) -> Q:
    is_leading = Q(title=Post.Title.SECRETARY) | Q(is_acting=True)
    not_over = Q(ended_on__isnull=True) | Q(ended_on__gt=date(year, 1, 1))
    return is_leading & not_over & Q(started_on__lte=date(year, 12, 31))
