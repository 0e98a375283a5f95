from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "pingyi.accounts"
    verbose_name = "登录账号"
