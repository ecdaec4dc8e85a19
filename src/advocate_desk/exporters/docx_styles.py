"""`styles.xml` and the shared writing of paragraph properties."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from advocate_desk.exporters.docx_looks import (
    FOOTER,
    GAP,
    HYPERLINK,
    NARROW,
    RULE,
    TABLE_HEAD,
    WIDE,
    Look,
    Shape,
    Style,
)
from advocate_desk.exporters.docx_runs import properties
from advocate_desk.exporters.docx_xml import flag, part, value

NORMAL = Style("Normal", "Normal", Look(), Shape())


def shape_properties(shape: Shape) -> str:
    """The content of a style's `w:pPr`, in the order of the schema."""
    return "".join(
        (
            flag("keepNext", on=shape.keep_next),
            flag("keepLines", on=shape.keep_lines),
            flag("widowControl", on=True),
            _rules(shape),
            _spacing(shape),
            indent(shape.left, shape.hanging),
            value("jc", shape.align),
            "" if shape.outline is None else value("outlineLvl", shape.outline),
        )
    )


def _spacing(shape: Shape) -> str:
    return (
        f'<w:spacing w:before="{shape.before}" w:after="{shape.after}"'
        f' w:line="{shape.line}" w:lineRule="auto"/>'
    )


def indent(left: int, hanging: int) -> str:
    """Where a paragraph starts, and how far its marker hangs out."""
    return f'<w:ind w:left="{left}" w:right="0" w:hanging="{hanging}"/>'


def _rules(shape: Shape) -> str:
    if not (shape.rule_above or shape.rule_below):
        return ""
    top = _rule("top", 8) if shape.rule_above else ""
    bottom = _rule("bottom", 8) if shape.rule_below else ""
    return f"<w:pBdr>{top}{bottom}</w:pBdr>"


def _rule(side: str, space: int) -> str:
    return f'<w:{side} w:val="single" w:sz="6" w:space="{space}" w:color="{RULE}"/>'


@lru_cache(maxsize=2)
def styles_xml(*, narrow: bool) -> str:
    """The whole part for a wide or a side-by-side document."""
    sheet = NARROW if narrow else WIDE
    plain = (NORMAL, *sheet.styles.values(), FOOTER, TABLE_HEAD, GAP)
    return part(
        "styles",
        _defaults() + "".join(_paragraph_style(style) for style in plain) + _hyperlink_style(),
    )


def _defaults() -> str:
    run = properties(NORMAL.look, "en")
    paragraph = shape_properties(NORMAL.shape)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph_style(style: Style) -> str:
    normal = style.style_id == "Normal"
    kind = ' w:default="1"' if normal else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style.style_id}">'
        f"{value('name', style.name)}"
        f"{'' if normal else value('basedOn', 'Normal')}<w:qFormat/>"
        f"<w:pPr>{shape_properties(style.shape)}</w:pPr>"
        f"<w:rPr>{properties(style.look, 'en')}</w:rPr></w:style>"
    )


def _hyperlink_style() -> str:
    own = properties(replace(HYPERLINK, style=""), "en")
    return (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f"<w:rPr>{own}</w:rPr></w:style>"
    )
