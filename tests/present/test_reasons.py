"""Why something at home could not be done: one sentence with what, where, and what to do."""

from __future__ import annotations

import pytest

from coprod.i18n import Catalogue
from coprod.present.reasons import reason
from coprod.service.exchange.bad import BadFile
from coprod.service.ports import StoreFailed


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "error",
    [
        BadFile("record[3].at", "this is no time"),
        StoreFailed("full"),
        OSError(13, "Permission denied"),
        PermissionError(13, "Permission denied"),
        OSError(),
    ],
)
def test_what_a_person_can_do_something_about_is_a_sentence(error: Exception, lang: str) -> None:
    sentence = reason(error, Catalogue(lang))
    assert sentence.endswith((".", "。"))
    assert "{" not in sentence
    assert "Error" not in sentence


def test_a_bad_file_is_told_with_its_place() -> None:
    sentence = reason(BadFile("record[3].at", "this is no time"), Catalogue("en"))
    assert "record[3].at" in sentence
    assert "this is no time" in sentence


def test_each_failure_of_the_store_is_told_apart() -> None:
    assert (
        len({reason(StoreFailed(code), Catalogue("en")) for code in ("full", "locked", "readonly", "?")}) == 4
    )


@pytest.mark.parametrize("error", [ValueError("a name"), KeyError("a name"), RuntimeError("a name")])
def test_a_bug_is_raised_again_and_not_told_as_a_sentence(error: Exception) -> None:
    with pytest.raises(type(error)) as raised:
        reason(error, Catalogue("en"))
    assert raised.value is error
