"""What two records have, and what is left of them, line by line for the eye."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from advocate_desk.gui.endorser_kinds import kind_word
from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.models.endorsements_table_model import mask, short_word
from advocate_desk.gui.models.registry_table_model import shown_name
from advocate_desk.language.catalog import current, tr
from advocate_desk.model.endorsement import Endorsement, EndorserName
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, ShowAs
from advocate_desk.model.provinces import province_word
from advocate_desk.model.registry import EndorserRecord
from advocate_desk.model.registry_overview import MergedAnswer, MergePlan
from advocate_desk.model.words import language_word, word

_NO_NAME = EndorserName("")
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both records and of the one that is left."""

    title: str
    of_kept: str
    of_other: str
    result: str
    is_conflict: bool = False


def lines(plan: MergePlan, known: KnownNames, *, revealed: bool) -> list[Line]:
    """Every field that one of the records has, then every statement one of them stands on."""
    hidden = (False, False, False) if revealed else plan.withheld_sides
    fields = [*_secret_fields(), *_open_fields(known)]
    found: list[Line] = []
    for title, text, secret in fields:
        texts = [text(record) for record in (plan.kept, plan.other, plan.merged)]
        if any(texts):
            shown = [
                mask() if one and secret and is_hidden else one or _NOTHING
                for one, is_hidden in zip(texts, hidden, strict=True)
            ]
            found.append(Line(title, shown[0], shown[1], shown[2]))
    return [*found, *(_answer_line(answer) for answer in plan.answers)]


Field = tuple[str, Callable[[EndorserRecord], str], bool]


def _secret_fields() -> list[Field]:
    """What an endorser can be recognised by."""
    names: list[Field] = [
        (tr("{language} name", language=language_word(code)), _name_in(code), True)
        for code in SHIPPED_LANGUAGES
    ]
    return [
        *names,
        (tr("Other names"), lambda one: "; ".join(alias.name for alias in one.aliases), True),
        (tr("Contacts"), _contacts, True),
        (tr("Notes"), lambda one: one.endorser.notes, True),
        (tr("Care"), lambda one: one.sensitivity, True),
    ]


def _open_fields(known: KnownNames) -> list[Field]:
    return [
        (tr("Kind"), lambda one: kind_word(one.endorser.kind), False),
        (tr("Province"), lambda one: province_word(one.endorser.province, current()), False),
        (tr("Is a member of"), lambda one: _names(known, one.coalition_ids), False),
        (tr("Has these members"), lambda one: _names(known, one.member_ids), False),
    ]


def _name_in(language: str) -> Callable[[EndorserRecord], str]:
    def text(record: EndorserRecord) -> str:
        name = record.endorser.names.get(language, _NO_NAME)
        shown = name.name or name.printed
        return f"{shown} ({name.acronym})" if name.acronym else shown

    return text


def _contacts(record: EndorserRecord) -> str:
    parts = ((one.name, one.role, one.phone, one.messenger, one.email) for one in record.contacts)
    return "; ".join(", ".join(filter(None, one)) for one in parts)


def _names(known: KnownNames, endorser_ids: Iterable[str]) -> str:
    rows = (known.overview.get(one) for one in endorser_ids)
    return "; ".join(shown_name(row) for row in rows if row is not None)


def _answer_line(answer: MergedAnswer) -> Line:
    result = _answer_words(word(answer.state), answer.show_as)
    kept, other = _answer(answer.of_kept), _answer(answer.of_other)
    return Line(_title(answer.title), kept, other, result, answer.is_conflict)


def _answer(endorsement: Endorsement | None) -> str:
    if endorsement is None:
        return _NOTHING
    return _answer_words(word(endorsement.state), endorsement.show_as)


def _answer_words(state: str, show_as: ShowAs) -> str:
    return f"{state}, {short_word(show_as)}" if show_as is ShowAs.WITHHELD else state


def _title(title: Mapping[str, str]) -> str:
    """The statement in the language of the window, where it has a title in it."""
    found = (title.get(code, "") for code in (current(), *SHIPPED_LANGUAGES))
    return next((one for one in found if one), tr("Statement without a title"))
