/* SPDX-License-Identifier: MIT */
#include "editor/decree.h"

#include "base/i18n.h"
#include "text/fold.h"

#include <string.h>

typedef void (*PassageRule) (const Review *review, const Passage *passage);

static gboolean
has_prefix_in (const char *text, const char *const *prefixes, gsize *length)
{
  for (; *prefixes; prefixes++)
    if (g_str_has_prefix (text, *prefixes)) {
      *length = strlen (*prefixes);
      return TRUE;
    }
  return FALSE;
}

/* --- what stands above a letter --- */

/* Letters and spaces alone, without marks: “doc lap tu do hanh phuc”. */
static char *
folded_letters (const char *text)
{
  g_autofree char *slug = text_slug (text);
  return g_strdelimit (g_steal_pointer (&slug), "-", ' ');
}

static void
check_motto (const Review *review, const Passage *passage)
{
  static const char motto[] = "Độc lập - Tự do - Hạnh phúc";
  static const char nation[] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

  if (passage->length > 80 || passage->kind == PASSAGE_MATTER)
    return;
  g_autofree char *folded = folded_letters (passage->text);
  if (strcmp (folded, "doc lap tu do hanh phuc") == 0 && strcmp (passage->text, motto) != 0)
    remark_fix (
      review, "ND30-01", passage, 0, (guint) passage->length, motto,
      _ ("the motto of the state has hyphens with a space on both sides, and three capitals"));
  g_autofree char *capitals = g_utf8_strup (passage->text, -1);
  if (strcmp (folded, "cong hoa xa hoi chu nghia viet nam") == 0
      && (strcmp (passage->text, capitals) != 0
          || !g_unichar_isalpha (
            g_utf8_get_char (g_utf8_prev_char (passage->text + passage->length)))))
    remark_fix (review, "ND30-02", passage, 0, (guint) passage->length, nation,
                _ ("the name of the state is in capitals, without a stop"));
}

/* “Số 12/KH-UBND” on a line of its own. */
static void
check_number_line (const Review *review, const Passage *passage)
{
  static const char *const openings[] = { "Số ", "SỐ: ", "SỐ ", "số: ", "Sô: ", NULL };
  gsize n;

  if (passage->length > 60 || passage->kind == PASSAGE_MATTER
      || !has_prefix_in (passage->text, openings, &n) || !g_ascii_isdigit (passage->text[n])
      || strchr (passage->text, '/') == NULL)
    return;
  remark_fix (review, "ND30-07", passage, 0, (guint) n, "Số: ", _ ("the number begins with “Số:”"));
}

/* --- the date line --- */

/* “Yên Thế, ngày 12 tháng 05 năm 2024” as a line of its own: where “ngày” stands, or NULL. */
static const char *
date_line (const Passage *passage)
{
  const char *text = passage->text;

  if (passage->kind == PASSAGE_MATTER || passage->kind == PASSAGE_CELL || passage->length > 90)
    return NULL;
  const char *day = strstr (text, "gày ");
  if (day == NULL || day == text || (day[-1] != 'n' && day[-1] != 'N') || day - text < 4)
    return NULL;
  gsize before = (gsize) (day - 1 - text);
  /* A place is before it: capitals, no verbs. */
  for (guint i = 0; i < passage->n_words && passage->words[i].start < before; i++)
    if (passage->words[i].letters == CASE_SMALL && passage->words[i].start > 0
        && !word_is (&passage->words[i], "phố"))
      return NULL;
  const char *rest = day + strlen ("gày ");
  gboolean is_date = g_ascii_isdigit (*rest) || *rest == '.' || g_str_has_prefix (rest, "…");
  const char *end = text + passage->length;
  while (end > rest && !g_ascii_isdigit (end[-1]))
    end--;
  return is_date && text + passage->length - end <= 1 && strchr (text, '(') == NULL ? day - 1
                                                                                    : NULL;
}

