"""What the templates of the office find besides their own content."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest


def office(request: HttpRequest) -> dict[str, Any]:
    """The actor (None outside the office door) and what the last act has to say."""
    actor = getattr(request, "actor", None)
    user = getattr(request, "user", None)
    return {
        "actor": actor,
        "messages": get_messages(request),
        "is_large": bool(getattr(user, "has_large_type", False)),
    }
