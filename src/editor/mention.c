/* SPDX-License-Identifier: MIT */
#include "editor/mention.h"

#include "model/symbol.h"
#include "text/phone.h"

#include <string.h>

/* --- reading from a text --- */

static const char *
skip_spaces (const char *p)
{
  for (;;) {
    if (*p == ' ')
      p++;
    else if (g_str_has_prefix (p, "\302\240"))
      p += 2;
    else
      return p;
  }
}

gboolean
follows_any (const char *text, guint at, const char *const *words)
{
  for (; *words; words++) {
    gsize n = strlen (*words);
    if (at >= n && strncmp (text + at - n, *words, n) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
begins_any (const char *text, const char *const *words)
{
  for (; *words; words++)
    if (g_str_has_prefix (text, *words))
      return TRUE;
  return FALSE;
}

gboolean
any_before (const char *text, guint at, guint most, const char *const *words)
{
  guint n = MIN (at, most);

  for (; *words; words++)
    if (g_strstr_len (text + at - n, n, *words))
      return TRUE;
  return FALSE;
}

gboolean
any_small_before (const char *text, guint at, guint most, const char *const *words)
{
  g_autofree char *before = small_before (text, at, most);
  guint n = (guint) strlen (before);

  return any_before (before, n, n, words);
}

char *
small_before (const char *text, guint at, guint most)
{
  guint from = at - MIN (at, most);

  while (from < at && (text[from] & 0xC0) == 0x80)
    from++;
  return g_utf8_strdown (text + from, at - from);
}

/* A number of `least` to `most` digits, and nothing but it; NULL when there is none. */
static const char *
read_digits (const char *p, guint least, guint most, guint *value)
{
  guint n = 0;

  *value = 0;
  for (; g_ascii_isdigit (p[n]) && n <= most; n++)
    *value = *value * 10 + (guint) (p[n] - '0');
  return n >= least && n <= most ? p + n : NULL;
}

static gboolean
starts_with_word (const char *p, const char *word)
{
  gsize n = strlen (word);
  if (g_ascii_tolower (*p) != *word)
    return FALSE;
  g_autofree char *small = g_utf8_strdown (p, (gssize) strnlen (p, n + 4));
  return g_str_has_prefix (small, word);
}

/* --- days --- */

/* “5 tháng 1 năm 2026” from its digits on. */
static const char *
read_day_in_words (const char *p, DayMention *day)
{
  guint d, m, y;
  const char *end = read_digits (p, 1, 2, &d);

  if (end == NULL || !starts_with_word (skip_spaces (end), "tháng"))
    return NULL;
  const char *month = skip_spaces (skip_spaces (end) + strlen ("tháng"));
  end = read_digits (month, 1, 2, &m);
  if (end == NULL)
    return NULL;
  day->day = (guint8) d;
  day->month = (guint8) m;
  day->is_in_words = TRUE;
  const char *after = skip_spaces (end);
  if (*after == '/')
    after++;
  else if (*after == ',')
    after = skip_spaces (after + 1);
  if (starts_with_word (after, "năm"))
    after = skip_spaces (after + strlen ("năm"));
  const char *behind = read_digits (after, 4, 4, &y);
  if (behind && y >= 1000) {
    day->year = (guint16) y;
    return behind;
  }
  return end;
}

/* “05/01/2026”, “5-1-2026”, and “5/1” when `may_be_short`. */
static const char *
read_day_in_figures (const char *p, gboolean may_be_short, DayMention *day)
{
  guint d, m, y;
  const char *end = read_digits (p, 1, 2, &d);

  if (end == NULL || strchr ("/-.", *end) == NULL || *end == '\0')
    return NULL;
  char sign = *end;
  end = read_digits (end + 1, 1, 2, &m);
  if (end == NULL)
    return NULL;
  day->day = (guint8) d;
  day->month = (guint8) m;
  if (*end == sign) {
    const char *behind = read_digits (end + 1, 4, 4, &y);
    if (behind && y >= 1900 && y <= 2999) {
      day->year = (guint16) y;
      return behind;
    }
    return NULL;
  }
  /* “10/9/24” and fractions are something else. */
  return may_be_short && sign == '/' && m >= 1 && d >= 1 && d <= 31 && !g_ascii_isalnum (*end)
           ? end
           : NULL;
}

/* What joins the two ends of a stretch, at `p`; NULL when nothing does. */
static const char *
skip_joint (const char *p)
{
  static const char *const joints[] = { "đến hết", "đến", "tới", "-", "–" };

  p = skip_spaces (p);
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (p, joints[i]))
      return skip_spaces (p + strlen (joints[i]));
  return NULL;
}

/* “20 đến ngày 25 tháng 11”: the month of the first is that of the second. */
static const char *
read_day_of_stretch (const char *p, DayMention *day)
{
  guint d;
  const char *end = read_digits (p, 1, 2, &d), *other = end ? skip_joint (end) : NULL;
  DayMention last = { 0 };

  if (other && starts_with_word (other, "ngày"))
    other = skip_spaces (other + strlen ("ngày"));
  if (other == NULL || d < 1 || d > 31
      || (!read_day_in_words (other, &last) && !read_day_in_figures (other, TRUE, &last))
      || last.month < 1 || last.month > 12)
    return NULL;
  day->day = (guint8) d;
  day->month = last.month;
  day->year = last.year;
  return end;
}

/* TRUE for “20/11” in “20/11 - 25/11/2026”: the second end says that it is a day. */
static gboolean
begins_stretch (const char *p)
{
  guint d, m;
  const char *end = read_digits (p, 1, 2, &d);
  DayMention last = { 0 };

  end = end && *end == '/' ? read_digits (end + 1, 1, 2, &m) : NULL;
  const char *other = end ? skip_joint (end) : NULL;
  return other && read_day_in_figures (other, FALSE, &last);
}

/* The word, which begins with a letter of ASCII, before byte `at`, with nothing but spaces between;
 * its start. */
static gboolean
is_behind_word (const char *text, gsize at, const char *word, gsize *start)
{
  gsize n = at, length = strlen (word);

  while (n > 0 && text[n - 1] == ' ')
    n--;
  if (n < length || n == at)
    return FALSE;
  *start = n - length;
  return g_ascii_tolower (text[*start]) == *word
         && strncmp (text + *start + 1, word + 1, length - 1) == 0;
}

/* Words beside which “5/1” is a day. */
static gboolean
is_after_day_word (const char *text, gsize at)
{
  static const char *const words[] = { "từ ",   "Từ ",    "đến ",   "hết ",   "hôm ",  "trước ",
                                       "sau ",  "sáng ",  "chiều ", "tối ",   "Hai, ", "Ba, ",
                                       "Sáng ", "Chiều ", "Tối ",   "Hôm ",   "Tư, ",  "Năm, ",
                                       "Sáu, ", "Bảy, ",  "nhật, ", "Nhật, ", "nhật ", "Nhật ",
                                       "Hai ",  "Ba ",    "Tư ",    "Năm ",   "Sáu ",  "Bảy ",
                                       "hạn ",  "- ",     "– ",     NULL };

  return follows_any (text, (guint) at, words);
}

/* TRUE for a number that is no part of something longer. */
static gboolean
is_alone (const char *text, gsize at)
{
  return at == 0 || (!g_ascii_isalnum (text[at - 1]) && strchr (".,/-+", text[at - 1]) == NULL);
}

/* “5/”, “05-”: most numbers are none of a day, and cost no more than this. */
static gboolean
has_day_sign (const char *p)
{
  guint value;
  const char *end = read_digits (p, 1, 2, &value);
  return end && *end && strchr ("/-.", *end);
}

/* “13/2026” of “tháng 13/2026”, from its digits on. */
static const char *
read_month (const char *p, DayMention *day)
{
  guint m, y;
  const char *end = read_digits (p, 1, 2, &m);

  end = end && *end == '/' ? read_digits (end + 1, 4, 4, &y) : NULL;
  if (end) {
    day->month = (guint8) m;
    day->year = (guint16) y;
  }
  return end;
}

/* The day or month whose number stands at byte `at`, and where it begins, perhaps with a word
 * before it; NULL when there is none. */
static const char *
read_mention (const char *text, gsize at, DayMention *day, gsize *start)
{
  const char *p = text + at, *end = NULL;
  gsize word;

  *start = at;
  if (is_behind_word (text, at, "tháng", &word) && (end = read_month (p, day)) != NULL) {
    *start = word;
    return end;
  }
  if (!is_alone (text, at))
    return NULL;
  gboolean has_ngay = is_behind_word (text, at, "ngày", &word);
  end = read_day_in_words (p, day);
  if (end == NULL && has_day_sign (p))
    end =
      read_day_in_figures (p, has_ngay || is_after_day_word (text, at) || begins_stretch (p), day);
  if (end == NULL && has_ngay)
    end = read_day_of_stretch (p, day);
  if (has_ngay)
    *start = word;
  return end;
}

static GArray *
find_days (const Passage *passage)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (DayMention));
  const char *text = passage->text;

  for (gsize at = 0; (at = passage_next_number (passage, at)) < passage->length;) {
    DayMention day = { .passage = passage };
    gsize start;
    const char *end =
      passage->marks[at] & MARK_ADDRESS ? NULL : read_mention (text, at, &day, &start);
    if (end) {
      day.start = (guint) start;
      day.length = (guint) (end - text - (gssize) start);
      g_array_append_val (days, day);
    }
    at = end ? (gsize) (end - text) : at + 1;
  }
  return days;
}