static void
check_date_line (const Review *review, const Passage *passage)
{
  const char *text = passage->text, *day = date_line (passage);

  if (day == NULL)
    return;
  guint start = (guint) (day - text);
  if (*day == 'N')
    remark_fix (review, "ND30-16", passage, start, 1, "n",
                _ ("“ngày” is written small in the line with the date"));
  if (start >= 2 && text[start - 2] != ',')
    remark_fix (review, "ND30-16", passage, start - 1, 1, ", ",
                _ ("a comma stands behind the place"));
  if (strstr (day, "tháng") == NULL)
    remark (review, "ND30-16", passage, start, (guint) (passage->length - start),
            _ ("write it as “ngày 07 tháng 02 năm 2024”"),
            _ ("the line with the date has its month and year in words"));
  static const char *const short_forms[] = { "TP.", "TP ", "Tp.", "P.", "TX.", "Q.", "H.", NULL };
  gsize n;
  if (has_prefix_in (text, short_forms, &n))
    remark (review, "ND30-17", passage, 0, (guint) n, _ ("write “Thành phố”, “Phường”"),
            _ ("the place of the date line is not abbreviated"));
  static const char *const units[] = { "Xã ", "Tỉnh ", "Huyện ", "Phường ", NULL };
  if (has_prefix_in (text, units, &n) && !g_ascii_isdigit (text[n]))
    remark (review, "ND30-18", passage, 0, (guint) n - 1,
            _ ("write the name alone, unless it is that of a person, an event or a number"),
            _ ("the place of the date line is the name of the unit"));
}

/* Zeros before days below 10 and months 1 and 2, and no others: in the date line, and in the date
 * of a document that is cited in words. */
static void
check_zeros (const Review *review, const Passage *passage)
{
  const char *text = passage->text;

  if (date_line (passage) == NULL && passage->role != BODY_BASE_LINE && strstr (text, "số") == NULL)
    return;
  for (const char *p = text; (p = strstr (p, "gày ")) != NULL; p++) {
    const char *digits = p + strlen ("gày ");
    const char *month = digits + strspn (digits, "0123456789");
    gsize n_day = (gsize) (month - digits);
    if (n_day < 1 || n_day > 2 || !g_str_has_prefix (month, " tháng "))
      continue;
    const char *m = month + strlen (" tháng ");
    gsize n_month = strspn (m, "0123456789");
    g_autofree char *right = NULL;
    if (n_day == 1) {
      right = g_strdup_printf ("0%c", *digits);
      remark_fix (review, "ND30-14", passage, (guint) (digits - text), 1, right,
                  _ ("days below 10 take a zero"));
    }
    if (n_month == 1 && (*m == '1' || *m == '2')) {
      g_autofree char *zero = g_strdup_printf ("0%c", *m);
      remark_fix (review, "ND30-14", passage, (guint) (m - text), 1, zero,
                  _ ("months 1 and 2 take a zero"));
    }
    if (n_month == 2 && *m == '0' && m[1] > '2') {
      g_autofree char *bare = g_strndup (m + 1, 1);
      remark_fix (review, "ND30-15", passage, (guint) (month + 1 - text),
                  (guint) (strlen ("tháng ") + 2),
                  m[1] ? (right = g_strdup_printf ("tháng %s", bare)) : "",
                  _ ("only months 1 and 2 take a zero"));
    }
  }
}

/* --- V/v, titles --- */

static gboolean
is_all_capitals (const Passage *passage)
{
  guint n = 0;

  for (guint i = 0; i < passage->n_words; i++) {
    if (passage->words[i].letters == CASE_SMALL || passage->words[i].letters == CASE_MIXED)
      return FALSE;
    n += passage->words[i].letters == CASE_CAPITALS;
  }
  return n >= 3 && n + 1 >= passage->n_words;
}

