/* SPDX-License-Identifier: MIT */
/* Which keys there are is asked of the table that reads them, so that none is forgotten and none is
 * offered that nobody reads. What stands behind them here is an example that would be read without
 * a word if its “#” were taken away. */
#include "load/blank.h"

#include <string.h>

typedef struct {
  const char *key;
  const char *value; /* what stands behind it, in Vietnamese as the document is; several lines are a
                        list or a record */
  const char *english; /* the same where the value has words in it that loa reads; or NULL */
  guint only_for;      /* set of DocumentKind; 0: all that are left */
} Example;

static const Example examples[] = {
  { "title", "Tên ngắn của văn bản trên trang", NULL, 0 },
  { "type", "thông báo", NULL, 0 },
  { "office", "\"09886\"", NULL, 0 },
  { "date", "5/3/2026", NULL, 0 },
  { "manual", "https://tinh.gov.vn/huong-dan", NULL, 0 },
  { "translation_of", "ban-goc.md", NULL, 0 },
  { "replaces", "bai-cu.md", NULL, 0 },
  { "publish", "2026-03-05 05:30", NULL, 0 },
  { "expires", "30/4/2026", NULL, 0 },
  { "distribute", "[\"09886\", \"09556\"]", NULL, 0 },
  { "outputs", "[công văn, công văn word, tờ rơi]", "[letter, letter_docx, leaflet]",
    1u << KIND_LETTER },
  { "outputs", "[web, tờ rơi, áp phích]", "[web, leaflet, poster]", 0 },
  { "print", "[tràn lề]", "[bleed]", 0 },
  { "campaign", "ten-chien-dich", NULL, 0 },
  { "co_issuer", "\"09886\"", NULL, 0 },
  { "cover", "{tệp: anh-bia.jpg, mô tả: Bà con dọn vệ sinh quanh nhà}",
    "{file: anh-bia.jpg, description: Bà con dọn vệ sinh quanh nhà}", 0 },
  { "wire_to", "Ủy ban nhân dân các xã, phường", NULL, 0 },
  { "invited", "Các ông, bà trưởng thôn", NULL, 0 },
  { "copies", "[Như trên, \"Lưu: VT\"]", NULL, 0 },
  { "jointly_with", "\"09886\"", NULL, 0 },
  { "copy_mark",
    "{hình thức: sao y, cơ quan: \"09886\", số: 15/SY-UBND, ngày: 5/3/2026, "
    "người ký: {chức vụ: CHÁNH VĂN PHÒNG}}",
    "{form: true copy, office: \"09886\", number: 15/SY-UBND, date: 5/3/2026, "
    "signer: {title: CHÁNH VĂN PHÒNG}}",
    0 },
  { "summary", "Một, hai câu nói văn bản này về việc gì.", NULL, 0 },
  { "slogan", "Không có lăng quăng, không có sốt xuất huyết", NULL, 0 },
  { "poster_title", "Chủ nhật này, cả nhà dọn dẹp", NULL, 0 },
  { "needs", "[Thẻ căn cước, Điện thoại có nối mạng]", NULL, 0 },
  { "duration", "10 phút", NULL, 0 },
  { "fee", "không mất phí", NULL, 0 },
  { "where", "Bộ phận Một cửa", NULL, 0 },
  { "who", "Mọi người từ đủ 14 tuổi", NULL, 0 },
  { "hours", "7:30–11:30, 13:30–17:00", NULL, 0 },
  { "help_points", "[Nhà văn hóa thôn]", NULL, 0 },
  { "contacts", "[Tổ công nghệ số cộng đồng]", NULL, 0 },
  { "series", "{tên: Chuyển đổi số, thứ: 1}", "{name: Chuyển đổi số, number: 1}", 0 },
  { "rounds", "{từ ngày: 5/3/2026, đến ngày: 20/3/2026}", "{from: 5/3/2026, until: 20/3/2026}", 0 },
  { "keywords", "[VNeID, căn cước]", NULL, 0 },
  { "issuer", "Chủ tịch Ủy ban nhân dân xã", NULL, 0 },
  { "attached_to", "Quyết định số 12/QĐ-UBND ngày 5/3/2026 của Ủy ban nhân dân xã", NULL, 0 },
  { "urgency", "khẩn", "urgent", 0 },
  { "digital_signature", "có", "true", 0 },
  { "contents", "có", "true", 0 },
  { "size", "13", NULL, 0 },
  { "deadline", "30/4/2026", NULL, 0 },
  { "attachments", "[{tiêu đề: Mẫu đăng ký, tệp: mau-dang-ky.pdf}]",
    "[{title: Mẫu đăng ký, file: mau-dang-ky.pdf}]", 0 },
  { "broadcast",
    "{giờ: [\"05:30\", \"17:00\"], từ ngày: 5/3/2026, đến ngày: 20/3/2026, thời lượng: 5}",
    "{times: [\"05:30\", \"17:00\"], from: 5/3/2026, until: 20/3/2026, slot: 5}", 0 },
  { "lang", "vi", NULL, 0 },
  { "review_by", "5/3/2027", NULL, 0 },
  { "event", "{ngày: 5/3/2026, giờ: 7 giờ 30}", "{day: 5/3/2026, hours: 7 giờ 30}", 0 },
  { "areas", "[Khu phố 3, đường Lê Lợi]", NULL, 0 },
  { "urgent", "có", "true", 0 },
  { "menu", "có", "true", 0 },
  { "extra", "{người soạn: Bà Lan}", NULL, 0 },
  { "old_addresses", "[tin/ten-cu.html]", NULL, ~(1u << KIND_LETTER) },
  { "waive", "{ND30-08: số của văn thư cũ}", NULL, 0 },
  { "approved", "{chức vụ: Chánh Văn phòng, ngày: 5/3/2026, mã: loa approve ghi}",
    "{position: Chánh Văn phòng, date: 5/3/2026, digest: loa approve ghi}", ~0u },
  { "sample", "có", "true", 0 },
};

