"""The import of a register: rows of a workbook against what is known, to a plan of changes or a list of faults.

forms.py      the five sheets and their columns
known.py      what is in the register now, as plain values
drafts.py     what it shall be: known entries with their wishes, and new ones
reading.py    a cell's wish for a field: keep, clear, or this value
organisations.py · people.py · posts.py · bodies.py · delegates.py   one sheet each
plan.py       the outcome: what is new, what changes, what stays
check.py      all of it, in order
"""
