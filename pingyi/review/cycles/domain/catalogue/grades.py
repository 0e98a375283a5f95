"""The four grades in the words of the settings."""

from pingyi.core.words import Words

GRADES = (
    ("good", Words("好")),
    ("fairly_good", Words("较好")),
    ("average", Words("一般")),
    ("poor", Words("差")),
)