static void
check_subject (const Review *review, const Passage *passage)
{
  const Document *document = review->manuscript->document;
  static const char *const openings[] = { "V/v",      "v/v",         "V/V", "Vv ",
                                          "Về việc:", "Về việc V/v", NULL };
  gsize n;

  if (passage_is_of (passage, "subject", "trích yếu")) {
    if (is_all_capitals (passage))
      remark (review, "ND30-24", passage, 0, (guint) passage->length, _ ("write it as a sentence"),
              _ ("the subject is not in capitals"));
    if (g_str_has_suffix (passage->text, ":"))
      remark_fix (review, "ND30-25", passage, (guint) passage->length - 1, 1, "",
                  _ ("the subject of a document ends in nothing"));
    if (document->official && document->official->heading != HEADING_ABOUT
        && has_prefix_in (passage->text, openings, &n))
      remark (review, "ND30-23", passage, 0, (guint) n, _ ("leave it out"),
              _ ("“V/v” is for công văn; this kind has its subject below its name"));
    return;
  }
  if (passage->kind == PASSAGE_MATTER || passage->length > 240)
    return;
  static const char *const wrong[] = { "V/v:",        "V/V",  "Vv ",  "V/v Về việc",
                                       "V/v về việc", "v/v ", "V/v.", NULL };
  if (passage->kind == PASSAGE_PARAGRAPH && has_prefix_in (passage->text, wrong, &n))
    remark (review, "ND30-22", passage, 0, (guint) n,
            _ ("write “V/v” and the subject in small letters"),
            _ ("“V/v” stands alone, without a colon or “về việc”"));
  if (strcmp (passage->text, "CÔNG VĂN") == 0 && document->kind == KIND_LETTER)
    remark (review, "ND30-21", passage, 0, (guint) passage->length, _ ("leave it out"),
            _ ("a công văn has no title, only “V/v”"));
}

/* --- number and symbol --- */

static void
check_symbol (const Review *review)
{
  const Document *document = review->manuscript->document;
  const Passage *number = manuscript_value (review->manuscript, "number", "số");
  const Passage *symbol = manuscript_value (review->manuscript, "symbol", "ký hiệu");
  const Passage *passage = symbol ? symbol : number;

  if (document->symbol == NULL || passage == NULL || document->official == NULL
      || document->office->is_party)
    return;
  gboolean is_about = document->official->heading == HEADING_ABOUT;
  const char *at = strstr (passage->text, document->symbol);
  guint start = at ? (guint) (at - passage->text) : 0;
  if (is_about && g_str_has_prefix (document->symbol, "CV-"))
    remark (review, "ND30-11", passage, start, 2,
            _ ("write the office and the unit that drafted it: UBND-VX"),
            _ ("the symbol of a công văn does not name its kind"));
  /* An office whose head gave it these letters for all it writes has no unit to name. */
  else if (is_about && strpbrk (document->symbol, "-/") == NULL
           && g_strcmp0 (document->symbol, document->office->symbol) != 0)
    remark (review, "ND30-11", passage, start, (guint) strlen (document->symbol),
            _ ("add the unit that drafted it: UBND-VX"),
            _ ("the symbol of a công văn has the office and the unit"));
  if (strchr (document->symbol, '/') && !g_ascii_isdigit (*document->symbol))
    remark (review, "ND30-09", passage, start, (guint) strlen (document->symbol),
            _ ("write a hyphen in its place: TB-UBND"),
            _ ("a stroke stands behind the number alone; a hyphen joins the groups of a symbol"));
  if (number && g_str_has_prefix (number->text, "00"))
    remark (review, "ND30-08", number, 0, 2, NULL,
            _ ("a number has two digits or more, without further zeros"));
  if (document->office->symbol && strlen (document->office->symbol) > 1
      && strstr (document->symbol, document->office->symbol) == NULL)
    remark (review, "ND30-70", passage, start, (guint) strlen (document->symbol),
            _ ("correct the symbol, or that of the office in content/offices.yaml"),
            _ ("the symbol has not that of the office, “%s”"), document->office->symbol);
}

/* --- addressees and recipients --- */

/* “A; B”: two on one line. */
static void
check_one_each (const Review *review, const Passage *passage, const char *code)
{
  const char *stop = strstr (passage->text, "; ");

  if (stop)
    remark (review, code, passage, 0, (guint) passage->length,
            _ ("write each on a line of its own"),
            _ ("a “;” ends a recipient, and something stands behind it"));
}

/* The number of the article that says who carries the document out, and of the last one before its
 * attachments; 0: there is none. */
static guint
article_on_who (const Manuscript *manuscript, guint *last)
{
  guint number = 0, found = 0;

  *last = 0;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_MATTER)
      continue;
    if (passage_opens_annex (passage))
      break;
    if (g_str_has_prefix (passage->text, "Điều "))
      number = (guint) g_ascii_strtoull (passage->text + strlen ("Điều "), NULL, 10);
    if (number > 0 && strstr (passage->text, "chịu trách nhiệm thi hành"))
      found = number;
    *last = MAX (*last, number);
  }
  return found;
}

