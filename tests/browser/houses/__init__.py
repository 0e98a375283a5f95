"""Institutions as the stories of the tests find them: each module is one, with its moment and what is put into it.

All that a worker needs stand in one installation behind one server (standing.py): a process and a migrated database for
each would take most of the time.
"""
