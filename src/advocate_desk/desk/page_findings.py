"""Findings about letters that no font draws: scripts of others, glyphs a style's font lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from advocate_desk.exporters.styles import Style
from advocate_desk.language.fonts import body_family, lacks
from advocate_desk.language.scripts import script_runs
from advocate_desk.model.checked import Checked, printed_texts
from advocate_desk.model.edition import EditionView
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, KHMER, BlockKind, Severity
from advocate_desk.model.marked import Word, marked
from advocate_desk.model.other_scripts import ForeignText, foreign_scripts
from advocate_desk.model.statement import walk

# The kinds that a style may set in a display face; everything else is set in a body face.
_ROLES: Mapping[tuple[BlockKind, str], str] = {
    (BlockKind.TITLE, "body"): "title",
    (BlockKind.SUBTITLE, "body"): "subtitle",
    (BlockKind.HEADING, "body"): "heading",
    (BlockKind.DEMAND, "heading"): "demand_heading",
    (BlockKind.ENDORSER_LIST, "body"): "label",
}


def script_findings(checked: Checked, view: EditionView) -> Iterator[Finding]:
    """Text in a script that no shipped font draws: the reader's machine picks a font.

    The redacted view is looked at, so that no letter of a withheld name is in a finding.
    """
    printed = checked.listed
    for found in foreign_scripts(view, checked.languages):
        if found.position:
            endorsement = printed[found.position - 1]
            yield Finding(
                Severity.HINT,
                "third_script",
                marked(
                    "The entry of endorser {position} holds {script}; no shipped font draws it."
                ),
                language=found.language,
                field=found.field,
                endorsement_id=endorsement.id,
                arguments={"position": endorsement.position + 1, "script": Word(found.script)},
            )
        else:
            yield _in_block(found)


def _in_block(found: ForeignText) -> Finding:
    return Finding(
        Severity.HINT,
        "third_script",
        marked("“{sample}” is {script}; no shipped font draws it, so it may look different."),
        found.block_id,
        found.language,
        found.field,
        arguments={"sample": found.sample, "script": Word(found.script)},
    )


def glyph_findings(checked: Checked, view: EditionView, style: Style) -> Iterator[Finding]:
    """Letters of our own scripts that the display face of a style does not have."""
    for block in walk(view.blocks):
        for code, field, text in printed_texts(checked, block):
            role = _ROLES.get((block.kind, field))
            missing = _lacking(style, role, text, code) if role else ""
            if missing:
                yield Finding(
                    Severity.HINT,
                    "missing_glyph",
                    marked("The style’s font lacks “{sample}”; another font takes its place."),
                    block.id,
                    code,
                    field,
                    arguments={"sample": missing[:8]},
                )


def _lacking(style: Style, role: str, text: str, language: str) -> str:
    """What the style's family lacks and the body's family has."""
    look = style.roles[role]
    return _lacking_in(look.khmer, look.latin, text, KHMER if language == KHMER else ENGLISH)


@lru_cache(maxsize=2048)  # a check looks at every heading after every change
def _lacking_in(khmer: str, latin: str, text: str, base: str) -> str:
    found = ""
    for script, run in script_runs(text, base):
        lacking = lacks(khmer if script == KHMER else latin, run)
        found += "".join(c for c in lacking if not lacks(body_family(script), c))
    return "".join(dict.fromkeys(found))
