"""The minutes desk: translations beside what was said, and what to look at before minutes are issued."""
