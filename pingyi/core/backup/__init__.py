"""Backups: one archive that holds everything of an installation, and the way back.

`take` makes the archive, `restore` puts it in place; `manifest` says what must be inside, `archive` writes and reads
it, `sqlite` and `postgresql` copy the database, `placing` exchanges old data for new so that a crash can be undone.
"""
