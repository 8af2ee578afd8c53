"""Use cases: functions and small classes that join the domain to the ports."""
