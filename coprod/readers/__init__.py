"""Files of other programs, read into rows: with `render`, which writes them, the only place for openpyxl."""

from coprod.readers.tables import read_table

__all__ = ["read_table"]
