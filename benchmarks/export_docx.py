"""In-process export of a joint statement of 102 endorsers, beside docxtpl with the same content.

docxtpl fills a template that was made beforehand and embeds no fonts; ours embeds two faces.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import date
from statistics import median

from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.model.edition import EditionView, PrintedEndorser
from advocate_desk.model.kinds import BlockKind, Layout, StatementKind, TranslationState
from advocate_desk.model.statement import Block, Rendition
from benchmarks.rows import Row

ENDORSERS = 102
MOST_RATIO = 0.3
MOST_FIRST = 100.0  # milliseconds; fonts are read and deflated once
PARAGRAPHS_OF_DEMANDS = (1, 1, 3, 1, 1, 2, 1, 1)
_SENTENCE = (
    "We call on every party to keep the river open, clean and shared by those who live on it. "
)


def statement() -> EditionView:
    """A statement of the size of the first acceptance document: some 10,700 characters."""
    demands = tuple(_demand(number, count) for number, count in enumerate(PARAGRAPHS_OF_DEMANDS))
    return EditionView(
        statement_id="bench",
        kind=StatementKind.JOINT_STATEMENT,
        languages=("km", "en"),
        blocks=(
            _block(
                BlockKind.TITLE, "A joint statement on keeping the river open, clean and shared"
            ),
            *(_block(BlockKind.PARAGRAPH, _SENTENCE * 4) for _ in range(3)),
            *demands,
            _block(BlockKind.CONTACT, "For more information: office@example.org"),
            _block(BlockKind.ISSUE_LINE, "Issued on: {{date}}"),
            _block(BlockKind.ENDORSER_LIST, "Endorsed by:"),
        ),
        endorsers=tuple(
            PrintedEndorser({"en": f"Association of River Communities No. {number} (ARC{number})"})
            for number in range(ENDORSERS)
        ),
        withheld_count=0,
        issue_date=date(2025, 7, 28),
        place={"en": "Phnom Penh"},
        issuer={"en": "River Network"},
        fixed_time="2025-07-28T00:00:00Z",
    )


def _block(kind: BlockKind, body: str, heading: str = "") -> Block:
    return Block(f"{kind}", kind, {"en": Rendition(heading, body, TranslationState.APPROVED)})


def _demand(number: int, paragraphs: int) -> Block:
    body = "\n\n".join(_SENTENCE * 5 for _ in range(paragraphs))
    return Block(
        f"demand-{number}",
        BlockKind.DEMAND,
        {"en": Rendition("Keep the river open to all", body, TranslationState.APPROVED)},
    )


def export(view: EditionView) -> bytes:
    """What is measured: from the view to the bytes."""
    return docx_bytes(compose(view, Layout.ENGLISH))


def rows(rounds: int = 15) -> list[Row]:
    """Both exports in this process, one after the other in each round."""
    view = statement()
    first = _milliseconds(lambda: export(view))
    other = _docxtpl(view)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_milliseconds(lambda: export(view)))
        if other is not None:
            theirs.append(_milliseconds(other))
    found = [Row("first Word document of a process", first, "ms", most=MOST_FIRST)]
    if theirs:
        name = "Word document, 102 endorsers"
        found.append(Row(name, median(ours), "ms", "docxtpl", median(theirs), MOST_RATIO))
    return found


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _docxtpl(view: EditionView) -> Callable[[], bytes] | None:
    """Rendering the same content with docxtpl, or None where it is not installed."""
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        return None
    template, context = _template(), _context(view)

    def render() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return render


def _template() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("{{ title }}", 0)
    _loop(document, "{{ text }}", "text in intro")
    document.add_paragraph("{%p for demand in demands %}")
    document.add_paragraph("{{ demand.heading }}", style="Heading 2")
    _loop(document, "{{ text }}", "text in demand.paragraphs")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ contact }}")
    document.add_paragraph("{{ issued }}")
    _loop(document, "{{ name }}", "name in endorsers", style="List Number")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _loop(document: object, text: str, names: str, style: str = "Normal") -> None:
    add = document.add_paragraph  # type: ignore[attr-defined]  # docx's class is not imported here
    add(f"{{%p for {names} %}}")
    add(text, style=style)
    add("{%p endfor %}")


def _context(view: EditionView) -> dict[str, object]:
    def bodies(kind: BlockKind) -> list[str]:
        return [block.rendition("en").body for block in view.blocks if block.kind is kind]

    demands = [b.rendition("en") for b in view.blocks if b.kind is BlockKind.DEMAND]
    return {
        "title": view.title("en"),
        "intro": bodies(BlockKind.PARAGRAPH),
        "demands": [
            {"heading": side.heading, "paragraphs": side.body.split("\n\n")} for side in demands
        ],
        "contact": bodies(BlockKind.CONTACT)[0],
        "issued": "Issued on: 28 July 2025",
        "endorsers": [endorser.printed["en"] for endorser in view.endorsers],
    }
