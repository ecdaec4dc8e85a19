"""Text, scripts, dates and catalogues; nothing here knows what a statement is."""
