# SPDX-License-Identifier: MIT
"""More Word files as they reach an office: from document systems, other writers than Word, old files and scans that were made Word files,
and clerks with habits of their own. As in structures.py, the import that is wanted was written before it was tried."""
import docx
from docx import COUNTRY, bold, p, run
from structures import (BEGINS, BREAK, GOES_ON, MOTTO, NONE, PORTRAIT, SIGNED, TAB, THANKS, TO, case, cell, centre, closing, deleted, head, heading, INS,
                        issuer, italic, item, letter, national, numbered, other, para, rows, styled, text)

# --- document systems and other writers ---------------------------------------------------------------

MARKED = '<w:bookmarkStart w:id="1" w:name="SO_KY_HIEU"/>{}<w:bookmarkEnd w:id="1"/>'

# The system fills its bookmarks, and its own table holds the two columns.
case("vnpt-bang-long-bang",
     rows([cell(rows([cell(centre("UBND TỈNH HÀ PHONG"))], [cell(centre(bold("SỞ VĂN HÓA")))],
                     [cell(para("Số: ", MARKED.format(run("12")), "/SVHTT-TTCS", jc="center"))], [cell(centre(italic("V/v treo cờ")))]), p("")),
           cell(rows([cell(*national())]), p(""))])
     + para("Kính gửi: ", MARKED.format(run("Các xã")), ".") + p("Sở đề nghị các xã treo cờ.") + THANKS + closing(*SIGNED),
     letter(text("Sở đề nghị các xã treo cờ."), text("Trân trọng./.")))

WPS_BOX = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="文本框 1"/><a:graphic><a:graphicData><wps:wsp>'
           "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>")
