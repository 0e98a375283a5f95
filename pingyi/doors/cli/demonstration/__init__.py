"""The demonstration: two institutions in the middle of their reviews, played once into a data folder of its own.

mending.py    the months after the meeting, for one of them
past.py       the year before, for the same one
prepare.py    the two plays, and what is written down about them
told.py       what a person is told: addresses, accounts, a code to vote with
"""