static const struct {
  const char *section; /* below content/ */
  const char *body;    /* NULL: that of an official document, by what its kind has */
} kinds[] = {
  [KIND_BULLETIN] = { "ban-tin",
                      "Thưa bà con, câu đầu nói ngay điều bà con cần biết, hoặc việc bà con cần "
                      "làm.\n"
                      "\n"
                      "Mỗi đoạn nói một ý, mỗi câu dưới hai mươi chữ: người nghe loa không đọc lại "
                      "được. Ngày, giờ, số điện "
                      "thoại cứ viết bằng số; lời loa tự đọc thành chữ.\n"
                      "\n"
                      "## Việc cần làm\n"
                      "\n"
                      "1. Bắt đầu mỗi việc bằng một động từ: mở, chọn, mang, gọi.\n"
                      "2. Nói rõ ở đâu, lúc nào, cần mang theo gì.\n"
                      "\n"
                      "Câu cuối nhắc lại điều quan trọng nhất, và nơi bà con hỏi khi chưa rõ.\n" },
  [KIND_GUIDE] = { "huong-dan",
                   "Một, hai câu cho biết hướng dẫn này giúp bà con làm được việc gì.\n"
                   "\n"
                   "> **Lưu ý.** Điều dễ làm sai nhất đặt ở đây, trước các bước.\n"
                   "\n"
                   "## Các bước\n"
                   "\n"
                   "1. Mở ứng dụng, và viết tên nút **đúng như trên màn hình**.\n"
                   "2. Chọn **Mục thứ nhất → Mục thứ hai**.\n"
                   "3. Nhập những gì được hỏi.\n"
                   "4. Xem lại, rồi chọn **Gửi**.\n"
                   "\n"
                   "## Khi chưa làm được\n"
                   "\n"
                   "Bà con hỏi ai, ở đâu, vào giờ nào.\n" },
  [KIND_LETTER] = { "cong-van", NULL },
  [KIND_CHECKLIST] = { "bieu-mau", "Một câu cho biết biểu này để theo dõi việc gì, ai đánh dấu.\n"
                                   "\n"
                                   "- [ ] Việc thứ nhất\n"
                                   "- [ ] Việc thứ hai\n"
                                   "- [ ] Việc thứ ba\n" },
  [KIND_PROGRAMME] = { "ban-tin", "Mở đầu bằng một, hai câu: hôm nay đài đọc những bài nào.\n" },
  [KIND_PAGE] = { "", "Trang này giới thiệu một việc lâu dài: ai làm, ở đâu, liên hệ thế nào.\n"
                      "\n"
                      "## Liên hệ\n"
                      "\n"
                      "Địa chỉ, giờ làm việc và số điện thoại.\n" },
  [KIND_QUESTION] = { "hoi-dap", "Câu đầu trả lời ngay câu hỏi ở tiêu đề.\n"
                                 "\n"
                                 "Sau đó là cách làm, và nơi bà con hỏi thêm.\n" },
  [KIND_NOTICE] = { "thong-bao", "Việc gì diễn ra, ở đâu, bà con nào cần biết.\n"
                                 "\n"
                                 "Bà con cần làm gì trước đó, và hỏi thêm ở đâu.\n" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == N_KINDS);

const char *
blank_section (DocumentKind kind)
{
  return kinds[kind].section;
}

/* --- front matter --- */

typedef struct {
  const Blank *blank;
  const OfficialKind *official; /* of a letter */
  GString *text;
  GHashTable *written; /* Set<key> */
} Writing;

static const FrontMatterKey *
find_key (const Writing *writing, const char *english, FrontMatterKey *key)
{
  for (guint i = 0; front_matter_key (writing->blank->kind.kind, i, key); i++)
    if (strcmp (key->english, english) == 0)
      return key;
  return NULL;
}

static const char *
spelling (const Writing *writing, const FrontMatterKey *key)
{
  return writing->blank->kind.is_english ? key->english : key->vietnamese;
}

/* One of two words, by the language of the keys. */
static const char *
either (const Writing *writing, const char *english, const char *vietnamese)
{
  return writing->blank->kind.is_english ? english : vietnamese;
}

static void
write_key (Writing *writing, const char *english, const char *value)
{
  FrontMatterKey key;

  if (value == NULL || find_key (writing, english, &key) == NULL)
    return;
  g_string_append_printf (writing->text, "%s: %s\n", spelling (writing, &key), value);
  g_hash_table_add (writing->written, (gpointer) key.english);
}

/* YAML takes what begins with a letter as it is, in keys of running text (load/plain_lines.h). */
static char *
quoted (const char *title)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));

  if (g_unichar_isalpha (g_utf8_get_char (stripped)) && strpbrk (stripped, "\n\r\t") == NULL)
    return g_steal_pointer (&stripped);
  GString *text = g_string_new ("\"");
  for (const char *c = stripped; *c; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (text, "\\%c", *c);
    else
      g_string_append_c (text, (guchar) *c < ' ' ? ' ' : *c);
  g_string_append_c (text, '"');
  return g_string_free (text, FALSE);
}

