"""People at the office door, for tests: signed in, with a browser of their own."""

from django.test import Client

from pingyi.accounts.models import Account
from pingyi.organisations.actor import Actor


def browser_of(actor: Actor) -> Client:
    """A browser in which this actor is signed in, working in the actor's institution."""
    client = Client()
    client.force_login(Account.objects.get(pk=actor.account_id))
    session = client.session
    session["institution"] = actor.institution_id
    session.save()
    return client
