"""The windows: the only place for PySide6."""
