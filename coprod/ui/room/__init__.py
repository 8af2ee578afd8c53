"""The room display: one thing at a time, for everybody in the room."""