/* “chờ/KH-UBND”: what is known of the number before the registry gives one. */
static char *
pending_number (const Writing *writing)
{
  const Blank *blank = writing->blank;
  const char *abbreviation = writing->official->abbreviation;
  const char *symbol = blank->office && blank->office->symbol ? blank->office->symbol : "UBND";
  const char *waits = either (writing, "pending", "chờ");

  return abbreviation ? g_strdup_printf ("%s/%s-%s", waits, abbreviation, symbol)
                      : g_strdup_printf ("%s/%s-VP", waits, symbol);
}

static gboolean
is_of_committee (const Office *office)
{
  return office == NULL || office->symbol == NULL || strcmp (office->symbol, "UBND") == 0;
}

static void
write_signers (Writing *writing)
{
  const char *title = is_of_committee (writing->blank->office) ? "CHỦ TỊCH" : "GIÁM ĐỐC";
  const char *key = either (writing, "title", "chức vụ");
  g_autofree char *one = g_strdup_printf ("{%s: %s}", key, title);
  g_autofree char *two =
    writing->official->is_between_parties
      ? g_strdup_printf ("[{%s: ĐẠI DIỆN BÊN A}, {%s: ĐẠI DIỆN BÊN B}]", key, key)
      : g_strdup_printf ("[{%s: THƯ KÝ}, {%s: CHỦ TRÌ}]", key, key);

  write_key (writing, "signer", writing->official->signers == SIGNERS_TWO ? two : one);
}

