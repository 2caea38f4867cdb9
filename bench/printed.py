# SPDX-License-Identifier: MIT
"""Makes what the benchmark prints: distinct letters, a bulletin for all communes of the country, a booklet. The same letter as Markdown
for loa, as the XHTML that loa makes of it, and in Typst's own language.
"""
import html
import json
import random
import shutil

from generate import ACTIONS, MATTERS, paragraph, sentence, write

PROVINCES = ["01", "04", "08", "11", "12", "14", "19", "20", "25", "31", "33", "37", "38", "40", "42", "44", "46", "48", "51", "52",
             "56", "66", "68", "75", "79", "80", "82", "86", "91", "92", "96"]
SYLLABLES = ["An", "Bình", "Cẩm", "Châu", "Đông", "Giang", "Hòa", "Hưng", "Khánh", "Lạc", "Long", "Minh", "Mỹ", "Nghĩa", "Ninh", "Phú",
             "Phước", "Quảng", "Sơn", "Tân", "Thạnh", "Thiện", "Tiến", "Trung", "Vĩnh", "Xuân", "Yên"]
COPIES = ["Như trên", "UBND thành phố (để báo cáo)", "Công an thành phố (để phối hợp)", "Lưu: VT"]
PARENT, ISSUER = "UBND THÀNH PHỐ ĐỒNG NAI", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
ADDRESSEES = "Ủy ban nhân dân các xã, phường"


def letters(count):
    """(number, subject, paragraphs): each fills most of its page."""
    for number in range(1, count + 1):
        rng = random.Random(number)
        paragraphs = [" ".join(sentence(rng) for _ in range(2)) for _ in range(4)]
        paragraphs[-1] = paragraphs[-1][:-1] + "./."
        yield number, f"{rng.choice(ACTIONS)} về {rng.choice(MATTERS)}", paragraphs


def letters_for_loa(folder, count):
    write(folder / "content/site.yaml", "title: Công văn\nbase_url: https://bantin.dongnai.gov.vn/\noffice: so\n")
    write(folder / "content/offices.yaml", f'so:\n  locality: "75"\n  parent_lines: [{PARENT}]\n  name_lines: [{ISSUER}]\n'
          "  name: Sở Khoa học và Công nghệ\n")
    copies = "".join(f'  - "{line}"\n' for line in COPIES)
    for number, subject, paragraphs in letters(count):
        write(folder / f"content/cong-van/cv-{number:04d}.md",
              f"---\nloại: công văn\ntiêu đề: Công văn {number}\ntóm tắt: {subject}\nngày: 5/3/2026\nsố: {number}/SKHCN-CĐS\n"
              f"trích yếu: {subject}\nkính gửi: {ADDRESSEES}\nnơi nhận:\n{copies}người ký:\n  quyền hạn: [KT. GIÁM ĐỐC]\n"
              "  chức vụ: PHÓ GIÁM ĐỐC\n  họ tên: Nguyễn Văn A\n---\n\n" + "\n\n".join(paragraphs) + "\n")


def page_of_letter(letter):
    """As templates/print/letter.mustache makes it."""
    number, subject, paragraphs = letter
    body = "\n".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    copies = "\n".join(f"<li>{line}{'.' if line == COPIES[-1] else ';'}</li>" for line in COPIES)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi" lang="vi">
<head>
<meta charset="UTF-8"/>
<title>Công văn {number}</title>
<link rel="stylesheet" href="print.css"/>
<link rel="stylesheet" href="letter.css"/>
</head>
<body class="letter size-14">
<main>
<header lang="vi">
<div class="row">
<div class="left">
<p class="parent">{PARENT}</p>
<p class="issuer"><span class="measure"><b>{ISSUER}</b><span class="rule"></span></span></p>
</div>
<div class="right">
<p class="nation">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
<p class="motto"><span>Độc lập - Tự do - Hạnh phúc</span></p>
</div>
</div>
<div class="row numbered">
<div class="left">
<p class="number">Số: {number}/SKHCN-CĐS</p>
<h1 class="about">V/v {html.escape(subject)}</h1>
</div>
<div class="right">
<p class="date">Đồng Nai, ngày 05 tháng 3 năm 2026</p>
</div>
</div>
</header>
<div class="to" lang="vi">
<p class="one">Kính gửi: {ADDRESSEES}</p>
</div>
<div class="body">
{body}
</div>
<div class="row closing" lang="vi">
<div class="copies">
<p>Nơi nhận:</p>
<ul>
{copies}
</ul>
</div>
<div class="signature">
<p>KT. GIÁM ĐỐC</p>
<p>PHÓ GIÁM ĐỐC</p>
<p class="name">Nguyễn Văn A</p>
</div>
</div>
</main>
</body>
</html>
"""


def typst_of_letter(letter):
    number, subject, paragraphs = letter
    copies = " \\ ".join(f"\\- {line}{'.' if line == COPIES[-1] else ';'}" for line in COPIES)
    return f"""#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: "Liberation Serif", size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 10mm, all: true), spacing: 12pt)
