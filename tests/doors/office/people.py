"""People at the office door, for tests: signed in, with a browser of their own."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from pingyi.accounts.models import Account
from pingyi.organisations.actor import Actor


def browser_of(actor: Actor) -> Client:
    """A browser in which this actor has signed in, working in the actor's institution."""
    account = Account.objects.get(pk=actor.account_id)
    session = SessionStore()
    session.create()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session["institution"] = actor.institution_id
    session.save()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return client
