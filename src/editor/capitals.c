/* SPDX-License-Identifier: MIT */
/* Capital letters by annex II. Names of bodies have capitals where the words of their kind, their
 * work and their field begin; what stands before a number of law has one or none. */
#include "editor/decree.h"

#include "base/i18n.h"

#include <string.h>

/* Right as they stand; letters of other size are told, but for the first behind a full stop. */
static const char *const names[] = {
  "Ủy ban nhân dân",
  "Hội đồng nhân dân",
  "Tòa án nhân dân",
  "Viện kiểm sát nhân dân",
  "Ủy ban Mặt trận Tổ quốc",
  "Mặt trận Tổ quốc Việt Nam",
  "Ban Chỉ đạo",
  "Ban Chấp hành",
  "Ban Thường vụ",
  "Hội Liên hiệp Phụ nữ",
  "Hội Nông dân Việt Nam",
  "Hội Cựu chiến binh",
  "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
  "Sở Tài chính",
  "Sở Nội vụ",
  "Sở Tư pháp",
  "Sở Y tế",
  "Sở Xây dựng",
  "Sở Công Thương",
  "Sở Giáo dục và Đào tạo",
  "Phòng Giáo dục và Đào tạo",
  "Bộ Giáo dục và Đào tạo",
  "Sở Khoa học và Công nghệ",
  "Bộ Khoa học và Công nghệ",
  "Sở Nông nghiệp và Môi trường",
  "Bộ Nông nghiệp và Môi trường",
  "Sở Tài nguyên và Môi trường",
  "Sở Kế hoạch và Đầu tư",
  "Sở Thông tin và Truyền thông",
  "Bộ Thông tin và Truyền thông",
  "Sở Văn hóa, Thể thao và Du lịch",
  "Bộ Văn hóa, Thể thao và Du lịch",
  "Sở Lao động - Thương binh và Xã hội",
  "Phòng Văn hóa - Xã hội",
  "Trung tâm Phục vụ hành chính công",
  "Bảo hiểm xã hội Việt Nam",
  "Đảng Cộng sản Việt Nam",
  "Liên hợp quốc",
  "Thủ tướng Chính phủ",
  "Văn phòng Chính phủ",
  "Bộ Công an",
  "Công an",
  "Bộ Quốc phòng",
  "Bộ Y tế",
  "Bộ Nội vụ",
  "Bộ Tư pháp",
  "Bộ Tài chính",
  "Ngân hàng Nhà nước Việt Nam",
  "Thủ đô Hà Nội",
  "Thành phố Hồ Chí Minh",
  "tết Nguyên đán",
  "tết Trung thu",
  "an ninh Tổ quốc",
  "Cơ sở dữ liệu quốc gia về dân cư",
  "Cổng Dịch vụ công quốc gia",
  "Huân chương Lao động",
  "Anh hùng Lao động",
  "Nghệ sĩ Nhân dân",
  "Nhà giáo Ưu tú",
  "Cách mạng tháng Tám",
  "Văn phòng Trung ương Đảng",
  "Luật Căn cước",
  "Luật Đất đai",
  "Luật Cư trú",
  "Luật An ninh mạng",
  "Luật Bảo vệ môi trường",
  "Bộ luật Hình sự",
  "Bộ luật Dân sự",
  "Bộ luật Lao động",
  "Luật Giao thông đường bộ",
};

/* TRUE when the word may begin a sentence: its capital says nothing. */
static gboolean
begins_sentence (const Passage *passage, const Word *word)
{
  guint at = word->start;

  while (at > 0 && strchr (" (\"", passage->text[at - 1]))
    at--;
  if (at == 0)
    return TRUE;
  const char *before = g_utf8_prev_char (passage->text + at);
  return strchr (".:!?-;)*", *before) || strncmp (before, "“", 3) == 0
         || strncmp (before, "–", 3) == 0 || strncmp (before, "…", 3) == 0
         || strncmp (before, "→", 3) == 0;
}

