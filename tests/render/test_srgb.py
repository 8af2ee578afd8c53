"""The profile of the page's colours, as a colour engine reads it."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from coprod.render.srgb import srgb


def test_a_colour_engine_takes_it_for_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    theirs = ImageCms.createProfile("sRGB")
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB"
    picture = Image.new("RGB", (16, 16))
    picture.putdata([(n, (n * 7) % 256, 255 - n) for n in range(256)])
    turned = ImageCms.profileToProfile(picture, ours, theirs)
    assert turned is not None
    near = [abs(a - b) for a, b in zip(picture.tobytes(), turned.tobytes(), strict=True)]
    assert max(near) <= 1


def test_it_is_the_same_each_time_and_knows_no_day_but_its_standards() -> None:
    profile = srgb()
    assert profile == srgb()
    assert struct.unpack(">I", profile[:4])[0] == len(profile) < 1000
    assert struct.unpack(">6H", profile[24:36]) == (1999, 10, 18, 0, 0, 0)


def test_every_tag_is_inside_of_it_and_starts_at_a_multiple_of_four() -> None:
    profile = srgb()
    (count,) = struct.unpack(">I", profile[128:132])
    assert count == 10
    for n in range(count):
        _, begin, size = struct.unpack(">4s2I", profile[132 + 12 * n : 144 + 12 * n])
        assert begin % 4 == 0
        assert 132 + 12 * count <= begin <= begin + size <= len(profile)


def test_the_engine_sees_a_broken_one() -> None:
    with pytest.raises(OSError, match="cannot open profile"):
        ImageCms.ImageCmsProfile(BytesIO(srgb()[:100]))
