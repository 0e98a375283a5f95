"""What every ledger of the year shares. A ledger brings its tables, its rules and its words; the rest is here.

models/record.py      what one line of any ledger says: where, when it happened, who wrote it when, and its state
models/evidence.py    a file that shows it
models/setting.py     numbers that the institution lays down itself, from a day on
domain/states.py      draft → filed → returned or confirmed
domain/lateness.py    how long after the day it was written
domain/periods.py     months, quarters, half-years, years
domain/matrix.py      organisations × periods: done, missed, excused, not due
domain/checks.py      what a rule says: code, verdict, message, remedy
domain/parameters.py  the numbers of the rules, with level, source and the day from which each version counts
domain/importing.py   rows of a workbook against what is there, to a plan of changes or a list of faults
services/             writes: file, return, confirm, evidence, settings, import
queries/              organisations that an actor sees, numbers in force
rules.py              who may write, check and read

How to make a new ledger of it: docs/tutorial/new-ledger.md, which a test follows step by step.
"""