static void
write_address (Writing *writing)
{
  switch (writing->official->address) {
  case ADDRESS_REQUIRED:
    write_key (writing, "to", "Ủy ban nhân dân các xã, phường");
    break;
  case ADDRESS_WIRE:
    write_key (writing, "wire_to", "Ủy ban nhân dân các xã, phường");
    break;
  case ADDRESS_INVITES:
    write_key (writing, "invited", "Các ông, bà trưởng thôn, tổ trưởng tổ dân phố");
    break;
  case ADDRESS_NONE:
  case ADDRESS_OPTIONAL:
    break;
  }
}

static void
write_official (Writing *writing, const char *title)
{
  const OfficialKind *official = writing->official;
  g_autofree char *number = pending_number (writing);

  write_key (writing, official->heading == HEADING_NAME ? "title" : "subject", title);
  write_key (writing, "office", writing->blank->office_id);
  if (!official->is_undated)
    write_key (writing, "date", either (writing, "pending", "chờ"));
  if (!official->is_unnumbered)
    write_key (writing, "number", number);
  write_address (writing);
  if (g_strcmp0 (official->first_recipient, "Như Điều") == 0)
    write_key (writing, "copies", "[Như Điều 3, \"Lưu: VT\"]"); /* of the text below */
  write_signers (writing);
}

static void
write_required (Writing *writing)
{
  const Blank *blank = writing->blank;
  g_autofree char *title = quoted (blank->title);
  g_autofree char *date = date_short (blank->date);

  write_key (writing, "kind", blank->kind.word);
  if (writing->official)
    write_official (writing, title);
  else {
    write_key (writing, "title", title);
    write_key (writing, "office", blank->office_id);
    write_key (writing, "date", date);
  }
  if (blank->kind.kind == KIND_PAGE) /* nothing else leads to a page that is in no section */
    write_key (writing, "menu", either (writing, "true", "có"));
  if (blank->is_sample)
    write_key (writing, "sample", either (writing, "true", "có"));
  if (!blank->is_draft)
    return;
  g_string_append (
    writing->text,
    either (writing, "# Take the next line out when the text is ready: drafts are not published.\n",
            "# Xóa dòng dưới đây khi đã viết xong: bản nháp không được đăng.\n"));
  write_key (writing, "draft", either (writing, "true", "có"));
}

/* Keys that say what the kind of this document, or another key, says already. */
static gboolean
is_beside_the_point (const Writing *writing, const char *key)
{
  static const char *const addresses[] = { "to", "wire_to", "invited", NULL };
  static const char *const never[] = { "symbol", "type", "number", "draft", "subject", NULL };

  if (g_strv_contains (never, key))
    return TRUE;
  if (!g_strv_contains (addresses, key))
    return FALSE;
  return strcmp (key, "to") != 0 || writing->official->address != ADDRESS_OPTIONAL;
}

static const char *
example_of (const Writing *writing, const char *key)
{
  guint kind = 1u << writing->blank->kind.kind;

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    if (strcmp (examples[i].key, key) == 0
        && (examples[i].only_for == 0 || (examples[i].only_for & kind)))
      return writing->blank->kind.is_english && examples[i].english ? examples[i].english
                                                                    : examples[i].value;
  return NULL;
}

