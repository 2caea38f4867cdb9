# SPDX-License-Identifier: MIT
"""Word files that nobody made in good faith. Each has what is wanted: the reason of a refusal, or None where the letter in it is read all the
same. What the files in ../shared/word have is not repeated."""
import io
import struct
import zipfile

import docx

LETTER = docx.letter("{}")
HEAD, TAIL = LETTER.split("{}")
CASES = {}


def document(body):
    return f'<w:document {docx.W} xmlns:mc="mc" xmlns:wps="wps"><w:body>{body}</w:body></w:document>'


def package(body="", relations="", parts=(), packing=zipfile.ZIP_DEFLATED, text=None):
    """The bytes of a letter around `body`; `parts` are as docx.package() takes them."""
    out = io.BytesIO()
    docx.package(out, document(HEAD + body + TAIL) if text is None else text, relations, parts, packing)
    return out.getvalue()


def related(*kinds):
    return "".join(f'<Relationship Id="h{n}" Type="http://x/{kind}" Target="{kind}.xml"/>' for n, kind in enumerate(kinds))


def case(name, file, reason=None, report=()):
    CASES[name] = (file, reason, report)


def patched(file, signature, offset, data):
    """Writes over each header of this kind (its four first bytes), `offset` bytes behind its beginning."""
    out, at = bytearray(file), -1
    while (at := file.find(signature, at + 1)) >= 0:
        out[at + offset:at + offset + len(data)] = data
    return bytes(out)


LOCAL, CENTRAL = b"PK\3\4", b"PK\1\2"

# --- the package --------------------------------------------------------------------------------------


