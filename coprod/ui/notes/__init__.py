"""The composer of notes."""
