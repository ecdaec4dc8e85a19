"""A glossary as TBX-Basic (ISO 30042:2019): the same terms give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advocate_desk.exporters.docx_xml import DECLARATION, escaped
from advocate_desk.model.term import Term

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_PREFERRED, _FORBIDDEN = "preferredTerm-admn-sts", "deprecatedTerm-admn-sts"
_FULL, _SHORT = "fullForm", "acronym"


def tbx_bytes(terms: Sequence[Term]) -> bytes:
    """The file: entries are numbered, no id of the desk goes out."""
    entries = "".join(_entry(number, term) for number, term in enumerate(terms, start=1))
    return (
        f'{DECLARATION}\n<tbx xmlns="{_NAMESPACE}" style="dca" type="TBX-Basic" xml:lang="en">\n'
        "<tbxHeader><fileDesc><sourceDesc><p>Glossary</p></sourceDesc></fileDesc></tbxHeader>\n"
        f"<text><body>\n{entries}</body></text>\n</tbx>\n"
    ).encode()


def _entry(number: int, term: Term) -> str:
    note = f"<note>{escaped(term.note)}</note>" if term.note else ""
    codes = sorted({*term.texts, *term.forbidden})
    sections = "".join(
        f'<langSec xml:lang="{code}">{"".join(_sections(term, code))}</langSec>' for code in codes
    )
    return f'<conceptEntry id="c{number}">{note}{sections}</conceptEntry>\n'


def _sections(term: Term, language: str) -> Iterator[str]:
    text = term.text(language)
    if text.text:
        yield _section(text.text, _FULL, _PREFERRED)
    if text.acronym:
        yield _section(text.acronym, _SHORT, _PREFERRED)
    for form in term.forbidden.get(language, ()):
        yield _section(form, "", _FORBIDDEN)


def _section(text: str, kind: str, status: str) -> str:
    said = f'<termNote type="termType">{kind}</termNote>' if kind else ""
    return (
        f"<termSec><term>{escaped(text)}</term>{said}"
        f'<termNote type="administrativeStatus">{status}</termNote></termSec>'
    )
