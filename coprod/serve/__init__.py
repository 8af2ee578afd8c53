"""The room's own network: the only place for starlette, uvicorn and trustme."""

from coprod.serve.server import Service

__all__ = ["Service"]
