from pingyi.archives.services.make_package import make_package
from pingyi.archives.services.package_job import PACK, ask_for_package, cancel_package
from pingyi.archives.services.take_in import look_at, take_in

__all__ = ["PACK", "ask_for_package", "cancel_package", "look_at", "make_package", "take_in"]
