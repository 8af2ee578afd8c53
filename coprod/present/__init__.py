"""View models without Qt: the state of a session as each window shows it."""
