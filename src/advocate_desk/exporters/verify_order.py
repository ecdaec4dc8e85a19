"""The order of elements that ECMA-376 (transitional) asks for, in what a document of ours holds.

Word refuses or repairs a file whose elements stand in another order; other programs forgive it, so
nobody would see the fault before the recipient does.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from advocate_desk.exporters.verify_faults import Faults, Rule
from advocate_desk.exporters.verify_markup import local
from advocate_desk.model.marked import marked

_WRONG_PLACE = marked("“{child}” does not stand where it must in “{parent}”.")
_UNKNOWN = marked("“{child}” does not belong into “{parent}”.")
_SECOND = marked("“{child}” stands more than once in “{parent}”.")
_NOT_FIRST = marked("“{child}” must come first in “{parent}”.")
_NO_END = marked("A cell of a table does not end with a paragraph.")

_RPR = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline"
    " shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz"
    " szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish"
    " oMath rPrChange"
)
_BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl between bar"
_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime"
    " doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText"
    " printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts"
    " saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges"
    " bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors"
    " hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles"
    " stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView"
    " trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride"
    " styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit"
    " hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle"
    " defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting"
    " bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing"
    " displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
    " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin"
    " doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne"
    " strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture"
    " doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText"
    " doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags"
    " alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars"
    " rsids attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats"
    " doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType"
    " schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
)
_ORDERS = {
    "rPr": _RPR,
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
    " contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings sectPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW"
    " jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
    " tblDescription tblPrChange",
    "tr": "tblPrEx trPr tc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection"
    " tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "tblBorders": _BORDERS,
    "tcBorders": _BORDERS,
    "pBdr": _BORDERS,
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "settings": _SETTINGS,
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold"
    " embedItalic embedBoldItalic",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr"
    " tcPr tblStylePr",
}


def _words(text: str) -> list[str]:
    return text.split()


_MANY = frozenset(
    _words(
        "headerReference footerReference tr tc abstractNum num numPicBullet lvl lvlOverride font style"
        " tblStylePr activeWritingStyle attachedSchema smartTagType"
    )
)
# Marks of places in a text; they may stand between rows and cells.
_ANYWHERE = frozenset(
    _words(
        "bookmarkStart bookmarkEnd proofErr permStart permEnd sdt customXml ins del moveFrom moveTo"
        " moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd commentRangeStart"
        " commentRangeEnd"
    )
)
_IN_TABLES = frozenset({"tbl", "tr"})


def _ranks(order: str) -> dict[str, int]:
    places = enumerate(order.split())
    return {name: rank for rank, names in places for name in names.split("|")}


RANKS = {parent: _ranks(order) for parent, order in _ORDERS.items()}
_FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}


def check_order(element: ET.Element, parent: str, where: str, faults: Faults) -> None:
    """Report children that stand where the schema does not have them; `parent` is its name."""
    if (first := _FIRST.get(parent)) is not None:
        _check_first(element, parent, first, where, faults)
    elif (ranks := RANKS.get(parent)) is not None:
        _check_ranks(element, parent, ranks, where, faults)


def _check_first(element: ET.Element, parent: str, first: str, where: str, faults: Faults) -> None:
    if any(local(child) == first for child in element[1:]):
        faults.add(Rule.ORDER, where, _NOT_FIRST, child=first, parent=parent)
    if parent == "tc" and (len(element) == 0 or local(element[-1]) not in {"p", "sdt"}):
        faults.add(Rule.ORDER, where, _NO_END)


def _check_ranks(
    element: ET.Element, parent: str, ranks: dict[str, int], where: str, faults: Faults
) -> None:
    last, seen = -1, set[str]()
    for child in element:
        name = local(child)
        if name == child.tag or (parent in _IN_TABLES and name in _ANYWHERE):
            continue  # extensions of later versions have their own places
        message = _judged(name, ranks.get(name), last, seen)
        if message:
            faults.add(Rule.ORDER, where, message, child=name, parent=parent)
            return
        last = ranks[name]
        seen.add(name)


def _judged(name: str, rank: int | None, last: int, seen: set[str]) -> str:
    if rank is None:
        return _UNKNOWN
    if name in seen and name not in _MANY:
        return _SECOND
    return _WRONG_PLACE if rank < last else ""
