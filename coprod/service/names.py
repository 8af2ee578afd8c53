"""Read a pasted list of names: one on each line, or parted by commas; what stands in brackets says more."""

from __future__ import annotations

import re
import unicodedata

from coprod.domain.acts import ParticipantDraft
from coprod.domain.prose import TITLE_LIMIT, forbidden
from coprod.domain.terms import Attendance, Part, Standpoint

_LINES = re.compile(r"[\n\r;；]+")
_COMMAS = re.compile(r"[,、，\t]+")
_MORE = re.compile(r"\s*(?:[(（\[［](?P<in>[^)）\]］]*)[)）\]］]|(?:\s[-–—]\s|[:：\t])(?P<after>.*))\s*")
_HONORIFICS = re.compile(r"(さん|さま|様|くん|ちゃん|\s*씨|\s*님)$")

_STANDPOINTS = {
    "peer": Standpoint.PEER,
    "peer worker": Standpoint.PEER,
    "peer support worker": Standpoint.PEER,
    "peer staff": Standpoint.PEER,
    "ピア": Standpoint.PEER,
    "ピアスタッフ": Standpoint.PEER,
    "ピアサポーター": Standpoint.PEER,
    "동료": Standpoint.PEER,
    "동료지원인": Standpoint.PEER,
    "professional": Standpoint.PROFESSIONAL,
    "専門職": Standpoint.PROFESSIONAL,
    "전문가": Standpoint.PROFESSIONAL,
    "family": Standpoint.FAMILY,
    "家族": Standpoint.FAMILY,
    "가족": Standpoint.FAMILY,
    "community": Standpoint.COMMUNITY,
    "地域": Standpoint.COMMUNITY,
    "지역": Standpoint.COMMUNITY,
}
_PARTS = {
    "facilitator": Part.FACILITATOR,
    "進行": Part.FACILITATOR,
    "進行役": Part.FACILITATOR,
    "ファシリテーター": Part.FACILITATOR,
    "진행자": Part.FACILITATOR,
    "co-facilitator": Part.CO_FACILITATOR,
    "共同進行役": Part.CO_FACILITATOR,
    "공동 진행자": Part.CO_FACILITATOR,
    "note-taker": Part.NOTE_TAKER,
    "notes": Part.NOTE_TAKER,
    "記録": Part.NOTE_TAKER,
    "記録係": Part.NOTE_TAKER,
    "기록자": Part.NOTE_TAKER,
    "timekeeper": Part.TIMEKEEPER,
    "タイムキーパー": Part.TIMEKEEPER,
    "시간 담당자": Part.TIMEKEEPER,
    "supporter": Part.SUPPORTER,
    "サポーター": Part.SUPPORTER,
    "조력자": Part.SUPPORTER,
}
_ONLINE = frozenset({"online", "オンライン", "온라인"})
_DISCIPLINES = frozenset(
    word.replace("_", " ")
    for word in [
        "nurse",
        "psychologist",
        "psychiatrist",
        "physician",
        "doctor",
        "social_worker",
        "occupational_therapist",
        "pharmacist",
        "counsellor",
        "看護師",
        "保健師",
        "心理士",
        "心理師",
        "公認心理師",
        "臨床心理士",
        "精神保健福祉士",
        "社会福祉士",
        "相談支援専門員",
        "作業療法士",
        "医師",
        "精神科医",
        "薬剤師",
        "간호사",
        "심리사",
        "임상심리사",
        "사회복지사",
        "정신건강사회복지사",
        "작업치료사",
        "의사",
        "약사",
    ]
)
_SAYS_MORE = frozenset({*_STANDPOINTS, *_PARTS, *_ONLINE, *_DISCIPLINES})
"""Words that are nobody's name, where they follow one after a comma."""


def parse(text: str) -> list[ParticipantDraft]:
    """The people on a list, in its order; each name once. What says neither standpoint nor part is a discipline."""
    pieces = _pieces(text)
    names = [_split(piece) for piece in pieces]
    polite = sum(bool(_HONORIFICS.search(name)) for name, _ in names)
    drop = polite * 2 > len(names)
    drafts: dict[str, ParticipantDraft] = {}
    for name, more in names:
        called = _HONORIFICS.sub("", name) if drop else name
        called = called.strip()[:TITLE_LIMIT]
        if called and forbidden(called) is None:
            drafts.setdefault(called, _draft(called, more))
    return list(drafts.values())


def _pieces(text: str) -> list[str]:
    """One for each person: a line is one where it says more of somebody, else what stands between commas."""
    pieces: list[str] = []
    for line in _LINES.split(text):
        tidy = " ".join(line.replace("\t", "：", 1).split()) if "\t" in line else " ".join(line.split())
        pieces += [tidy] if _MORE.search(tidy) else _people(_COMMAS.split(tidy))
    return [piece.strip(" ・*-•\u3000") for piece in pieces if piece.strip(" ・*-•\u3000")]


def _people(parts: list[str]) -> list[str]:
    """What stands between commas; a word that says more of somebody belongs to the person before."""
    people: list[str] = []
    for part in parts:
        if people and unicodedata.normalize("NFKC", part.strip()).casefold() in _SAYS_MORE:
            joint = "、" if "：" in people[-1] else "："
            people[-1] += joint + part.strip()
        else:
            people.append(part)
    return people


def _split(piece: str) -> tuple[str, list[str]]:
    found = _MORE.search(piece)
    if found is None:
        return piece, []
    said = found["in"] if found["in"] is not None else found["after"] or ""
    return piece[: found.start()].strip(), [
        one.strip() for one in re.split(r"[,、，/／・]", said) if one.strip()
    ]


def _draft(called: str, more: list[str]) -> ParticipantDraft:
    known = [(one, unicodedata.normalize("NFKC", one).casefold()) for one in more]
    rest = [one for one, key in known if key not in _STANDPOINTS and key not in _PARTS and key not in _ONLINE]
    discipline = " ".join(rest)[:TITLE_LIMIT]
    usable = discipline and forbidden(discipline) is None
    return ParticipantDraft(
        called={"": called},
        standpoints=tuple(dict.fromkeys(_STANDPOINTS[key] for _, key in known if key in _STANDPOINTS)),
        discipline={_language(discipline): discipline} if usable else {},
        parts=tuple(dict.fromkeys(_PARTS[key] for _, key in known if key in _PARTS)),
        attendance=Attendance.ONLINE if any(key in _ONLINE for _, key in known) else None,
    )


def _language(text: str) -> str:
    if re.search("[\uac00-\ud7a3]", text):
        return "ko"
    return "ja" if re.search("[\u3040-\u30ff\u4e00-\u9fff]", text) else "en"
