"""The only place for SQLAlchemy, sqlcipher3 and Alembic: sessions kept in one file on this machine."""

from coprod.store.local import LocalStore, open_store

__all__ = ["LocalStore", "open_store"]