static gboolean
is_shouted (const Passage *passage, guint index)
{
  const Word *word = &passage->words[index];
  const Word *next = word_after (passage, index + 1);
  return word->letters == CASE_CAPITALS && next && next->letters == CASE_CAPITALS;
}

/* How many bytes of the text at `text` are `name` in letters of any size; 0 when they are not. */
static gsize
match_name (const char *text, const char *name)
{
  const char *p = text, *n = name;

  for (; *n; n = g_utf8_next_char (n), p = g_utf8_next_char (p))
    if (*p == '\0'
        || g_unichar_tolower (g_utf8_get_char (p)) != g_unichar_tolower (g_utf8_get_char (n)))
      return 0;
  return g_unichar_isalpha (g_utf8_get_char (p)) ? 0 : (gsize) (p - text);
}

/* “Nguyễn Công An”: two words behind a capital may be a name of somebody. */
static gboolean
may_be_of_person (const Passage *passage, guint index, const char *name)
{
  const Word *word = &passage->words[index];
  const char *space = strchr (name, ' ');

  return index > 0 && word->follows && passage->words[index - 1].letters == CASE_TITLE
         && strchr (space + 1, ' ') == NULL;
}

static void
check_names (const Review *review, const Passage *passage, guint index)
{
  const Word *word = &passage->words[index];
  const char *text = passage->text + word->start;

  if (word->is_skipped || is_shouted (passage, index))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_unichar_tolower (g_utf8_get_char (names[i]))
        != g_unichar_tolower (g_utf8_get_char (text)))
      continue;
    gsize n = match_name (text, names[i]);
    if (n == 0 || strncmp (text, names[i], n) == 0 || may_be_of_person (passage, index, names[i]))
      continue;
    gsize first = (gsize) g_utf8_skip[(guchar) *text];
    gboolean rest_is_right = strncmp (text + first, names[i] + first, n - first) == 0;
    /* A capital at the head of a sentence; “các sở tài chính” are no names. */
    if (rest_is_right
        && (begins_sentence (passage, word) || g_unichar_isupper (g_utf8_get_char (names[i]))))
      continue;
    /* All small is a common noun for what is done, not who does it, unless it can be nothing else.
     */
    gboolean is_small = TRUE;
    for (const char *p = text; p < text + n; p = g_utf8_next_char (p))
      is_small &= !g_unichar_isupper (g_utf8_get_char (p));
    if (is_small && g_unichar_isupper (g_utf8_get_char (names[i]))
        && strncmp (names[i], "Ủy ban", strlen ("Ủy ban")) != 0
        && strncmp (names[i], "Hội đồng", strlen ("Hội đồng")) != 0)
      continue;
    g_autofree char *written = g_strndup (text, n);
    remark_fix (review, "CAP-01", passage, word->start, (guint) n, names[i],
                _ ("the name is “%s”, not “%s”"), names[i], written);
    return;
  }
}

/* “Căn cứ luật Đất đai”, “theo bộ luật Hình sự”; “pháp luật Việt Nam” is no law by its name. */
static void
check_law (const Review *review, const Passage *passage, guint index)
{
  static const char *const leads[] = { "cứ", "theo", "hiện", "của", NULL };
  const Word *word = &passage->words[index];
  guint last = word_is (word, "bộ") ? index + 1 : index;
  const Word *law = last == index ? word : word_after (passage, last);
  const Word *name = word_after (passage, last + 1);

  if (!word_is (law, "luật") || word->letters != CASE_SMALL || word->is_skipped || index == 0
      || !word->follows || !word_is_in (&passage->words[index - 1], leads) || name == NULL
      || name->letters != CASE_TITLE)
    return;
  remark_fix (review, "CAP-03", passage, word->start, law->start + law->length - word->start,
              law == word ? "Luật" : "Bộ luật", _ ("the name of a law begins with a capital"));
}

