from typing import ClassVar, Self

from django.db import models
from django_scopes import ScopedManager


class Institution(models.Model):
    """A tenant: one university, hospital group or office with everything that is its own."""

    code = models.SlugField(max_length=32, unique=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40)
    is_demonstration = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class InstitutionRow(models.Model):
    """A row that belongs to one institution. `objects` raises unless the institution is in scope."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager[Self]] = ScopedManager(institution="institution")

    class Meta:
        abstract = True