WPS_STYLES = ('<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>'
              '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/><w:next w:val="1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
              '<w:style w:type="paragraph" w:styleId="7"><w:name w:val="List Paragraph"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
WPS_NUMBERING = ('<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                 '<w:suff w:val="space"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')

# WPS: no Fallback, ids of styles are numbers, a list hangs on its style.
case("wps-khong-du-phong",
     head("Số: 12/BC-SVHTT", None) + para(WPS_BOX.format(centre(bold("DỰ THẢO")))) + centre(bold("BÁO CÁO")) + centre(bold("Kết quả treo cờ năm 2026"))
     + styled("2", "I. KẾT QUẢ") + styled("7", "Các xã đã treo cờ.") + styled("7", "Các phường đã treo đèn.") + styled("2", "II. KIẾN NGHỊ") + p("Không có.")
     + closing(*SIGNED, copies=("Các xã", "Lưu: VT")),
     letter(heading(2, "I. KẾT QUẢ"), item("1.", 1, "Các xã đã treo cờ."), item("2.", 1, "Các phường đã treo đèn."), heading(2, "II. KIẾN NGHỊ"), text("Không có."),
            kind="typed", tên_loại="báo cáo", số="12/BC-SVHTT", trích_yếu="Kết quả treo cờ năm 2026", kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"], nháp=True,
            never=["DỰ THẢO"]),
     numbering=WPS_NUMBERING, styles=WPS_STYLES)

NO_LINE = "<w:tcBorders>" + "".join(f'<w:{side} w:color="000000" w:space="0" w:sz="0" w:val="nil"/>' for side in ("top", "left", "bottom", "right")) + "</w:tcBorders>"
RTL = '<w:rtl w:val="0"/>'
GOOGLE = '<w:sdt><w:sdtPr><w:id w:val="-1"/><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'


def google_rows(*lines):
    """All tables have lines; cells take theirs off."""
    inner = "".join("<w:tr>" + "".join(line) + "</w:tr>" for line in lines)
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="Table1"/><w:tblBorders><w:top w:color="000000" w:space="0" w:sz="8" w:val="single"/></w:tblBorders></w:tblPr>' + inner + "</w:tbl>")


# Google Docs: the table of the signature has lines that its cells take off, suggestions stand in content controls.
case("google-docs",
     google_rows([cell(*issuer(), borders=NO_LINE), cell(*national(), borders=NO_LINE)])
     + para(run("Kính gửi: Các xã.", RTL)) + para(run("Các xã treo cờ ", RTL), GOOGLE.format(INS.format(run("trước ngày 30/4", RTL))), GOOGLE.format(deleted("sớm")), run(".", RTL))
     + numbered(1, 0, run("Mua cờ;", RTL)) + numbered(1, 0, run("Treo cờ.", RTL)) + THANKS
     + google_rows([cell(p(bold("Nơi nhận:")), p("- Như trên;"), p("- Lưu: VT."), borders=NO_LINE), cell(*[centre(bold(line)) for line in SIGNED], borders=NO_LINE)]),
     letter(text("Các xã treo cờ trước ngày 30/4."), item("-", 1, "Mua cờ;"), item("-", 1, "Treo cờ."), text("Trân trọng./."), report=["tracked-changes-accepted"],
            nháp=True, never=["sớm"]),
     numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>'
               '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')

FRAME = '<w:framePr w:w="4000" w:h="1200" w:hSpace="141" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="1700" w:y="100"/>'

# LibreOffice keeps frames of an old file as paragraphs with framePr; indents by spaces, a soft break in the date.
case("khung-cua-libreoffice",
     para("UBND TỈNH HÀ PHONG", more=FRAME, jc="center") + para(bold("SỞ VĂN HÓA"), more=FRAME, jc="center") + para("Số: 12/SVHTT-TTCS", more=FRAME, jc="center")
     + para("V/v treo cờ", more=FRAME, jc="center") + centre(bold(COUNTRY)) + centre(bold(MOTTO)) + centre(italic("Hà Phong, ngày 06 tháng 3 năm 2026")) + p("")
     + TO + p("Sở đề nghị các xã treo cờ.") + THANKS + closing(*SIGNED),
     letter(text("Sở đề nghị các xã treo cờ."), text("Trân trọng./.")))

VML_BOX = '<w:r><w:pict><v:shape id="t"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
VNTIME = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
VNTIMEH = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'

# A .doc of 2003 in TCVN3, saved anew: boxes in VML alone, signature set with blanks.
case("doc-cu-tcvn3",
     rows([cell(centre(run("ubnd tØnh hµ phong", VNTIMEH)), centre(run("së v¨n hãa", VNTIMEH + "<w:b/>")), centre(run("Sè: 12/SVHTT-TTCS", VNTIME)),
                centre(run("V/v treo cê", VNTIME))),
           cell(centre(run("céng hßa x· héi chñ nghÜa viÖt nam", VNTIMEH + "<w:b/>")), centre(run("§éc lËp - Tù do - H¹nh phóc", VNTIME + "<w:b/>")),
                centre(run("Hµ Phong, ngµy 06 th¸ng 3 n¨m 2026", VNTIME)))])
     + para(run("KÝnh göi: C¸c x·.", VNTIME)) + para(run("§Ò nghÞ c¸c x· treo cê.", VNTIME)) + para(VML_BOX.format(para(run("Chó ý: cê míi.", VNTIME))))
     + rows([cell(p(run("N¬i nhËn:", VNTIME)), p(run("- Nh­ trªn;", VNTIME)), p(run("- L­u: VT.", VNTIME))),
             cell(centre(run("gi¸m ®èc", VNTIMEH + "<w:b/>")), centre(""), centre(run("TrÇn ThÞ B×nh", VNTIME + "<w:b/>")))]),
     letter(text("Đề nghị các xã treo cờ."), text("Chú ý: cờ mới.", from_text_box=True), report=["legacy-encoding-converted", "text-box-moved"], never=["µ", "©"]))

TWO_COLUMNS = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr>'
ONE_COLUMN = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="1"/></w:sectPr>'
SEAL = '<w:r><w:drawing><wp:anchor><wp:docPr id="9" name="Picture 9"/><a:blip r:embed="p1"/></wp:anchor></w:drawing></w:r>'

# A scan that was made a Word file: columns of the page instead of a table, the seal a picture at the signature.
case("quet-hai-cot",
     centre("UBND TỈNH HÀ PHONG") + centre(bold("SỞ VĂN HÓA")) + centre("Số: 12/SVHTT-TTCS") + centre("V/v treo cờ")
     + para('<w:r><w:br w:type="column"/></w:r>', bold(COUNTRY), jc="center") + centre(bold(MOTTO)) + para(italic("Hà Phong, ngày 06 tháng 3 năm 2026"), jc="center", more=TWO_COLUMNS)
     + centre("Kính gửi: Các xã.") + p("Sở đề nghị các xã treo cờ.") + para("Trân trọng./.", more=ONE_COLUMN)
     + p(bold("Nơi nhận:")) + p("- Như trên;") + p("- Lưu: VT.") + para('<w:r><w:br w:type="column"/></w:r>', bold("GIÁM ĐỐC"), jc="center") + para(SEAL, jc="center")
     + para(bold("Trần Thị Bình"), jc="center") + TWO_COLUMNS,
     letter(text("Sở đề nghị các xã treo cờ."), text("Trân trọng./."), report=["signature-picture-dropped"]), media=[docx.png()])

# --- clerks -------------------------------------------------------------------------------------------

case("to-trinh-nhieu-cap",
     head("Số: 12/TTr-SVHTT", None) + centre(bold("TỜ TRÌNH")) + centre(bold("Về việc phê duyệt Đề án nâng cấp")) + centre(bold("đài truyền thanh cơ sở")) + centre("______________")
     + centre("Kính gửi: Ủy ban nhân dân tỉnh Hà Phong.") + p("Căn cứ Luật Báo chí số 103/2016/QH13;") + p("Sở Văn hóa kính trình Ủy ban nhân dân tỉnh xem xét:")
     + p(bold("I. SỰ CẦN THIẾT")) + p(bold("1. Cơ sở pháp lý")) + p("1.1. Luật Báo chí.") + p("1.2. Nghị định số 59/2022/NĐ-CP.") + p(bold("2. Thực trạng"))
     + p("a) Loa cũ, hỏng;") + p("b) Dây đứt.") + p("+ Ba xã không có loa.") + p(bold("II. KIẾN NGHỊ")) + p("Kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.")
     + closing("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Lê Văn Cường", copies=("Như trên", "Giám đốc (để b/c)", "Lưu: VT, QLBC (02b)")),
     letter(text("Căn cứ Luật Báo chí số 103/2016/QH13;"), text("Sở Văn hóa kính trình Ủy ban nhân dân tỉnh xem xét:"), heading(2, "I. SỰ CẦN THIẾT"),
            heading(3, "1. Cơ sở pháp lý"), item("1.1.", 1, "Luật Báo chí."), item("1.2.", 1, "Nghị định số 59/2022/NĐ-CP."), heading(3, "2. Thực trạng"),
            item("a)", 1, "Loa cũ, hỏng;"), item("b)", 1, "Dây đứt."), item("+", 2, "Ba xã không có loa."), heading(2, "II. KIẾN NGHỊ"),
            text("Kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./."), kind="typed", tên_loại="tờ trình", số="12/TTr-SVHTT",
            trích_yếu="Về việc phê duyệt Đề án nâng cấp đài truyền thanh cơ sở", kính_gửi=["Ủy ban nhân dân tỉnh Hà Phong"],
            nơi_nhận=["Như trên", "Giám đốc (để b/c)", "Lưu: VT, QLBC (02b)"],
            người_ký={"quyền hạn": ["KT. GIÁM ĐỐC"], "chức vụ": "PHÓ GIÁM ĐỐC", "họ tên": "Lê Văn Cường"}))

case("hop-dong-hai-ben",
     centre(bold(COUNTRY)) + centre(bold(MOTTO)) + centre("-----o0o-----") + centre(bold("HỢP ĐỒNG")) + centre(bold("Thuê loa phục vụ bầu cử")) + centre("_______") + centre("Số: 12/HĐ-SVHTT")
     + p(italic("Căn cứ Bộ luật Dân sự ngày 24/11/2015;")) + p(bold("BÊN A: SỞ VĂN HÓA")) + p("Đại diện: Bà Trần Thị Bình", TAB, "Chức vụ: Giám đốc")
     + p(bold("BÊN B: CÔNG TY LOA VIỆT")) + p("Đại diện: Ông Lê Văn Cường", TAB, "Chức vụ: Giám đốc") + p(bold("Điều 1. Nội dung")) + p("Bên B cho Bên A thuê 10 loa.")
     + rows([cell(centre(bold("ĐẠI DIỆN BÊN A")), centre(""), centre(bold("Trần Thị Bình"))), cell(centre(bold("ĐẠI DIỆN BÊN B")), centre(""), centre(bold("Lê Văn Cường")))]),
     letter(text("Căn cứ Bộ luật Dân sự ngày 24/11/2015;"), text("BÊN A: SỞ VĂN HÓA"), text("Đại diện: Bà Trần Thị Bình Chức vụ: Giám đốc"),
            text("BÊN B: CÔNG TY LOA VIỆT"), text("Đại diện: Ông Lê Văn Cường Chức vụ: Giám đốc"), heading(2, "Điều 1. Nội dung"), text("Bên B cho Bên A thuê 10 loa."),
            kind="typed", report=["day-missing"], tên_loại="hợp đồng", số="12/HĐ-SVHTT", ngày=NONE, trích_yếu="Thuê loa phục vụ bầu cử", kính_gửi=None, nơi_nhận=None,
            nháp=True, người_ký=[{"quyền hạn": [], "chức vụ": "ĐẠI DIỆN BÊN A", "họ tên": "Trần Thị Bình"},
                                 {"quyền hạn": [], "chức vụ": "ĐẠI DIỆN BÊN B", "họ tên": "Lê Văn Cường"}],
            cơ_quan={"chu_quan": [], "ten": [], "dia_danh": None}))

case("bang-co-dau-muc-va-o-chon",
     head() + TO + p("Số liệu theo bảng sau:") + para("Đơn vị tính: cái", jc="right")
     + rows([cell(centre(bold("TT"))), cell(centre(bold("Nội dung"))), cell(centre(bold("Đã làm")))],
            [cell(centre("1")), cell(p("Treo cờ:"), p("- Trụ sở;"), p("- Nhà dân.")), cell(centre("☒"))],
            [cell(centre("2")), cell(p("Treo đèn"), rows([cell(p("Đèn đỏ")), cell(p("10"))], borders=True), p("")), cell(centre("☐"))], borders=True, header=1)
     + THANKS + closing(*SIGNED),
     letter(text("Số liệu theo bảng sau:"), text("Đơn vị tính: cái"),
            {"type": "table", "header": ["TT", "Nội dung", "Đã làm"], "rows": [["1", "Treo cờ: - Trụ sở; - Nhà dân.", "☒"], ["2", "Treo đèn Đèn đỏ 10", "☐"]]},
            text("Trân trọng./."), report=["table-nested"]))

MERGE = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MERGEFIELD Ten </w:instrText></w:r>'
         '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>')

# A letter to many, before it is merged, and with the marks of another program.
case("tron-thu-va-ngoac-nhon",
     head() + para("Kính gửi: ", MERGE.format(run("«Ten»")), ".") + p("Mã của đơn vị: {{ma_don_vi}}; mật khẩu gửi sau.") + THANKS + closing(*SIGNED),
     letter(text("Mã của đơn vị: {{ma_don_vi}}; mật khẩu gửi sau."), text("Trân trọng./."), kính_gửi=["«Ten»"]))

UNFINISHED = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "dd/MM" </w:instrText></w:r>'

# A field that lost its end when two files were put together.
case("truong-mat-duoi",
     head() + TO + para("Sở đề nghị các xã treo cờ.", UNFINISHED) + p("Hạn: 30/4.") + THANKS + closing(*SIGNED),
     letter(text("Sở đề nghị các xã treo cờ."), text("Hạn: 30/4."), text("Trân trọng./.")))

case("chu-ky-va-noi-nhan-hai-bang",
     head() + TO + THANKS + rows([cell(p("")), cell(centre(bold("TL. GIÁM ĐỐC")), centre(bold("CHÁNH VĂN PHÒNG")), centre(italic("(Đã ký)")), centre(bold("Đỗ Quang Huy")))])
     + p("") + rows([cell(p(run("Nơi nhận:", "<w:b/><w:i/>")), p("- Như trên;"), p("- Trang TTĐT của Sở;"), p("- Lưu: VT, VP.")), cell(p(""))]),
     letter(text("Trân trọng./."), nơi_nhận=["Như trên", "Trang TTĐT của Sở", "Lưu: VT, VP"],
            người_ký={"quyền hạn": ["TL. GIÁM ĐỐC"], "chức vụ": "CHÁNH VĂN PHÒNG", "họ tên": "Đỗ Quang Huy"}))

case("so-van-ban-o-dong-rieng",
     rows([cell(centre("UBND TỈNH HÀ PHONG"), centre(bold("SỞ VĂN HÓA")), centre("-------")), cell(*national()[:2], centre("---------------"))],
          [cell(centre("Số: 12/SVHTT-TTCS")), cell(para(italic("Hà Phong, ngày 6 tháng 3 năm 2026"), jc="right"))])
     + p(italic("V/v treo cờ, treo đèn"), BREAK, italic("dịp lễ 30/4")) + p("") + para(bold("Kính gửi:"), TAB, "- Các xã;") + para(TAB, "- Các phường;") + para(TAB, "- Các đài.")
     + THANKS + closing(*SIGNED),
     letter(text("Trân trọng./."), trích_yếu="treo cờ, treo đèn dịp lễ 30/4", kính_gửi=["Các xã", "Các phường", "Các đài"]))

case("thong-bao-ket-luan",
     rows([cell(centre(bold("ỦY BAN NHÂN DÂN")), centre(bold("TỈNH HÀ PHONG")), centre(bold("VĂN PHÒNG")), centre("Số: 45/TB-VP")), cell(*national())])
     + centre(bold("THÔNG BÁO")) + centre(bold("Kết luận của Chủ tịch UBND tỉnh tại buổi họp về đài truyền thanh"))
     + p("Ngày 02/3/2026, Chủ tịch UBND tỉnh chủ trì họp.") + p("1. Giao Sở Văn hóa:") + p("- Rà soát loa;") + p("- Báo cáo trước ngày 20/3/2026.")
     + p("2. Giao các xã, phường sửa loa.") + p("Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.")
     + rows([cell(p(bold("Nơi nhận:")), p("- CT, các PCT UBND tỉnh;"), p("- Các sở: VHTT, TC;"), p("- Lưu: VT, VX3.")), cell(p("")),
             cell(centre(bold("KT. CHÁNH VĂN PHÒNG")), centre(bold("PHÓ CHÁNH VĂN PHÒNG")), centre(""), centre(bold("Hồ Thị Mai")))]),
     letter(text("Ngày 02/3/2026, Chủ tịch UBND tỉnh chủ trì họp."), item("1.", 1, "Giao Sở Văn hóa:"), item("-", 2, "Rà soát loa;"),
            item("-", 2, "Báo cáo trước ngày 20/3/2026."), item("2.", 1, "Giao các xã, phường sửa loa."),
            text("Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./."), kind="typed", tên_loại="thông báo", số="45/TB-VP",
            trích_yếu="Kết luận của Chủ tịch UBND tỉnh tại buổi họp về đài truyền thanh", kính_gửi=None,
            nơi_nhận=["CT, các PCT UBND tỉnh", "Các sở: VHTT, TC", "Lưu: VT, VX3"],
            người_ký={"quyền hạn": ["KT. CHÁNH VĂN PHÒNG"], "chức vụ": "PHÓ CHÁNH VĂN PHÒNG", "họ tên": "Hồ Thị Mai"},
            cơ_quan={"chu_quan": [], "ten": ["ỦY BAN NHÂN DÂN", "TỈNH HÀ PHONG", "VĂN PHÒNG"], "dia_danh": "Hà Phong"}))

case("ke-hoach-phu-luc-trong-trang",
     head("Số: 12/KH-SVHTT", None) + centre(bold("KẾ HOẠCH")) + centre(bold("Treo cờ")) + centre(italic("(Kèm theo Công văn số 11/SVHTT-TTCS ngày 05/3/2026)"))
     + p(bold("I. MỤC ĐÍCH")) + p("Cả tỉnh treo cờ.") + closing(*SIGNED, copies=("Các xã", "Lưu: VT"))
     + para('<w:r><w:br w:type="page"/></w:r>', bold("PHỤ LỤC 1: DANH SÁCH XÃ"), jc="center") + centre(italic("(Kèm theo Kế hoạch số 12/KH-SVHTT ngày 06/3/2026 của Sở Văn hóa)"))
     + rows([cell(p("STT")), cell(p("Xã"))], [cell(p("1")), cell(p("Đông Hòa"))], borders=True)
     + para('<w:r><w:br w:type="page"/></w:r>', jc="center") + centre(bold("PHỤ LỤC 2")) + centre(bold("MẪU PHIẾU")) + p("Họ tên: ……………"),
     letter(heading(2, "I. MỤC ĐÍCH"), text("Cả tỉnh treo cờ."), {"type": "appendix", "label": "PHỤ LỤC 1", "title": "DANH SÁCH XÃ"},
            {"type": "table", "header": ["STT", "Xã"], "rows": [["1", "Đông Hòa"]]}, {"type": "appendix", "label": "PHỤ LỤC 2", "title": "MẪU PHIẾU"},
            text("Họ tên: ……………"), kind="typed", tên_loại="kế hoạch", số="12/KH-SVHTT", trích_yếu="Treo cờ", kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"],
            kèm_theo="Công văn số 11/SVHTT-TTCS ngày 05/3/2026", never=["(Kèm theo"]))

case("ca-van-ban-trong-mot-bang",
     rows([cell(*issuer("Số: 12/SVHTT-TTCS")), cell(*national())], [cell(TO, p("Sở đề nghị các xã:"), p("1. Treo cờ."), p("2. Treo đèn."), THANKS, span=2)],
          [cell(p(bold("Nơi nhận:")), p("- Như trên;"), p("- Lưu: VT.")), cell(*[centre(bold(line)) for line in SIGNED])]),
     letter(text("Sở đề nghị các xã:"), item("1.", 1, "Treo cờ."), item("2.", 1, "Treo đèn."), text("Trân trọng./.")))

ARTICLES = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
            '</w:lvlOverride></w:num>')

