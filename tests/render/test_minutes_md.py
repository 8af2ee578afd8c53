"""The minutes as Markdown, read by the rules of CommonMark: headings are ours, and what was said is text."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coprod.domain.minutes_doc import Wording
from coprod.domain.terms import Edition
from coprod.i18n import Catalogue
from coprod.render.minutes_md import minutes_md
from coprod.render.outline import Part, outline, spaced
from tests.render import docs
from tests.render.test_nobody_shown import doc_of
from tests.service.exchange.sessions import SESSIONS
from tests.sessions import DATA, SAMPLE, load

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
READERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False})]
OURS = {"h1", "h2", "p", "br", "blockquote", "strong", "hr"}
WHITE = " \t\n"

HOSTILE = [
    "# no heading",
    "   ## nor this",
    "- no list",
    "+ no list",
    "* no list",
    "-",
    "---",
    "text\n---",
    "text\n===",
    "1. no list",
    "12) no list",
    "2031\n2032. ",
    "> no quotation",
    "    no code",
    "\tno code",
    "first\n\n    no code\n\n\tnor this",
    "```\nno code\n```",
    "~~~\nno code",
    "`no` code",
    "*no* _stress_ **at** __all__ ~~here~~",
    "[no](link) ![no](picture) [no]: http://nowhere.example",
    "<b>no tag</b> <!-- no comment --> <http://nowhere.example>",
    "| no | table |\n|---|---|\n| a | b |",
    "&amp; &lt;b&gt; &#35; &copy no &x;",
    "a\\b \\* \\\\",
    "ends with \\",
    "two\n\nparagraphs\n\n\n\nor three",
    "  spaces  \nat both ends  ",
    "「**」_」`",
    "\n\nfirst",
    "　字下げ　# 1. - ",
    "* * *",
    "_ _ _",
    "#",
    "[x] task",
    "- [ ] task",
    "Setext\n-",
]
letters = st.text(st.sampled_from("#*_`<>[]|~&;\\-+=.)!( 1\n\tabあ。「」　"), min_size=1, max_size=24)


def shown(markdown: str, reader: MarkdownIt) -> list[str]:
    """What a reader sees, block by block: white space squeezed."""
    rendered = reader.render(markdown)
    assert {tag.rstrip(" /") for tag in re.findall(r"</?([a-z0-9]+[ /]*)", rendered)} <= OURS
    blocks = re.split(r"</(?:p|h1|h2|blockquote)>|<hr />", rendered)
    texts = [html.unescape(re.sub("<[^>]+>", "", block)) for block in blocks]
    return [found for text in texts if (found := squeezed(text))]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\ufffd", "")).strip()


def told(doc: Any, *catalogues: Catalogue) -> list[str]:
    """The words of every passage, paragraph by paragraph."""
    found: list[str] = []
    for one in outline(doc, catalogues):
        cells = ["".join(piece.text for piece in spaced(cell)) for cell in one.cells]
        if one.part in {Part.EDITION, Part.TITLE, Part.SECTION, Part.STANDPOINT}:
            cells = [" / ".join(dict.fromkeys(map(squeezed, cells)))]
        for cell in cells:
            found += re.split(r"\n\s*\n", f"{one.number} {cell.strip(WHITE)}".strip(WHITE))
    return [text for one in found if (text := squeezed(one))]


@pytest.mark.parametrize("reader", READERS, ids=["commonmark", "gfm"])
@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_said_is_never_markup(text: str, reader: MarkdownIt) -> None:
    said = Wording({"ja": text, "en": text}, "ja", {"en": docs.CHECKED})
    decided = docs.decisions()[0]
    for doc in (
        docs.minutes(differences=(docs.line(said),)),
        docs.minutes(header=docs.header(title=said, number=None)),
        docs.minutes(decisions=(type(decided)("D1", docs.line(said)),), labels={"peer": said}),
    ):
        found = shown(minutes_md(doc, (JA, EN)), reader)
        assert found[: len(told(doc, JA, EN))] == told(doc, JA, EN)


@given(letters, letters)
def test_no_text_whatever_is_markup(one: str, other: str) -> None:
    doc = docs.minutes(held_over=(docs.line(docs.both(one, other)),))
    for reader in READERS:
        assert shown(minutes_md(doc, (JA, EN)), reader)[: len(told(doc, JA, EN))] == told(doc, JA, EN)


def test_the_reader_sees_markup_where_there_is_some() -> None:
    """The comparison itself can fail."""
    text = minutes_md(docs.minutes(), (EN,)).replace("We use our own words", "We use *our* words")
    with pytest.raises(AssertionError):
        shown(text, READERS[0])


@pytest.mark.parametrize("name", ["sample", "published", "odd"])
def test_every_text_of_a_meeting_in_order(name: str) -> None:
    paths = {
        "sample": SAMPLE / "speaking-up.coprod.json",
        "published": DATA / "published.coprod.json",
        "odd": DATA / "odd-characters.coprod.json",
    }
    doc = doc_of(load(paths[name]))
    found = shown(minutes_md(doc, (JA, EN)), READERS[0])
    assert found[: len(told(doc, JA, EN))] == told(doc, JA, EN)


@given(SESSIONS)
@settings(max_examples=25)
def test_every_text_of_any_session_in_order(made: dict[str, Any]) -> None:
    doc = doc_of(made)
    found = shown(minutes_md(doc, (KO, EN)), READERS[0])
    assert found[: len(told(doc, KO, EN))] == told(doc, KO, EN)


def test_headings_hold_both_languages_and_the_second_stands_under_the_first_as_a_quotation() -> None:
    lines = minutes_md(docs.minutes(), (JA, EN)).split("\n")
    assert (
        lines[0] == "議事録・いっしょに働く一年、第2期 / Minutes · A Year of Working Side by Side, cohort 2"
    )
    assert lines[2].startswith("# 第4回 休む日を、言い出しやすくするには / No. 4 What makes")
    assert "## 決定事項 / Decisions" in lines
    assert "**専門職 / Professionals**" in lines
    at = lines.index("**D4-1** 休みの連絡は、理由を書かなくてよいことにする。")
    assert lines[at + 1 : at + 3] == ["", "> **D4-1** A message that one is off needs no reason."]


def test_one_language_has_no_quotation() -> None:
    text = minutes_md(docs.minutes(), (EN,))
    assert not re.search("(?m)^>", text)
    assert " / " not in text


def test_a_line_end_is_kept_and_a_quotation_goes_on_over_it() -> None:
    doc = docs.minutes(held_over=(docs.line(docs.both("一\n二", "one\ntwo\n\nthree")),))
    assert "一\\\n二\n\n> one\\\n> two\n>\n> three\n\n## " in minutes_md(doc, (JA, EN))


def test_the_easy_edition_has_a_sentence_a_line() -> None:
    two = docs.line(docs.both("休みます。あした来ます。", "I rest. I come tomorrow."))
    text = minutes_md(docs.minutes(edition=Edition.EASY, held_over=(two,)), (JA, EN))
    assert "休みます。\\\nあした来ます。" in text
    assert "> I rest.\\\n> I come tomorrow." in text


def test_lines_end_with_lf_no_space_stands_at_their_ends_and_the_foot_is_last() -> None:
    text = minutes_md(docs.minutes(), (JA, EN))
    assert text.endswith("Translation into English: 12 checked, 2 drafts.\n")
    assert not re.search(r"[\r\u2028\v]|[ \t]\n|\n\n\n", text)
    assert text.count("\n---\n") == 1
