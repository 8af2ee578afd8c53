"""What is sealed and signed: the only place for cryptography."""

from coprod.seal.codes import misread
from coprod.seal.log import SheetLog, read_sheet
from coprod.seal.sheet import SheetSeal

__all__ = ["SheetLog", "SheetSeal", "misread", "read_sheet"]
