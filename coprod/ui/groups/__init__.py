"""The window in which small groups are arranged."""
