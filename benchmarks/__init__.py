"""Benchmarks: each a ratio, or a figure with a goal, measured in one run on one machine."""
