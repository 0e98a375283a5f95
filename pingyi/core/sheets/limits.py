from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """How large a workbook may be. Real registers stay far below; what exceeds them is a mistake or an attack."""

    file_bytes: int = 20 * MEGABYTE
    unpacked_bytes: int = 64 * MEGABYTE
    unpacked_ratio: int = 200
    parts: int = 1000
    sheets: int = 50
    rows: int = 20_000
    columns: int = 60
    # Rows up to here are looked at, also empty ones: a format on a whole column makes a million empty rows.
    last_row: int = 100_000
