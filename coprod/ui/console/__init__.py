"""The console: what the facilitator sees and does while the meeting runs."""