# Articles are counted by Word, and begin anew in what is issued.
case("dieu-tu-dong-bat-dau-lai",
     head("Số: 12/QĐ-SVHTT", None) + centre(bold("QUYẾT ĐỊNH")) + para(bold("Về việc ban hành"), BREAK, bold("Quy định treo cờ"), jc="center") + centre(bold("GIÁM ĐỐC SỞ VĂN HÓA"))
     + p(italic("Căn cứ Nghị định số 59/2022/NĐ-CP;")) + p(italic("Theo đề nghị của Chánh Văn phòng.")) + centre(bold("QUYẾT ĐỊNH:")) + numbered(1, 0, "Ban hành Quy định treo cờ.")
     + numbered(1, 0, "Chánh Văn phòng thi hành Quyết định này./.") + closing(*SIGNED, copies=("Như Điều 2", "Lưu: VT")) + para("", more=PORTRAIT)
     + centre(bold("QUY ĐỊNH")) + centre(bold("Treo cờ")) + centre(italic("(Ban hành kèm theo Quyết định số 12/QĐ-SVHTT ngày 06/3/2026)"))
     + numbered(2, 0, bold("Phạm vi")) + numbered(2, 1, "Trụ sở;") + numbered(2, 1, "Nhà dân.") + numbered(2, 0, bold("Thời gian")) + p("Trước ngày 30/4."),
     letter(text("GIÁM ĐỐC SỞ VĂN HÓA", role="authority"), text("Căn cứ Nghị định số 59/2022/NĐ-CP;", role="basis"), text("Theo đề nghị của Chánh Văn phòng.", role="basis"),
            text("QUYẾT ĐỊNH:", role="verb"), item("Điều 1.", 1, "Ban hành Quy định treo cờ."), item("Điều 2.", 1, "Chánh Văn phòng thi hành Quyết định này./."),
            {"type": "appendix", "label": "QUY ĐỊNH", "title": "Treo cờ"}, heading(2, "Điều 1. Phạm vi"), item("1.", 1, "Trụ sở;"), item("2.", 1, "Nhà dân."),
            heading(2, "Điều 2. Thời gian"), text("Trước ngày 30/4."), kind="typed", tên_loại="quyết định", số="12/QĐ-SVHTT",
            trích_yếu="Về việc ban hành Quy định treo cờ", kính_gửi=None, nơi_nhận=["Như Điều 2", "Lưu: VT"], never=["(Ban hành kèm theo"]), numbering=ARTICLES)

