"""The letters of every code that people read, type or print."""

# Crockford's alphabet without I, L, O, U: easy to read aloud and to type on a phone.
CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