/* “Như Điều 3”, “Như Điều 2, 3” */
static void
check_article_of_recipients (const Review *review, const Passage *first)
{
  static const char opening[] = "Như Điều ";
  const char *digits =
    g_str_has_prefix (first->text, opening) ? first->text + strlen (opening) : "";

  if (!g_ascii_isdigit (*digits))
    return;
  guint last, wanted = article_on_who (review->manuscript, &last);
  for (const char *p = digits; *p; p += strspn (p, "0123456789") + !g_ascii_isdigit (*p))
    if (g_ascii_isdigit (*p) && g_ascii_strtoull (p, NULL, 10) == (wanted ? wanted : last))
      return;
  if (wanted)
    remark (review, "ND30-47", first, 0, (guint) first->length, _ ("write its number"),
            _ ("article %u says who carries it out"), wanted);
  else if (last > 0 && g_ascii_strtoull (digits, NULL, 10) > last)
    remark (review, "ND30-47", first, 0, (guint) first->length, _ ("write its number"),
            _ ("the last article is number %u"), last);
}

/* The models of telegrams and invitations name whom they are for in their text, and then those who
 * get a copy. */
static void
check_first_recipient (const Review *review, const Passage *first)
{
  const Document *document = review->manuscript->document;
  const OfficialKind *kind = document->official;
  gboolean as_above = g_str_has_prefix (first->text, "Như trên");
  gboolean is_addressed = document->to && document->to[0];
  gboolean is_introduction = kind && kind->introduction;
  gboolean has_model = kind && (kind->address == ADDRESS_WIRE || kind->address == ADDRESS_INVITES);

  if (g_str_has_prefix (first->text, "Như kính "))
    remark_fix (review, "ND30-46", first, 0, (guint) first->length, "Như trên",
                _ ("who was named above is “Như trên” among the recipients"));
  if (is_addressed && !has_model && !as_above && !g_str_has_prefix (first->text, "Như "))
    remark (review, "ND30-46", first, 0, (guint) first->length, _ ("write “Như trên” first"),
            _ ("a document with “Kính gửi” has “Như trên” as its first recipient"));
  if (as_above && !is_addressed && !is_introduction)
    remark (review, "ND30-46", first, 0, (guint) first->length, _ ("write who gets it"),
            _ ("“Như trên” is for documents with “Kính gửi”"));
}

static void
check_recipients (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  const Document *document = manuscript->document;
  const Passage *first = manuscript_value (manuscript, "copies", "nơi nhận"), *last = first;
  gboolean has_archive = FALSE;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage_is_of (passage, "to", "kính gửi") || passage_is_of (passage, "wire_to", "điện"))
      check_one_each (review, passage, "ND30-43");
    if (!passage_is_of (passage, "copies", "nơi nhận"))
      continue;
    last = passage;
    check_one_each (review, passage, "ND30-49");
    if (g_str_has_prefix (passage->text, "Lưu")) {
      has_archive = TRUE;
      gboolean is_good = g_str_has_prefix (passage->text, "Lưu: ")
                         && (strstr (passage->text, "VT") || strstr (passage->text, "HC")
                             || document->office->is_party);
      if (!is_good && !document->office->is_party)
        remark (review, "ND30-50", passage, 0, (guint) passage->length,
                _ ("write “Lưu: VT, ” and the unit that drafted it"),
                _ ("the line of the archive is “Lưu: VT, …”"));
    } else if (g_str_has_suffix (passage->text, ","))
      remark (review, "ND30-49", passage, (guint) passage->length - 1, 1,
              _ ("leave the mark out; it is set"), _ ("a recipient ends in “;”"));
  }
  if (first == NULL || document->office->is_party)
    return;
  if (!has_archive && document->official && !document->official->is_unaddressed)
    remark (review, "ND30-50", last, 0, (guint) last->length,
            _ ("add “Lưu: VT, ” and the unit that drafted it"),
            _ ("the recipients have no line of the archive"));
  check_first_recipient (review, first);
  check_article_of_recipients (review, first);
}

