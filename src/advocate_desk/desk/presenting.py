"""How a statement looks on paper: style, letterhead and header, its own or the desk's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from advocate_desk.desk.heading import LOOKS, Heading
from advocate_desk.desk.kept_letterheads import letterhead_as_text, letterhead_from_text, words_of
from advocate_desk.desk.redaction import mark
from advocate_desk.desk.verbs import NOTHING
from advocate_desk.exporters.blocks import DEFAULT_OPTIONS, ExportOptions
from advocate_desk.exporters.styles import (
    Style,
    default_style,
    load_style,
    shipped_styles,
    style_from,
)
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError, StyleRefused
from advocate_desk.model.finding import Finding
from advocate_desk.model.header import NO_HEADER, Header, HeaderKind, Logo
from advocate_desk.model.kinds import Severity
from advocate_desk.model.letterhead import Letterhead
from advocate_desk.model.looks import (
    USUAL_STYLES,
    HeaderChoice,
    KnownStyle,
    may_have_state_header,
)
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Statement
from advocate_desk.model.withholding import Withheld

LONGEST_NAME = 80
_STYLE = "style"
_LETTERHEAD = "letterhead"
_UNUSABLE_NAME = re.compile(r'[\x00-\x1f/\\:*?"<>|]|^\.|\.$')


class Presenting(Heading):
    """Verbs of the one who cares for the page; headers and logos are in `Heading`.

    A style or letterhead that is gone or cannot be read never stops a document: the usual style,
    or no letterhead, takes its place, and a finding says so.
    """

    def styles(self) -> tuple[KnownStyle, ...]:
        """The shipped styles, the usual one first, then the desk's own by name."""
        shipped = (KnownStyle(name, _shipped_style(name).title) for name in shipped_styles())
        own = (KnownStyle(name, self._own_title(name), True) for name in self._file.styles.names())
        return (*shipped, *own)

    def style_named(self, name: str) -> Style:
        """A shipped style or one of the desk's own.

        Raises:
            StyleRefused: there is none of that name, or it cannot be read.
        """
        if name in shipped_styles():
            return _shipped_style(name)
        content = self._file.styles.get(name)
        if content is None:
            raise StyleRefused(marked("There is no style “{name}” in this desk."), name=name)
        return _own_style(name, content)

    def style_name(self, statement_id: str) -> str:
        """The style a statement is printed in: its own, else the desk's, else that of its kind."""
        return self._style_name(self._statement(statement_id))

    def default_style(self) -> str:
        """The style of statements that have none of their own; empty is that of their kind."""
        return self._file.settings.get(_STYLE)

    def set_style(self, statement_id: str, name: str) -> Changes:
        """Choose a statement's style; an empty name is as the desk has it.

        Raises:
            StyleRefused: there is no such style, or it cannot be read.
        """
        label = marked("Choose style")
        if self._statement(statement_id).style == name:
            return NOTHING
        self._insist_on_style(name)
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, style=name)
        return Changes(LOOKS, statement_id, statement_id, label)

    def set_default_style(self, name: str) -> Changes:
        """Choose the desk's style; an empty name is the usual one of each kind.

        Raises:
            StyleRefused: there is no such style, or it cannot be read.
        """
        label = marked("Choose the desk’s style")
        if self.default_style() == name:
            return NOTHING
        self._insist_on_style(name)
        with self._step(label):
            self._file.settings.set(_STYLE, name)
        return Changes(LOOKS, label=label)

    def add_style(self, name: str, content: str) -> Changes:
        """Keep a style (the text of a TOML file) in the desk; focus is its name.

        One of the same name is replaced.

        Raises:
            StyleRefused: naming the key and what is wrong with it.
            DeskError: the name cannot be one, or is that of a shipped style.
        """
        label = marked("Add style")
        name = _checked_name(name)
        if name in shipped_styles():
            raise DeskError(marked("“{name}” is the name of a shipped style."), name=name)
        _own_style(name, content)
        with self._step(label):
            self._file.styles.put(name, content)
        return Changes(LOOKS, name, "", label, (name,))

    def add_style_file(self, path: Path) -> Changes:
        """Keep a style file in the desk under its own name.

        Raises:
            StyleRefused: naming the file, the key and what is wrong with it.
        """
        load_style(path)
        return self.add_style(path.stem, path.read_text("utf-8"))

    def remove_style(self, name: str) -> Changes:
        """Take an own style out of the desk; what used it is as the desk has it again.

        Raises:
            DeskError: it is a shipped one, or there is none.
        """
        label = marked("Remove style")
        if name not in self._file.styles.names():
            raise DeskError(marked("There is no style “{name}” in this desk."), name=name)
        users = self._file.styles.statements_with(name)
        with self._step(label, *users):
            for statement_id in users:
                self._file.statements.update(statement_id, style="")
            if self.default_style() == name:
                self._file.settings.set(_STYLE, "")
            self._file.styles.delete(name)
        return Changes(LOOKS, label=label)

    def letterheads(self) -> tuple[str, ...]:
        """The names of the desk's letterheads."""
        return self._file.letterheads.names()

    def default_letterhead(self) -> str:
        """The letterhead of statements for which nothing was chosen; empty for none."""
        return self._file.settings.get(_LETTERHEAD)

    def letterhead_name(self, statement_id: str) -> str:
        """The letterhead a statement is printed on: its own choice, else the desk's; or none."""
        own = self._statement(statement_id).letterhead
        return self.default_letterhead() if own is None else own

    def add_letterhead(self, path: Path) -> Changes:
        """Take a letterhead over from a Word document; focus is its name.

        Head, foot, page and looks are kept, nothing else of the file. One of the same name is
        replaced.

        Raises:
            ImportRefused: the file cannot be used.
        """
        from advocate_desk.importers.letterhead_reader import read_letterhead

        label = marked("Add letterhead")
        name = _checked_name(path.stem)
        content = letterhead_as_text(read_letterhead(path))
        with self._step(label):
            self._file.letterheads.put(name, content)
        return Changes(LOOKS, name, "", label, (name,))

    def set_letterhead(self, statement_id: str, name: str | None) -> Changes:
        """Choose a statement's letterhead; empty for none, None for the desk's.

        Raises:
            DeskError: there is no such letterhead.
        """
        label = marked("Choose letterhead")
        if self._statement(statement_id).letterhead == name:
            return NOTHING
        self._insist_on_letterhead(name or "")
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, letterhead=name)
        return Changes(LOOKS, statement_id, statement_id, label)

    def set_default_letterhead(self, name: str) -> Changes:
        """Choose the desk's letterhead; empty for none.

        Raises:
            DeskError: there is no such letterhead.
        """
        label = marked("Choose the desk’s letterhead")
        if self.default_letterhead() == name:
            return NOTHING
        self._insist_on_letterhead(name)
        with self._step(label):
            self._file.settings.set(_LETTERHEAD, name)
        return Changes(LOOKS, label=label)

    def remove_letterhead(self, name: str) -> Changes:
        """Take a letterhead out of the desk and off every statement.

        Raises:
            DeskError: there is no such letterhead.
        """
        label = marked("Remove letterhead")
        self._insist_on_letterhead(name or "?")
        users = self._file.letterheads.statements_with(name)
        with self._step(label, *users):
            for statement_id in users:
                self._file.statements.update(statement_id, letterhead=None)
            if self.default_letterhead() == name:
                self._file.settings.set(_LETTERHEAD, "")
            self._file.letterheads.delete(name)
        return Changes(LOOKS, label=label)

    def options(
        self,
        statement_id: str,
        choices: ExportOptions = DEFAULT_OPTIONS,
        *,
        style: Style | None = None,
    ) -> ExportOptions:
        """The choices with the statement's style, header and letterhead where they say nothing.

        Withheld names are taken out of the header.
        """
        statement = self._statement(statement_id)
        changed: dict[str, object] = {}
        if style is not None:
            changed["style"] = style
        elif choices.style is default_style():
            changed["style"] = self._style(statement)
        if choices.header == NO_HEADER:
            changed["header"] = self._printed_header(statement)
        if choices.letterhead is None:
            changed["letterhead"] = self._letterhead(statement_id)
        if not choices.terms:
            changed["terms"] = self._file.terms.all()
        return replace(choices, **changed)  # type: ignore[arg-type]  # each is of its field's type

    def usable_style(self, statement_id: str) -> Style:
        """The style a statement is printed in; the usual one where its own cannot be read."""
        return self._style(self._statement(statement_id))

    def findings(self, statement_id: str) -> tuple[Finding, ...]:
        """What is wrong with the style, the letterhead and the logos of a statement."""
        statement = self._statement(statement_id)
        return (*self._about_style(statement), *self._about_letterhead(statement_id))

    def _style_name(self, statement: Statement) -> str:
        usual = USUAL_STYLES.get(statement.kind, default_style().name)
        return statement.style or self.default_style() or usual

    def _style(self, statement: Statement) -> Style:
        try:
            return self.style_named(self._style_name(statement))
        except StyleRefused:
            return default_style()

    def _letterhead(self, statement_id: str) -> Letterhead | None:
        name = self.letterhead_name(statement_id)
        content = self._file.letterheads.get(name) if name else None
        return letterhead_from_text(name, content) if content else None

    def _printed_header(self, statement: Statement) -> Header:
        choice = self.header(statement.id)
        if choice.kind is HeaderKind.NONE or not _is_allowed(choice, statement):
            return NO_HEADER
        withheld = Withheld.of(self._file.endorsements.of(statement.id))
        return Header(
            choice.kind,
            {c: withheld.redacted(text, mark(c)) for c, text in choice.organisation.items()},
            {c: withheld.redacted(text, mark(c)) for c, text in choice.lines.items()},
            tuple(self._logos(choice, withheld)),
        )

    def _logos(self, choice: HeaderChoice, withheld: Withheld) -> Iterator[Logo]:
        for image_id in choice.logo_ids:
            try:
                image = self._file.images.get(image_id)
            except KeyError:
                continue
            name = withheld.redacted(image.name, mark("en"))
            yield Logo(name, image.data, image.width, image.height)

    def _about_style(self, statement: Statement) -> Iterator[Finding]:
        try:
            self.style_named(self._style_name(statement))
        except StyleRefused as refused:
            yield Finding(
                Severity.WARNING, "unusable_style", refused.message, arguments=refused.arguments
            )

    def _about_letterhead(self, statement_id: str) -> Iterator[Finding]:
        name = self.letterhead_name(statement_id)
        if name and self._letterhead(statement_id) is None:
            yield Finding(
                Severity.WARNING,
                "unusable_letterhead",
                marked("The letterhead “{name}” cannot be used; the page is written without it."),
                arguments={"name": name},
            )
        elif name and self._names_somebody(statement_id):
            yield Finding(
                Severity.BLOCKER,
                "withheld_name",
                marked("A withheld name stands in the letterhead."),
            )

    def _names_somebody(self, statement_id: str) -> bool:
        withheld = Withheld.of(self._file.endorsements.of(statement_id))
        letterhead = self._letterhead(statement_id)
        if letterhead is None or not withheld.names:
            return False
        return any(withheld.spans(text) for text in words_of(letterhead))

    def _own_title(self, name: str) -> dict[str, str]:
        try:
            return dict(self.style_named(name).title)
        except StyleRefused:
            return {}

    def _insist_on_style(self, name: str) -> None:
        if name:
            self.style_named(name)

    def _insist_on_letterhead(self, name: str) -> None:
        if name and self._file.letterheads.get(name) is None:
            raise DeskError(marked("There is no letterhead “{name}” in this desk."), name=name)


_own_style = lru_cache(maxsize=32)(style_from)  # read again with every preview otherwise


@cache
def _shipped_style(name: str) -> Style:
    return load_style(shipped_styles()[name])


def _is_allowed(choice: HeaderChoice, statement: Statement) -> bool:
    return choice.kind is not HeaderKind.STATE or may_have_state_header(statement.kind)


def _checked_name(name: str) -> str:
    """A name that can be a file's name on every system.

    Raises:
        DeskError: it cannot.
    """
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST_NAME or _UNUSABLE_NAME.search(kept):
        raise DeskError(marked("“{name}” cannot be used as a name."), name=name[:LONGEST_NAME])
    return kept