static void
write_optional (Writing *writing)
{
  FrontMatterKey key;

  if (writing->blank->kind.kind == KIND_PROGRAMME)
    g_string_append (
      writing->text,
      either (writing,
              "# In the text each bulletin has a line of its own, as {{>ban-tin/ten-bai}}.\n",
              "# Trong bài mỗi bản tin đứng một dòng, như {{>ban-tin/ten-bai}}.\n"));
  g_string_append (
    writing->text,
    either (writing, "# What follows may stay out; take the “#” away to use it.\n",
            "# Những dòng dưới đây không bắt buộc; xóa dấu # ở đầu dòng để dùng.\n"));
  for (guint i = 0; front_matter_key (writing->blank->kind.kind, i, &key); i++) {
    if (g_hash_table_contains (writing->written, key.english)
        || is_beside_the_point (writing, key.english))
      continue;
    const char *value = example_of (writing, key.english);
    g_string_append_printf (writing->text, "# %s: %s\n", spelling (writing, &key),
                            value ? value : "");
  }
}

/* --- the text of official documents --- */

static const char *
official_body (const OfficialKind *official)
{
  if (official->numbering == NUMBERING_ARTICLES && !official->is_between_parties)
    return "**Điều 1.** Nói rõ quyết định điều gì.\n"
           "\n"
           "**Điều 2.** Hiệu lực từ ngày nào.\n"
           "\n"
           "**Điều 3.** Ai chịu trách nhiệm thi hành./.\n";
  if (official->numbering == NUMBERING_ARTICLES || official->numbering == NUMBERING_CHAPTERS)
    return "**Điều 1.** Nói rõ việc gì, giữa ai với ai.\n"
           "\n"
           "**Điều 2.** Thời hạn và trách nhiệm của mỗi bên./.\n";
  if (official->numbering == NUMBERING_SECTIONS)
    return "## I. MỤC ĐÍCH, YÊU CẦU\n"
           "\n"
           "1. Nói rõ làm để được gì.\n"
           "\n"
           "2. Nói rõ phải đạt điều gì.\n"
           "\n"
           "## II. NỘI DUNG\n"
           "\n"
           "1. Việc thứ nhất: ai làm, xong khi nào.\n"
           "\n"
           "2. Việc thứ hai: ai làm, xong khi nào.\n"
           "\n"
           "## III. TỔ CHỨC THỰC HIỆN\n"
           "\n"
           "Các đơn vị căn cứ nội dung trên để thực hiện./.\n";
  return "Đoạn đầu nói căn cứ vào văn bản nào, hoặc vì việc gì.\n"
         "\n"
         "1. Việc thứ nhất: ai làm, xong khi nào.\n"
         "\n"
         "2. Việc thứ hai: ai làm, xong khi nào./.\n";
}

static void
write_bases (GString *text, const OfficialKind *official, const Office *office)
{
  if (official->bases != BASES_REQUIRED)
    return;
  g_string_append (text,
                   "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\n");
  if (official->ordering == NULL)
    return;
  g_string_append_printf (text, "Theo đề nghị của %s.\n\n",
                          is_of_committee (office) ? "Chánh Văn phòng" : "Trưởng phòng Hành chính");
  g_string_append_printf (text, "%s\n\n", official->ordering);
}

char *
blank_text (const Blank *blank)
{
  gboolean is_letter = blank->kind.kind == KIND_LETTER;
  g_autoptr (GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);
  const char *type = blank->kind.is_english ? NULL : blank->kind.word;
  Writing writing = { .blank = blank,
                      .official = is_letter ? official_kind_find (type) : NULL,
                      .text = g_string_new ("---\n"),
                      .written = written };

  write_required (&writing);
  write_optional (&writing);
  g_string_append (writing.text, "---\n\n");
  if (is_letter)
    write_bases (writing.text, writing.official, blank->office);
  g_string_append (writing.text,
                   is_letter ? official_body (writing.official) : kinds[blank->kind.kind].body);
  for (guint i = 0; blank->bulletins && blank->bulletins[i]; i++)
    g_string_append_printf (writing.text, "\n{{>%s}}\n", blank->bulletins[i]);
  return g_string_free (writing.text, FALSE);
}
