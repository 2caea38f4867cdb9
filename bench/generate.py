# SPDX-License-Identifier: MIT
"""Makes the documents of the benchmark: distinct bulletins and guides of realistic length, in Vietnamese.

A bulletin for loudspeakers runs four to five minutes, at 200 syllables a minute about 900 syllables or 5.5 kB; guides are as long.
The same bodies get the front matter of each program.
"""
import pathlib
import random

SECTIONS = ["ban-tin", "huong-dan", "an-ninh", "y-te", "giao-duc", "moi-truong", "van-hoa", "chuyen-doi-so"]

SUBJECTS = ["Công an xã", "Ủy ban nhân dân phường", "Trạm Y tế", "Trường trung học cơ sở", "Tổ công nghệ số cộng đồng",
            "Ban quản lý chợ", "Hội Liên hiệp Phụ nữ", "Đoàn Thanh niên", "Trung tâm Phục vụ hành chính công", "Nhà văn hóa thôn"]
ACTIONS = ["hướng dẫn bà con", "tổ chức buổi giới thiệu", "tiếp nhận hồ sơ", "kiểm tra an toàn", "phát tờ rơi", "lắng nghe ý kiến",
           "hỗ trợ cài đặt ứng dụng", "nhắc lịch tiêm chủng", "vận động thu gom rác thải", "cấp phát sổ theo dõi"]
MATTERS = ["tài khoản định danh điện tử", "kiến nghị, phản ánh về an ninh, trật tự", "bảo hiểm y tế hộ gia đình",
           "đăng ký thường trú, tạm trú", "phòng cháy, chữa cháy tại khu dân cư", "dịch vụ công trực tuyến",
           "phòng, chống bệnh sốt xuất huyết", "giữ gìn vệ sinh đường làng, ngõ xóm", "an toàn giao thông cho học sinh",
           "chuyển đổi số trong hợp tác xã"]
PLACES = ["tại nhà văn hóa", "ở bộ phận một cửa", "trên ứng dụng VNeID", "ngay tại tổ dân phố", "qua Cổng Dịch vụ công quốc gia",
          "trong giờ hành chính", "vào sáng thứ Bảy", "từ 7 giờ 30 phút đến 11 giờ", "trước ngày 20 tháng 5", "trong vòng 7 ngày"]
ENDS = ["Bà con mang theo thẻ căn cước và điện thoại.", "Ai chưa rõ xin hỏi tổ trưởng tổ dân phố.",
        "Thông tin của người báo tin được giữ kín.", "Mỗi gia đình cử một người tham dự.",
        "Hồ sơ đủ giấy tờ được giải quyết trong ngày.", "Người cao tuổi được ưu tiên và có người giúp tại chỗ."]
LABELS = ["Dịch vụ khác", "Kiến nghị, phản ánh về ANTT", "Ví giấy tờ", "Thủ tục hành chính", "Cài đặt", "Tạo mới yêu cầu"]


def sentence(rng):
    return (f"{rng.choice(SUBJECTS)} {rng.choice(ACTIONS)} về {rng.choice(MATTERS)} {rng.choice(PLACES)}, "
            f"phục vụ {rng.randint(12, 980)} hộ dân. {rng.choice(ENDS)}")


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.randint(3, 5)))


def steps(rng):
    lines = ["1. Mở ứng dụng **VNeID** và đăng nhập.",
             f"2. Chọn **{rng.choice(LABELS)} → {rng.choice(LABELS)}**.",
             f"3. Nhập thông tin về {rng.choice(MATTERS)}.",
             "4. Đọc lại một lượt, chọn *Xác nhận*.",
             f"5. Chọn **Gửi yêu cầu**, rồi xem [tài liệu hướng dẫn](https://vneid.gov.vn/huongdan/{rng.randint(1, 99)})."]
    return "\n".join(lines)


def table(rng):
    rows = "\n".join(f"| {rng.choice(MATTERS)} | {rng.randint(1, 9)} ngày | {rng.choice(SUBJECTS)} |" for _ in range(4))
    return "| Việc | Thời hạn | Nơi nhận |\n| --- | ---: | --- |\n" + rows


def body(rng, number):
    parts = [f"Bản tin số {number}. {paragraph(rng)}", paragraph(rng), "## Các bước thực hiện", steps(rng), paragraph(rng)]
    if number % 4 == 0:
        parts += ["## Thời hạn giải quyết", table(rng)]
    parts += ["## Bà con cần nhớ", "\n".join(f"- {sentence(rng)}" for _ in range(4)), paragraph(rng), f"> **Lưu ý.** {sentence(rng)}",
              paragraph(rng)]
    return "\n\n".join(parts) + "\n"


