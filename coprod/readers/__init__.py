"""Files of other programs, read into rows: with `render`, the only place for openpyxl; and XLIFF that comes back."""

from coprod.readers.tables import read_table
from coprod.readers.xliff import read_work

__all__ = ["read_table", "read_work"]
