from pingyi.ledgers.kit.models.evidence import LedgerEvidence
from pingyi.ledgers.kit.models.excuse import PeriodExcuse
from pingyi.ledgers.kit.models.record import LedgerRecord
from pingyi.ledgers.kit.models.setting import LedgerSetting

__all__ = ["LedgerEvidence", "LedgerRecord", "LedgerSetting", "PeriodExcuse"]
