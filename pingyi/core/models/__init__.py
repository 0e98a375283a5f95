from pingyi.core.models.event import Event, EventPayload
from pingyi.core.models.job import Job
from pingyi.core.models.stored_file import StoredFile

__all__ = ["Event", "EventPayload", "Job", "StoredFile"]
