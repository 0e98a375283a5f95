from pingyi.accounts.models import Account


def set_type_size(*, account: Account, is_large: bool) -> None:
    """Keeps for the account whether its pages come in large type. A taste, not an act: nothing is recorded."""
    account.has_large_type = is_large
    account.save(update_fields=["has_large_type"])