INITIALS = {"B": "ban", "C": "công", "D": "dân", "G": "giao", "H": "hành", "K": "khu", "L": "làng", "M": "môi", "N": "nhân", "P": "phòng", "Q": "quản",
            "R": "rừng", "S": "sinh", "T": "thông", "V": "viên", "X": "xã"}


def definitions(count):
    """One paragraph that explains as many short forms, and uses each."""
    rng = random.Random(count)
    forms = {"".join(rng.choices(list(INITIALS), k=5)): None for _ in range(2 * count)}
    return " ".join(f"{' '.join(INITIALS[letter] for letter in form).capitalize()} ({form}) có văn bản gửi {form} trong tuần này."
                    for form in list(forms)[:count])


def documents(count):
    """(section, slug, title, date, kind, summary, body)"""
    for number in range(1, count + 1):
        rng = random.Random(number)
        section = SECTIONS[number % len(SECTIONS)]
        kind = "guide" if number % 3 == 0 else "bulletin"
        title = f"{rng.choice(SUBJECTS)} {rng.choice(ACTIONS)} về {rng.choice(MATTERS)} ({number})"
        date = f"2026-{number % 9 + 1:02d}-{number % 28 + 1:02d}"
        yield section, f"bai-{number:05d}", title, date, kind, sentence(rng), body(rng, number)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def for_loa(folder, count, outputs):
    write(folder / "content/site.yaml", 'title: Bản tin\nbase_url: https://bantin.dongnai.gov.vn/\noffice: so\n'
          'manual: https://vneid.gov.vn/huongdan/HDSN_VNeID.pdf\n')
    write(folder / "content/offices.yaml",
          'so:\n  locality: "75"\n  parent_lines: [UBND THÀNH PHỐ ĐỒNG NAI]\n  name_lines: [SỞ KHOA HỌC VÀ CÔNG NGHỆ]\n'
          '  name: Sở Khoa học và Công nghệ\n  station: {name: Đài truyền thanh, slots: ["05:30"]}\n')
    for section, slug, title, date, kind, summary, text in documents(count):
        write(folder / f"content/{section}/{slug}.md",
              f"---\nkind: {kind}\ntitle: {title}\ndate: {date}\nsummary: {summary}\noutputs: [{outputs}]\n---\n\n{text}")


HEAD = '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>%s</title><link rel="stylesheet" href="/style.css"></head><body>'
NAV = "<header><p>UBND THÀNH PHỐ ĐỒNG NAI</p><p>SỞ KHOA HỌC VÀ CÔNG NGHỆ</p></header><nav><ul>" + "".join(
    f'<li><a href="/{section}/">{section}</a></li>' for section in SECTIONS) + "</ul></nav>"
FOOT = "<footer><p>Sở Khoa học và Công nghệ</p></footer></body></html>"


def for_hugo(folder, count):
    write(folder / "config.yaml", 'baseURL: https://bantin.dongnai.gov.vn/\ntitle: Bản tin\nlanguageCode: vi\npaginate: 50\n'
          'disableKinds: [taxonomy, term]\n')
    item = '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Description }}</p><time>{{ .Date.Format "02/01/2006" }}</time></li>'
    write(folder / "layouts/_default/baseof.html", HEAD % "{{ .Title }}" + NAV + '<main>{{ block "main" . }}{{ end }}</main>' + FOOT)
    write(folder / "layouts/_default/single.html", '{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Description }}</p>'
          '<time>{{ .Date.Format "02/01/2006" }}</time>{{ .Content }}</article>{{ end }}')
    write(folder / "layouts/_default/list.html", '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages).Pages }}'
          + item + "</ul>{{ end }}{{ end }}")
    write(folder / "layouts/index.html", '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 10 .Site.RegularPages }}'
          + item + "{{ end }}</ul>{{ end }}")
    for section, slug, title, date, _kind, summary, text in documents(count):
        write(folder / f"content/{section}/{slug}.md",
              f"---\ntitle: {title}\ndate: {date}\ndescription: {summary}\n---\n\n{text}")


def for_eleventy(folder, count):
    write(folder / "package.json", '{"private": true}\n')
    write(folder / ".eleventy.js", 'module.exports = () => ({ dir: { input: "content", includes: "../_includes", output: "out" },'
          ' markdownTemplateEngine: false });\n')
    write(folder / "_includes/page.njk", HEAD % "{{ title }}" + NAV + "<main><article><h1>{{ title }}</h1><p>{{ description }}</p>"
          "<time>{{ day }}</time>{{ content | safe }}</article></main>" + FOOT)
    for section, slug, title, date, _kind, summary, text in documents(count):
        write(folder / f"content/{section}/{slug}.md",
              f"---\nlayout: page.njk\ntitle: {title}\ndate: {date}\nday: {date}\ndescription: {summary}\n---\n\n{text}")