# Tabs in place of indents, numbers with a tab behind them, the first words of an item bold.
case("thut-bang-tab",
     head() + TO + para(TAB, "Sở đề nghị các xã:") + para(TAB, bold("1."), TAB, bold("Treo cờ:"), " trước ngày 30/4.") + para(TAB, "a)", TAB, "Cờ Tổ quốc;") + para(TAB, "b)", TAB, "Cờ Đảng.")
     + para(TAB, bold("2. Treo đèn."), " Trên các trục đường:") + para(TAB, "-", TAB, "Đường 1;") + para(TAB, "- Đường 2.") + para(TAB, "Trân trọng./.") + closing(*SIGNED),
     letter(text("Sở đề nghị các xã:"), item("1.", 1, "Treo cờ: trước ngày 30/4.", bold=["Treo cờ:"]), item("a)", 2, "Cờ Tổ quốc;"), item("b)", 2, "Cờ Đảng."),
            item("2.", 1, "Treo đèn. Trên các trục đường:", bold=["Treo đèn."]), item("-", 2, "Đường 1;"), item("-", 2, "Đường 2."), text("Trân trọng./.")))

# A program put a web page into the package, which Word opens as text.
case("trang-web-nhung",
     head() + TO + '<w:altChunk r:id="z"/>' + THANKS + closing(*SIGNED),
     letter(text("Trân trọng./."), report=["object-dropped"]))

