"""Posts as the rules see them."""

from pingyi.organisations.domain.terms import Term
from pingyi.organisations.models import Post


def term_of_post(post: Post) -> Term:
    """The post as a term; its person is to be loaded with it."""
    return Term(
        post.pk,
        post.person_id,
        post.person.name,
        post.organisation_id,
        post.title,
        post.title_text,
        post.is_acting,
        post.started_on,
        post.ended_on,
    )
