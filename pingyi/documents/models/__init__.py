from pingyi.documents.models.register import DocumentNumber, NumberSeries, NumberVoiding, SeriesYear

__all__ = ["DocumentNumber", "NumberSeries", "NumberVoiding", "SeriesYear"]
