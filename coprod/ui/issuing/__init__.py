"""Over the desk: which minutes go out, how, to whom; who approved them, and what went out before."""