def zip64_lies():
    """The central directory says that each part has 2⁶⁰ bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in (("_rels/.rels", docx.ROOT), ("word/document.xml", document(HEAD + TAIL))):
            info = zipfile.ZipInfo(name)
            info.extra = struct.pack("<HHQQ", 1, 16, 1 << 60, 1 << 60)
            archive.writestr(info, part)
    return patched(patched(out.getvalue(), CENTRAL, 20, b"\xff" * 8), LOCAL, 18, b"\xff" * 8)


def cut(file, share):
    return file[:int(len(file) * share)]


def wrong_sum():
    file = package()
    return patched(patched(file, CENTRAL, 16, b"\1\2\3\4"), LOCAL, 14, b"\1\2\3\4")


def doubled():
    out = io.BytesIO(package())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("WORD/Document.xml", document(HEAD + docx.p("Bản khác.") + TAIL))
    return out.getvalue()


case("zip64-noi-doi", zip64_lies(), "damaged")
case("phan-trung-ten", doubled(), "duplicate-part")
case("ten-tuyet-doi-va-lui", package(parts=[("/etc/loa-x", "x"), ("..\\..\\x.exe", "x"), ("C:/x.bat", "x"), ("word/../../../../tmp/loa-x", "x"), ("a\nb", "x")]))
case("phan-khoa", patched(patched(package(), LOCAL, 6, b"\1\0"), CENTRAL, 8, b"\1\0"), "encrypted")
case("nen-bi-cut", cut(package("".join(docx.p(f"Đoạn {n} của công văn {n * n}.") for n in range(3000))), 0.6), "damaged")
case("tong-kiem-sai", wrong_sum(), "damaged")
case("qua-nhieu-phan", package(parts=[(f"word/x{n}.xml", "") for n in range(5000)]), "too-large")

# --- XML ----------------------------------------------------------------------------------------------

ENTITIES = "<!DOCTYPE w:document [<!ENTITY a0 'x'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"


def utf16(text):
    return ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")


case("bom-thuc-the", package(text=ENTITIES + document(docx.p("&a11;"))), "doctype")
case("thuc-the-trong-kieu", package(relations=related("styles"), parts=[("word/styles.xml", ENTITIES + f"<w:styles {docx.W}>&a11;</w:styles>")]))
case("utf-16", package(text=utf16(document(HEAD + docx.p("Chữ hai byte.") + TAIL))))
case("utf-16-khai-sai", package(text='<?xml version="1.0" encoding="UTF-16"?>' + document(HEAD + TAIL)), "bad-markup")
case("utf-8-hong", package(text=document(HEAD + docx.p("X") + TAIL).encode().replace(b"X", b"\xc3\x28\xff")), "bad-markup")
case("long-sau", package("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000), "too-deep")
case("qua-nhieu-nut", package("<w:p/>" * 1_000_000), "too-large")

# --- what parts say of each other ---------------------------------------------------------------------


def style(name, based, more=""):
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{more}</w:style>'


def styles(inner):
    return [("word/styles.xml", f"<w:styles {docx.W}>{inner}</w:styles>")]


def in_style(name, text, more=""):
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{more}</w:pPr>{docx.run(text)}</w:p>'


LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
CIRCLE = (f'<w:numbering {docx.W}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="A"/>'
          '<w:numStyleLink w:val="A"/><w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%1%1%1%9%1."/></w:lvl></w:abstractNum>'
          '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>')

case("kieu-vong", package(in_style("A", "Vòng.") + in_style("C", "Tự mình."), related("styles"), styles(style("A", "B") + style("B", "A") + style("C", "C"))))
case("kieu-khong-lo", package("".join(in_style(f"S{n}", f"Đoạn {n}.") for n in range(0, 60000, 30)), related("styles"),
                              styles("".join(style(f"S{n}", f"S{n - 1}", "<w:rPr><w:b/></w:rPr>") for n in range(60000)))))
case("danh-sach-vong", package(in_style("x", "Một.", LIST.format(0, 1)) + in_style("x", "Hai.", LIST.format(-9, 1)) + in_style("x", "Ba.", LIST.format(999, 2)), related("numbering"),
                               [("word/numbering.xml", CIRCLE)]))
OUTSIDE = ('<Relationship Id="t" Type="http://x/attachedTemplate" Target="http://192.0.2.1/m.dotm" TargetMode="External"/>'
           '<Relationship Id="i" Type="http://x/image" Target="file:///etc/passwd" TargetMode="External"/>'
           '<Relationship Id="j" Type="http://x/image" Target="../../../../etc/passwd"/>'
           '<Relationship Id="k" Type="http://x/hyperlink" Target="\\\\192.0.2.1\\c$\\x" TargetMode="External"/>')
case("quan-he-ra-ngoai", package(docx.p(docx.picture("i", "a")) + docx.p(docx.picture("j", "b")) + '<w:p><w:hyperlink r:id="k"><w:r><w:t>Mở.</w:t></w:r></w:hyperlink></w:p>', OUTSIDE),
     report=["external-picture-not-fetched", "link-dropped", "picture-missing"])
case("ole-nhung", package("<w:p><w:r><w:object><o:OLEObject xmlns:o='o' r:id='o1'/></w:object></w:r></w:p>",
                          '<Relationship Id="o1" Type="http://x/oleObject" Target="embeddings/oleObject1.bin"/>',
                          [("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0" + b"\0" * 4096), ("word/vbaProject.bin", b"\0" * 512)]), report=["macros-dropped", "object-dropped"])

# --- much of one thing, not packed: a limit on what is unpacked does not see it --------------------------

STORED = {"packing": zipfile.ZIP_STORED}

BOX = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>'


def nested_boxes(n):
    inner = docx.p("Đáy.")
    for _ in range(n):
        inner = f"<w:p>{BOX.format(inner)}</w:p>"
    return inner


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://a.vn</w:instrText></w:r>'
case("hop-trong-hop", package(nested_boxes(40), **STORED), report=["text-box-moved"])
case("truong-khong-dong", package("<w:p>" + FIELD * 50000 + docx.run("Chữ.") + "</w:p>", **STORED))
case("doan-toan-dau-cach", package(docx.p(" " * 3_000_000 + "Hết."), **STORED))
case("dau-phay-vo-tan", package(text=document(docx.table([docx.p("SỞ A"), docx.p(docx.COUNTRY) + docx.p(", ngày" * 60_000)]) + HEAD + TAIL), **STORED))
case("so-van-ban-vo-tan", package(text=document(docx.table([docx.p("SỞ A") + docx.p("Số: " + "1. " * 300_000), docx.p(docx.COUNTRY)]) + HEAD + TAIL), **STORED))
case("trieu-tab", package("<w:p><w:r>" + "<w:tab/>" * 300_000 + "</w:r></w:p>", **STORED))
case("moc-tab-vo-tan", package("<w:p><w:pPr><w:tabs>" + '<w:tab w:val="left"/>' * 60_000 + "</w:tabs></w:pPr><w:r>" + "<w:tab/>" * 60_000 + "</w:r></w:p>", **STORED))
case("doan-giua-hai-buoc", package(text=document(docx.p(docx.bold("HƯỚNG DẪN")) + docx.p("1. Mở trang.") + "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 150_000
                                                 + docx.p("2. Nhấn Gửi.")), **STORED))
case("chay-vun", package("<w:p>" + (docx.run("a", "<w:b/>") + docx.run("b")) * 60_000 + "</w:p>", **STORED))
case("dong-dam-nhat", package("<w:p>" + (docx.run("a", "<w:b/>") + docx.run("b") + "<w:r><w:br/></w:r>") * 60_000 + "</w:p>", **STORED))
case("o-nhieu-dong", package(f"<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val='single'/></w:tblBorders></w:tblPr><w:tr><w:tc>{docx.p('A')}</w:tc></w:tr><w:tr><w:tc><w:p><w:r>"
                             + "<w:t>a</w:t><w:br/>" * 40_000 + "</w:r></w:p>" + docx.p("b") * 20_000 + "</w:tc></w:tr></w:tbl>", **STORED))
case("o-gop-vo-tan", package("<w:tbl>" + "".join("<w:tr>" + '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>' * 60 + "</w:tr>" for _ in range(2000)) + "</w:tbl>", **STORED))
case("cot-khong-lo", package('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'
                             '<w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>', **STORED))
case("ten-ban-hanh-vo-tan", package(text=document(docx.table([docx.p(docx.bold("A" * 1_000_000)), docx.p(docx.COUNTRY)]) + HEAD + TAIL), **STORED))
case("noi-nhan-vo-tan", package(text=document(HEAD + docx.p("Nơi nhận:") + docx.p("- Các xã;") * 60_000), **STORED))
