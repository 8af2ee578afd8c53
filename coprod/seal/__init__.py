"""What is sealed and signed: the only place for cryptography."""

from coprod.seal.files import SealedFiles

__all__ = ["SealedFiles"]
