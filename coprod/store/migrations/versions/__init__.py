"""One file for each step. A step, once released, is never changed."""
