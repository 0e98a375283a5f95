from pingyi.documents.services.open_series import close_series, open_series
from pingyi.documents.services.set_series_start import set_series_start
from pingyi.documents.services.take_number import register_paper, take_number
from pingyi.documents.services.void_number import void_number

__all__ = ["close_series", "open_series", "register_paper", "set_series_start", "take_number", "void_number"]
