"""Typefaces of an installation: which file serves which role of an official text, and which characters it can write."""
