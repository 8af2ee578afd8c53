"""The home window: which sessions there are, and the way to them."""
