# SPDX-License-Identifier: MIT
"""Small Word files for the tests of import: made here, so that what is in them can be read."""
import struct
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:a="a" xmlns:wp="wp"'
ROOT = '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, jc=""):
    """Texts, or runs that are made already."""
    inner = "".join(item if item.startswith("<w:r") else run(item) for item in runs)
    return f'<w:p><w:pPr>{f"""<w:jc w:val="{jc}"/>""" if jc else ""}</w:pPr>{inner}</w:p>'


def bold(text):
    return run(text, "<w:b/>")


def table(*rows):
    return "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows) + "</w:tbl>"


def picture(relation, alt):
    return f'<w:r><w:drawing><wp:inline><wp:docPr descr="{alt}"/><a:blip r:embed="{relation}"/></wp:inline></w:drawing></w:r>'


def png(width=2, height=2):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    lines = b"".join(b"\0" + b"\xff\xff\xff" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(lines))
            + chunk(b"IEND", b""))


def letter(body, number="07", day="06", seal=""):
    """A letter of the ward Tân Mai around `body`."""
    return (table([p(bold("ỦY BAN NHÂN DÂN")) + p(bold("PHƯỜNG TÂN MAI")) + p("Số: ", number, "/UBND-", "VX") + p("V/v treo cờ"),
                   p(bold(COUNTRY)) + p(bold("Độc lập - Tự do - Hạnh phúc")) + p(f"Tân Mai, ngày {day} tháng 3 năm 2026")])
            + p("Kính gửi: Các tổ dân phố.") + body
            + table([p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT."),
                     p(bold("CHỦ TỊCH")) + (p(picture(seal, "con dấu")) if seal else p("")) + p(bold("Võ Thị Hoa"))]))


def pictures(media):
    """Pictures as bytes, related as p1, p2 …: relations, and parts as package() takes them."""
    names = [f"media/image{n}.png" for n in range(1, len(media) + 1)]
    return ("".join(f'<Relationship Id="p{n}" Type="http://x/image" Target="{name}"/>' for n, name in enumerate(names, 1)),
            [(f"word/{name}", data) for name, data in zip(names, media)])


def package(file, document, relations="", parts=(), packing=zipfile.ZIP_DEFLATED):
    """A Word file, to a path or into what is open; `parts` are pairs of a name and what is in it, in their order."""
    with zipfile.ZipFile(file, "w", packing) as out:
        out.writestr("_rels/.rels", ROOT)
        out.writestr("word/document.xml", document)
        out.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        for name, part in parts:
            out.writestr(name, part)


def write(path, body, media=()):
    """`media`: as pictures() takes them."""
    package(path, f"<w:document {W}><w:body>{body}</w:body></w:document>", *pictures(media))
