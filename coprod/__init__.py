"""Coprod: roundtables of peers and professionals, and their bilingual minutes."""
