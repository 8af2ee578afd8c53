"""The controls that every window is made of, each painted in the colours of a theme."""
