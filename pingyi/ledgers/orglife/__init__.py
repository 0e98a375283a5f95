"""Organisational life: 三会一课, theme Party day, talks, rituals, training, regular meetings of secretaries."""