OLE = '<w:r><w:object><v:shape><v:imagedata r:id="p1"/></v:shape><o:OLEObject xmlns:o="o" Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>'
CHART = ('<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Chart 1"/><a:graphic><a:graphicData><c:chart xmlns:c="c" r:id="c1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')
MATH = '<m:oMathPara xmlns:m="m"><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>'

case("doi-tuong-bieu-do-cong-thuc",
     head() + TO + p("Kết quả như sau:") + para(OLE) + para(CHART) + para(MATH) + THANKS + closing(*SIGNED),
     letter(text("Kết quả như sau:"), text("Trân trọng./."), report=["object-dropped", "equation-dropped"]), media=[docx.png()])

TICK = '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="w14"><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
BOX_SIGN = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'

case("o-danh-dau",
     head() + TO + para(TICK.format(1, run("☒")), " Có loa") + para(TICK.format(0, run("☐")), " Không có loa") + para(BOX_SIGN, " Loa hỏng") + THANKS + closing(*SIGNED),
     letter(text("☒ Có loa"), text("☐ Không có loa"), text("☐ Loa hỏng"), text("Trân trọng./.")))

case("ngay-bang-gach-cheo",
     head(date="Hà Phong, ngày 06/3/2026") + rows([cell(para(bold("Kính gửi:"), jc="right")), cell(p("- Các xã;"), p("- Các phường."))]) + THANKS
     + rows([cell(p(bold("Nơi nhận:")), p("-Như trên;"), p("-Lưu: VT.")), cell(centre(bold("TRƯỞNG PHÒNG")), centre(""), centre(bold("ThS. Trần Thị Bình")))]),
     letter(text("Trân trọng./."), kính_gửi=["Các xã", "Các phường"], người_ký={"quyền hạn": [], "chức vụ": "TRƯỞNG PHÒNG", "họ tên": "ThS. Trần Thị Bình"}))