#let head(left, right) = grid(columns: (42.5%, 57.5%), align: center, left, right)
#head([#text(size: 13pt)[{PARENT} \\ *{ISSUER}*] #line(length: 20mm, stroke: 0.75pt)],
  [*#text(size: 13pt)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM] \\ Độc lập - Tự do - Hạnh phúc* #line(length: 50mm, stroke: 0.75pt)])
#head([#text(size: 13pt)[Số: {number}/SKHCN-CĐS \\ V/v {subject}]], [_Đồng Nai, ngày 05 tháng 3 năm 2026_])
#align(center)[Kính gửi: {ADDRESSEES}]

{chr(10).join(text + chr(10) for text in paragraphs)}
#grid(columns: (46%, 54%), [#text(size: 12pt)[_*Nơi nhận:*_] \\ #text(size: 11pt)[{copies}]],
  align(center)[*KT. GIÁM ĐỐC \\ PHÓ GIÁM ĐỐC #v(27mm) Nguyễn Văn A*])
"""


def letters_for_peers(folder, sheets, count):
    """0001.html … with the style sheets of loa beside them, and letters.json for letters.mjs."""
    folder.mkdir(parents=True)
    for name in ("print.css", "letter.css"):
        shutil.copy(sheets / name, folder)
    for letter in letters(count):
        write(folder / f"{letter[0]:04d}.html", page_of_letter(letter))
    write(folder / "letters.json", json.dumps([typst_of_letter(letter) for letter in letters(count)]))


def kits_for_loa(folder, count, with_numbers=False):
    """A bulletin with its leaflet and its scripts for `count` communes, each with a number of its own; `with_numbers`: the text says it,
    too."""
    rng = random.Random(count)
    rows = ["code,name,unit_type,province_code,phone"]
    ask = "đến hỏi cơ quan Công an gần nhất" if not with_numbers else (
        "gọi {{#cơ quan.điện thoại}}{{cơ quan.điện thoại}}{{/cơ quan.điện thoại}}{{^cơ quan.điện thoại}}113{{/cơ quan.điện thoại}} để hỏi")
    for number in range(count):
        name = " ".join(rng.sample(SYLLABLES, 2))
        rows.append(f"{number + 10001},{name},{'Phường' if number % 3 == 0 else 'Xã'},{PROVINCES[number * len(PROVINCES) // count]}"
                    + f",0270 {3000 + number // 1000} {number % 1000:03d}")
    write(folder / "content/localities.csv", "\n".join(rows) + "\n")
    write(folder / "content/site.yaml", 'title: Bản tin\nbase_url: https://bantin.dongnai.gov.vn/\noffice: "75"\n'
          "manual: https://vneid.gov.vn/huongdan/HDSN_VNeID.pdf\n")
    write(folder / "content/ban-tin/kich-hoat.md", """---
loại: bản tin
tiêu đề: Đã được cấp tài khoản, bà con kích hoạt trong 7 ngày
tóm tắt: Nhắc bà con mở VNeID, kích hoạt tài khoản trong vòng 7 ngày kể từ ngày nhận thông báo.
ngày: 2/11/2026
phát hành đến: "*"
đầu ra: [tờ rơi, kịch bản in]
phát thanh:
  giờ: ["07:00", "16:45"]
---

Bà con nào vừa nhận thông báo được cấp tài khoản thì kích hoạt ngay. Thời hạn là 7 ngày, tính từ ngày nhận thông báo.

Bà con làm ba việc:

1. Xem lại thông báo trên ứng dụng VNeID, trong tin nhắn hoặc trong thư điện tử.
2. Mở ứng dụng VNeID trên điện thoại.
3. Kích hoạt theo lời nhắc trên màn hình. Tên đăng nhập là số định danh cá nhân của bà con.

Kích hoạt xong, bà con nộp được hồ sơ dịch vụ công trực tuyến, báo tin về an ninh, trật tự và dùng nhiều tiện ích khác. Mật khẩu là của riêng mình, bà con không đọc cho ai, kể cả người tự xưng là cán bộ.

Nhà có người lớn tuổi, mong con cháu giúp ông bà làm các bước này. Chỗ nào vướng, bà con ASK.
""".replace("ASK", ask))


def booklet(path, sections):
    """A section is about a page of A5."""
    rng = random.Random(sections)
    parts = [f"<h2>{number}. {rng.choice(MATTERS)}</h2>" + "".join(f"<p>{html.escape(paragraph(rng)[:450])}</p>" for _ in range(4))
             for number in range(1, sections + 1)]
    write(path, '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>Sổ tay</title><style>'
          "@page { size: A5; margin: 15mm; @bottom-center { content: counter(page) } } body { font: 11pt/1.4 \"Liberation Serif\", serif }"
          " p { text-align: justify; margin-top: 4pt } h2 { break-after: avoid }</style></head><body>\n" + "\n".join(parts) + "\n</body></html>\n")


def long_table(path, rows):
    """As a list of households has them: cells of a word or two; about 25 rows to a page of A5."""
    rng = random.Random(rows)
    lines = "".join(f"<tr><td>{number}</td><td>Hộ ông {' '.join(rng.sample(SYLLABLES, 2))} {number}</td><td>Khu phố {number % 9}</td>"
                    f"<td>{rng.randint(1, 999999)}</td><td></td></tr>" for number in range(1, rows + 1))
    write(path, '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>Danh sách</title><style>'
          "@page { size: A5; margin: 15mm } body { margin: 0; font: 11pt/1.4 \"Liberation Serif\", serif } table { width: 100% }"
          " td { border: 0.5pt solid #000 }</style></head><body><table><thead><tr><th>TT</th><th>Chủ hộ</th><th>Khu phố</th><th>Mã</th>"
          f"<th>Ký nhận</th></tr></thead><tbody>{lines}</tbody></table></body></html>\n")
