"""One module per verb, named like it (`-` becomes `_`).

A module has `summary` (its line in the overview), `add_arguments(parser)` and `run(options) -> exit code`.
It has `needs_django = True` if it touches the database. Modules load before Django is set up: models,
services and all else that needs Django are imported inside `run`; pure verbs and `--help` then start at once.
"""
