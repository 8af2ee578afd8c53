"""The organisation on its minutes, in words: what can be kept, and why a picture can't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.i18n import N_
from coprod.service.house import WhyNoLogo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.i18n import Catalogue

_NO_LOGO: Mapping[WhyNoLogo, str] = {
    WhyNoLogo.NOT_READ: N_("This file can’t be read. Check its name, and whether it may be opened."),
    WhyNoLogo.NO_PICTURE: N_("This is no PNG and no JPEG, or it is damaged. Choose another picture."),
    WhyNoLogo.TOO_BIG: N_("This picture is too big. A logo has 5 MiB and 40 megapixels at most."),
    WhyNoLogo.TOO_LONG: N_("This picture is more than eight times as long as wide. Choose another."),
}


def why_no_logo(why: WhyNoLogo, words: Catalogue) -> str:
    """Say why a picture is no logo."""
    return words.say(_NO_LOGO[why])
