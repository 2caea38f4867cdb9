# SPDX-License-Identifier: MIT
"""Word files as offices make them, each with the import that is wanted of it, which was written before it was tried. What the files in
../shared/word have is not repeated."""
import docx
from docx import COUNTRY, bold, p, run

MOTTO = "Độc lập - Tự do - Hạnh phúc"
NS = docx.W.replace('xmlns:a="a"', 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"').replace("xmlns:wp=\"wp\"", "") + (
    ' xmlns:wp="wp" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"')
BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"


def para(*runs, jc="", more=""):
    """As docx.p(), with more paragraph properties."""
    inner = "".join(item if item.startswith("<") else run(item) for item in runs)
    return f'<w:p><w:pPr>{more}{f"""<w:jc w:val="{jc}"/>""" if jc else ""}</w:pPr>{inner}</w:p>'


def italic(text):
    return run(text, "<w:i/>")


def centre(*runs):
    return para(*runs, jc="center")


def cell(*paragraphs, span=1, merge="", borders=""):
    properties = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (f'<w:vMerge{merge}/>' if merge else "") + borders
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


BEGINS, GOES_ON = ' w:val="restart"', " "


def rows(*lines, borders=False, header=0):
    lined = '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>' if borders else ""
    inner = "".join(f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if n < header else ''}{''.join(line)}</w:tr>" for n, line in enumerate(lines))
    return f"<w:tbl>{lined}{inner}</w:tbl>"


