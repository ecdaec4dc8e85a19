"""`styles.xml` and the shared writing of paragraph properties."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from advocate_desk.exporters.docx_looks import GAP, LINK, Look, ParagraphStyle, Shape, sheet
from advocate_desk.exporters.docx_runs import properties
from advocate_desk.exporters.docx_xml import flag, part, value
from advocate_desk.exporters.styles import Rule, Style

HYPERLINK = "Hyperlink"
FOOTNOTE_MARK = "FootnoteReference"
_RULE_SIDES = {Rule.ABOVE: "top", Rule.BELOW: "bottom", Rule.BESIDE: "left"}


def linked(look: Look) -> Look:
    """The look of a link in a text."""
    return replace(look, color=LINK, underline=True, style=HYPERLINK)


def raised(look: Look) -> Look:
    """The look of the mark of a footnote in a text."""
    return replace(look, raised=True, style=FOOTNOTE_MARK, bold=False, italic=False)


def shape_properties(shape: Shape) -> str:
    """The content of a style's `w:pPr`, in the order of the schema."""
    return "".join(
        (
            flag("keepNext", on=shape.keep_next),
            flag("keepLines", on=shape.keep_lines),
            flag("widowControl", on=True),
            _rules(shape),
            _spacing(shape),
            indent(shape.left, shape.hanging, shape.right),
            value("jc", shape.align),
            "" if shape.outline is None else value("outlineLvl", shape.outline),
        )
    )


def _spacing(shape: Shape) -> str:
    return (
        f'<w:spacing w:before="{shape.before}" w:after="{shape.after}"'
        f' w:line="{shape.line}" w:lineRule="auto"/>'
    )


def indent(left: int, hanging: int, right: int = 0) -> str:
    """Where a paragraph starts, and how far its marker hangs out."""
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _rules(shape: Shape) -> str:
    if shape.rule is Rule.NONE:
        return ""
    above_title = shape.outline == 0 and shape.rule is Rule.ABOVE
    width = 24 if above_title else 12 if shape.rule is Rule.BESIDE else 6
    side = _RULE_SIDES[shape.rule]
    return (
        f'<w:pBdr><w:{side} w:val="single" w:sz="{width}" w:space="8"'
        f' w:color="{shape.rule_color}"/></w:pBdr>'
    )


@lru_cache(maxsize=16)
def styles_xml(style: Style, *, narrow: bool) -> str:
    """The whole part for a wide or a side-by-side document."""
    looks = sheet(style, narrow=narrow)
    gap = replace(GAP, look=replace(looks.normal.look, size=2, khmer_size=2))
    plain = (looks.normal, *looks.styles.values(), looks.footer, looks.table_head, gap)
    return part(
        "styles",
        _defaults(looks.normal)
        + "".join(_paragraph_style(each) for each in plain)
        + _character_style(HYPERLINK, "Hyperlink", linked(looks.normal.look))
        + _character_style(FOOTNOTE_MARK, "footnote reference", raised(looks.normal.look)),
    )


def _defaults(normal: ParagraphStyle) -> str:
    run = properties(normal.look, "en")
    paragraph = shape_properties(normal.shape)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph_style(style: ParagraphStyle) -> str:
    normal = style.style_id == "Normal"
    kind = ' w:default="1"' if normal else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style.style_id}">'
        f"{value('name', style.name)}"
        f"{'' if normal else value('basedOn', 'Normal')}<w:qFormat/>"
        f"<w:pPr>{shape_properties(style.shape)}</w:pPr>"
        f"<w:rPr>{properties(style.look, 'en')}</w:rPr></w:style>"
    )


def _character_style(style_id: str, name: str, look: Look) -> str:
    own = properties(replace(look, style=""), "en")
    return (
        f'<w:style w:type="character" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"<w:rPr>{own}</w:rPr></w:style>"
    )