# Groups of rows, rows that begin later, a table caption, notes at the end of the text.
case("bang-nhom-va-cuoi-van-ban",
     head() + TO + styled("C", "Bảng 1. Loa theo xã")
     + rows([cell(p("Khu vực")), cell(p("Xã")), cell(p("Số loa"))], [cell(p("Ven biển"), merge=BEGINS), cell(p("Đông Hòa")), cell(p("10"))],
            [cell(p(""), merge=GOES_ON), cell(p("Tân Mai")), cell(p("12"))], ['<w:trPr><w:gridBefore w:val="1"/></w:trPr>', cell(p("Cộng")), cell(p("22"))], borders=True)
     + para("Số liệu đến hết tháng 2", '<w:r><w:endnoteReference w:id="2"/></w:r>', ".") + THANKS + closing(*SIGNED),
     letter(text("Bảng 1. Loa theo xã"), {"type": "table", "header": ["Khu vực", "Xã", "Số loa"], "rows": [["Ven biển", "Đông Hòa", "10"], ["", "Tân Mai", "12"], ["", "Cộng", "22"]],
            "merged": True}, text("Số liệu đến hết tháng 2.", footnote="Theo báo cáo của các xã."), text("Trân trọng./."), report=["table-merged-cells", "footnote-moved"]),
     styles='<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>',
     endnotes='<w:endnote w:type="separator" w:id="-1"><w:p/></w:endnote><w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r>'
              '<w:r><w:t xml:space="preserve"> Theo báo cáo của các xã.</w:t></w:r></w:p></w:endnote>')

