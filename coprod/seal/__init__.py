"""What is sealed and signed: the only place for cryptography."""

from coprod.seal.files import SealedFiles
from coprod.seal.pairing import WordIntroduction

__all__ = ["SealedFiles", "WordIntroduction"]