/* Parts of a letter that were left in its body. */
static void
check_left_parts (const Review *review, const Passage *passage)
{
  const char *text = passage->text;
  gsize n;
  static const char *const openings[] = { "Kính gửi :", "KÍNH GỬI", "Kính Gửi", "Kinh gửi", NULL };
  static const char *const archives[] = { "Lưu VT", "Lưu: VP", "Lưu :", "Lưu  ", NULL };

  if (passage->kind == PASSAGE_MATTER)
    return;
  if (has_prefix_in (text, openings, &n))
    remark_fix (review, "ND30-43", passage, 0, (guint) n,
                "Kính gửi:", _ ("“Kính gửi:” is written so"));
  g_autofree char *folded = passage->length < 24 ? folded_letters (text) : NULL;
  if (folded && strcmp (folded, "noi nhan") == 0 && strcmp (text, "Nơi nhận:") != 0)
    remark_fix (review, "ND30-48", passage, 0, (guint) passage->length,
                "Nơi nhận:", _ ("“Nơi nhận:” is written so"));
  if (has_prefix_in (text, archives, &n))
    remark (review, "ND30-50", passage, 0, (guint) n,
            _ ("write “Lưu: VT, ” and the unit that drafted it"),
            _ ("the line of the archive is “Lưu: VT, …”"));
  if (passage->length < 40
      && (strstr (text, "(Đã ký)") || strstr (text, "(đã ký)")
          || strstr (text, "(Ký tên, đóng dấu)")))
    remark (review, "ND30-57", passage, 0, (guint) passage->length, _ ("leave it out"),
            _ ("nothing is printed where the signature will be"));
  if (strstr (text, "SAO Y BẢN CHÍNH"))
    remark (review, "ND30-62", passage, 0, (guint) passage->length,
            _ ("write “sao y:” in the front matter"), _ ("a copy is marked “SAO Y”"));
  static const char *const urgent[] = { "KHẨN CẤP", "RẤT KHẨN", "HỎA TỐC HẸN GIỜ", "TỐI KHẨN",
                                        NULL };
  if (g_strv_contains (urgent, text))
    remark (review, "ND30-63", passage, 0, (guint) passage->length,
            _ ("write “độ khẩn: hỏa tốc”, “thượng khẩn” or “khẩn” in the front matter"),
            _ ("there are three marks of urgency, and this is none"));
}

/* --- who signs --- */

/* Wrong forms of the letters before an authority, and the right ones. */
static const struct {
  const char *wrong, *right;
} authorities[] = {
  { "T/M ", "TM. " },      { "T.M ", "TM. " },  { "T.M. ", "TM. " }, { "TM ", "TM. " },
  { "TM.", "TM. " },       { "K/T ", "KT. " },  { "K.T ", "KT. " },  { "K.T. ", "KT. " },
  { "KT ", "KT. " },       { "KT.", "KT. " },   { "T/L ", "TL. " },  { "T.L ", "TL. " },
  { "T.L. ", "TL. " },     { "TL ", "TL. " },   { "TL.", "TL. " },   { "T.U.Q ", "TUQ. " },
  { "T/UQ ", "TUQ. " },    { "TUQ ", "TUQ. " }, { "TUQ.", "TUQ. " }, { "Q/ ", "Q. " },
  { "Thay mặt ", "TM. " },
};

static void
check_authority (const Review *review, const Passage *passage)
{
  const char *text = passage->text;
  const Document *document = review->manuscript->document;

  for (guint i = 0; i < G_N_ELEMENTS (authorities) && !document->office->is_party; i++) {
    gsize n = strlen (authorities[i].wrong);
    if (!g_str_has_prefix (text, authorities[i].wrong)
        || g_str_has_prefix (text, authorities[i].right))
      continue;
    remark_fix (
      review, "ND30-51", passage, 0, (guint) n, authorities[i].right,
      _ ("the letters of an authority (TM., KT., TL., TUQ., Q.) end in a stop and a space"));
    break;
  }
  if (g_str_has_prefix (text, "TM. GIÁM ĐỐC") || g_str_has_prefix (text, "TM. SỞ")
      || g_str_has_prefix (text, "TM. CHỦ TỊCH") || g_str_has_prefix (text, "TM. TRƯỞNG"))
    remark (review, "ND30-52", passage, 0, (guint) passage->length,
            _ ("write the title alone, or “KT. GIÁM ĐỐC” above that of the deputy"),
            _ ("who leads alone signs for nobody"));
  if (g_str_has_prefix (text, "KT. PHÓ"))
    remark (review, "ND30-53", passage, 0, (guint) passage->length,
            _ ("write “KT. ” and the title of the head"),
            _ ("a deputy signs for the head, not for a deputy"));
  static const char *const committees[] = { "TM. ỦY BAN NHÂN DÂN ", "TM. UBND ", NULL };
  gsize n;
  if (has_prefix_in (text, committees, &n))
    remark (review, "ND30-55", passage, 0, (guint) passage->length,
            _ ("write “TM. ỦY BAN NHÂN DÂN”"),
            _ ("the line with TM. has the committee without the name of its unit"));
}

