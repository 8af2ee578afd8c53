"""The closed vocabularies of a session; each value is the word the session file uses."""

from __future__ import annotations

from enum import StrEnum


class Standpoint(StrEnum):
    """From where a person speaks; self-declared, several at once are possible."""

    PEER = "peer"
    PROFESSIONAL = "professional"
    FAMILY = "family"
    COMMUNITY = "community"
    OTHER = "other"


class Part(StrEnum):
    """A part taken in running the session."""

    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co-facilitator"
    NOTE_TAKER = "note-taker"
    TIMEKEEPER = "timekeeper"
    SUPPORTER = "supporter"


class Finding(StrEnum):
    """What was found in minutes before they are issued."""

    UNTRANSLATED = "untranslated"
    MACHINE = "machine"
    DRAFT = "draft"
    UNCONFIRMED = "unconfirmed"
    NO_OWNER = "no-owner"
    NO_DATE = "no-date"
    NO_EASY_WORDS = "no-easy-words"
    NAME = "name"
    NAME_IN_ONE_LANGUAGE = "name-in-one-language"
    SMALL_ROOM = "small-room"
    TERM = "term"


class Edition(StrEnum):
    """A kind of minutes: all of it, the public summary, one contributor's own words, or easy to read."""

    RECORD = "record"
    SUMMARY = "summary"
    OWN = "own"
    EASY = "easy"


class Attribution(StrEnum):
    """How the minutes may name a contributor, from the least to the most reserved."""

    NAMED = "named"
    DISCIPLINE = "discipline"
    STANDPOINT = "standpoint"
    ANONYMOUS = "anonymous"


class Attendance(StrEnum):
    """Whether and how a participant was there."""

    PRESENT = "present"
    ONLINE = "online"
    PART = "part"
    ABSENT = "absent"


class Shown(StrEnum):
    """Whether a called name is shown in a place (the list of those present; the wall)."""

    NAME = "name"
    COUNT = "count"
    NONE = "none"


class Purpose(StrEnum):
    """What a consent is for."""

    RECORD = "record"
    MINUTES = "minutes"
    ARCHIVE = "archive"
    REVIEW = "review"
    RECOGNISED = "recognised"


class ItemKind(StrEnum):
    """The kind of an agenda item."""

    WELCOME = "welcome"
    GUIDELINES = "guidelines"
    CHECK_IN = "check-in"
    ROUNDTABLE = "roundtable"
    SMALL_GROUPS = "small-groups"
    SHARE_BACK = "share-back"
    BREAK = "break"
    REFLECTION = "reflection"
    CHECK_OUT = "check-out"
    OTHER = "other"


class NoteKind(StrEnum):
    """The kind of a note."""

    CONTRIBUTION = "contribution"
    EXPERIENCE = "experience"
    QUESTION = "question"
    CONCERN = "concern"
    IDEA = "idea"
    DECISION = "decision"
    ACTION = "action"
    DIFFERENCE = "difference"
    HELD_OVER = "held-over"


class PassHow(StrEnum):
    """How a turn was not taken now."""

    PASS = "pass"
    LATER = "later"
    WRITTEN = "written"


class PauseKind(StrEnum):
    """The kind of a pause."""

    BREATH = "breath"
    SILENCE = "silence"
    BREAK = "break"


class RoundOrder(StrEnum):
    """The order of voices in a round."""

    SEATED = "seated"
    LAST = "last"
    DRAWN = "drawn"
    ALTERNATING = "alternating"
    OPEN = "open"


class Visibility(StrEnum):
    """How far a note may travel."""

    ROOM = "room"
    MINUTES = "minutes"
    REVIEW = "review"


class TranslationState(StrEnum):
    """How far a translation can be trusted."""

    MACHINE = "machine"
    DRAFT = "draft"
    CHECKED = "checked"
    CONFIRMED = "confirmed"


class ActionStatus(StrEnum):
    """What became of an action."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    DECLINED = "declined"


class GuidelineChange(StrEnum):
    """What happened to a guideline."""

    PROPOSED = "proposed"
    CHANGED = "changed"
    AGREED = "agreed"
    DROPPED = "dropped"


class LinkKind(StrEnum):
    """How one note stands to another."""

    ANSWERS = "answers"
    LEADS_TO = "leads-to"
    OUTCOME_OF = "outcome-of"
    TOLD_BACK = "told-back"


class WordingKind(StrEnum):
    """Whether a note holds the words as said."""

    VERBATIM = "verbatim"
    SUMMARY = "summary"


class Phase(StrEnum):
    """Where in its life a session is."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
