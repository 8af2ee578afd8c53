"""The demo: the planned sample session, run to its end by key presses to the real windows, without a screen."""

from coprod.ui.demo.stage import play

__all__ = ["play"]
