"""Short statements for the tests of the rules about dirt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from advocate_desk.model.checked import Checked
from advocate_desk.model.checker import check
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import BlockKind, EndorsementState, StatementKind, TranslationState
from advocate_desk.model.statement import Block, Rendition, Statement

DRAFT = TranslationState.DRAFT


def block(number: int, text: str, language: str, kind: BlockKind) -> Block:
    """A block with one text in one language."""
    return Block(f"b{number}", kind, {language: Rendition("", text, DRAFT)})


def with_texts(
    *texts: str,
    language: str = "en",
    kind: BlockKind = BlockKind.PARAGRAPH,
    issued: date | None = None,
) -> Checked:
    """A statement of these paragraphs in one language."""
    blocks = tuple(block(n, text, language, kind) for n, text in enumerate(texts, start=1))
    statement = Statement("s", StatementKind.PETITION, (language,), blocks, issue_date=issued)
    return Checked(statement, languages=(language,))


def with_names(*names: str, language: str = "en") -> Checked:
    """A statement that these endorsers stand behind."""
    endorsements = tuple(
        Endorsement(
            f"e{n}",
            "s",
            Endorser(f"o{n}", {language: EndorserName(name, written=name)}),
            n,
            EndorsementState.CONFIRMED,
        )
        for n, name in enumerate(names)
    )
    statement = Statement("s", StatementKind.JOINT_STATEMENT, (language,))
    return Checked(statement, endorsements, (language,))


def found(checked: Checked, rule: str) -> list[Finding]:
    """What one rule finds."""
    return [finding for finding in check(checked) if finding.rule == rule]


def corrected(findings: Sequence[Finding]) -> str:
    """The text of one place with every correction in it."""
    fixes = sorted((fix for one in findings for fix in one.fixes), key=lambda fix: -fix.start)
    text = fixes[0].text
    for fix in fixes:
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text
