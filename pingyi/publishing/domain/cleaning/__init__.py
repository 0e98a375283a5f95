"""The cleaner of old texts: noise out, Simplified characters, damaged places marked; everything it did is listed."""
