"""One module per verb, named like it (`-` becomes `_`).

A module has `summary` (one line for the list of verbs), `add_arguments(parser)` and `run(options) -> exit code`.
It says `needs_django = True` if it touches the database. Modules are imported before Django is set up: models,
services and all else that needs Django are imported inside `run`, so pure verbs and `--help` start at once.
"""
