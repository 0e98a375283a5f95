"""Reads of problems, requirements and tasks."""