def box(*paragraphs):
    """A text box as Word writes it: once for itself, once for programs of 2007."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Text Box 1"/><a:graphic>'
            f"<a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")


def national(date="Hà Phong, ngày 06 tháng 3 năm 2026"):
    return [centre(bold(COUNTRY)), centre(bold(MOTTO)), centre(italic(date))]


def issuer(number="Số: 12/SVHTT-TTCS", about="V/v treo cờ"):
    return [centre("UBND TỈNH HÀ PHONG"), centre(bold("SỞ VĂN HÓA")), centre(number)] + ([centre(about)] if about else [])


def head(number="Số: 12/SVHTT-TTCS", about="V/v treo cờ", date="Hà Phong, ngày 06 tháng 3 năm 2026"):
    return rows([cell(*issuer(number, about)), cell(*national(date))])


def closing(*names, copies=("Như trên", "Lưu: VT")):
    lines = [p(bold("Nơi nhận:"))] + [p(f"- {name}{'.' if n + 1 == len(copies) else ';'}") for n, name in enumerate(copies)]
    return rows([cell(*lines), cell(*[centre(bold(name)) for name in names])])


SIGNED = ("GIÁM ĐỐC", "", "Trần Thị Bình")
OFFICE = {"chu_quan": ["UBND TỈNH HÀ PHONG"], "ten": ["SỞ VĂN HÓA"], "dia_danh": "Hà Phong"}
SIGNER = {"quyền hạn": [], "chức vụ": "GIÁM ĐỐC", "họ tên": "Trần Thị Bình"}


NONE = object()  # a key that is there, without a value


def front(**more):
    """Of a letter by SỞ VĂN HÓA; a value of None takes a key out."""
    usual = {"loại": "công văn", "số": "12/SVHTT-TTCS", "ngày": "2026-03-06", "trích yếu": "treo cờ", "kính gửi": ["Các xã"],
             "nơi nhận": ["Như trên", "Lưu: VT"], "người ký": SIGNER, "cơ quan": OFFICE}
    usual.update({key.replace("_", " "): value for key, value in more.items()})
    return {key: None if value is NONE else value for key, value in usual.items() if value is not None}


def text(words, **more):
    return {"type": "p", "text": words, **more}


def item(number, level, words, **more):
    return {"type": "item", "number": number, "level": level, "text": words, **more}


def heading(level, words):
    return {"type": "heading", "level": level, "text": words}


def letter(*blocks, kind="letter", report=(), never=(), pictures=(), **more):
    return {"kind": kind, "front": front(**more), "blocks": list(blocks), "report": ["office-unknown", *report],
            "pictures": list(pictures), "must_not_contain": list(never)}


TO = p("Kính gửi: Các xã.")
THANKS = p("Trân trọng./.")

CASES = {}


def case(name, body, want, **parts):
    CASES[name] = (body, parts, want)


# --- letterheads --------------------------------------------------------------------------------------

case("tieu-de-trong-hop",
     para(box(*issuer()), box(*national())) + p("") + TO + THANKS + closing(*SIGNED),
     letter(text("Trân trọng./.")))

case("tieu-de-hai-hop-hai-doan",
     para(box(*issuer("Số:       /SVHTT-TTCS"))) + para(box(*national("Hà Phong, ngày      tháng 3 năm 2026"))) + TO + THANKS + closing(*SIGNED),
     letter(text("Trân trọng./."), report=["number-missing", "day-missing"], số=NONE, ký_hiệu="SVHTT-TTCS", ngày=NONE, nháp=True))

case("tieu-de-o-gop",
     rows([cell(centre("UBND TỈNH HÀ PHONG"), merge=""), cell(p("")), cell(centre(bold(COUNTRY)), span=2)],
          [cell(centre(bold("SỞ VĂN HÓA")), merge=BEGINS), cell(p("")), cell(centre(bold(MOTTO)), span=2, merge=BEGINS)],
          [cell(p(""), merge=GOES_ON), cell(p("")), cell(p(""), span=2, merge=GOES_ON)],
          [cell(centre("Số: 12/SVHTT-TTCS")), cell(p("")), cell(centre(italic("Hà Phong, ngày 06 tháng 3 năm 2026")), span=2)],
          [cell(centre("V/v treo cờ"), centre("và hoa")), cell(p("")), cell(p(""), span=2)])
     + TO + THANKS + closing(*SIGNED),
     letter(text("Trân trọng./."), trích_yếu="treo cờ và hoa"))

case("tieu-de-o-dau-trang",
     TO + THANKS + closing(*SIGNED) + '<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:titlePg/></w:sectPr>',
     letter(text("Trân trọng./.")), header=head())

case("tieu-de-xuong-dong-mem",
     rows([cell(centre("UBND TỈNH HÀ PHONG", BREAK, bold("SỞ VĂN HÓA"), BREAK, "Số: 12/SVHTT-TTCS", BREAK, "V/v treo cờ", BREAK, "và hoa")),
           cell(centre(bold(COUNTRY), BREAK, bold(MOTTO), BREAK, italic("Hà Phong, ngày 06 tháng 3 năm 2026")))])
     + para(bold("Kính gửi:"), BREAK, "- Các xã;", BREAK, "- Các phường.", jc="center") + THANKS
     + rows([cell(p(bold("Nơi nhận:"), BREAK, "- Như trên;", BREAK, "- Lưu: VT.")), cell(centre(bold("GIÁM ĐỐC"), BREAK, BREAK, BREAK, bold("Trần Thị Bình")))]),
     letter(text("Trân trọng./."), trích_yếu="treo cờ và hoa", kính_gửi=["Các xã", "Các phường"]))

case("so-co-gach-dai",
     head("Số: 12 / SVHTT – TTCS", "V/v: treo cờ.", "Hà Phong,  ngày  06  tháng  3  năm  2026") + TO + THANKS + closing(*SIGNED),
     letter(text("Trân trọng./.")))

case("dang",
     rows([cell(centre("ĐẢNG BỘ TỈNH HÀ PHONG"), centre(bold("ĐẢNG ỦY XÃ ĐÔNG HÒA")), centre("*"), centre("Số 05-CV/ĐU"), centre(italic("về việc treo cờ"))),
           cell(centre(bold("ĐẢNG CỘNG SẢN VIỆT NAM")), centre(italic("Đông Hòa, ngày 06 tháng 3 năm 2026")))])
     + p("Kính gửi: Các chi bộ.") + THANKS
     + rows([cell(p("Nơi nhận:"), p("- Như trên,"), p("- Lưu Văn phòng Đảng ủy.")), cell(centre(bold("T/M BAN THƯỜNG VỤ")), centre("BÍ THƯ"), centre(bold("Lê Văn Minh")))]),
     letter(text("Trân trọng./."), số="05-CV/ĐU", kính_gửi=["Các chi bộ"], nơi_nhận=["Như trên", "Lưu Văn phòng Đảng ủy"],
            người_ký={"quyền hạn": ["T/M BAN THƯỜNG VỤ"], "chức vụ": "BÍ THƯ", "họ tên": "Lê Văn Minh"},
            cơ_quan={"chu_quan": ["ĐẢNG BỘ TỈNH HÀ PHONG"], "ten": ["ĐẢNG ỦY XÃ ĐÔNG HÒA"], "dia_danh": "Đông Hòa"}))

# --- kinds --------------------------------------------------------------------------------------------

case("giay-moi",
     head("Số: 12/GM-SVHTT", None) + centre(bold("GIẤY MỜI")) + centre(bold("Dự hội nghị sơ kết"))
     + centre("Sở Văn hóa trân trọng kính mời: Ông Lê Văn Hòa, Tổ trưởng tổ dân phố 5") + p("Thời gian: 08 giờ 00 ngày 20/6/2026.")
     + closing(*SIGNED),
     letter(text("Thời gian: 08 giờ 00 ngày 20/6/2026."), kind="typed", tên_loại="giấy mời", số="12/GM-SVHTT", trích_yếu="Dự hội nghị sơ kết",
            kính_gửi=None, kính_mời=["Ông Lê Văn Hòa, Tổ trưởng tổ dân phố 5"], người_ban_hành="Sở Văn hóa"))

case("giay-moi-nhieu-nguoi",
     head("Số: 12/GM-SVHTT", None) + centre(bold("GIẤY MỜI")) + centre(bold("Dự hội nghị sơ kết"))
     + p("Kính mời:") + p("- Ông Lê Văn Hòa;") + p("- Bà Trần Thị Hạnh.") + p("Thời gian: 08 giờ 00 ngày 20/6/2026.") + closing(*SIGNED),
     letter(text("Thời gian: 08 giờ 00 ngày 20/6/2026."), kind="typed", tên_loại="giấy mời", số="12/GM-SVHTT", trích_yếu="Dự hội nghị sơ kết",
            kính_gửi=None, kính_mời=["Ông Lê Văn Hòa", "Bà Trần Thị Hạnh"]))

case("cong-dien",
     head("Số: 12/CĐ-SVHTT", None) + centre(bold("HỎA TỐC")) + centre(bold("CÔNG ĐIỆN")) + centre(bold("Về việc ứng phó bão số 9"))
     + centre(bold("GIÁM ĐỐC SỞ VĂN HÓA điện:")) + p("- Các xã, phường;") + p("- Các đài truyền thanh.") + p("Bão số 9 đang mạnh lên.") + closing(*SIGNED),
     letter(text("Bão số 9 đang mạnh lên."), kind="typed", tên_loại="công điện", số="12/CĐ-SVHTT", trích_yếu="Về việc ứng phó bão số 9",
            kính_gửi=None, điện=["Các xã, phường", "Các đài truyền thanh"], người_ban_hành="GIÁM ĐỐC SỞ VĂN HÓA", độ_khẩn="hỏa tốc"))

case("bien-ban",
     head("Số: 12/BB-SVHTT", None, "Hà Phong, ngày 06 tháng 3 năm 2026") + centre(bold("BIÊN BẢN")) + centre(bold("Họp Tổ công tác"))
     + p("Thời gian bắt đầu: 08 giờ 00 ngày 06/3/2026.") + p("Cuộc họp kết thúc lúc 10 giờ.")
     + rows([cell(centre(bold("THƯ KÝ")), centre(""), centre(bold("Nguyễn Thị Dung"))), cell(centre(bold("CHỦ TỌA")), centre(""), centre(bold("Trần Thị Bình")))])
     + p(bold("Nơi nhận:")) + p("- Các thành viên;") + p("- Lưu: VT."),
     letter(text("Thời gian bắt đầu: 08 giờ 00 ngày 06/3/2026."), text("Cuộc họp kết thúc lúc 10 giờ."), kind="typed", tên_loại="biên bản",
            số="12/BB-SVHTT", trích_yếu="Họp Tổ công tác", kính_gửi=None, nơi_nhận=["Các thành viên", "Lưu: VT"],
            người_ký=[{"quyền hạn": [], "chức vụ": "THƯ KÝ", "họ tên": "Nguyễn Thị Dung"},
                      {"quyền hạn": [], "chức vụ": "CHỦ TỌA", "họ tên": "Trần Thị Bình"}]))

case("lien-tich",
     rows([cell(centre(bold("SỞ VĂN HÓA - SỞ TÀI CHÍNH")), centre("Số: 12/HDLT-SVH-STC")), cell(*national())])
     + centre(bold("HƯỚNG DẪN")) + centre(bold("Mua sắm cụm loa")) + p("1. Mua trong năm 2026.")
     + rows([cell(centre(bold("KT. GIÁM ĐỐC")), centre(bold("SỞ TÀI CHÍNH")), centre(bold("PHÓ GIÁM ĐỐC")), centre(""), centre(bold("Lê Văn Cường"))),
             cell(centre(bold("GIÁM ĐỐC")), centre(bold("SỞ VĂN HÓA")), centre(""), centre(bold("Trần Thị Bình")))])
     + p(bold("Nơi nhận:")) + p("- Các xã;") + p("- Lưu: VT."),
     letter(item("1.", 1, "Mua trong năm 2026."), kind="typed", tên_loại="hướng dẫn", số="12/HDLT-SVH-STC", trích_yếu="Mua sắm cụm loa",
            kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"],
            người_ký=[{"quyền hạn": ["KT. GIÁM ĐỐC", "SỞ TÀI CHÍNH"], "chức vụ": "PHÓ GIÁM ĐỐC", "họ tên": "Lê Văn Cường"},
                      {"quyền hạn": [], "chức vụ": "GIÁM ĐỐC SỞ VĂN HÓA", "họ tên": "Trần Thị Bình"}],
            cơ_quan={"chu_quan": [], "ten": ["SỞ VĂN HÓA - SỞ TÀI CHÍNH"], "dia_danh": "Hà Phong"}))

case("quy-che-kem-theo",
     rows([cell(centre("UBND TỈNH HÀ PHONG"), centre(bold("SỞ VĂN HÓA"))), cell(centre(bold(COUNTRY)), centre(bold(MOTTO)))])
     + centre(bold("QUY CHẾ")) + centre(bold("Hoạt động của Tổ công tác"))
     + centre(italic("(Ban hành kèm theo Quyết định số 12/QĐ-SVHTT ngày 06 tháng 3 năm 2026 của Giám đốc Sở Văn hóa)"))
     + centre(bold("Chương I")) + centre(bold("QUY ĐỊNH CHUNG")) + p(bold("Điều 1. Phạm vi")) + p("1. Quy chế này quy định cách làm việc."),
     letter(heading(2, "Chương I"), text("QUY ĐỊNH CHUNG"), heading(3, "Điều 1. Phạm vi"), item("1.", 1, "Quy chế này quy định cách làm việc."), kind="typed",
            tên_loại="quy chế", số=NONE, ngày=NONE, trích_yếu="Hoạt động của Tổ công tác", kính_gửi=None, nơi_nhận=None,
            người_ký={"quyền hạn": [], "chức vụ": None, "họ tên": None},
            cơ_quan={"chu_quan": ["UBND TỈNH HÀ PHONG"], "ten": ["SỞ VĂN HÓA"], "dia_danh": None},
            kèm_theo="Quyết định số 12/QĐ-SVHTT ngày 06 tháng 3 năm 2026 của Giám đốc Sở Văn hóa"))
# --- text ---------------------------------------------------------------------------------------------

SDT = "<w:sdt><w:sdtPr><w:alias w:val='A'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
EMPTY = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"

case("dieu-khien-noi-dung",
     SDT.format(rows([cell(*issuer("Số: 12/SVHTT-TTCS")), SDT.format(cell(*national()))]))
     + para("Kính gửi: ", SDT.format(run("Các xã."))) + SDT.format(para("Đề nghị ", SDT.format(run("các xã ") + SDT.format(run("thực hiện."))))
     + EMPTY.format(para("Bấm vào đây để nhập văn bản.")) + para("Hạn: ", EMPTY.format(run("Chọn ngày.")), "trong tháng 3."))
     + THANKS + closing(*SIGNED),
     letter(text("Đề nghị các xã thực hiện."), text("Hạn: trong tháng 3."), text("Trân trọng./."), never=["Bấm vào đây", "Chọn ngày"]))

NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%2.%3."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>')


def numbered(number, level, *runs):
    return para(*runs, more=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


case("so-tu-dong-bat-dau-lai",
     head("Số: 12/KH-SVHTT", None) + centre(bold("KẾ HOẠCH")) + centre(bold("Treo cờ")) + numbered(1, 0, bold("MỤC ĐÍCH")) + p("Cả tỉnh treo cờ.")
     + numbered(1, 0, bold("NỘI DUNG")) + numbered(1, 1, "Các xã:") + numbered(2, 0, "Mua cờ;") + numbered(2, 0, "Treo cờ.")
     + numbered(1, 1, "Các phường:") + numbered(3, 0, "Mua đèn;") + numbered(4, 0, "Đèn nhỏ;") + numbered(3, 0, "Treo đèn.") + numbered(1, 2, "Kinh phí.")
     + closing(*SIGNED, copies=("Các xã", "Lưu: VT")),
     letter(heading(2, "I. MỤC ĐÍCH"), text("Cả tỉnh treo cờ."), heading(2, "II. NỘI DUNG"), item("1.", 1, "Các xã:"), item("a)", 2, "Mua cờ;"),
            item("b)", 2, "Treo cờ."), item("2.", 1, "Các phường:"), item("a)", 2, "Mua đèn;"), item("-", 3, "Đèn nhỏ;"), item("b)", 2, "Treo đèn."),
            item("2.1.", 2, "Kinh phí."), kind="typed", tên_loại="kế hoạch", số="12/KH-SVHTT", trích_yếu="Treo cờ", kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"]),
     numbering=NUMBERING)

VNI = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'

case("vni",
     head() + TO + para(run("Ñeà nghò caùc xaõ treo côø töø ngaøy 02/9.", VNI)) + para(run("KÍNH BAÙO", VNI + "<w:b/>"), jc="center") + THANKS + closing(*SIGNED),
     letter(text("Đề nghị các xã treo cờ từ ngày 02/9."), text("KÍNH BÁO"), text("Trân trọng./."), report=["legacy-encoding-converted"], never=["Ñ", "ø"]))

INS = '<w:ins w:id="1" w:author="A">{}</w:ins>'
DEL = '<w:del w:id="2" w:author="A">{}</w:del>'


def deleted(words):
    return DEL.format(f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>')


case("sua-doi-o-cac-cap",
     head() + TO
     + para("Các xã treo ", deleted("mười "), INS.format(run("hai mươi ")), "lá cờ", more="<w:rPr><w:del w:id='9' w:author='A'/></w:rPr>")
     + p(" trước ngày 30/4.") + '<w:p><w:moveFrom w:id="3" w:author="A"><w:r><w:t>Đoạn được dời.</w:t></w:r></w:moveFrom></w:p>'
     + rows([cell(p("Xã")), cell(p("Số cờ"))], ["<w:trPr><w:del w:id='7' w:author='A'/></w:trPr>", cell(p("A")), cell(p("10"))],
            [cell(p("B")), cell(p("20"))], borders=True)
     + '<w:p><w:moveTo w:id="4" w:author="A"><w:r><w:t>Đoạn được dời.</w:t></w:r></w:moveTo></w:p>' + THANKS + closing(*SIGNED),
     letter(text("Các xã treo hai mươi lá cờ trước ngày 30/4."), {"type": "table", "header": ["Xã", "Số cờ"], "rows": [["B", "20"]]},
            text("Đoạn được dời."), text("Trân trọng./."), report=["tracked-changes-accepted"], nháp=True, never=["mười lá"]))

case("bang-phuc-tap",
     head() + TO
     + rows([cell(p("STT"), merge=BEGINS), cell(p("Xã"), merge=BEGINS), cell(p("Số cờ"), span=2)],
            [cell(p(""), merge=GOES_ON), cell(p(""), merge=GOES_ON), cell(p("Lớn")), cell(p("Nhỏ"))],
            [cell(centre("1")), cell(p("Đông Hòa")), cell(para("10", jc="right")), cell(para("20", jc="right"))],
            [cell(centre("2")), cell(p("Tân Mai"), p("(ven biển)")), cell(para("1.000", jc="right")), cell(para("–", jc="right"))],
            [cell(p("Cộng"), span=2), cell(para("1.010", jc="right")), cell(para("20", jc="right"))], borders=True)
     + rows([cell(p("Lưu ý: bảng này chỉ có một ô."))], borders=True) + THANKS + closing(*SIGNED),
     letter({"type": "table", "header": ["STT", "Xã", "Số cờ: Lớn", "Số cờ: Nhỏ"],
             "rows": [["1", "Đông Hòa", "10", "20"], ["2", "Tân Mai (ven biển)", "1.000", "–"], ["Cộng", "", "1.010", "20"]], "merged": True},
            text("Lưu ý: bảng này chỉ có một ô."), text("Trân trọng./."), report=["table-merged-cells"]))

PORTRAIT = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'

case("hai-phu-luc",
     head("Số: 12/KH-SVHTT", None) + centre(bold("KẾ HOẠCH")) + centre(bold("Treo cờ")) + p("Cả tỉnh treo cờ (Phụ lục I, II kèm theo).")
     + closing(*SIGNED, copies=("Các xã", "Lưu: VT")) + para("", more=PORTRAIT)
     + centre(bold("Phụ lục I")) + centre(bold("DANH SÁCH XÃ")) + centre(italic("(Ban hành kèm theo Kế hoạch số 12/KH-SVHTT ngày 06/3/2026)"))
     + rows([cell(p("STT")), cell(p("Xã"))], [cell(p("1")), cell(p("Đông Hòa"))], borders=True) + para("", more=LANDSCAPE)
     + centre(bold("PHỤ LỤC II")) + centre(bold("MẪU BÁO CÁO")) + p("Họ và tên: ........................") + PORTRAIT,
     letter(text("Cả tỉnh treo cờ (Phụ lục I, II kèm theo)."), {"type": "appendix", "label": "Phụ lục I", "title": "DANH SÁCH XÃ", "landscape": True},
            {"type": "table", "header": ["STT", "Xã"], "rows": [["1", "Đông Hòa"]]}, {"type": "appendix", "label": "PHỤ LỤC II", "title": "MẪU BÁO CÁO"},
            text("Họ và tên: ........................"), kind="typed", tên_loại="kế hoạch", số="12/KH-SVHTT", trích_yếu="Treo cờ", kính_gửi=None,
            nơi_nhận=["Các xã", "Lưu: VT"], never=["Ban hành kèm theo"]))

# --- the end ------------------------------------------------------------------------------------------

case("noi-nhan-trong-hop",
     head() + TO + THANKS
     + para(box(p(bold("Nơi nhận:")), p("- Như trên;"), p("- Lưu: VT.")), TAB, bold("GIÁM ĐỐC")) + p("") + para(TAB, bold("Trần Thị Bình")),
     letter(text("Trân trọng./.")))

case("chu-ky-thut-le",
     head() + TO + THANKS + para(bold("KT. GIÁM ĐỐC"), more='<w:ind w:left="5000"/>', jc="center") + para(bold("PHÓ GIÁM ĐỐC"), more='<w:ind w:left="5000"/>', jc="center")
     + para(italic("(Đã ký)"), more='<w:ind w:left="5000"/>', jc="center") + para(bold("Lê Văn Cường"), more='<w:ind w:left="5000"/>', jc="center")
     + p(bold("Nơi nhận:")) + p("- Như trên;") + p("- Lưu: VT."),
     letter(text("Trân trọng./."), người_ký={"quyền hạn": ["KT. GIÁM ĐỐC"], "chức vụ": "PHÓ GIÁM ĐỐC", "họ tên": "Lê Văn Cường"}))

case("an-va-ghi-chu",
     head() + TO + para("Các xã treo cờ", run("Bỏ câu này đi.", "<w:vanish/>"), " trước 30/4", '<w:r><w:footnoteReference w:id="2"/></w:r>', " hằng năm.") + THANKS
     + closing(*SIGNED),
     letter(text("Các xã treo cờ trước 30/4 hằng năm.", footnote="Kể cả ngày nghỉ."), text("Trân trọng./."), report=["hidden-text-dropped", "footnote-moved"],
            never=["Bỏ câu này"]),
     footnotes='<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
               '<w:r><w:t xml:space="preserve"> Kể cả ngày nghỉ.</w:t></w:r></w:p></w:footnote>')

case("cau-mac-dinh-va-truong",
     head() + TO
     + para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.gov.vn/x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "Xem ", bold("trang này"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', ", gọi 0901 234 567.")
     + para(run("Chọn ", ""), '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', " Gửi", '<w:r><w:noBreakHyphen/></w:r>', "Nhận.") + THANKS + closing(*SIGNED),
     letter(text("Xem trang này, gọi 0901 234 567.", links={"Xem": "https://a.gov.vn/x", "trang này": "https://a.gov.vn/x"}), text("Chọn → Gửi-Nhận."), text("Trân trọng./.")))


# --- behind the signature, and beside the text -------------------------------------------------------

COPY = (para(more='<w:pBdr><w:top w:val="single"/></w:pBdr>')
        + rows([cell(centre(bold("ỦY BAN NHÂN DÂN")), centre(bold("XÃ ĐÔNG HÒA")), centre("Số: 15/SY-UBND")),
                cell(centre(bold("SAO Y")), centre(italic("Đông Hòa, ngày 20 tháng 6 năm 2026")))])
        + closing("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "", "Phạm Văn Em", copies=("Các thôn", "Lưu: VT")))

case("sao-y",
     head() + TO + THANKS + closing(*SIGNED) + COPY,
     letter(text("Trân trọng./."), report=["copy-mark-dropped"], never=["SAO Y", "Phạm Văn Em", "15/SY"]))

case("quyet-dinh-va-quy-che",
     head("Số: 12/QĐ-SVHTT", None) + centre(bold("QUYẾT ĐỊNH")) + centre(bold("Ban hành Quy chế tiếp dân")) + centre(bold("GIÁM ĐỐC SỞ VĂN HÓA"))
     + p(italic("Căn cứ Luật Tiếp công dân;")) + centre(bold("QUYẾT ĐỊNH:")) + p(bold("Điều 1."), " Ban hành Quy chế tiếp dân.")
     + closing(*SIGNED, copies=("Như Điều 1", "Lưu: VT")) + para("", more=PORTRAIT)
     + rows([cell(centre("UBND TỈNH HÀ PHONG"), centre(bold("SỞ VĂN HÓA"))), cell(centre(bold(COUNTRY)), centre(bold(MOTTO)))])
     + centre(bold("QUY CHẾ")) + centre(bold("Tiếp dân tại trụ sở")) + centre(italic("(Ban hành kèm theo Quyết định số 12/QĐ-SVHTT ngày 06/3/2026)"))
     + p(bold("Điều 1. Phạm vi")) + p("Quy chế này quy định việc tiếp dân."),
     letter(text("GIÁM ĐỐC SỞ VĂN HÓA", role="authority"), text("Căn cứ Luật Tiếp công dân;", role="basis"), text("QUYẾT ĐỊNH:", role="verb"),
            item("Điều 1.", 1, "Ban hành Quy chế tiếp dân."), {"type": "appendix", "label": "QUY CHẾ", "title": "Tiếp dân tại trụ sở"},
            heading(2, "Điều 1. Phạm vi"), text("Quy chế này quy định việc tiếp dân."), kind="typed", tên_loại="quyết định", số="12/QĐ-SVHTT",
            trích_yếu="Ban hành Quy chế tiếp dân", kính_gửi=None, nơi_nhận=["Như Điều 1", "Lưu: VT"], never=["(Ban hành kèm theo"]))

case("muc-luc-cua-word",
     head("Số: 12/ĐA-SVHTT", None) + centre(bold("ĐỀ ÁN")) + centre(bold("Nâng cấp đài xã"))
     + SDT.format(centre(bold("MỤC LỤC"))
                  + para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                         "I. HIỆN TRẠNG", TAB, "1") + para("II. KINH PHÍ", TAB, "2", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
     + p(bold("I. HIỆN TRẠNG")) + p("Loa đã cũ.") + p(bold("II. KINH PHÍ")) + p("Một tỷ đồng.") + closing(*SIGNED, copies=("Các xã", "Lưu: VT")),
     letter(heading(2, "I. HIỆN TRẠNG"), text("Loa đã cũ."), heading(2, "II. KINH PHÍ"), text("Một tỷ đồng."), kind="typed", tên_loại="đề án",
            số="12/ĐA-SVHTT", trích_yếu="Nâng cấp đài xã", kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"], never=["MỤC LỤC"]))

case("du-thao-va-con-dau",
     rows([cell(para(box(centre(bold("DỰ THẢO 2"))), jc="center"), centre("UBND TỈNH HÀ PHONG"), centre(bold("SỞ VĂN HÓA")), centre(bold("VÀ TRUYỀN THÔNG")),
                centre("Số:      /SVHTT-TTCS"), centre("V/v treo cờ")),
           cell(*national("Hà Phong, ngày … tháng … năm 2026"))])
     + para(bold("Kính gửi:"), jc="center") + numbered(4, 0, "Các xã;") + numbered(4, 0, "Các phường.") + THANKS
     + rows([cell(p(bold("Nơi nhận:")), p("- Như trên;"), p("- Các phòng chuyên"), p("môn thuộc Sở;"), p("- Lưu: VT.")),
             cell(centre(bold("GIÁM ĐỐC")), centre(docx.picture("p1", "con dấu")), centre(bold("Trần Thị Bình")))]),
     letter(text("Trân trọng./."), report=["number-missing", "day-missing", "signature-picture-dropped"], số=NONE, ký_hiệu="SVHTT-TTCS", ngày=NONE,
            kính_gửi=["Các xã", "Các phường"], nơi_nhận=["Như trên", "Các phòng chuyên môn thuộc Sở", "Lưu: VT"], nháp=True,
            cơ_quan={"chu_quan": ["UBND TỈNH HÀ PHONG"], "ten": ["SỞ VĂN HÓA", "VÀ TRUYỀN THÔNG"], "dia_danh": "Hà Phong"}),
     numbering=NUMBERING, media=[docx.png()])

case("nghi-quyet-hdnd",
     rows([cell(centre(bold("HỘI ĐỒNG NHÂN DÂN")), centre(bold("TỈNH HÀ PHONG")), centre("Số: 05/2026/NQ-HĐND")), cell(*national())])
     + centre(bold("NGHỊ QUYẾT")) + centre(bold("Quy định mức hỗ trợ đài xã")) + centre(bold("HỘI ĐỒNG NHÂN DÂN TỈNH HÀ PHONG"))
     + centre(bold("KHÓA XIX, KỲ HỌP THỨ 5")) + p(italic("Căn cứ Luật Tổ chức chính quyền địa phương;")) + p(italic("Xét Tờ trình số 5/TTr-UBND;"))
     + centre(bold("QUYẾT NGHỊ:")) + p(bold("Điều 1."), " Hỗ trợ mỗi đài 50 triệu đồng.") + closing("CHỦ TỊCH", "", "Lê Văn Cường", copies=("Các xã", "Lưu: VT")),
     letter(text("HỘI ĐỒNG NHÂN DÂN TỈNH HÀ PHONG", role="authority"), text("KHÓA XIX, KỲ HỌP THỨ 5", role="authority"),
            text("Căn cứ Luật Tổ chức chính quyền địa phương;", role="basis"), text("Xét Tờ trình số 5/TTr-UBND;", role="basis"), text("QUYẾT NGHỊ:", role="verb"),
            item("Điều 1.", 1, "Hỗ trợ mỗi đài 50 triệu đồng."), kind="typed", tên_loại="nghị quyết", số="05/2026/NQ-HĐND", trích_yếu="Quy định mức hỗ trợ đài xã",
            kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"], người_ký={"quyền hạn": [], "chức vụ": "CHỦ TỊCH", "họ tên": "Lê Văn Cường"},
            cơ_quan={"chu_quan": [], "ten": ["HỘI ĐỒNG NHÂN DÂN", "TỈNH HÀ PHONG"], "dia_danh": "Hà Phong"}))

# --- what is no letter --------------------------------------------------------------------------------

STYLES = ('<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
          '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>')
STEPS = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Bước %1:"/></w:lvl></w:abstractNum>'
         '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def styled(style, *runs):
    return para(*runs, more=f'<w:pStyle w:val="{style}"/>')


def other(kind, title, *blocks, report=(), pictures=(), never=(), **more):
    names = {"guide": "hướng dẫn", "bulletin": "bản tin", "page": "trang"}
    return {"kind": kind, "front": {"loại": names[kind], "tiêu đề": title, **more}, "blocks": list(blocks), "report": list(report), "pictures": list(pictures),
            "must_not_contain": list(never)}


case("huong-dan-buoc-tu-dong",
     styled("T", "Cách đăng ký nhận bản tin") + p("Ai cũng làm được.") + numbered(1, 0, "Mở ứng dụng.")
     + rows([cell(para(docx.picture("p1", "Màn hình đầu"))), cell(para(docx.picture("p2", "Nút Gửi")))],
            [cell(styled("C", "Hình 1. Màn hình đầu")), cell(styled("C", "Hình 2. Nút Gửi"))])
     + numbered(1, 0, "Nhấn ", bold("Gửi"), "."),
     other("guide", "Cách đăng ký nhận bản tin", text("Ai cũng làm được."), item("1.", 1, "Mở ứng dụng.", label="Bước 1:"),
           {"type": "picture", "file": "image1.png", "alt": "Màn hình đầu", "caption": "Hình 1. Màn hình đầu"},
           {"type": "picture", "file": "image2.png", "alt": "Nút Gửi", "caption": "Hình 2. Nút Gửi"},
           item("2.", 1, "Nhấn Gửi.", bold=["Gửi"], label="Bước 2:"), pictures=["image1.png", "image2.png"]),
     numbering=STEPS, styles=STYLES, media=[docx.png(), docx.png(3, 3)])

case("trang-co-de-muc",
     styled("T", "Giới thiệu xã Đông Hòa") + styled("H1", "Vị trí") + p("Xã nằm ven biển.") + styled("H1", "Dân số") + p("- 12.000 người;") + p("- 3.000 hộ."),
     other("page", "Giới thiệu xã Đông Hòa", heading(2, "Vị trí"), text("Xã nằm ven biển."), heading(2, "Dân số"), item("-", 1, "12.000 người;"), item("-", 1, "3.000 hộ."),
           report=["kind-guessed"]), styles=STYLES)


def write(name, path):
    """The file of a case; gives what is wanted of it."""
    body, parts, want = CASES[name]
    kinds = {"header": "hdr", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles",
             "comments": "comments"}
    relations, files = docx.pictures(parts.get("media", []))
    parts = {part: xml for part, xml in parts.items() if part != "media"}
    relations = "".join(f'<Relationship Id="h{n}" Type="http://x/{part}" Target="{part}.xml"/>' for n, part in enumerate(parts, 1)) + relations
    files += [(f"word/{part}.xml", f"<w:{kinds[part]} {NS}>{xml}</w:{kinds[part]}>") for part, xml in parts.items()]
    docx.package(path, f"<w:document {NS}><w:body>{body}</w:body></w:document>", relations, files)
    return want
