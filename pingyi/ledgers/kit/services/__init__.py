"""What changes records of any ledger."""

from pingyi.ledgers.kit.services.check_record import confirm_record, return_record
from pingyi.ledgers.kit.services.evidence import add_evidence, drop_file, keep_file, remove_evidence
from pingyi.ledgers.kit.services.lay_down import lay_down
from pingyi.ledgers.kit.services.write_excuse import write_excuse
from pingyi.ledgers.kit.services.write_record import file_record, lock_own, mark_written, refuse_wrong_day

__all__ = [
    "add_evidence",
    "confirm_record",
    "drop_file",
    "file_record",
    "keep_file",
    "lay_down",
    "lock_own",
    "mark_written",
    "refuse_wrong_day",
    "remove_evidence",
    "return_record",
    "write_excuse",
]
