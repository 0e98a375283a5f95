"""Reading what people wrote elsewhere: the text of a Word file, paragraph by paragraph, nothing left out unsaid."""