Date
day_date (const DayMention *day, Date around)
{
  return (Date){ (gint16) (day->year ? day->year : around.year), (gint8) day->month,
                 (gint8) day->day };
}

guint
date_weekday (Date date)
{
  g_autoptr (GDate) day =
    g_date_new_dmy ((GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return (guint) g_date_get_weekday (day) - 1;
}

/* --- telephones --- */

static void
phone_clear (gpointer data)
{
  g_free (((PhoneMention *) data)->digits);
}

/* “05-11-2026”, “03.02.2019” */
static gboolean
is_date (const char *p)
{
  DayMention day = { 0 };
  const char *end = read_day_in_figures (p, FALSE, &day);

  return end && !g_ascii_isdigit (*end) && day.year > 0;
}

/* “0905.xxx.123”: some of its digits are not told. */
static gboolean
goes_on_masked (const char *end)
{
  return *end == 'x' || (*end && strchr (" .-", *end) && g_str_has_prefix (end + 1, "xx"));
}

/* A number to call: it begins with 0, +84, 1800 or 1900 and has eight digits or more, in groups. */
static const char *
read_phone (const char *p, GString *digits)
{
  const char *end = p;

  g_string_truncate (digits, 0);
  if (is_date (p))
    return NULL;
  if (*p == '+') {
    if (!g_str_has_prefix (p, "+84"))
      return NULL;
    g_string_append_c (digits, '0');
    p = end = p + 3;
  } else if (*p != '0' && !g_str_has_prefix (p, "1800") && !g_str_has_prefix (p, "1900"))
    return NULL;
  for (guint gap = 0; *p; p++) {
    if (g_ascii_isdigit (*p)) {
      g_string_append_c (digits, *p);
      end = p + 1;
      gap = 0;
    } else if (strchr (" .-", *p) == NULL || ++gap > 1)
      break;
  }
  return digits->len >= FEWEST_PHONE_DIGITS && strchr ("/%", *end ? *end : ' ') == NULL
             && !goes_on_masked (end)
           ? end
           : NULL;
}

static GArray *
find_phones (const Passage *passage)
{
  GArray *phones = g_array_new (FALSE, TRUE, sizeof (PhoneMention));
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *text = passage->text;

  g_array_set_clear_func (phones, phone_clear);
  for (gsize at = 0; (at = passage_next_number (passage, at)) < passage->length;) {
    gboolean is_abroad = at > 0 && text[at - 1] == '+';
    gsize start = is_abroad ? at - 1 : at;
    gboolean begins =
      (is_abroad || is_alone (text, at)) && !(passage->marks[start] & (MARK_ADDRESS | MARK_CODE));
    const char *end = begins ? read_phone (text + start, digits) : NULL;
    if (end) {
      const PhoneMention phone = { (guint) start, (guint) (end - text - (gssize) start),
                                   g_strdup (digits->str) };
      g_array_append_val (phones, phone);
    }
    at = end ? (gsize) (end - text) : at + 1;
  }
  return phones;
}

/* --- documents --- */

static void
citation_clear (gpointer data)
{
  Citation *citation = data;
  g_free (citation->number);
  g_free (citation->symbol);
}

/* The day that stands behind the number, with at most the word “ngày” and marks between. */
static void
take_date (Citation *citation, const Passage *passage, const GArray *days)
{
  guint end = citation->start + citation->length;

  for (guint i = 0; i < days->len; i++) {
    const DayMention *day = &g_array_index (days, DayMention, i);
    if (day->start < end || day->day == 0)
      continue;
    if (day->start - end <= 3 && passage->text[end] != ';')
      citation->date = *day;
    return;
  }
}

static gboolean
is_symbol_char (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  return g_unichar_isalnum (c) || g_utf8_strchr ("-&–/", -1, c);
}

static guint
skip_digits_back (const char *text, guint at)
{
  while (at > 0 && g_ascii_isdigit (text[at - 1]))
    at--;
  return at;
}

/* Where the symbol begins in which the first slash is that at byte `slash`: behind it, or, of the
 * Party, behind the hyphen before it: “22-QĐ/TW”. */
static guint
symbol_start (const char *text, guint slash)
{
  guint at = slash;

  while (at > 0 && g_unichar_isupper (g_utf8_get_char (g_utf8_prev_char (text + at))))
    at = (guint) (g_utf8_prev_char (text + at) - text);
  return at < slash && at > 1 && text[at - 1] == '-' && g_ascii_isdigit (text[at - 2]) ? at
                                                                                       : slash + 1;
}

/* Where the number before the symbol at byte `symbol` begins; of “59/2022/NĐ-CP” the year is part
 * of it. */
static guint
number_start (const char *text, guint symbol)
{
  guint start = skip_digits_back (text, symbol - 1);

  return start > 1 && text[start - 1] == '/' && symbol - 1 - start == 4
             && g_ascii_isdigit (text[start - 2])
           ? skip_digits_back (text, start - 1)
           : start;
}

static const char *
symbol_end (const char *symbol)
{
  const char *end = symbol;

  while (*end && is_symbol_char (end))
    end = g_utf8_next_char (end);
  while (end > symbol && strchr ("-/&", end[-1]))
    end--;
  return end;
}

/* “số” stands before byte `at`. */
static gboolean
follows_so (const char *text, guint at)
{
  static const char *const words[] = { "số", NULL };

  while (at > 0 && text[at - 1] == ' ')
    at--;
  return follows_any (text, at, words);
}

/* The last word before byte `at`, but for “số”; NULL: none. */
static const Word *
kind_word_before (const Passage *passage, guint at)
{
  guint n = passage_words_before (passage, at);

  while (n > 0 && strcmp (passage->words[n - 1].small, "số") == 0)
    n--;
  return n > 0 ? &passage->words[n - 1] : NULL;
}

/* The document in whose number the slash at byte `slash` stands; its length is 0 when there is
 * none.
 */
static Citation
citation_at (const Passage *passage, guint slash)
{
  const char *text = passage->text;
  guint begin = symbol_start (text, slash), start = number_start (text, begin);
  const char *end = symbol_end (text + begin);
  g_autofree char *symbol = g_strndup (text + begin, (gsize) (end - text - begin));

  if (start + 1 == begin
      || (start > 0 && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (text + start))))
      || !symbol_is_symbol (symbol) || g_utf8_strlen (symbol, -1) < 2)
    return (Citation){ 0 };
  Citation citation = { .start = start,
                        .length = (guint) (end - text) - start,
                        .number = g_strndup (text + start, begin - 1 - start),
                        .symbol = g_steal_pointer (&symbol),
                        .has_so = follows_so (text, start),
                        .kind = kind_word_before (passage, start) };
  take_date (&citation, passage, mentions_of_days (passage));
  return citation;
}

