"""Group sheets: the secret that a session signs them with, and the key of each that was issued."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "signing",
        sa.Column("session", sa.String(36), nullable=False, primary_key=True),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "sheet",
        sa.Column("id", sa.String(36), nullable=False, primary_key=True),
        sa.Column("session", sa.String(36), nullable=False),
        sa.Column("part", sa.String(36), nullable=False),
        sa.Column("members", sa.Text(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("issued", sa.Integer().with_variant(sa.BigInteger(), "postgresql"), nullable=False),
    )
    op.create_index("ix_sheet_session", "sheet", ["session"])
