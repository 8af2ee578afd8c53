"""What is being written and is no note yet, so that a crash loses no word."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("session", sa.String(36), nullable=False, primary_key=True),
        sa.Column("body", sa.Text(), nullable=False),
    )