static GArray *
find_documents (const Passage *passage)
{
  GArray *citations = g_array_new (FALSE, TRUE, sizeof (Citation));
  const char *text = passage->text;

  g_array_set_clear_func (citations, citation_clear);
  for (const char *slash = text; (slash = strchr (slash, '/')) != NULL; slash++) {
    if ((passage->marks[slash - text] & MARK_ADDRESS)
        || !g_unichar_isupper (g_utf8_get_char (slash + 1)))
      continue;
    const Citation citation = citation_at (passage, (guint) (slash - text));
    if (citation.length == 0)
      continue;
    g_array_append_val (citations, citation);
    slash = text + citation.start + citation.length - 1;
  }
  return citations;
}

/* --- what was found --- */

static const GArray *
found_in (const Passage *passage, FoundKind kind, GArray *(*find) (const Passage *passage))
{
  GArray **found = &passage->found[kind];

  if (*found == NULL)
    *found = find (passage);
  return *found;
}

const GArray *
mentions_of_days (const Passage *passage)
{
  return found_in (passage, FOUND_DAYS, find_days);
}

const GArray *
mentions_of_phones (const Passage *passage)
{
  return found_in (passage, FOUND_PHONES, find_phones);
}

const GArray *
mentions_of_documents (const Passage *passage)
{
  return found_in (passage, FOUND_DOCUMENTS, find_documents);
}

