"""How passwords of a demonstration are kept."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class DemonstrationHasher(PBKDF2PasswordHasher):
    """Few rounds: a demonstration prints its one password on the screen, so slow hashing would guard nothing.

    Forty made-up secretaries sign in within a second. Never used outside `PINGYI_DEMO`; a real installation that reads
    such a hash makes a slow one of it at the next sign-in.
    """

    iterations = 1_000
