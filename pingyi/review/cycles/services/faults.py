from pingyi.core.faults import SeveralFaults

__all__ = ["SeveralFaults"]
