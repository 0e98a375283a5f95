"""The school's own Word templates: what may stand in one, whether one is fit for use, filling it.

Whoever uploads a template is not trusted: it is looked at as data, and what is run of it is a language that knows
only names, "if" and "for".
"""
