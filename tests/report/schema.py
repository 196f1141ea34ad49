"""Strict checks of a Word package: what Word itself would refuse or repair, found without Word.

The orders are those of ECMA-376 part 1, annex A (CT_PPr, CT_RPr, CT_TblPr, CT_TrPr, CT_TcPr, CT_SectPr).
"""

import io
import posixpath
import zipfile

from lxml import etree

from tests.report.words import W

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
        shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
        adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
        textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
        snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
        vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
        hideMark""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
        printerSettings""",
}


def problems(content):
    """Return every problem of a package, in words; none when Word would take it as it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    trees = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    found = [*_untyped(parts, trees), *_dangling(parts, trees)]
    for name, tree in trees.items():
        found += [f"{name}: {problem}" for problem in (*_disordered(tree), *_doubled(tree), *_bare(tree))]
    return found


def _untyped(parts, trees):
    types = trees["[Content_Types].xml"]
    defaults = {node.get("Extension") for node in types.iter(f"{TYPES}Default")}
    overrides = {node.get("PartName") for node in types.iter(f"{TYPES}Override")}
    for name in parts:
        if name.rpartition(".")[2] not in defaults and f"/{name}" not in overrides:
            yield f"{name}: no content type"
    yield from (f"{name}: typed but missing" for name in overrides if name[1:] not in parts)


def _dangling(parts, trees):
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        base = posixpath.dirname(posixpath.dirname(name))
        ids = {node.get("Id"): node.get("Target") for node in tree.iter(RELATIONSHIPS)}
        for target in ids.values():
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
            if path not in parts:
                yield f"{name}: {target} is missing"
        owner = trees.get(f"{base}/{posixpath.basename(name).removesuffix('.rels')}")
        for node in () if owner is None else owner.iter():
            for key, value in node.attrib.items():
                if key.startswith(RELATION_ID) and value not in ids:
                    yield f"{name}: {value} leads nowhere"


def _disordered(tree):
    for element, order in ORDERS.items():
        places = {W + name: place for place, name in enumerate(order.split())}
        for node in tree.iter(W + element):
            known = [places.get(child.tag, -1) for child in node]
            if -1 in known or known != sorted(known):
                yield f"{element}: {[child.tag.removeprefix(W) for child in node]}"


def _doubled(tree):
    for element in ("comment", "commentRangeStart", "commentReference"):
        ids = [node.get(f"{W}id") for node in tree.iter(W + element)]
        if len(ids) != len(set(ids)):
            yield f"{element}: the same id twice"


def _bare(tree):
    """A cell without a paragraph, a row without a cell: Word calls the file corrupt."""
    for element, inner in (("tc", "p"), ("tr", "tc"), ("tbl", "tr"), ("comment", "p")):
        if any(node.find(W + inner) is None for node in tree.iter(W + element)):
            yield f"{element} without {inner}"
