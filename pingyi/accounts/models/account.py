from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    def create_account(self, username: str, password: str | None, display_name: str) -> "Account":
        account = self.model(username=username, display_name=display_name)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Somebody who signs in at the office door. Voters need none."""

    username = models.CharField(max_length=64, unique=True)
    display_name = models.CharField(max_length=64)
    # For reminders; a notice inside the office goes without it too.
    email = models.EmailField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=8, default="zh-hans")
    has_large_type = models.BooleanField(default=False)
    # Made by the machine and handed out on paper: the office lets its owner do nothing before she changed it.
    has_temporary_password = models.BooleanField(default=False)
    failed_attempts = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)

    objects = AccountManager()
    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        return self.display_name