/* “theo điều 12”, “Khoản 2 Điều 5” within a sentence. */
static void
check_reference (const Review *review, const Passage *passage, guint index)
{
  const Word *word = &passage->words[index];
  const char *behind = passage->text + word->start + word->length;
  gboolean has_number = *behind == ' ' && g_ascii_isdigit (behind[1]);
  static const char *const kinds[] = { "văn", "định", "hoạch", "thị", "quyết", "lệnh",
                                       "tư",  "báo",  "trình", "cáo", NULL };
  static const char *const wholes[] = { "công văn",  "quyết định", "nghị định", "kế hoạch",
                                        "chỉ thị",   "nghị quyết", "pháp lệnh", "thông tư",
                                        "thông báo", "tờ trình",   "báo cáo",   NULL };

  if (word->is_skipped || word->is_glued)
    return;
  if (has_number && word->letters == CASE_SMALL
      && (word_is (word, "điều") || word_is (word, "chương")))
    remark_fix (review, "CAP-02", passage, word->start, word->length,
                word_is (word, "điều") ? "Điều" : "Chương",
                _ ("before its number, “%s” has a capital"), word->small);
  if (has_number && word->letters == CASE_TITLE && word_is (word, "khoản")
      && !begins_sentence (passage, word))
    remark_fix (review, "CAP-02", passage, word->start, word->length, "khoản",
                _ ("within a sentence, “khoản” is written small"));
  if (word->letters == CASE_TITLE && word_is (word, "điểm") && !begins_sentence (passage, word)
      && *behind == ' ' && g_ascii_islower (behind[1]) && behind[2] == ' '
      && (g_str_has_prefix (behind + 3, "khoản") || g_str_has_prefix (behind + 3, "Khoản")))
    remark_fix (review, "CAP-02", passage, word->start, word->length, "điểm",
                _ ("within a sentence, “điểm” is written small"));
  /* “công văn số 859/…” */
  const Word *second = word_after (passage, index + 1);
  if (second && word->letters == CASE_SMALL && g_strv_contains (kinds, second->small)) {
    const char *end = passage->text + second->start + second->length;
    gboolean has_so = g_str_has_prefix (end, " số ") && g_ascii_isdigit (end[strlen (" số ")]);
    g_autofree char *pair = g_strjoin (" ", word->small, second->small, NULL);
    if (has_so && g_strv_contains (wholes, pair) && strchr (end + strlen (" số "), '/')
        && strcspn (end + strlen (" số "), "/") <= 5) {
      g_autofree char *right = g_strdup (pair);
      gunichar capital = g_unichar_toupper (g_utf8_get_char (pair));
      g_autoptr (GString) written = g_string_new (NULL);
      g_string_append_unichar (written, capital);
      g_string_append (written, g_utf8_next_char (right));
      remark_fix (review, "CAP-03", passage, word->start,
                  second->start + second->length - word->start, written->str,
                  _ ("the kind of a document with a number has a capital"));
    }
  }
  if (second && word->letters == CASE_SMALL && word_is (word, "đề") && word_is (second, "án")) {
    const char *end = passage->text + second->start + second->length;
    if (*end == ' ' && end[1] == '0' && g_ascii_isdigit (end[2]))
      remark_fix (review, "CAP-03", passage, word->start, word->length, "Đề",
                  _ ("the kind of a document with a number has a capital"));
  }
}

/* “Quyết định này” of a decision: this one, and so a name. A công văn has none. */
static void
check_this (const Review *review, const Passage *passage, guint index)
{
  const OfficialKind *kind = review->manuscript->document->official;
  const Word *first = &passage->words[index];
  const Word *second = word_after (passage, index + 1);

  if (kind == NULL || kind->heading == HEADING_ABOUT || kind->word == NULL
      || first->letters != CASE_SMALL || second == NULL
      || !word_is (word_after (passage, index + 2), "này"))
    return;
  g_autofree char *pair = g_strjoin (" ", first->small, second->small, NULL);
  if (strcmp (pair, kind->word) != 0)
    return;
  char capital[7] = "";
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (pair)), capital);
  remark_fix (review, "CAP-03", passage, first->start, (guint) g_utf8_skip[(guchar) *pair], capital,
              _ ("“%s này” names this document, and has a capital"), pair);
}

