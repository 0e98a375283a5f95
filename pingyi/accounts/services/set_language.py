from pingyi.accounts.models import Account


def set_language(*, account: Account, language: str) -> None:
    """Keeps in which language the account's pages come. A taste, not an act: nothing is recorded."""
    account.language = language
    account.save(update_fields=["language"])
