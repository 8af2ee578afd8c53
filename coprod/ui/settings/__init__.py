"""The settings of this machine: how windows and wall look."""
