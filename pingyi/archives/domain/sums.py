"""The list of SHA-256 sums, as `sha256sum -c` reads it."""

from collections.abc import Mapping


def sums_text(digests: Mapping[str, str]) -> bytes:
    """A line for each member, by name. Names with a line break or a backslash never get so far."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()
