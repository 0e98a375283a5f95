"""The product's settings on a throw-away data folder, with a password hash that costs nothing."""

import atexit
import os
import shutil
import tempfile

# Before the product's settings are read: a test run must never meet the data of an installation.
_folder = tempfile.mkdtemp(prefix="pingyi-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["PINGYI_DATA"] = _folder

from pingyi.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A file, not memory: threads of a test then meet the same locks as those of an installation. No test survives a
# power cut, so nothing waits for the disk.
_database = DATABASES["default"]  # noqa: F405
if _database["ENGINE"].endswith("sqlite3"):
    _database["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}
    _database["OPTIONS"]["init_command"] = _database["OPTIONS"]["init_command"].replace("=FULL", "=OFF")
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