/* “trên địa bàn Huyện”: no name follows. */
static void
check_unit (const Review *review, const Passage *passage, guint index)
{
  static const char *const units[] = { "tỉnh", "huyện", "xã", "phường", "quận", NULL };
  static const char *const compounds[] = { "ủy", "đoàn", "đội", "hội", "lỵ", NULL };
  const Word *word = &passage->words[index];
  const Word *next = word_after (passage, index + 1);
  const char *behind = passage->text + word->start + word->length;

  if (word->is_skipped || word->is_glued || word->letters != CASE_TITLE
      || !g_strv_contains (units, word->small) || index == 0 || begins_sentence (passage, word)
      || !word->follows)
    return;
  gboolean is_named =
    next && (next->letters != CASE_SMALL || g_strv_contains (compounds, next->small));
  if (is_named || (*behind == ' ' && g_ascii_isdigit (behind[1])))
    return;
  remark_fix (review, "CAP-04", passage, word->start, word->length, word->small,
              _ ("without a name behind it, “%s” is written small"), word->small);
}

/* “thứ hai, ngày 5/1” */
static void
check_weekday (const Review *review, const Passage *passage, guint index)
{
  static const char *const days[] = { "hai", "ba", "tư", "năm", "sáu", "bảy", NULL };
  const Word *word = &passage->words[index];
  const Word *next = word_after (passage, index + 1);
  static const char *const rights[] = { "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy" };

  if (!word_is (word, "thứ") || next == NULL || !g_strv_contains (days, next->small))
    return;
  if (word->letters == CASE_TITLE && next->letters == CASE_TITLE && word->follows
      && !begins_sentence (passage, word))
    remark_fix (review, "CAP-05", passage, word->start, word->length, "thứ",
                _ ("of a day of the week, “thứ” is written small"));
  if (next->letters != CASE_SMALL)
    return;
  const char *behind = passage->text + next->start + next->length;
  if (!g_str_has_prefix (behind, ", ngày") && !g_str_has_prefix (behind, " ngày")
      && !g_str_has_prefix (behind, " (ngày") && !g_str_has_prefix (behind, " ("))
    return;
  for (guint i = 0; days[i]; i++)
    if (word_is (next, days[i]))
      remark_fix (review, "CAP-05", passage, next->start, next->length, rights[i],
                  _ ("days of the week are written “thứ %s”"), rights[i]);
}

/* “HĐND&UBND” */
static void
check_ampersand (const Review *review, const Passage *passage)
{
  const char *text = passage->text;

  for (guint i = 1; i + 1 < passage->length; i++) {
    if (text[i] != '&' || (passage->marks[i] & (MARK_ADDRESS | MARK_CODE)))
      continue;
    guint start = i, end = i + 1;
    while (start > 0 && text[start - 1] == ' ')
      start--;
    while (text[end] == ' ')
      end++;
    if (start == 0 || end >= passage->length
        || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (text + start)))
        || !g_unichar_isalpha (g_utf8_get_char (text + end)))
      continue;
    remark_fix (review, "ND30-71", passage, start, end - start, " và ",
                _ ("“&” is no word of official texts"));
  }
}

void
capitals_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  if (manuscript->document->kind != KIND_LETTER)
    return;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read
        || (passage->key && passage->within && passage_is_of (passage, "signer", "người ký")))
      continue;
    check_ampersand (review, passage);
    for (guint j = 0; j < passage->n_words; j++) {
      check_names (review, passage, j);
      check_reference (review, passage, j);
      check_law (review, passage, j);
      check_this (review, passage, j);
      check_unit (review, passage, j);
      check_weekday (review, passage, j);
    }
  }
}
