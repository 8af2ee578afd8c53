"""How the program looks: colours from a TOML file, the type scale, the bundled fonts and our own palette."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from coprod import paths

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

OFFERED = ("light", "dark", "contrast")
"""The themes a person can choose."""

FAMILIES = ("BIZ UDPGothic", "Noto Sans KR", "Noto Sans JP", "Noto Emoji")
"""The chain of fonts: what the first lacks is taken from the next."""

ARGUMENTS = ("-style", "fusion")
"""What Qt is told at the start: our palette is made for this style."""

_FIRST = "BIZUDPGothic-Bold.ttf"


class Step(NamedTuple):
    """One step of the type scale: size and line height in px at 96 dpi."""

    px: int
    line: int


KEY = Step(12, 16)
SMALL = Step(13, 20)
BODY = Step(15, 24)
SAID = Step(17, 28)
LARGE = Step(20, 28)
TITLE = Step(26, 36)
READ_BACK = Step(44, 72)


class Theme(NamedTuple):  # no dataclass: it stands before the first paint, and making one takes its time
    """The colours of one theme, by what they are for. `scale` enlarges the windows (not the room, which is all scale).

    `filled_breath`: the breathing disc is filled, not outlined. `edged_fill`: buttons have an edge as well as a fill.
    """

    paper: QColor
    surface: QColor
    sunk: QColor
    fill: QColor
    ink: QColor
    ink2: QColor
    accent: QColor
    on_accent: QColor
    accent_soft: QColor
    edge: QColor
    line: QColor
    breath: QColor
    filled_breath: bool = True
    edged_fill: bool = False
    scale: float = 1.0

    def scaled(self, scale: float) -> Theme:
        """Give the same colours at another size of text and controls."""
        return self._replace(scale=scale)

    def px(self, length: float) -> int:
        """Scale a length given in px at 96 dpi."""
        return round(length * self.scale)

    def font(self, step: Step, *, bold: bool = False) -> QFont:
        """Give the font of one step of the type scale."""
        return font(step.px * self.scale, bold=bold)


def font(px: float, *, bold: bool = False) -> QFont:
    """Give the program's font at a height in px; a copy, which the caller may change."""
    return QFont(_font(max(1, round(px)), bold))


@lru_cache(maxsize=256)
def _font(px: int, bold: bool) -> QFont:
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(px)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


def load(name: str, folder: Path | None = None) -> Theme:
    """Read the theme of that name from `resources/themes`."""
    source = (folder or paths.resources() / "themes") / f"{name}.toml"
    values = read(source.read_text(encoding="utf-8")).items()
    parts: dict[str, Any] = {key: QColor(value) if isinstance(value, str) else value for key, value in values}
    return Theme(**parts)


def read(text: str) -> dict[str, Any]:
    """Read the little of TOML that a theme is made of: colours, truths, and a heading that leads to no other names.

    `tomllib` reads the same; to be read from the disk it takes a twentieth of the time until the first paint.
    """
    values: dict[str, Any] = {}
    for key, _, value in (
        line.partition("=") for line in text.splitlines() if line[:1] not in ("", "#", "[")
    ):
        values[key.strip()] = {"true": True, "false": False}.get(value.strip(), value.strip(' "'))
    return values


def tokens(theme: Theme) -> dict[str, QColor]:
    """List the colours of a theme by name."""
    return {name: value for name, value in theme._asdict().items() if isinstance(value, QColor)}


def contrast(one: QColor, other: QColor) -> float:
    """Measure the contrast of two colours as WCAG 2 does: 1 (none) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def load_fonts(app: QApplication, names: str = "*.ttf") -> None:
    """Make the bundled fonts known to Qt, each once for an application."""
    known: list[str] = app.property("fonts") or []
    for source in sorted((paths.resources() / "fonts").glob(names)):
        if source.name not in known:
            QFontDatabase.addApplicationFont(str(source))
            known.append(source.name)
    app.setProperty("fonts", known)


def dress(app: QApplication, theme: Theme) -> None:
    """Give the application what its first paint needs: our palette, and the face of headings. The rest comes after."""
    load_fonts(app, _FIRST)
    app.setPalette(palette(theme))
    app.setFont(theme.font(BODY))


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole application our fonts, our palette and the plain style they are made for."""
    load_fonts(app)
    dress(app, theme)
    app.setStyle("fusion")


def palette(theme: Theme) -> QPalette:
    """Our own palette: Fusion's highlighted and disabled text cannot be read (3.7:1 and 1.6:1)."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: theme.paper,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunk,
        role.Text: theme.ink,
        role.Button: theme.fill,
        role.ButtonText: theme.ink,
        role.BrightText: theme.ink,
        role.PlaceholderText: theme.ink2,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.paper,
        role.Light: theme.surface,
        role.Midlight: theme.line,
        role.Mid: theme.edge,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
    }
    made = QPalette()
    for each, colour in pairs.items():
        made.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, theme.ink2)
    return made
