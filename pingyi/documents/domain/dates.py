"""Dates as official texts write them."""

from datetime import date


def official_date(day: date) -> str:
    """2026年1月20日: the full year, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
