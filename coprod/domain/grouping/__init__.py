"""The two steps of drawing groups: keep the limits, then mix within them."""
