"""Settings of Pingyi. Everything that differs between installations comes from the environment (docs/operation)."""

import os
from pathlib import Path

from pingyi.config.databases import database_from
from pingyi.config.environment import data_folder, read_flag, read_integer, read_list, secret_key
from pingyi.config.mail import mail_from_environment

BASE = Path(__file__).resolve().parents[1]
DATA = data_folder()

SECRET_KEY = secret_key(DATA)
DEBUG = False
ALLOWED_HOSTS = read_list("PINGYI_HOSTS", ["*"])
CSRF_TRUSTED_ORIGINS = read_list("PINGYI_ORIGINS", [])
IS_DEMONSTRATION = read_flag("PINGYI_DEMO")

DATABASES = {"default": database_from(os.environ.get("DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_scopes",
    "pingyi.core",
    "pingyi.accounts",
    "pingyi.organisations",
    "pingyi.notices",
    "pingyi.documents",
    "pingyi.ledgers.kit",
    "pingyi.ledgers.orglife",
    "pingyi.ledgers.decisions",
    "pingyi.review.cycles",
    "pingyi.review.rotation",
    "pingyi.review.lots",
    "pingyi.review.rectification",
    "pingyi.review.genealogy",
    "pingyi.review.duties",
    "pingyi.review.dutyreports",
    "pingyi.review.evidence",
    "pingyi.review.meetings",
    "pingyi.review.cards",
    "pingyi.review.collection",
    "pingyi.review.ballots",
    "pingyi.review.appraisal",
    "pingyi.review.daily",
    "pingyi.review.supervision",
    "pingyi.review.papers",
    "pingyi.publishing",
    "pingyi.archives",
    "pingyi.doors.office",
    "pingyi.doors.phone",
    "pingyi.doors.hall",
    "pingyi.doors.reading",
    "pingyi.doors.live",
]

# Sign-in, sessions and messages exist at the office door only: the ballot and hall pages never meet a cookie.
MIDDLEWARE = [
    "pingyi.doors.security.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "pingyi.doors.office.middleware.OfficeDoor",
]

ROOT_URLCONF = "pingyi.config.urls"
TEMPLATES = [
    {
        "BACKEND": "pingyi.doors.speaking.SpeakingTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "pingyi.doors.office.context.office",
            ],
            "builtins": ["django.templatetags.i18n", "pingyi.doors.office.templatetags.ui"],
        },
    }
]

AUTH_USER_MODEL = "accounts.Account"
if IS_DEMONSTRATION:
    PASSWORD_HASHERS = ["pingyi.accounts.hashing.DemonstrationHasher"]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/office/sign-in/"

IS_HTTPS = read_flag("PINGYI_HTTPS")
SESSION_COOKIE_NAME = "pingyi-office"
SESSION_COOKIE_PATH = "/office/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_NAME = "pingyi-office-csrf"
CSRF_COOKIE_PATH = "/office/"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_FAILURE_VIEW = "pingyi.doors.office.errors.csrf_failure"
MESSAGE_STORAGE = "pingyi.doors.office.language.SpokenMessages"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT_BYTES = read_integer("PINGYI_UPLOAD_LIMIT", 20 * 1024 * 1024)

# Mail is used for reminders only; without a host the notices inside the office still go.
MAIL = mail_from_environment()
MAIL_IS_SET_UP = MAIL.is_set_up
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = MAIL.host, MAIL.port, MAIL.timeout
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.security == "starttls", MAIL.security == "tls"
DEFAULT_FROM_EMAIL = MAIL.sender
# Messages to group chats go to public addresses only, unless a receiver inside the house is wanted.
WEBHOOKS_MAY_BE_PRIVATE = read_flag("PINGYI_WEBHOOK_PRIVATE")
SITE_ADDRESS = os.environ.get("PINGYI_URL", "").rstrip("/")

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [BASE / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE / "doors" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_ballots": {"()": "pingyi.doors.security.NoBallotLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["no_ballots"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django brings handlers of its own that know no filter: one mails whole requests, one prints every line.
    "loggers": {"django": {"handlers": []}, "django.server": {"handlers": [], "propagate": True}},
}