/* --- figures --- */

gboolean
figure_begins (const char *text, gsize at)
{
  return at == 0 || (!g_ascii_isalnum (text[at - 1]) && strchr (":.,/-", text[at - 1]) == NULL);
}

gboolean
figure_read (const char *text, const char *end, gint64 *thousandths, const char **behind)
{
  const char *p = text;
  gint64 value = 0, scale = 100;

  if (p >= end || !g_ascii_isdigit (*p))
    return FALSE;
  for (; p < end && value < G_MAXINT64 / 100000; p++) {
    if (g_ascii_isdigit (*p))
      value = value * 10 + (*p - '0');
    else if (*p != '.'
             || !(p + 3 < end + 1 && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2])
                  && g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4])))
      break;
  }
  value *= 1000;
  if (p + 1 < end && *p == ',' && g_ascii_isdigit (p[1]))
    for (p++; p < end && g_ascii_isdigit (*p); p++, scale /= 10)
      value += (*p - '0') * scale;
  *thousandths = value;
  *behind = p;
  return TRUE;
}

char *
figure_write (gint64 thousandths)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (thousandths) / 1000);
  guint n = (guint) strlen (digits), part = (guint) (ABS (thousandths) % 1000);
  GString *text = g_string_new (thousandths < 0 ? "-" : "");

  for (guint i = 0; i < n; i++) {
    if (i > 0 && (n - i) % 3 == 0)
      g_string_append_c (text, '.');
    g_string_append_c (text, digits[i]);
  }
  if (part > 0)
    g_string_append_printf (text, ",%03u", part);
  while (part > 0 && text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* --- amounts --- */

gboolean
amount_read (const Passage *passage, guint at, Amount *amount)
{
  const char *text = passage->text, *behind;

  if (!figure_begins (text, at)
      || !figure_read (text + at, text + passage->length, &amount->value, &behind)
      || *behind != ' ')
    return FALSE;
  const char *word = behind + 1, *end = word;
  while (*end && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  /* “15 triệu tài khoản” */
  if (end - word >= (gssize) sizeof amount->unit || end == word)
    return FALSE;
  memcpy (amount->unit, word, (gsize) (end - word));
  amount->unit[end - word] = '\0';
  amount->start = at;
  amount->end = (guint) (end - text);
  return TRUE;
}

gboolean
amount_is_measured (const Amount *amount)
{
  static const char *const units[] = { "đồng", "triệu", "nghìn", "ngàn", "tỷ",   "ngày", "giờ",
                                       "phút", "ml",    "mg",    "g",    "gam",  "viên", "gói",
                                       "lần",  "lít",   "km",    "kg",   "bước", "giây", NULL };
  return g_strv_contains (units, amount->unit);
}

/* --- hours --- */

/* What may stand behind minutes that are not named so; “17 giờ 25 tháng 11” and “7 giờ 75 hộ” have
 * none. */
static gboolean
are_minutes (const char *behind)
{
  static const char *const followers[] = { " phút", " ngày", " cùng", " đến",  " sáng", " chiều",
                                           " tối",  " và",   " hằng", " hàng", " mỗi",  " -",
                                           ")",     ",",     ";",     ".",     NULL };

  return *behind == '\0' || (begins_any (behind, followers) && !g_ascii_isdigit (behind[1]));
}

const char *
clock_read (const char *p, guint *minutes, gboolean *is_bad)
{
  guint hour = 0, minute = 0, n = 0;

  while (g_ascii_isdigit (p[n]) && n < 3)
    hour = hour * 10 + (guint) (p[n++] - '0');
  if (n == 0 || n > 2)
    return NULL;
  const char *sign = p + n;
  gboolean is_colon = *sign == ':';
  if (*sign == 'h' || *sign == 'g' || is_colon)
    sign++;
  else if (g_str_has_prefix (sign, " giờ"))
    sign += strlen (" giờ");
  else
    return NULL;
  const char *digits = *sign == ' ' && !is_colon ? sign + 1 : sign;
  gboolean has_minutes =
    g_ascii_isdigit (digits[0]) && g_ascii_isdigit (digits[1]) && !g_ascii_isdigit (digits[2]);
  if (has_minutes && digits != sign && !are_minutes (digits + 2))
    has_minutes = FALSE;
  if (is_colon && (!has_minutes || digits[2] == ':' || digits[2] == '.'))
    return NULL;
  if (has_minutes)
    minute = (guint) ((digits[0] - '0') * 10 + digits[1] - '0');
  *minutes = hour * 60 + minute;
  *is_bad = minute > 59 || (has_minutes && hour > 24) || (hour == 24 && minute > 0)
            || (is_colon && hour > 24);
  if (g_ascii_isalnum (has_minutes ? digits[2] : *sign))
    return NULL;
  return has_minutes ? digits + 2 : sign;
}

gboolean
clock_at (const Passage *passage, gsize at, Clock *clock)
{
  gboolean is_bad;
  const char *end = figure_begins (passage->text, at)
                      ? clock_read (passage->text + at, &clock->minutes, &is_bad)
                      : NULL;

  if (end == NULL || is_bad)
    return FALSE;
  clock->start = (guint) at;
  clock->length = (guint) (end - passage->text) - clock->start;
  return TRUE;
}

gboolean
clock_find (const Passage *passage, gsize from, Clock *clock)
{
  for (gsize at = from; (at = passage_next_number (passage, at)) < passage->length; at++)
    if (clock_at (passage, at, clock))
      return TRUE;
  return FALSE;
}
