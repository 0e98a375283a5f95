"""Reads of daily assessment."""
