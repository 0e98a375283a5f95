from pingyi.documents.queries.register import (
    Entry,
    active_series,
    entries_of,
    find_number,
    find_series,
    next_numbers,
    series_list,
    years_of,
)

__all__ = [
    "Entry",
    "active_series",
    "entries_of",
    "find_number",
    "find_series",
    "next_numbers",
    "series_list",
    "years_of",
]