# --- what is no letter --------------------------------------------------------------------------------

WEB_STYLES = ('<w:style w:type="paragraph" w:styleId="NormalWeb"><w:name w:val="Normal (Web)"/></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>'
              '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
              '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>')
LINKED = '<w:r><w:drawing><wp:inline><wp:docPr descr="ảnh"/><a:blip r:link="x9"/></wp:inline></w:drawing></w:r>'

# Pasted from a web page: pictures that lie there, no-break spaces, pictographs.
case("dan-tu-trang-web",
     styled("H1", "Cảnh báo lừa đảo qua điện thoại") + styled("NormalWeb", "📢\u00a0Bà con\u00a0chú ý!") + para(LINKED) + styled("H2", "Dấu hiệu") + styled("NormalWeb", "- Xưng là công an;")
     + styled("NormalWeb", "- Đòi chuyển tiền.") + styled("H2", "Gọi ai") + styled("NormalWeb", "Gọi 113."),
     other("page", "Cảnh báo lừa đảo qua điện thoại", text("📢 Bà con chú ý!"), heading(2, "Dấu hiệu"), item("-", 1, "Xưng là công an;"), item("-", 1, "Đòi chuyển tiền."),
           heading(2, "Gọi ai"), text("Gọi 113."), report=["kind-guessed", "external-picture-not-fetched"]), styles=WEB_STYLES)

