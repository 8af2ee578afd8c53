"""The only place for documents: the minutes as pages."""