static gboolean
any_authority (const Document *document, const char *prefix)
{
  for (const char *const *line = document->signer.authority; line && *line; line++)
    if (g_str_has_prefix (*line, prefix))
      return TRUE;
  return FALSE;
}

static gboolean
is_armed (const Office *office)
{
  g_autofree char *small = g_utf8_strdown (office->name ? office->name : "", -1);
  return strstr (small, "công an") || strstr (small, "quân sự") || strstr (small, "biên phòng")
         || strstr (small, "bộ đội") || strstr (small, "tổ công tác") || strstr (small, "cảnh sát");
}

static void
check_name (const Review *review, const Passage *passage)
{
  static const char *const degrees[] = { "ThS.",   "Ths.", "ThS ",     "TS.",      "TS ",
                                         "GS.",    "PGS.", "BS.",      "Bs.",      "BS ",
                                         "KS.",    "CN.",  "Thạc sĩ ", "Tiến sĩ ", "Bác sĩ ",
                                         "Kỹ sư ", "Ông ", "Bà ",      "Đ/c ",     NULL };
  static const char *const ranks[] = { "Đại tá ",   "Thượng tá ",   "Trung tá ",
                                       "Thiếu tá ", "Đại úy ",      "Thượng úy ",
                                       "Trung úy ", "Thiếu tướng ", NULL };
  gsize n;

  if (has_prefix_in (passage->text, degrees, &n))
    remark (review, "ND30-56", passage, 0, (guint) n, _ ("leave it out"),
            _ ("no degree or form of address stands before the name"));
  else if (has_prefix_in (passage->text, ranks, &n)
           && !is_armed (review->manuscript->document->office))
    remark (review, "ND30-56", passage, 0, (guint) n, _ ("leave it out"),
            _ ("ranks stand before names in the armed forces alone"));
  if (is_all_capitals (passage))
    remark (review, "ND30-56", passage, 0, (guint) passage->length,
            _ ("write it with a capital for each syllable"), _ ("the name is not in capitals"));
}

static void
check_title (const Review *review, const Passage *passage)
{
  const Document *document = review->manuscript->document;
  gboolean is_deputy = g_str_has_prefix (passage->text, "PHÓ ");

  if (strstr (passage->text, "PHỤ TRÁCH"))
    remark (review, "ND30-56", passage, 0, (guint) passage->length,
            _ ("write the title that was given"),
            _ ("“phụ trách” is no title; who is in charge signs for the head"));
  if (document->n_signers > 1)
    return;
  if (is_deputy && document->signer.authority[0] == NULL && strstr (passage->text, "CHÁNH") == NULL)
    remark (review, "ND30-53", passage, 0, (guint) passage->length,
            _ ("write “KT. ” and the title of the head above"),
            _ ("a deputy signs for the head: “KT.” is missing"));
  if (is_deputy && any_authority (document, "TM.") && !any_authority (document, "KT."))
    remark (review, "ND30-53", passage, 0, (guint) passage->length,
            _ ("add “KT. CHỦ TỊCH” between them"),
            _ ("a deputy signs for the head: “KT.” is missing"));
  /* What the committee says is signed for it; a decision may be the head's own. */
  gboolean is_committee = document->symbol && g_str_has_prefix (document->symbol, "UBND-");
  if (is_deputy && is_committee && !any_authority (document, "T")) {
    const Passage *authority = manuscript_value (review->manuscript, "signer", "người ký");
    const Passage *shown = authority ? authority : passage;
    remark (review, "ND30-54", shown, 0, (guint) shown->length,
            _ ("write “TM. ỦY BAN NHÂN DÂN” above “KT. CHỦ TỊCH”"),
            _ ("a letter of the committee that a deputy signs has three lines"));
  }
}

