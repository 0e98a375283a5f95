from pingyi.documents.models.register import DocumentNumber, NumberSeries, NumberVoiding, SeriesYear
from pingyi.documents.models.template import PaperTemplate

__all__ = ["DocumentNumber", "NumberSeries", "NumberVoiding", "PaperTemplate", "SeriesYear"]
