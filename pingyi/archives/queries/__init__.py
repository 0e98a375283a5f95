from pingyi.archives.queries.packages import find_package, packages_of
from pingyi.archives.queries.taken_in import find_taken_in, taken_in

__all__ = ["find_package", "find_taken_in", "packages_of", "taken_in"]
