"""The session file (`*.coprod.json`): its format, read and written, turned into facts and made from a state."""
