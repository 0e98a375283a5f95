"""Renderers: each turns a tree of `documents.domain` into the bytes of one kind of file."""
