"""Reads of organisational life."""