# Steps in a table: what to do beside what is to be seen.
case("huong-dan-trong-bang",
     centre(bold("HƯỚNG DẪN NỘP HỒ SƠ")) + p("Bà con làm theo ba bước.")
     + rows([cell(p(bold("Bước 1: "), "Mở trang dịch vụ công.")), cell(para(docx.picture("p1", "Trang chủ")))],
            [cell(p(bold("Bước 2: "), "Nhấn ", bold("Nộp hồ sơ"), ".")), cell(para(docx.picture("p2", "Nút Nộp hồ sơ")))])
     + p(bold("Bước 3: "), "Chờ tin nhắn."),
     other("guide", "Hướng dẫn nộp hồ sơ", text("Bà con làm theo ba bước."), item("1.", 1, "Mở trang dịch vụ công.", label="Bước 1:"),
           {"type": "picture", "file": "image1.png", "alt": "Trang chủ"}, item("2.", 1, "Nhấn Nộp hồ sơ.", bold=["Nộp hồ sơ"], label="Bước 2:"),
           {"type": "picture", "file": "image2.png", "alt": "Nút Nộp hồ sơ"}, item("3.", 1, "Chờ tin nhắn.", label="Bước 3:"), pictures=["image1.png", "image2.png"]),
     media=[docx.png(), docx.png(3, 3)])
