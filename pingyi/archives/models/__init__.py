from pingyi.archives.models.imported import ImportedArchive, ImportedProblem
from pingyi.archives.models.package import ArchivePackage

__all__ = ["ArchivePackage", "ImportedArchive", "ImportedProblem"]
