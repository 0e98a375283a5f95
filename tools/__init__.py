"""What developers run: the suite, the checks, the lock, the fonts. Nothing here is part of the running product."""
