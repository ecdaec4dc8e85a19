"""Refusals: what a user asked for that cannot be done, and what to do instead."""

from __future__ import annotations

from typing_extensions import override

from advocate_desk.model.finding import Finding


class DeskError(Exception):
    """A refusal in the user's terms; nothing was written.

    `message` is an untranslated catalogue text with `{name}` fields that `arguments` fills;
    `advice` likewise, possibly empty. Fronts translate, then fill.
    """

    def __init__(self, message: str, *, advice: str = "", **arguments: object) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.arguments = arguments

    @override
    def __str__(self) -> str:
        text = f"{self.message} {self.advice}".strip()
        return text.format(**self.arguments) if self.arguments else text


class DiskFull(DeskError):  # noqa: N818 - a refusal, named as the user meets it
    """Nothing was saved because the disk is full; `freed` tells that a reserve was given up.

    Then the same thing done again is likely to be saved.
    """

    def __init__(self, message: str, *, advice: str, freed: bool) -> None:
        super().__init__(message, advice=advice)
        self.freed = freed


class ImportRefused(DeskError):  # noqa: N818 - a refusal, named as the user meets it
    """A file that cannot be read as what it was said to be."""


class DeskFileRefused(DeskError):  # noqa: N818 - a refusal, named as the user meets it
    """A desk file that is locked, damaged, from the future or not a desk."""


class ExportRefused(DeskError):  # noqa: N818 - a refusal, named as the user meets it
    """An export stopped by findings, or a target that cannot be written."""


class StyleRefused(DeskError):  # noqa: N818 - a refusal, named as the user meets it
    """A style file that cannot be used: the file, the key, and what is wrong with it."""


class ExportStopped(ExportRefused):
    """An export stopped by findings; `findings` are the ones that stopped it."""

    def __init__(self, message: str, findings: tuple[Finding, ...], **arguments: object) -> None:
        super().__init__(message, advice="", **arguments)
        self.findings = findings
