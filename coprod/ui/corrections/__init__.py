"""The window in which the record is put right."""
