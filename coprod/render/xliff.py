"""XLIFF 2.0 for an outside translator: the texts, where they stand, and the terms in them; nobody's name.

Written by hand, so that the same work is the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from coprod.domain.text_keys import TextKind
from coprod.domain.translating import RowState
from coprod.domain.word_list import offered
from coprod.files import write_whole
from coprod.i18n import N_, Catalogue
from coprod.render.wording import KINDS
from coprod.vocabulary import NOTES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coprod.domain.translating import Row
    from coprod.service.translation import Work

_STATES = {
    RowState.MISSING: "initial",
    RowState.STALE: "translated",
    RowState.MACHINE: "translated",
    RowState.DRAFT: "translated",
    RowState.PRESENT: "translated",
    RowState.CHECKED: "reviewed",
    RowState.CONFIRMED: "final",
}
_STALE = N_("The original has changed since this was translated.")
_CONFIRMED = N_("The person who said it has confirmed this translation.")
_REMARKS = {RowState.STALE: _STALE, RowState.CONFIRMED: _CONFIRMED}
_OUTSIDE_XML = ("\ufffe", "\uffff")
"""What a text may hold and XML may not."""


def write_work(work: Work, path: Path) -> None:
    """Fulfils the port WorkWriter."""
    write_whole(path, "\n".join(_lines(work)).encode("utf-8"))


def _lines(work: Work) -> Iterator[str]:
    words = Catalogue(work.langs[0])
    source, target = map(quoteattr, work.langs)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"'
        f' version="2.0" srcLang={source} trgLang={target}>'
    )
    original = quoteattr(f"coprod:{work.session}")
    yield f' <file id="session" original={original} canResegment="no" xml:space="preserve">'
    for row in work.rows:
        yield from _unit(row, work, words)
    yield " </file>"
    yield "</xliff>\n"


def _unit(row: Row, work: Work, words: Catalogue) -> Iterator[str]:
    key, (source, target) = quoteattr(row.key), map(quoteattr, work.langs)
    yield f"  <unit id={key} name={key}>"
    yield from _glossary(row, work)
    yield f'   <notes><note category="place">{_text(_place(row, work, words))}</note>{_remark(row, words)}</notes>'
    told = "" if row.state is RowState.MISSING else f' subState="coprod:{row.state.value}"'
    yield f'   <segment state="{_STATES[row.state]}"{told}>'
    yield f"    <source xml:lang={source}>{_text(row.source)}</source>"
    if row.target is not None:
        yield f"    <target xml:lang={target}>{_text(row.target)}</target>"
    yield "   </segment>"
    yield "  </unit>"


def _glossary(row: Row, work: Work) -> Iterator[str]:
    """The terms that stand in a text."""
    offers = offered(row.source, work.langs, work.terms)
    if not offers:
        return
    yield "   <gls:glossary>"
    for offer in offers:
        forms = "".join(f"<gls:translation>{_text(form)}</gls:translation>" for form in offer.forms)
        yield f"    <gls:glossEntry><gls:term>{_text(offer.found)}</gls:term>{forms}</gls:glossEntry>"
    yield "   </gls:glossary>"


def _place(row: Row, work: Work, words: Catalogue) -> str:
    """What a text is, and under which item it stands: never whose it is."""
    of_note = NOTES[row.note] if row.note else ""
    what = words.say(of_note if row.kind is TextKind.NOTE else TEXTS[row.kind])
    if row.kind in {TextKind.OWNER, TextKind.REASON} and of_note:
        what = words.say(", ").join((words.say(of_note), what))
    if row.kind is TextKind.ITEM or row.item is None or row.item not in work.items:
        return what
    title, kind = work.items[row.item]
    return words.say(", ").join((what, title or words.say(KINDS[kind])))


def _remark(row: Row, words: Catalogue) -> str:
    sentence = _REMARKS.get(row.state)
    return f'<note category="state">{_text(words.say(sentence))}</note>' if sentence else ""


def _text(body: str) -> str:
    """A text as XML holds it."""
    safe = escape(body)
    for one in _OUTSIDE_XML:
        safe = safe.replace(one, f'<cp hex="{ord(one):04X}"/>')
    return safe
