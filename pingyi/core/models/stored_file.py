from django.db import models


class StoredFile(models.Model):
    """A file that people handed in. The bytes lie in the data folder under their SHA-256."""

    institution_id = models.BigIntegerField(db_index=True)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    stored_at = models.DateTimeField()
    stored_by_id = models.BigIntegerField()

    def __str__(self) -> str:
        return self.name
