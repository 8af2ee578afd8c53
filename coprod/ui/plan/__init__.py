"""The plan window: agenda, people and guidelines before the session."""