static void
check_signer (const Review *review, const Passage *passage)
{
  if (!passage_is_of (passage, "signer", "người ký") || passage->within == NULL)
    return;
  if (strcmp (passage->within, "quyền hạn") == 0 || strcmp (passage->within, "authority") == 0)
    check_authority (review, passage);
  else if (strcmp (passage->within, "họ tên") == 0 || strcmp (passage->within, "name") == 0)
    check_name (review, passage);
  else if (strcmp (passage->within, "chức vụ") == 0 || strcmp (passage->within, "title") == 0)
    check_title (review, passage);
}

/* The chairman, or a deputy for him, and not for the committee. */
static gboolean
is_signed_by_head (const Document *document)
{
  const char *title = document->signer.title ? document->signer.title : "";

  return (g_str_has_prefix (title, "CHỦ TỊCH") || g_str_has_prefix (title, "PHÓ CHỦ TỊCH"))
         && !any_authority (document, "TM.");
}

/* The issuer line of a decision and who signs it say the same. */
static void
check_power (const Review *review, const Passage *passage)
{
  const Document *document = review->manuscript->document;

  if (passage->role != BODY_AUTHORITY)
    return;
  if (g_str_has_prefix (passage->text, "TM."))
    remark (review, "ND30-31", passage, 0, (guint) passage->length,
            _ ("write the name of the body, or the title of its head"),
            _ ("“TM.” is for the signature, not for who decides"));
  else if (g_str_has_prefix (passage->text, "CHỦ TỊCH") && any_authority (document, "TM."))
    remark (review, "ND30-31", passage, 0, (guint) passage->length,
            _ ("either the committee decides and is signed for, or its head decides and signs"),
            _ ("the head decides here, and the signature is for the committee"));
  else if (g_str_has_prefix (passage->text, "ỦY BAN NHÂN DÂN") && is_signed_by_head (document))
    remark (review, "ND30-31", passage, 0, (guint) passage->length,
            _ ("either the committee decides and is signed for, or its head decides and signs"),
            _ ("the committee decides here, and its head signs alone"));
}

/* --- the letterhead --- */

/* What stands above: the superior body in short and with its place, the issuing one in full. */
static void
check_letterhead (const Review *review)
{
  static const char *const short_bodies[] = { "UBND", "HĐND", NULL };
  static const char *const committees[] = { "ỦY BAN NHÂN DÂN ", "UỶ BAN NHÂN DÂN ", NULL };
  const Office *office = review->manuscript->document->office;
  gsize n;
  g_autofree char *parent = g_strjoinv (" ", (char **) office->parent_lines);
  const Place whole = { 0, 0 };

  if (office->is_party || office->by_rule)
    return;
  if (has_prefix_in (office->name_lines[0], short_bodies, &n))
    remark_at (review, "ND30-05", whole, _ ("write it in full in offices.yaml"),
               _ ("the issuing body “%s” is in short in the letterhead"), office->name_lines[0]);
  if (has_prefix_in (parent, committees, &n))
    remark_at (review, "ND30-05", whole, _ ("write UBND and the place in offices.yaml"),
               _ ("the superior body “%s” is in full in the letterhead"), parent);
  if (strcmp (parent, "ỦY BAN NHÂN DÂN") == 0 || strcmp (parent, "UBND") == 0)
    remark_at (review, "ND30-06", whole, _ ("write in offices.yaml whose it is: UBND TỈNH …"),
               _ ("the superior body “%s” is without its place in the letterhead"), parent);
}

void
decree_parts_read (const Review *review)
{
  static const PassageRule rules[] = { check_motto,  check_number_line, check_date_line,
                                       check_zeros,  check_subject,     check_left_parts,
                                       check_signer, check_power };
  const Manuscript *manuscript = review->manuscript;

  if (manuscript->document->kind != KIND_LETTER)
    return;
  for (guint i = 0; i < manuscript->passages->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
      rules[j](review, manuscript_passage (manuscript, i));
  check_letterhead (review);
  check_symbol (review);
  check_recipients (review);
}
