# SPDX-License-Identifier: MIT
"""Still more Word files: forms, several signers, objects with a picture in their place, lists that begin anew, two languages, and what other writers than
Word make of all that. As in structures.py, the import that is wanted was written before it was tried."""
import docx
from docx import COUNTRY, bold, p, run
from structures import (BREAK, DEL, INS, LANDSCAPE, MOTTO, NONE, PORTRAIT, SIGNED, TAB, THANKS, TO, case, cell, centre, closing, head, heading, issuer,
                        italic, item, letter, national, numbered, other, para, rows, styled, STYLES, text)

# --- forms --------------------------------------------------------------------------------------------

FIELD = ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/>{}</w:ffData></w:fldChar></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
         '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def tick(is_set):
    """A check box of a form of 2003: what it shows stands in no text."""
    return FIELD.format(f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{"<w:checked/>" if is_set else ""}</w:checkBox>', "FORMCHECKBOX", "")


def fill_in(words):
    return FIELD.format("<w:textInput/>", "FORMTEXT", run(words))


case("phieu-o-chon-doi-2003",
     head("Số: 12/PB-SVHTT", None) + centre(bold("PHIẾU BÁO")) + centre(bold("Tình trạng cụm loa")) + para("Họ và tên: ", fill_in("Lê Văn Cường"))
     + para("Đơn vị: ", fill_in("\u2002\u2002\u2002\u2002\u2002")) + para(tick(True), " Loa còn tốt") + para(tick(False), " Loa hỏng")
     + para('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', " Cần thay ", '<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', " Không cần thay")
     + closing(*SIGNED, copies=("Các xã", "Lưu: VT")),
     letter(text("Họ và tên: Lê Văn Cường"), text("Đơn vị:"), text("☒ Loa còn tốt"), text("☐ Loa hỏng"), text("☑ Cần thay ☐ Không cần thay"), kind="typed",
            tên_loại="phiếu báo", số="12/PB-SVHTT", trích_yếu="Tình trạng cụm loa", kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"]))

CHOICE = '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Khác" w:value="3"/></w:dropDownList></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'

# A form of content controls: a row is one, so is a cell; a list that opens shows what was chosen.
case("bieu-mau-dieu-khien-trong-bang",
     head() + TO + p("Đề nghị các xã điền biểu sau:")
     + rows([cell(p(bold("Nội dung"))), cell(p(bold("Kết quả")))], borders=True).replace(
         "</w:tbl>", f"<w:sdt><w:sdtContent><w:tr>{cell(p('Loại loa'))}<w:sdt><w:sdtContent>{cell(para(CHOICE.format(run('Không dây'))))}</w:sdtContent></w:sdt></w:tr>"
                     "</w:sdtContent></w:sdt></w:tbl>")
     + THANKS + closing(*SIGNED),
     letter(text("Đề nghị các xã điền biểu sau:"), {"type": "table", "header": ["Nội dung", "Kết quả"], "rows": [["Loại loa", "Không dây"]]}, text("Trân trọng./."),
            never=["Khác"]))

# --- letterheads --------------------------------------------------------------------------------------

# Tabs that centre, a joint head of two offices, blanks where a tab was forgotten.
case("lien-tich-dung-tab",
     para(TAB, "UBND TỈNH HÀ PHONG", TAB, bold(COUNTRY)) + para(TAB, bold("SỞ VĂN HÓA - SỞ Y TẾ"), TAB, bold(MOTTO)) + para(TAB, "________", TAB, "________________")
     + para(TAB, "Số: 12/KH-SVH-SYT", "        ", italic("Hà Phong, ngày 06 tháng 3 năm 2026")) + p("") + centre(bold("KẾ HOẠCH")) + centre(bold("Phòng, chống sốt xuất huyết"))
     + p("1. Các xã diệt lăng quăng.")
     + rows([cell(centre(bold("GIÁM ĐỐC SỞ Y TẾ")), centre(""), centre(bold("Hồ Thị Mai"))),
             cell(centre(bold("GIÁM ĐỐC SỞ VĂN HÓA")), centre(""), centre(bold("Trần Thị Bình")))])
     + p(bold("Nơi nhận:")) + p("- Các xã;") + p("- Lưu: VT (2 Sở)."),
     letter(item("1.", 1, "Các xã diệt lăng quăng."), kind="typed", tên_loại="kế hoạch", số="12/KH-SVH-SYT", trích_yếu="Phòng, chống sốt xuất huyết", kính_gửi=None,
            nơi_nhận=["Các xã", "Lưu: VT (2 Sở)"], người_ký=[{"quyền hạn": [], "chức vụ": "GIÁM ĐỐC SỞ Y TẾ", "họ tên": "Hồ Thị Mai"},
                                                              {"quyền hạn": [], "chức vụ": "GIÁM ĐỐC SỞ VĂN HÓA", "họ tên": "Trần Thị Bình"}],
            cơ_quan={"chu_quan": ["UBND TỈNH HÀ PHONG"], "ten": ["SỞ VĂN HÓA - SỞ Y TẾ"], "dia_danh": "Hà Phong"}))

# In two languages: the state is named twice, so is the day, and each paragraph has its twin beside it in a table without lines.
case("song-ngu",
     rows([cell(centre("UBND TỈNH HÀ PHONG"), centre(bold("SỞ VĂN HÓA")), centre("Số/No.: 12/SVHTT-TTCS"), centre("V/v treo cờ")),
           cell(centre(bold(COUNTRY)), centre(bold("SOCIALIST REPUBLIC OF VIET NAM")), centre(bold(MOTTO)), centre(bold("Independence - Freedom - Happiness")),
                centre(italic("Hà Phong, ngày 06 tháng 3 năm 2026")), centre(italic("Ha Phong, 06 March 2026")))])
     + TO + p("Sở đề nghị các xã treo cờ.") + p(italic("The Department asks all communes to put up flags.")) + THANKS + closing(*SIGNED),
     letter(text("Sở đề nghị các xã treo cờ."), text("The Department asks all communes to put up flags."), text("Trân trọng./."),
            never=["SOCIALIST", "06 March"]))

# Whom it is for stands in an old table of three columns, a row for each.
case("kinh-gui-bang-ba-cot",
     head() + rows([cell(p(bold("Kính gửi:"))), cell(p("-")), cell(p("Ủy ban nhân dân các xã;"))], [cell(p("")), cell(p("-")), cell(p("Các đài truyền thanh;"))],
                   [cell(p("")), cell(p("-")), cell(p("Công an tỉnh."))])
     + p("Sở đề nghị các đơn vị treo cờ.") + THANKS + closing(*SIGNED),
     letter(text("Sở đề nghị các đơn vị treo cờ."), text("Trân trọng./."), kính_gửi=["Ủy ban nhân dân các xã", "Các đài truyền thanh", "Công an tỉnh"]))

# The number of the decision stands in the header of each page of what it issues; so does a running title.
case("so-o-dau-moi-trang",
     rows([cell(centre("UBND TỈNH HÀ PHONG"), centre(bold("SỞ VĂN HÓA"))), cell(centre(bold(COUNTRY)), centre(bold(MOTTO)))])
     + centre(bold("QUY ĐỊNH")) + centre(bold("Vận hành đài truyền thanh")) + centre(italic("(Kèm theo Quyết định số 12/QĐ-SVHTT ngày 06 tháng 3 năm 2026 của Giám đốc Sở Văn hóa)"))
     + p(bold("Điều 1. Giờ phát")) + p("1. Buổi sáng từ 05 giờ."),
     letter(heading(2, "Điều 1. Giờ phát"), item("1.", 1, "Buổi sáng từ 05 giờ."), kind="typed", tên_loại="quy định", số=NONE, ngày=NONE,
            trích_yếu="Vận hành đài truyền thanh", kính_gửi=None, nơi_nhận=None, người_ký={"quyền hạn": [], "chức vụ": None, "họ tên": None},
            cơ_quan={"chu_quan": ["UBND TỈNH HÀ PHONG"], "ten": ["SỞ VĂN HÓA"], "dia_danh": None},
            kèm_theo="Quyết định số 12/QĐ-SVHTT ngày 06 tháng 3 năm 2026 của Giám đốc Sở Văn hóa", never=["08:30:00", "Trang"]),
     header=para("Số: 12/QĐ-SVHTT; 06/3/2026 08:30:00 +07:00", jc="right") + centre("Trang 2"))

# --- the end ------------------------------------------------------------------------------------------

case("ba-nguoi-ky",
     head("Số: 12/BB-SVHTT", None, "Hà Phong, ngày 06 tháng 3 năm 2026") + centre(bold("BIÊN BẢN")) + centre(bold("Kiểm tra an toàn phòng cháy"))
     + p("Hôm nay, hồi 08 giờ 00, chúng tôi gồm:") + p("1. Ông Lê Văn Cường, Đội trưởng;") + p("2. Bà Hồ Thị Mai, chủ cơ sở.") + p("Biên bản lập thành 03 bản./.")
     + rows([cell(centre(bold("ĐẠI DIỆN CƠ SỞ")), centre(italic("(Ký, ghi rõ họ tên)")), centre(""), centre(bold("Hồ Thị Mai"))),
             cell(centre(bold("NGƯỜI CHỨNG KIẾN")), centre(italic("(Ký, ghi rõ họ tên)")), centre(""), centre(bold("Phạm Văn Em"))),
             cell(centre(bold("ĐẠI DIỆN ĐOÀN KIỂM TRA")), centre(italic("(Ký, ghi rõ họ tên)")), centre(""), centre(bold("Lê Văn Cường")))]),
     letter(text("Hôm nay, hồi 08 giờ 00, chúng tôi gồm:"), item("1.", 1, "Ông Lê Văn Cường, Đội trưởng;"), item("2.", 1, "Bà Hồ Thị Mai, chủ cơ sở."),
            text("Biên bản lập thành 03 bản./."), kind="typed", tên_loại="biên bản", số="12/BB-SVHTT", trích_yếu="Kiểm tra an toàn phòng cháy", kính_gửi=None,
            nơi_nhận=None, người_ký=[{"quyền hạn": [], "chức vụ": "ĐẠI DIỆN CƠ SỞ", "họ tên": "Hồ Thị Mai"},
                                     {"quyền hạn": [], "chức vụ": "NGƯỜI CHỨNG KIẾN", "họ tên": "Phạm Văn Em"},
                                     {"quyền hạn": [], "chức vụ": "ĐẠI DIỆN ĐOÀN KIỂM TRA", "họ tên": "Lê Văn Cường"}], never=["Ký, ghi rõ"]))

STAMP = ('<w:r><w:drawing><wp:anchor behindDoc="1"><wp:docPr id="{0}" name="Picture {0}"/><a:blip r:embed="p{0}"/></wp:anchor></w:drawing></w:r>')

# The stamp of who received it floats below the number, the seal hangs on an empty paragraph over the signature, the signature in the cell of the copies.
case("dau-den-va-con-dau",
     rows([cell(*issuer(), para(STAMP.format(1), jc="center")), cell(*national())]) + TO + p("Sở đề nghị các xã treo cờ.") + THANKS + para(STAMP.format(2))
     + rows([cell(p(bold("Nơi nhận:"), STAMP.format(3)), p("- Như trên;"), p("- Lưu: VT.")), cell(*[centre(bold(line)) for line in SIGNED])]),
     letter(text("Sở đề nghị các xã treo cờ."), text("Trân trọng./."), report=["signature-picture-dropped"]), media=[docx.png(), docx.png(3, 3), docx.png(4, 4)])

# --- the text -----------------------------------------------------------------------------------------

LEVELS = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
          '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl>'
          '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
          '<w:lvl w:ilvl="3"><w:start w:val="0"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
          '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>')

# Numbers of the second level run on through the chapters; letters begin anew below each of them.
case("nhieu-cap-chay-tiep",
     head("Số: 12/KH-SVHTT", None) + centre(bold("KẾ HOẠCH")) + centre(bold("Treo cờ")) + numbered(1, 0, bold("MỤC ĐÍCH")) + numbered(1, 1, "Trang trọng:")
     + numbered(1, 2, "Cờ mới;") + numbered(1, 2, "Cột thẳng:") + numbered(1, 3, "Cao 5 m;") + numbered(1, 3, "Sơn trắng.") + numbered(1, 0, bold("THỰC HIỆN"))
     + numbered(1, 1, "Các xã:") + numbered(1, 2, "Mua cờ;") + numbered(1, 2, "Treo cờ.") + numbered(2, 0, "Báo cáo;") + numbered(2, 0, "Họp.")
     + closing(*SIGNED, copies=("Các xã", "Lưu: VT")),
     letter(heading(2, "I. MỤC ĐÍCH"), item("1.", 1, "Trang trọng:"), item("a)", 2, "Cờ mới;"), item("b)", 2, "Cột thẳng:"), item("-", 3, "Cao 5 m;"),
            item("-", 3, "Sơn trắng."), heading(2, "II. THỰC HIỆN"), item("2.", 1, "Các xã:"), item("a)", 2, "Mua cờ;"), item("b)", 2, "Treo cờ."),
            item("(05)", 3, "Báo cáo;"), item("(06)", 3, "Họp."), kind="typed", tên_loại="kế hoạch", số="12/KH-SVHTT", trích_yếu="Treo cờ", kính_gửi=None,
            nơi_nhận=["Các xã", "Lưu: VT"]), numbering=LEVELS)


def shape(words):
    return f"<wps:wsp><wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx></wps:wsp>"


# A chart of who does what, drawn of boxes in a group with arrows between them.
case("so-do-hop-trong-nhom",
     head() + TO + p("Bộ máy như sau:")
     + para('<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline><wp:docPr id="1" name="Group 1"/><a:graphic><a:graphicData>'
            '<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">' + shape("Trưởng ban") + "<wps:wsp><wps:cNvCnPr/></wps:wsp>"
            + shape("Phó ban") + shape("Ủy viên") + "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:group><v:shape><v:textbox>"
            f"<w:txbxContent>{p('Trưởng ban')}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></mc:Fallback></mc:AlternateContent></w:r>") + THANKS + closing(*SIGNED),
     letter(text("Bộ máy như sau:"), text("Trưởng ban", from_text_box=True), text("Phó ban", from_text_box=True), text("Ủy viên", from_text_box=True), text("Trân trọng./."),
            report=["text-box-moved"]))

SMART = ('<w:r><w:drawing><wp:inline><wp:docPr id="4" name="Diagram 4"/><a:graphic><a:graphicData><dgm:relIds xmlns:dgm="dgm" r:dm="d1"/></a:graphicData></a:graphic></wp:inline>'
         "</w:drawing></w:r>")
NEW_CHART = ('<w:r><mc:AlternateContent><mc:Choice Requires="cx1"><w:drawing><wp:inline><wp:docPr id="5" name="Chart 5"/><a:graphic><a:graphicData><cx:chart xmlns:cx="cx" r:id="c1"/>'
             '</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:drawing><wp:inline><wp:docPr id="6" name="Picture 6" descr="Biểu đồ số loa"/>'
             '<a:blip r:embed="p1"/></wp:inline></w:drawing></mc:Fallback></mc:AlternateContent></w:r>')

# SmartArt has no other form; a chart of a later Word has a picture of itself for the others.
case("smartart-va-bieu-do-moi",
     head() + TO + p("Quy trình như sau:") + para(SMART) + p("Kết quả như sau:") + para(NEW_CHART) + THANKS + closing(*SIGNED),
     letter(text("Quy trình như sau:"), text("Kết quả như sau:"), {"type": "picture", "file": "image1.png", "alt": "Biểu đồ số loa"}, text("Trân trọng./."),
            report=["object-dropped"], pictures=["image1.png"]), media=[docx.png()])

REMARK = ('<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
MOVED_FROM = '<w:moveFromRangeStart w:id="5" w:name="m1"/><w:p><w:pPr><w:rPr><w:moveFrom w:id="3" w:author="A"/></w:rPr></w:pPr><w:moveFrom w:id="3" w:author="A">{}</w:moveFrom></w:p><w:moveFromRangeEnd w:id="5"/>'
MOVED_TO = '<w:moveToRangeStart w:id="6" w:name="m1"/><w:p><w:pPr><w:rPr><w:moveTo w:id="4" w:author="A"/></w:rPr></w:pPr><w:moveTo w:id="4" w:author="A">{}</w:moveTo></w:p><w:moveToRangeEnd w:id="6"/>'

# A paragraph was moved behind another, which somebody asks about; a word of it was struck out and put in anew.
case("doi-doan-va-nhan-xet",
     head() + TO + MOVED_FROM.format(run("1. Treo cờ.")) + para(REMARK.format(run("2. Treo đèn."))) + MOVED_TO.format(run("1. Treo cờ."))
     + para("3. Báo cáo trước ngày ", DEL.format('<w:r><w:delText>20/3</w:delText></w:r>'), INS.format(run("25/3")), ".") + THANKS + closing(*SIGNED),
     letter(item("2.", 1, "Treo đèn."), item("1.", 1, "Treo cờ."), item("3.", 1, "Báo cáo trước ngày 25/3."), text("Trân trọng./."),
            report=["comments-dropped", "tracked-changes-accepted"], nháp=True, never=["20/3", "Ai trả tiền"]),
     comments=f'<w:comment w:id="1" w:author="B">{p("Ai trả tiền đèn?")}</w:comment>')

NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTES = ('<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
         + "".join(f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>'
                   for n, words in ((2, "Không kể loa cầm tay."), (3, "Xã mới."))))

case("cuoc-chu-trong-bang",
     head() + TO + p("Số liệu:") + rows([cell(p(bold("Xã"))), cell(para(bold("Số loa"), NOTE.format(2)))], [cell(para("Đông Hòa", NOTE.format(3))), cell(p("10"))], borders=True)
     + THANKS + closing(*SIGNED),
     letter(text("Số liệu:"), {"type": "table", "header": ["Xã", "Số loa"], "rows": [["Đông Hòa", "10"]]}, text("Trân trọng./."), report=["footnote-moved"]),
     footnotes=NOTES)

# Two tables of figures side by side, held by one without lines.
case("hai-bang-canh-nhau",
     head() + TO + p("Số liệu hai vùng:")
     + rows([cell(p("Ven biển"), rows([cell(p("Xã")), cell(p("Loa"))], [cell(p("Đông Hòa")), cell(p("10"))], borders=True), p("")),
             cell(p("Miền núi"), rows([cell(p("Xã")), cell(p("Loa"))], [cell(p("Sơn Hạ")), cell(p("4"))], borders=True), p(""))])
     + THANKS + closing(*SIGNED),
     letter(text("Số liệu hai vùng:"), text("Ven biển"), {"type": "table", "header": ["Xã", "Loa"], "rows": [["Đông Hòa", "10"]]}, text("Miền núi"),
            {"type": "table", "header": ["Xã", "Loa"], "rows": [["Sơn Hạ", "4"]]}, text("Trân trọng./.")))

# A form and a wide table behind a plan, each in a section of its own, named in three ways.
case("bieu-mau-ngang-kem-theo",
     head("Số: 12/KH-SVHTT", None) + centre(bold("KẾ HOẠCH")) + centre(bold("Treo cờ")) + p("Các xã báo cáo theo mẫu kèm theo.") + closing(*SIGNED, copies=("Các xã", "Lưu: VT"))
     + para("", more=PORTRAIT) + para(bold("Mẫu số 01"), jc="right") + centre(bold("BÁO CÁO TREO CỜ")) + p("Họ và tên: …………") + para("", more=PORTRAIT)
     + centre(bold("PHỤ LỤC SỐ 02")) + centre(bold("DANH SÁCH TUYẾN ĐƯỜNG")) + rows([cell(p("STT")), cell(p("Tuyến"))], [cell(p("1")), cell(p("Hùng Vương"))], borders=True) + LANDSCAPE,
     letter(text("Các xã báo cáo theo mẫu kèm theo."), {"type": "appendix", "label": "Mẫu số 01", "title": "BÁO CÁO TREO CỜ"}, text("Họ và tên: …………"),
            {"type": "appendix", "label": "PHỤ LỤC SỐ 02", "title": "DANH SÁCH TUYẾN ĐƯỜNG", "landscape": True},
            {"type": "table", "header": ["STT", "Tuyến"], "rows": [["1", "Hùng Vương"]]}, kind="typed", tên_loại="kế hoạch", số="12/KH-SVHTT", trích_yếu="Treo cờ",
            kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"]))

# --- other writers ------------------------------------------------------------------------------------

OFF = '<w:b w:val="false"/><w:i w:val="off"/><w:vanish w:val="0"/><w:caps w:val="0"/>'
PLAIN = '<w:pBdr/><w:spacing/><w:ind/>'
ONLY_NUMBERS = ('<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:isLgl w:val="false"/><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:suff w:val="tab"/><w:lvlText w:val="%1."/></w:lvl>'
                '<w:lvl w:ilvl="1"><w:isLgl w:val="false"/><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>')

# ONLYOFFICE: a run for each word, looks that are switched off, borders and indents that say nothing.
case("onlyoffice",
     head("Số: 12/BC-SVHTT", None) + centre(bold("BÁO CÁO")) + centre(bold("Kết quả "), bold("treo cờ")) + numbered(1, 0, bold("KẾT "), bold("QUẢ"))
     + para(run("Các ", OFF), run("xã ", OFF), run("đã treo ", OFF), run("cờ.", OFF), more=PLAIN) + numbered(1, 1, run("Xã Đông Hòa;", OFF)) + numbered(1, 1, run("Xã Tân Mai.", OFF))
     + rows([cell(p("Xã")), cell(p("Cờ"))], ['<w:trPr><w:tblHeader w:val="false"/></w:trPr>', cell(p("Đông Hòa")), cell(p("10"))], borders=True)
     + closing(*SIGNED, copies=("Các xã", "Lưu: VT")),
     letter(heading(2, "I. KẾT QUẢ"), text("Các xã đã treo cờ."), item("1.", 1, "Xã Đông Hòa;"), item("2.", 1, "Xã Tân Mai."),
            {"type": "table", "header": ["Xã", "Cờ"], "rows": [["Đông Hòa", "10"]]}, kind="typed", tên_loại="báo cáo", số="12/BC-SVHTT", trích_yếu="Kết quả treo cờ",
            kính_gửi=None, nơi_nhận=["Các xã", "Lưu: VT"]), numbering=ONLY_NUMBERS)

# Google Docs: the letterhead is a list of columns in an own section, the signature a table whose rows are one line each.
case("google-docs-chu-ky-tung-dong",
     head() + TO + p("Sở đề nghị các xã treo cờ.") + THANKS
     + rows([cell(p(bold("Nơi nhận:"))), cell(centre(bold("KT. GIÁM ĐỐC")))], [cell(p("- Như trên;")), cell(centre(bold("PHÓ GIÁM ĐỐC")))], [cell(p("- Lưu: VT.")), cell(p(""))],
            [cell(p("")), cell(centre(bold("Lê Văn Cường")))]),
     letter(text("Sở đề nghị các xã treo cờ."), text("Trân trọng./."), người_ký={"quyền hạn": ["KT. GIÁM ĐỐC"], "chức vụ": "PHÓ GIÁM ĐỐC", "họ tên": "Lê Văn Cường"}))

# WPS: a Choice of its own that nobody else knows, with the text again behind it; a guide.
case("wps-huong-dan",
     para('<w:r><mc:AlternateContent><mc:Choice Requires="wpsCustomData"><w:t>không ai đọc</w:t></mc:Choice></mc:AlternateContent></w:r>', bold("HƯỚNG DẪN TRA CỨU HỒ SƠ"), jc="center")
     + p(bold("Bước 1."), " Mở trang dịch vụ công.") + para(docx.picture("p1", "Trang chủ")) + centre(italic("Hình 1: Trang chủ"))
     + p(bold("Bước 2."), " Nhập mã hồ sơ", BREAK, "(in trên giấy hẹn)."),
     other("guide", "Hướng dẫn tra cứu hồ sơ", item("1.", 1, "Mở trang dịch vụ công.", label="Bước 1."),
           {"type": "picture", "file": "image1.png", "alt": "Trang chủ", "caption": "Hình 1: Trang chủ"}, item("2.", 1, "Nhập mã hồ sơ", label="Bước 2."), text("(in trên giấy hẹn)."),
           pictures=["image1.png"], never=["không ai đọc"]), media=[docx.png()])

# --- more of forms, tables and lists ------------------------------------------------------------------

LEADER = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9355"/></w:tabs>'

# Lines to be filled in are dots of a tab, which no text has.
case("dong-cham-bang-tab",
     head() + TO + para("Họ và tên: ", TAB, more=LEADER) + para("Sinh ngày: ", TAB, " Giới tính: ", TAB, more='<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="4500"/><w:tab w:val="right" w:leader="dot" w:pos="9355"/></w:tabs>')
     + THANKS + closing(*SIGNED),
     letter(text("Họ và tên: ........"), text("Sinh ngày: ........ Giới tính: ........"), text("Trân trọng./.")))

COUNTED = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
           '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')

# The first column is counted by Word: its cells hold numbers and no text.
case("so-thu-tu-tu-dong-trong-bang",
     head() + TO + p("Danh sách:")
     + rows([cell(p(bold("STT"))), cell(p(bold("Xã")))], [cell(numbered(1, 0, "")), cell(p("Đông Hòa"))], [cell(numbered(1, 0, "")), cell(p("Tân Mai"))], borders=True)
     + THANKS + closing(*SIGNED),
     letter(text("Danh sách:"), {"type": "table", "header": ["STT", "Xã"], "rows": [["1", "Đông Hòa"], ["2", "Tân Mai"]]}, text("Trân trọng./.")), numbering=COUNTED)

case("kinh-gui-mot-doan",
     head() + p("Kính gửi: Sở Tài chính; Sở Y tế; Ủy ban nhân dân các xã.") + THANKS + closing(*SIGNED),
     letter(text("Trân trọng./."), kính_gửi=["Sở Tài chính", "Sở Y tế", "Ủy ban nhân dân các xã"]))

# The first letter of a bulletin is a frame of its own.
case("chu-cai-dau-doan-lon",
     styled("T", "Mùa cưới văn minh") + para("M", more='<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>') + p("ùa cưới năm nay bà con tổ chức gọn nhẹ.")
     + p("Không đốt pháo."),
     other("page", "Mùa cưới văn minh", text("Mùa cưới năm nay bà con tổ chức gọn nhẹ."), text("Không đốt pháo."), report=["kind-guessed"]), styles=STYLES)

WING = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'

# Signs typed in Wingdings: as codes of its own, and as the letters behind them.
case("ky-hieu-go-bang-wingdings",
     head() + TO + para(run("&#xF0FE;", WING), " Đã làm") + para(run("¨", WING), " Chưa làm") + para("Bấm ", run("&#xF0E0;", WING), " Gửi") + THANKS + closing(*SIGNED),
     letter(text("☑ Đã làm"), text("☐ Chưa làm"), text("Bấm → Gửi"), text("Trân trọng./.")))

# Wrappers that change no text: direction, smart tags, proofing marks, ranges of permission.
case("vo-boc-khong-doi-chu",
     head() + TO + '<w:p><w:proofErr w:type="spellStart"/><w:dir w:val="ltr"><w:r><w:t>Sở đề </w:t></w:r></w:dir><w:bdo w:val="ltr"><w:r><w:t>nghị </w:t></w:r></w:bdo><w:smartTag w:element="place">'
     '<w:r><w:t xml:space="preserve">các xã </w:t></w:r></w:smartTag><w:permStart w:id="1" w:edGrp="everyone"/><w:r><w:t>treo cờ.</w:t></w:r><w:permEnd w:id="1"/><w:proofErr w:type="spellEnd"/></w:p>' + THANKS
     + closing(*SIGNED),
     letter(text("Sở đề nghị các xã treo cờ."), text("Trân trọng./.")))

# A watermark is a picture of letters in the header; the page number stands in a frame.
case("hinh-mo-du-thao",
     head(date="Hà Phong, ngày      tháng      năm 2026", number="Số:        /SVHTT-TTCS") + TO + THANKS + closing(*SIGNED),
     letter(text("Trân trọng./."), report=["number-missing", "day-missing"], số=NONE, ký_hiệu="SVHTT-TTCS", ngày=NONE, nháp=True, never=["DỰ THẢO"]),
     header='<w:p><w:r><w:pict><v:shape type="#_x0000_t136"><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>')

case("quyet-dinh-tham-quyen-hai-dong",
     rows([cell(centre(bold("ỦY BAN NHÂN DÂN")), centre(bold("TỈNH HÀ PHONG")), centre("Số: 12/QĐ-UBND")), cell(*national())])
     + centre(bold("QUYẾT ĐỊNH")) + centre(bold("Về việc kiện toàn Ban Chỉ đạo")) + centre(bold("chuyển đổi số tỉnh Hà Phong")) + centre("______")
     + centre(bold("CHỦ TỊCH ỦY BAN NHÂN DÂN")) + centre(bold("TỈNH HÀ PHONG")) + p(italic("Căn cứ Luật Tổ chức chính quyền địa phương;")) + p(italic("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 5/TTr-SNV."))
     + centre(bold("QUYẾT ĐỊNH:")) + p(bold("Điều 1. Kiện toàn Ban Chỉ đạo gồm:")) + p("1. Trưởng ban: Chủ tịch UBND tỉnh.") + p("2. Phó Trưởng ban:") + p("a) Phó Chủ tịch UBND tỉnh;") + p("b) Giám đốc Sở Nội vụ.")
     + p(bold("Điều 2."), " Chánh Văn phòng UBND tỉnh thi hành Quyết định này./.")
     + rows([cell(p(bold("Nơi nhận:")), p("- Như Điều 2;"), p("- Lưu: VT, NC.")),
             cell(centre(bold("KT. CHỦ TỊCH")), centre(bold("PHÓ CHỦ TỊCH")), centre(""), centre(italic("(Đã ký)")), centre(""), centre(bold("Hồ Thị Mai")))]),
     letter(text("CHỦ TỊCH ỦY BAN NHÂN DÂN", role="authority"), text("TỈNH HÀ PHONG", role="authority"), text("Căn cứ Luật Tổ chức chính quyền địa phương;", role="basis"),
            text("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 5/TTr-SNV.", role="basis"), text("QUYẾT ĐỊNH:", role="verb"), heading(2, "Điều 1. Kiện toàn Ban Chỉ đạo gồm:"),
            item("1.", 1, "Trưởng ban: Chủ tịch UBND tỉnh."), item("2.", 1, "Phó Trưởng ban:"), item("a)", 2, "Phó Chủ tịch UBND tỉnh;"), item("b)", 2, "Giám đốc Sở Nội vụ."),
            item("Điều 2.", 1, "Chánh Văn phòng UBND tỉnh thi hành Quyết định này./."), kind="typed", tên_loại="quyết định", số="12/QĐ-UBND",
            trích_yếu="Về việc kiện toàn Ban Chỉ đạo chuyển đổi số tỉnh Hà Phong", kính_gửi=None, nơi_nhận=["Như Điều 2", "Lưu: VT, NC"],
            người_ký={"quyền hạn": ["KT. CHỦ TỊCH"], "chức vụ": "PHÓ CHỦ TỊCH", "họ tên": "Hồ Thị Mai"},
            cơ_quan={"chu_quan": [], "ten": ["ỦY BAN NHÂN DÂN", "TỈNH HÀ PHONG"], "dia_danh": "Hà Phong"}, never=["Đã ký"]))

case("cong-an-cap-bac",
     rows([cell(centre("CÔNG AN TỈNH HÀ PHONG"), centre(bold("CÔNG AN XÃ ĐÔNG HÒA")), centre("Số: 45/TB-CAX")), cell(*national("Đông Hòa, ngày 6 tháng 03 năm 2026"))])
     + centre(bold("THÔNG BÁO")) + centre(bold("Về việc làm căn cước lưu động")) + p("Kính gửi: Nhân dân trong xã.") + p("Thời gian: ", bold("ngày 15/3/2026"), ".") + p("Địa điểm: Nhà văn hóa thôn Hạ./.")
     + rows([cell(p(bold("Nơi nhận:")), p("- Như trên;"), p("- Lưu: VT, CAX.")), cell(centre(bold("TRƯỞNG CÔNG AN XÃ")), centre(""), centre(bold("Thượng tá Nguyễn Văn Bảy")))]),
     letter(text("Thời gian: ngày 15/3/2026.", bold=["ngày 15/3/2026"]), text("Địa điểm: Nhà văn hóa thôn Hạ./."), kind="typed", tên_loại="thông báo", số="45/TB-CAX",
            trích_yếu="Về việc làm căn cước lưu động", kính_gửi=["Nhân dân trong xã"], nơi_nhận=["Như trên", "Lưu: VT, CAX"],
            người_ký={"quyền hạn": [], "chức vụ": "TRƯỞNG CÔNG AN XÃ", "họ tên": "Thượng tá Nguyễn Văn Bảy"},
            cơ_quan={"chu_quan": ["CÔNG AN TỈNH HÀ PHONG"], "ten": ["CÔNG AN XÃ ĐÔNG HÒA"], "dia_danh": "Đông Hòa"}))

BULLETS = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
           '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')

# Steps counted by Word, with the picture in the same paragraph, and bullets below.
case("huong-dan-anh-trong-dong",
     styled("T", "Hướng dẫn nộp hồ sơ trực tuyến") + numbered(1, 0, "Mở trang ", bold("Dịch vụ công"), ".", BREAK, docx.picture("p1", "Trang chủ")) + numbered(1, 0, "Chuẩn bị:")
     + numbered(1, 1, "Căn cước;") + numbered(1, 1, "Điện thoại.") + numbered(1, 0, "Nhấn ", bold("Gửi"), "."),
     other("guide", "Hướng dẫn nộp hồ sơ trực tuyến", item("1.", 1, "Mở trang Dịch vụ công.", bold=["Dịch vụ công"]), {"type": "picture", "file": "image1.png", "alt": "Trang chủ"},
           item("2.", 1, "Chuẩn bị:"), item("-", 2, "Căn cước;"), item("-", 2, "Điện thoại."), item("3.", 1, "Nhấn Gửi.", bold=["Gửi"]), pictures=["image1.png"]),
     numbering=BULLETS, styles=STYLES, media=[docx.png()])

# A bulletin typed without any look: its series in capitals, its day, its title bold.
case("ban-tin-khong-dinh-dang",
     p("BẢN TIN TRUYỀN THANH SỐ 12") + p("Phát ngày 20/9/2026") + p(bold("Phòng, chống cháy rừng mùa khô")) + p("Thưa bà con, thời tiết hanh khô.") + p("- Không đốt nương;")
     + p("- Không vứt tàn thuốc.") + p("Khi phát hiện cháy, gọi 114."),
     other("bulletin", "Phòng, chống cháy rừng mùa khô", text("Thưa bà con, thời tiết hanh khô."), item("-", 1, "Không đốt nương;"), item("-", 1, "Không vứt tàn thuốc."),
           text("Khi phát hiện cháy, gọi 114."), ngày="2026-09-20", report=["kind-guessed"]))

case("huong-dan-khong-dinh-dang",
     p("Hướng dẫn tra cứu phạt nguội") + p("Bước 1: Mở trang.") + p("Bước 2: Nhập biển số."),
     other("guide", "Hướng dẫn tra cứu phạt nguội", item("1.", 1, "Mở trang.", label="Bước 1:"), item("2.", 1, "Nhập biển số.", label="Bước 2:")))
