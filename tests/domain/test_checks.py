"""What is found before minutes are issued, and that nothing is found where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from coprod.domain.checks import Check, Kind, checks, names_in
from coprod.domain.fold import fold
from coprod.domain.minutes import minutes
from coprod.domain.minutes_doc import lines_of
from coprod.domain.parts import Translation
from coprod.domain.terms import (
    Attribution,
    Edition,
    Finding,
    NoteKind,
    Shown,
    Standpoint,
    TranslationState,
    Visibility,
)
from tests.domain.test_minutes import Paper, room
from tests.domain.walk import strings
from tests.strategies import stages

if TYPE_CHECKING:
    from tests.stage import Stage

CHECKED = (("en", Translation(TranslationState.CHECKED)),)
TERMS = (("en", "refused"), ("ja", "問題行動"))


def every(paper: Paper, edition: Edition = Edition.RECORD, *languages: str) -> list[Check]:
    state = fold("s", paper.facts)
    doc = minutes(state, paper.words, languages, edition)
    return list(checks(doc, state, paper.words, TERMS))


def found(paper: Paper, edition: Edition = Edition.RECORD, *languages: str) -> list[Check]:
    """All but that a title has no words in a language: those of this paper are in English alone."""
    of_titles = Finding.UNTRANSLATED
    return [one for one in every(paper, edition, *languages) if one.note or one.finding is not of_titles]


def kinds(paper: Paper, edition: Edition = Edition.RECORD) -> set[Finding]:
    return {one.finding for one in found(paper, edition)}


def told(paper: Paper, finding: Finding) -> list[tuple[str, str, str]]:
    return [(one.note, one.lang, one.found) for one in found(paper) if one.finding is finding]


@pytest.fixture
def paper() -> Paper:
    """A room in which all is as it should be."""
    made = room()
    made.note("fine", NoteKind.IDEA, "pia", translations=CHECKED, confirmed=("pia",))
    return made


def test_where_all_is_as_it_should_be_nothing_is_found(paper: Paper) -> None:
    assert found(paper) == []


def test_a_text_that_is_missing_in_a_language_is_found_in_that_language(paper: Paper) -> None:
    assert [(one.finding, one.note, one.lang) for one in found(paper, Edition.RECORD, "ja", "ko")] == [
        (Finding.UNTRANSLATED, "fine", "ko")
    ]


def test_a_question_is_looked_at_like_any_other_note(paper: Paper) -> None:
    paper.note("asked", NoteKind.QUESTION, "pia")
    assert told(paper, Finding.UNCONFIRMED) == [("asked", "", "")]


@pytest.mark.parametrize(
    ("state", "finding"),
    [
        (TranslationState.MACHINE, Finding.MACHINE),
        (TranslationState.DRAFT, Finding.DRAFT),
        (TranslationState.CHECKED, None),
        (TranslationState.CONFIRMED, None),
    ],
)
def test_a_translation_that_nobody_has_checked_is_found(
    paper: Paper, state: TranslationState, finding: Finding | None
) -> None:
    paper.note("n", NoteKind.IDEA, "pia", translations=(("en", Translation(state)),), confirmed=("pia",))
    assert kinds(paper) == ({finding} if finding else set())


@pytest.mark.parametrize("original", ["ja", "en", None])
def test_a_machines_words_are_found_whatever_is_called_the_original(
    paper: Paper, original: str | None
) -> None:
    by_machine = (("en", Translation(TranslationState.MACHINE)),)
    paper.note("n", NoteKind.IDEA, original=original, translations=by_machine)
    assert told(paper, Finding.MACHINE) == [("n", "en", "")]


def test_what_its_speakers_have_not_all_confirmed_is_found(paper: Paper) -> None:
    paper.note("two", NoteKind.IDEA, "pia", "pat", translations=CHECKED, confirmed=("pia",))
    paper.note("nobody", NoteKind.IDEA, translations=CHECKED)
    assert told(paper, Finding.UNCONFIRMED) == [("two", "", "")]


def test_an_action_without_anybody_to_do_it_or_a_day_is_found(paper: Paper) -> None:
    kept: dict[str, Any] = {"translations": CHECKED, "confirmed": ("pia",)}
    paper.note("bare", NoteKind.ACTION, "pia", **kept)
    paper.note("owned", NoteKind.ACTION, "pia", owners=("rob",), due="2026-06-30", **kept)
    paper.note(
        "written", NoteKind.ACTION, "pia", owner_text=paper.text(en="the ward"), due="2026-06-30", **kept
    )
    assert told(paper, Finding.NO_OWNER) == told(paper, Finding.NO_DATE) == [("bare", "", "")]


@pytest.mark.parametrize(
    ("name", "body", "there"),
    [
        ("Mio", "We thank Mio for that", True),
        ("Mio", "MIO said so", True),
        ("Mio", "Miocene", False),
        ("美緒", "美緒さんの話", True),
        ("望", "望さんが話した", True),
        ("望", "これを望みます", False),
        ("みお", "ミオの席", True),
    ],
)
def test_a_name_whose_owner_asked_for_none_is_found_wherever_it_stands(
    paper: Paper, name: str, body: str, there: bool
) -> None:
    paper.person("mio", Standpoint.PEER)
    (text,) = [fact.body.participant.called for fact in paper.facts[-1:]]  # type: ignore[union-attr]
    paper.words[text[0][1]] = name
    assert told(paper, Finding.NAME) == []
    paper.note("n", NoteKind.IDEA, "pia", translations=CHECKED, confirmed=("pia",))
    paper.words[paper.facts[-1].body.content.text[0][1]] = body  # type: ignore[union-attr]
    assert told(paper, Finding.NAME) == ([("n", "ja", name)] if there else [])
    assert names_in(f"{body}.pdf", fold("s", paper.facts), paper.words) == ((name,) if there else ())


def test_a_name_in_a_title_or_a_place_is_found_there(paper: Paper) -> None:
    paper.describe(place=paper.text(en="At Pia’s"))
    places = [(one.kind, one.found) for one in found(paper) if one.finding is Finding.NAME]
    assert places == [(Kind.TEXT, "Pia")]


def test_who_asked_to_be_named_or_listed_may_stand_there(paper: Paper) -> None:
    paper.person("zoe", Standpoint.PEER, attribution=Attribution.NAMED)
    paper.person("yan", Standpoint.PEER, listed=Shown.NAME)
    paper.describe(place=paper.text(en="At Zoe’s and Yan’s"))
    assert told(paper, Finding.NAME) == []


def test_words_that_name_somebody_in_one_language_alone_are_found(paper: Paper) -> None:
    paper.person("zoe", Standpoint.PEER, attribution=Attribution.NAMED)
    paper.note("n", NoteKind.IDEA, "pia", translations=CHECKED, confirmed=("pia",))
    text = dict(paper.facts[-1].body.content.text)  # type: ignore[union-attr]
    paper.words[text["en"]] = "As Zoe said"
    assert told(paper, Finding.NAME_IN_ONE_LANGUAGE) == [("n", "en", "")]
    paper.words[text["ja"]] = "Zoe が言った"
    assert told(paper, Finding.NAME_IN_ONE_LANGUAGE) == []


def test_a_term_is_found_in_titles_and_texts_and_never_in_what_somebody_said(paper: Paper) -> None:
    paper.describe(purpose=paper.text(en="Why he refused"))
    kept: dict[str, Any] = {"translations": CHECKED, "confirmed": ("pia",)}
    paper.note("said", NoteKind.IDEA, "pia", **kept)
    paper.words[dict(paper.facts[-1].body.content.text)["en"]] = "he refused"  # type: ignore[union-attr]
    paper.note("written", NoteKind.IDEA, translations=CHECKED)
    paper.words[dict(paper.facts[-1].body.content.text)["ja"]] = "問題行動について"  # type: ignore[union-attr]
    assert told(paper, Finding.TERM) == [("", "en", "refused"), ("written", "ja", "問題行動")]


def test_a_title_without_words_in_a_language_is_found_once_for_all_titles(paper: Paper) -> None:
    paper.describe(place=paper.text(en="Here"), purpose=paper.text(ja="目的"))
    left = [one for one in every(paper) if one.finding is Finding.UNTRANSLATED]
    assert [(one.kind, one.note, one.lang) for one in left] == [
        (Kind.TITLE, "", "ja"),  # of the items
        (Kind.TEXT, "", "ja"),
        (Kind.TEXT, "", "en"),
    ]


def test_a_room_in_which_a_standpoint_is_one_person_is_found(paper: Paper) -> None:
    lone = Paper()
    lone.describe()
    lone.person("pia", Standpoint.PEER)
    lone.person("rob", Standpoint.PROFESSIONAL)
    lone.person("ron", Standpoint.PROFESSIONAL)
    assert Finding.SMALL_ROOM in kinds(lone)
    assert Finding.SMALL_ROOM not in kinds(paper)


def test_what_has_no_easy_words_is_found_for_the_easy_edition_alone(paper: Paper) -> None:
    paper.note(
        "easy", NoteKind.IDEA, "pia", easy=paper.text(ja="やさしい"), translations=CHECKED, confirmed=("pia",)
    )
    paper.note("private", NoteKind.IDEA, "pia", visibility=Visibility.REVIEW)
    left = [one.note for one in found(paper, Edition.EASY) if one.finding is Finding.NO_EASY_WORDS]
    assert left == ["fine"]
    assert Finding.NO_EASY_WORDS not in kinds(paper)


@given(stages(most=40))
def test_every_finding_leads_to_a_place_on_the_page_and_tells_no_other_words(stage: Stage) -> None:
    if stage.state.description is None:
        return
    bodies = {id: word.body for id, word in stage.words.items()}
    doc = minutes(stage.state, bodies)
    notes = {line.note for line in lines_of(doc)}
    assert notes <= strings(doc)
    for one in checks(doc, stage.state, bodies, TERMS):
        assert (one.kind is Kind.NOTE) is bool(one.note)
        assert not one.note or one.note in notes
        assert bool(one.found) is (one.finding in {Finding.NAME, Finding.TERM})
