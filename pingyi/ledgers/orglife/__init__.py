"""Organisational life: 三会一课, theme Party day, talks, rituals, training, the regular meeting of branch secretaries."""
