"""What makes a PDF an archive: what it claims to be, its colours, and the session file that it carries.

It claims PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). One with a password claims the second alone, for an
archive is never encrypted.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, String

from coprod.render.moments import in_pdf, in_xmp
from coprod.render.srgb import srgb

if TYPE_CHECKING:
    from datetime import datetime

    from pikepdf import Object, Pdf

    from coprod.render.about import About

DATA_NAME = "session.coprod.json"
"""The name of the session file inside of a PDF."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_ARCHIVE = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
_ACCESS = "<pdfuaid:part>1</pdfuaid:part>"
_EXTENSION = (  # an archive may hold no property that it doesn't describe, and it knows nothing of PDF/UA
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_SPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


def add_claims(pdf: Pdf, about: About, *, archive: bool) -> None:
    """Say what the file is, and how its colours are meant."""
    packet = _packet(about, archive=archive)
    pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    profile = pdf.make_stream(srgb(), N=3)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB"),
                DestOutputProfile=profile,
            )
        ]
    )


def add_data(pdf: Pdf, data: bytes, moment: datetime | None, what: str) -> None:
    """Attach the session file, as the source of what the pages show; `what`: a few words on it."""
    digest = hashlib.md5(data, usedforsecurity=False).digest()
    params = Dictionary(Size=len(data), CheckSum=String(digest))
    if moment:
        params.CreationDate = params.ModDate = String(in_pdf(moment))
    embedded = pdf.make_stream(data, Type=Name.EmbeddedFile, Subtype=Name("/application/json"), Params=params)
    attached = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(DATA_NAME),
            UF=String(DATA_NAME),
            Desc=String(what),
            AFRelationship=Name.Data,
            EF=Dictionary(F=embedded, UF=embedded),
        )
    )
    pdf.Root.AF = Array([attached])
    _name(pdf, attached)


def _name(pdf: Pdf, attached: Object) -> None:
    names = Dictionary(Names=Array([String(DATA_NAME), attached]))
    pdf.Root.Names = Dictionary(EmbeddedFiles=names)


def _packet(about: About, *, archive: bool) -> bytes:
    """The metadata, as XMP writes them."""
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items() if prefix != "rdf")
    properties = "\n".join(_properties(about, archive=archive))
    said = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{_SPACES["rdf"]}">'
        f'<rdf:Description rdf:about=""{spaces}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    )
    return said.encode()


def _properties(about: About, *, archive: bool) -> list[str]:
    langs = "".join(f"<rdf:li>{escape(one.tag)}</rdf:li>" for one in about.catalogues)
    dated = []
    if about.moment:
        when = in_xmp(about.moment)
        dated = [f"<xmp:CreateDate>{when}</xmp:CreateDate>", f"<xmp:ModifyDate>{when}</xmp:ModifyDate>"]
    return [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_alternatives(about, [about.title, *about.titles])}</dc:title>",
        f"<dc:description>{_alternatives(about, [about.subject])}</dc:description>",
        f"<dc:language><rdf:Bag>{langs}</rdf:Bag></dc:language>",
        *_publishers(about),
        "<xmp:CreatorTool>Coprod</xmp:CreatorTool>",
        *dated,
        *([_ARCHIVE] if archive else []),
        _ACCESS,
        _EXTENSION,
    ]


def _publishers(about: About) -> list[str]:
    each = "".join(f"<rdf:li>{escape(_NO_XML.sub('', one))}</rdf:li>" for one in about.publishers)
    return [f"<dc:publisher><rdf:Bag>{each}</rdf:Bag></dc:publisher>"] if each else []


def _alternatives(about: About, texts: list[str]) -> str:
    """A text in each language, after the one for any."""
    tags = dict.fromkeys(["x-default", *(one.tag for one in about.catalogues)])
    each = "".join(
        f'<rdf:li xml:lang="{tag}">{escape(_NO_XML.sub("", text))}</rdf:li>'
        for tag, text in zip(tags, texts, strict=False)
    )
    return f"<rdf:Alt>{each}</rdf:Alt>"
