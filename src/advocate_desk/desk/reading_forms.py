"""Sign-on forms that come back: whose they are, what they say, and noting the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from advocate_desk.desk.making_forms import HASH_LENGTH
from advocate_desk.desk.verbs import Verbs
from advocate_desk.exporters.sign_on_form import (
    DATE,
    LABELS,
    NAME_ENGLISH,
    NAME_KHMER,
    ROLE,
    WHO,
    WITHHOLD,
)
from advocate_desk.importers.form_text import FormLine, form_lines
from advocate_desk.language.catalog import translate
from advocate_desk.language.dates import find_date
from advocate_desk.language.khmer import fold
from advocate_desk.language.numbers import to_ascii_digits
from advocate_desk.language.safe_text import clean
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.errors import DeskError
from advocate_desk.model.form_codes import codes_in, is_code, plain_code, shown_code
from advocate_desk.model.kinds import ENGLISH, KHMER, SHIPPED_LANGUAGES
from advocate_desk.model.marked import marked
from advocate_desk.model.returned_form import FilledIn, ReturnedForm

_TICKED = re.compile(r"[\[(]\s*[xX✓✔✗✘☑☒vV×]+\s*[\])]|[☑☒✓✔]")
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 500  # characters of a field: more is no name
_HASH = re.compile(rf"\b[0-9a-f]{{{HASH_LENGTH}}}\b")


class FormReading(Verbs):
    """Reading proposes; nothing is written before somebody has looked at it."""

    def read(self, path: Path, code: str = "") -> ReturnedForm:
        """A returned form: the code from the one typed, else the file's name, else its text."""
        lines = form_lines(path)
        found = self._endorsement_with(path, lines, code)
        filled = filled_in(lines)
        editions = self._file.editions.of(found.statement_id)
        edition = next(
            (
                e
                for e in editions
                if filled.edition_hash and e.sha256.startswith(filled.edition_hash)
            ),
            None,
        )
        return ReturnedForm(
            path,
            found.code,
            found.id,
            found.statement_id,
            filled,
            edition.id if edition else None,
            edition.number if edition else 0,
            tuple(self._notes(found, path, filled, is_of_edition=edition is not None)),
        )

    def _endorsement_with(self, path: Path, lines: Sequence[FormLine], typed: str) -> Endorsement:
        code = _typed_code(typed) if typed.strip() else self._code_of(path, lines)
        found = self._file.endorsements.by_code(code)
        if found is None:
            raise DeskError(
                marked("The code {code} is of no endorsement in this desk."),
                advice=marked("It may be a form of another desk, or of an entry that was removed."),
                code=shown_code(code),
            )
        return found

    def _code_of(self, path: Path, lines: Sequence[FormLine]) -> str:
        """The only code in the name and the text."""
        told = dict(codes_in(path.stem))
        for line in lines:
            told |= {code: has for code, has in codes_in(line.text) if not told.get(code)}
        known = [c for c in told if is_code(c) and self._file.endorsements.by_code(c) is not None]
        if len(known) > 1:
            raise DeskError(
                marked("“{name}” carries more than one code: {codes}."),
                advice=marked("Look which one is printed on the form, and type it."),
                name=path.name,
                codes=", ".join(shown_code(code) for code in known),
            )
        if known:
            return known[0]
        return _unknown_code(path, [code for code, has_prefix in told.items() if has_prefix])

    def _notes(
        self, endorsement: Endorsement, path: Path, filled: FilledIn, *, is_of_edition: bool
    ) -> Iterator[DraftNote]:
        if self._was_read(endorsement, path):
            yield DraftNote(marked("This very file is attached to the endorsement already."))
        elif endorsement.is_counted:
            yield DraftNote(marked("The endorser confirmed already."))
        if not is_of_edition:
            yield DraftNote(
                marked(
                    "The form does not tell which edition it is of. Look at it before you agree."
                )
            )
        if self._gives_other_name(endorsement, filled.names):
            yield DraftNote(marked("The name on the form is not as it is in the desk."))
        if not filled.who:
            yield DraftNote(marked("Who signed could not be read; type the name."))

    def _was_read(self, endorsement: Endorsement, path: Path) -> bool:
        files = self._file.consents.files(endorsement.id)
        try:
            size = path.stat().st_size
            same = [file for file in files if file.size == size]
            digest = sha256(path.read_bytes()).hexdigest() if same else ""
        except OSError:
            return False
        return any(file.sha256 == digest for file in same)

    def _gives_other_name(self, endorsement: Endorsement, names: Mapping[str, str]) -> bool:
        known = endorsement.endorser.names
        return any(
            text and (code not in known or fold(known[code].printed) != fold(text))
            for code, text in names.items()
        )


def _typed_code(typed: str) -> str:
    code = plain_code(typed)
    if not is_code(code):
        raise DeskError(
            marked("“{code}” is no code of a form; a character may be mistyped."),
            code=clean(typed).text.strip()[:20],
        )
    return code


def _unknown_code(path: Path, told: Sequence[str]) -> str:
    """What looks like a code of ours, to be told as unknown or mistyped."""
    if not told:
        raise DeskError(
            marked("“{name}” carries no code of a sign-on form, neither in its name nor its text."),
            advice=marked("Type the code that is printed on the form."),
            name=path.name,
        )
    return _typed_code(told[0])


def filled_in(lines: Sequence[FormLine]) -> FilledIn:
    """What stands in the fields; a field is known by its words in any of our languages."""
    values = dict(_values(lines))
    found = _HASH.search("\n".join(line.text for line in lines if line.column < 0))
    return FilledIn(
        values.get(WHO, ""),
        values.get(ROLE, ""),
        day_of(values.get(DATE, "")),
        {KHMER: values.get(NAME_KHMER, ""), ENGLISH: values.get(NAME_ENGLISH, "")},
        _TICKED.search(values.get(WITHHOLD, "")) is not None,
        found[0] if found else "",
    )


def _values(lines: Sequence[FormLine]) -> Iterator[tuple[str, str]]:
    """Field to what stands in the right cell of its row."""
    words = {fold(translate(code, label)): label for label in LABELS for code in SHIPPED_LANGUAGES}
    rows: dict[int, str] = {}
    given: dict[str, list[str]] = {}
    for line in lines:
        label = words.get(fold(line.text))
        if line.column == 0 and label is not None:
            rows[line.row] = label
        elif line.column > 0 and line.row in rows:
            given.setdefault(rows[line.row], []).append(line.text)
    for label, texts in given.items():
        yield label, clean(" ".join(" ".join(texts).split())).text[:_LONGEST]


def day_of(text: str) -> str:
    """A day as people write it, day first, as ISO 8601; empty where it cannot be read."""
    plain = to_ascii_digits(text)
    found = _ISO.search(plain)
    parts = _DAY.search(plain)
    try:
        if found:
            return date.fromisoformat(found[0]).isoformat()
        if parts:
            return date(int(parts[3]), int(parts[2]), int(parts[1])).isoformat()
    except ValueError:
        return ""
    named = find_date(text)
    return named.isoformat() if named else ""
