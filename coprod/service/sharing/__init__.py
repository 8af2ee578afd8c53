"""What devices in the room may do while a session is shared with them: who is let in, as what, and how often."""
