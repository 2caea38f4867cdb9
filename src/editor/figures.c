/* SPDX-License-Identifier: MIT */
#include "editor/figures.h"

#include "base/i18n.h"
#include "editor/mention.h"

#include <string.h>

/* --- how many there are --- */

/* The number that the word is; 0: none. */
static guint
count_word (const Word *word)
{
  static const char *const words[] = { "không", "một", "hai", "ba",   "bốn", "năm",
                                       "sáu",   "bảy", "tám", "chín", "mười" };

  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word->small, words[i]) == 0)
      return i;
  return 0;
}

/* What a number behind it is the name of: “khoản 2 điều 5”, “thôn 3 như sau”. */
static gboolean
follows_numbered (const char *text, guint at)
{
  static const char *const numbered[] = {
    "khoản ", "điểm ", "điều ",  "mục ",       "phần ", "chương ", "phụ lục ", "bảng ", "số ",
    "thôn ",  "tổ ",   "khu ",   "ấp ",        "bản ",  "khóm ",   "quý ",     "lớp ",  "cấp ",
    "tháng ", "ngày ", "năm ",   "kỳ ",        "khóa ", "đợt ",    "bước ",    "nhóm ", "tầng ",
    "phòng ", "đội ",  "tuyến ", "giai đoạn ", "vực ",  NULL
  };
  g_autofree char *before = small_before (text, at, 16);

  return follows_any (before, (guint) strlen (before), numbered);
}

/* How many of `noun` there are, in figures or in a word before it, and where that begins; 0: that
 * is not said. */
static guint
count_before (const Passage *passage, const Word *noun, guint *start)
{
  const char *text = passage->text;
  guint end = noun->start;

  if (end < 2 || text[end - 1] != ' ')
    return 0;
  guint i = end - 1;
  while (i > 0 && g_ascii_isdigit (text[i - 1]))
    i--;
  if (i < end - 1) {
    *start = i;
    /* “2/5 bước”, “1,5”, “từ 3-5 việc” are no counts. */
    gboolean is_whole = i == 0
                        || (!g_ascii_isdigit (text[i - 1]) && strchr ("/,.-", text[i - 1]) == NULL
                            && (guchar) text[i - 1] < 0x80);
    guint value = (guint) g_ascii_strtoull (text + i, NULL, 10);
    return is_whole && end - 1 - i <= 2 && !follows_numbered (text, i) ? value : 0;
  }
  guint n = passage_words_before (passage, end - 1);
  const Word *word = n > 0 ? &passage->words[n - 1] : NULL, *before = n > 1 ? word - 1 : NULL;
  if (word == NULL || word->start + word->length + 1 != end)
    return 0;
  *start = word->start;
  /* “bước thứ hai”, “hai mươi”, “hai, ba bước” */
  if (before && word->follows
      && (word_is (before, "thứ") || word_is (before, "mươi") || count_word (before)))
    return 0;
  return count_word (word);
}

static guint
n_items (cmark_node *list)
{
  guint n = 0;

  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    n++;
  return n;
}

/* The list a passage that ends in a colon leads to, or NULL. */
static cmark_node *
list_behind (const Passage *passage)
{
  cmark_node *next = passage->block && g_str_has_suffix (passage->text, ":")
                       ? cmark_node_next (passage->block)
                       : NULL;
  return next && cmark_node_get_type (next) == CMARK_NODE_LIST ? next : NULL;
}

/* Lines that begin “Bước 1” from `index` on, as items or paragraphs of their own, until a heading
 * or another count; the number of the last of them, if none is missing. */
static guint
steps_behind (const Manuscript *manuscript, guint index)
{
  guint n = 0;

  for (guint i = index; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_MATTER)
      continue;
    if (passage->n_words > 0 && word_is (&passage->words[0], "bước")
        && passage->words[0].start == 0) {
      guint number =
        (guint) g_ascii_strtoull (passage->text + passage->words[0].length + 1, NULL, 10);
      if (number == n + 1)
        n++;
      else if (number == 1 || number == 0)
        return n;
    } else if (passage->kind == PASSAGE_HEADING && n > 0)
      return n;
  }
  return n;
}

static void
say_count (const Review *review, const Passage *passage, guint start, guint end, guint there)
{
  g_autofree char *text = passage_piece (passage, start, end - start);
  remark (review, "FACT-09", passage, start, end - start,
          _ ("correct the number, or add what is missing"),
          _ ("“%s” are announced, but there are %u"), text, there);
}

static const char *const counted[] = { "bước", "việc",  "nội",    "cách",  "điều", "giải", "nhiệm",
                                       "loại", "nhóm",  "trường", "mục",   "biện", "dấu",  "nguyên",
                                       "quy",  "không", "thủ",    "chiêu", "hình", "lý",   "lưu",
                                       "giấy", "khoản", "yêu",    "bài",   "kỹ",   "nơi",  NULL };

#define MOST_COUNTED_WORDS 4

/* “04 tuyến đường như sau:”: nothing but what is counted, in a few words, stands between the number
 * and the colon at byte `colon`. */
static gboolean
ends_announcement (const Passage *passage, guint index, guint colon)
{
  static const char *const tails[] = { "như", "sau", "đây", "dưới", "gồm", "là", NULL };
  const Word *noun = &passage->words[index];
  guint n = 0;

  for (guint i = noun->start; i < colon; i++)
    if (strchr (",;(.", passage->text[i]) || g_ascii_isdigit (passage->text[i]))
      return FALSE;
  for (guint i = index; i < passage->n_words && passage->words[i].start < colon; i++)
    n += !word_is_in (&passage->words[i], tails);
  /* “từ 03 khẩu trở xuống: …” */
  return n >= 1 && n <= MOST_COUNTED_WORDS && !word_is_in (noun, tails)
         && g_strstr_len (passage->text + noun->start, colon - noun->start, " trở ") == NULL;
}

/* What is measured and not listed. */
static gboolean
is_measure (const Word *noun)
{
  static const char *const measures[] = { "ngày", "giờ",  "phút",  "giây", "tuần",  "tháng",
                                          "năm",  "đồng", "triệu", "tỷ",   "nghìn", "ngàn",
                                          "tuổi", "lần",  "km",    "m",    "kg",    "ha",
                                          "mét",  "lít",  "mươi",  "trăm", "quý",   NULL };
  return word_is_in (noun, measures);
}

/* How many of what word `index` says are announced by the colon at byte `colon`, and where that
 * begins; 0: none. */
static guint
announced_before (const Passage *passage, guint index, guint colon, guint *start)
{
  const Word *noun = &passage->words[index];

  if (noun->letters != CASE_SMALL || is_measure (noun)
      || !ends_announcement (passage, index, colon))
    return 0;
  return count_before (passage, noun, start);
}

/* “chỉ ra ba tồn tại: …; …; ….”: as many as there are pieces up to the end of the sentence. */
static void
check_listed (const Review *review, const Passage *passage)
{
  for (const char *colon = passage->text; (colon = strchr (colon, ':')) != NULL; colon++) {
    guint at = (guint) (colon - passage->text), there = 1;
    if (colon[1] != ' ' || passage->marks[at] & MARK_ADDRESS)
      continue;
    const char *last = colon;
    for (const char *p = colon + 1; *p && !(*p == '.' && (p[1] == ' ' || p[1] == '\0')); p++)
      if (*p == ';' && p[1] == ' ') {
        there++;
        last = p;
      }
    for (guint i = 0; last > colon && i < passage->n_words && passage->words[i].start < at; i++) {
      guint start = 0, said = announced_before (passage, i, at, &start);
      if (said >= 2 && said != there)
        say_count (review, passage, start, passage->words[i].start + passage->words[i].length,
                   there);
    }
  }
}

/* TRUE when each item of the list behind passage `index` begins with a name: “1. A Biu, thôn …”. */
static gboolean
lists_names (const Manuscript *manuscript, guint index, guint n)
{
  guint n_names = 0;

  for (guint i = index + 1; i < manuscript->passages->len && i <= index + n; i++) {
    const Passage *item = manuscript_passage (manuscript, i);
    n_names += item->kind == PASSAGE_ITEM && item->n_words > 1
               && item->words[0].letters != CASE_SMALL && item->words[1].letters == CASE_TITLE;
  }
  return n_names == n;
}

/* “5 bước sau:” and the list behind it. */
static void
check_announced (const Review *review, guint index)
{
  const Manuscript *manuscript = review->manuscript;
  const Passage *passage = manuscript_passage (manuscript, index);
  cmark_node *list = list_behind (passage);
  /* The count belongs to the last sentence. */
  const char *sentence = passage->text;

  for (const char *p = passage->text; (p = strstr (p, ". ")) != NULL; p++)
    sentence = p;
  if (!g_str_has_suffix (passage->text, ":"))
    return;
  guint last_start = 0, last_end = 0, said = 0;
  gboolean is_steps = FALSE;
  for (guint i = 0; i < passage->n_words; i++) {
    const Word *noun = &passage->words[i];
    if (passage->text + noun->start < sentence)
      continue;
    guint start = 0;
    gboolean is_counted = noun->letters != CASE_TITLE && g_strv_contains (counted, noun->small);
    gboolean is_person =
      word_is (noun, "người") && list && lists_names (manuscript, index, n_items (list));
    guint n = is_counted || is_person
                ? count_before (passage, noun, &start)
                : announced_before (passage, i, (guint) passage->length - 1, &start);
    if (n < 2)
      continue;
    if (said) /* two counts: which of them the list is, is not said */
      return;
    said = n;
    last_start = start;
    last_end = noun->start + noun->length;
    is_steps = word_is (noun, "bước");
  }
  guint there = list ? n_items (list) : 0;
  if (is_steps) {
    guint steps = steps_behind (manuscript, index + 1);
    there = steps > there || there == 0 ? steps : there;
  }
  if (said && there >= 2 && there != said)
    say_count (review, passage, last_start, last_end, there);
}

/* What a guide has as many of as its list has items: “5 việc chủ nhà làm ngay”. */
static gboolean
is_list_of_guide (const Document *document, const Word *noun)
{
  static const char *const nouns[] = { "việc", "điều", "mẹo", "lưu", "nguyên", NULL };

  return document->kind == KIND_GUIDE && g_strv_contains (nouns, noun->small);
}

/* How many steps the document has: its lists of steps, and its lines “Bước n”. */
static void
collect_steps (const Manuscript *manuscript, GArray *counts)
{
  cmark_node *last = NULL;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    cmark_node *item = passage->block ? cmark_node_parent (passage->block) : NULL;
    cmark_node *list =
      item && cmark_node_get_type (item) == CMARK_NODE_ITEM ? cmark_node_parent (item) : NULL;
    if (list && list != last
        && (body_role (list) == BODY_STEPS || body_role (list) == BODY_TOLD_STEPS
            || cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)) {
      guint n = n_items (list);
      g_array_append_val (counts, n);
      last = list;
    }
    if (passage->n_words > 0 && word_is (&passage->words[0], "bước") && passage->words[0].start == 0
        && strstr (passage->text, "ước 1")) {
      guint n = steps_behind (manuscript, i);
      g_array_append_val (counts, n);
    }
  }
}

/* “năm bước” in the title or the summary. */
static void
check_steps_of_title (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  collect_steps (manuscript, counts);
  for (guint i = 0; i < manuscript->passages->len && counts->len > 0; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage_sums_up (passage))
      continue;
    for (guint j = 0; j < passage->n_words; j++) {
      const Word *noun = &passage->words[j];
      guint start = 0;
      guint said = word_is (noun, "bước") || is_list_of_guide (manuscript->document, noun)
                     ? count_before (passage, noun, &start)
                     : 0;
      gboolean is_there = said < 2;
      for (guint k = 0; k < counts->len; k++)
        is_there |= g_array_index (counts, guint, k) == said;
      if (!is_there)
        say_count (review, passage, start, noun->start + noun->length,
                   g_array_index (counts, guint, 0));
    }
  }
}

/* “Bước 1, Bước 2, Bước 4” */
static void
check_gaps (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  guint last = 0;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_HEADING && !g_str_has_prefix (passage->text, "Bước"))
      last = 0;
    if (passage->kind == PASSAGE_MATTER || !g_str_has_prefix (passage->text, "Bước ")
        || !g_ascii_isdigit (passage->text[strlen ("Bước ")]))
      continue;
    guint number = (guint) g_ascii_strtoull (passage->text + strlen ("Bước "), NULL, 10);
    if (number != last + 1 && number != 1 && last > 0)
      remark (review, "FACT-10", passage, 0, (guint) strlen ("Bước ") + 1,
              _ ("number them one after the other"), _ ("after step %u comes step %u"), last,
              number);
    last = number;
  }
}

/* --- the same, said twice --- */

typedef struct {
  const Passage *passage;
  Amount amount;
  char *key; /* owned: the words before it, and the one behind */
} Said;

static void
said_clear (gpointer data)
{
  g_free (((Said *) data)->key);
}

static void
say_otherwise (const Review *review, const Said *said, const Said *other)
{
  const Amount *here = &said->amount, *there = &other->amount;
  g_autofree char *text = passage_piece (said->passage, here->start, here->end - here->start);
  g_autofree char *theirs = passage_piece (other->passage, there->start, there->end - there->start);

  remark (review, "FACT-15", said->passage, here->start, here->end - here->start,
          _ ("write it once, as a value, and name it in both places"),
          _ ("“%s” here is “%s” in line %u"), text, theirs,
          passage_place (review->manuscript, other->passage, there->start).line);
}

/* Two words before it are enough for what is measured; of things there are more that are called the
 * same. */
static char *
key_of (const Passage *passage, const Amount *amount)
{
  guint n_before = amount_is_measured (amount) ? 2 : 3;
  guint last = passage_words_before (passage, amount->start);

  if (last < n_before
      || amount->start - (passage->words[last - 1].start + passage->words[last - 1].length) != 1)
    return NULL;
  g_autoptr (GString) key = g_string_new (NULL);
  for (guint i = last - n_before; i < last; i++) {
    const Word *word = &passage->words[i];
    if (i > last - n_before && !word->follows)
      return NULL;
    g_string_append_printf (key, "%s ", word->small);
  }
  g_string_append (key, amount->unit);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* What the title, the summary or a block for one channel says with the same words as the text is
 * the same amount. */
static void
check_said_twice (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Said));

  g_array_set_clear_func (all, said_clear);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    gsize next = passage->is_read ? 0 : passage->length;
    while ((next = passage_next_number (passage, next)) < passage->length) {
      Said said = { .passage = passage };
      if (!amount_read (passage, (guint) next++, &said.amount))
        continue;
      said.key = key_of (passage, &said.amount);
      next = said.amount.end;
      if (said.key)
        g_array_append_val (all, said);
    }
  }
  for (guint i = 0; i < all->len; i++) {
    const Said *said = &g_array_index (all, Said, i);
    gboolean is_apart = said->passage->kind == PASSAGE_MATTER || said->passage->channels;
    const Said *other = NULL;
    for (guint j = 0; j < all->len && is_apart; j++) {
      const Said *one = &g_array_index (all, Said, j);
      if (one->passage == said->passage || strcmp (one->key, said->key) != 0)
        continue;
      if (one->amount.value == said->amount.value) {
        other = NULL;
        break;
      }
      if (one->passage->kind != PASSAGE_MATTER && !one->passage->channels)
        other = one;
    }
    if (other)
      say_otherwise (review, said, other);
  }
}

/* FALSE when the text says `amount` somewhere, or nothing of its unit behind “trong” or “Trong”;
 * `other` becomes what it says first. */
static gboolean
is_otherwise (const Manuscript *manuscript, const Amount *amount, Said *other)
{
  static const char *const within[] = { "rong ", NULL };

  *other = (Said){ NULL };
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    Amount said;
    if (passage->kind == PASSAGE_MATTER || !passage->is_read)
      continue;
    for (gsize at = 0; (at = passage_next_number (passage, at)) < passage->length; at++) {
      if (!amount_read (passage, (guint) at, &said) || strcmp (said.unit, amount->unit) != 0)
        continue;
      if (said.value == amount->value)
        return FALSE;
      if (other->passage == NULL && follows_any (passage->text, (guint) at, within))
        *other = (Said){ .passage = passage, .amount = said };
    }
  }
  return other->passage != NULL;
}

/* “Đăng ký khai tử trong 15 ngày” over “Trong 30 ngày …”. */
static void
check_amounts_of_title (const Review *review, const Passage *title)
{
  for (gsize at = 0; (at = passage_next_number (title, at)) < title->length; at++) {
    static const char *const withins[] = { "trong ", "Trong ", NULL };
    Said said = { .passage = title }, other;
    if (follows_any (title->text, (guint) at, withins)
        && amount_read (title, (guint) at, &said.amount) && amount_is_measured (&said.amount)
        && is_otherwise (review->manuscript, &said.amount, &other))
      say_otherwise (review, &said, &other);
  }
}

/* --- days, said twice --- */

typedef struct {
  guint n_days; /* in the text */
  gboolean has[13][32];
} Calendar;

static void
mark_days (Calendar *calendar, const GArray *days)
{
  for (guint i = 0; i < days->len; i++) {
    const DayMention *day = &g_array_index (days, DayMention, i);
    if (day->day >= 1 && day->day <= 31 && day->month >= 1 && day->month <= 12) {
      calendar->has[day->month][day->day] = TRUE;
      calendar->n_days++;
    }
  }
}

static void
mark_date (Calendar *calendar, Date date)
{
  if (date_is_set (date))
    calendar->has[date.month][date.day] = TRUE;
}

/* “lễ Quốc khánh 2/9” is the name of a day. */
static gboolean
is_named_day (const Passage *passage, const DayMention *day)
{
  static const char *const names[] = { "lễ",      "Lễ",      "Tết",      "tết",
                                       "khánh",   "kỷ niệm", "Kỷ niệm",  "truyền thống",
                                       "Quốc tế", "dịp",     "Ngày hội", NULL };

  return any_before (passage->text, day->start, 40, names);
}

/* Marks the hours of a passage in `has`, by the minute; how many there are. */
static guint
mark_hours (const Passage *passage, gboolean *has)
{
  guint n = 0, minutes;
  gboolean is_bad;

  for (gsize at = 0; (at = passage_next_number (passage, at)) < passage->length;) {
    gsize start = at++;
    const char *end = figure_begins (passage->text, start)
                        ? clock_read (passage->text + start, &minutes, &is_bad)
                        : NULL;
    if (end == NULL)
      continue;
    if (!is_bad && minutes < 24 * 60) {
      /* “7 giờ tối” is 19 hours, and so is what leaves the word out. */
      has[minutes] = has[(minutes + 12 * 60) % (24 * 60)] = TRUE;
      n++;
    }
    at = (gsize) (end - passage->text);
  }
  return n;
}

/* An hour of the title or the summary is in the text, if the text has any. */
static void
check_hours_of_title (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  gboolean has[24 * 60] = { FALSE }, said[24 * 60];
  guint n = 0;

  for (guint i = 0; i < manuscript->passages->len; i++)
    if (manuscript_passage (manuscript, i)->kind != PASSAGE_MATTER)
      n += mark_hours (manuscript_passage (manuscript, i), has);
  for (guint i = 0; n > 0 && i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage_sums_up (passage))
      continue;
    memset (said, 0, sizeof said);
    mark_hours (passage, said);
    for (guint minute = 0; minute < 12 * 60; minute++)
      if (said[minute] && !has[minute]) {
        remark (review, "FACT-08", passage, 0, (guint) passage->length,
                _ ("correct it here or in the text"),
                _ ("the hour that stands here is none of those in the text"));
        break;
      }
  }
}

/* A day of the title or the summary is in the text, or among the dates of the document. */
static void
check_days_of_title (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  const Document *document = manuscript->document;
  Calendar calendar = { 0 };

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_MATTER)
      continue;
    const GArray *days = mentions_of_days (passage);
    mark_days (&calendar, days);
  }
  if (calendar.n_days == 0)
    return;
  mark_date (&calendar, document->date);
  mark_date (&calendar, document->broadcast.from);
  mark_date (&calendar, document->broadcast.until);
  mark_date (&calendar, document->deadline);
  if (document->expires != MOMENT_NONE)
    mark_date (&calendar, date_of_moment (document->expires - 1));
  for (guint i = 0; i < document->n_phases; i++) {
    mark_date (&calendar, document->phases[i].from);
    mark_date (&calendar, document->phases[i].until);
  }
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage_sums_up (passage))
      continue;
    const GArray *days = mentions_of_days (passage);
    for (guint j = 0; j < days->len; j++) {
      const DayMention *day = &g_array_index (days, DayMention, j);
      if (day->day < 1 || day->day > 31 || day->month < 1 || day->month > 12
          || calendar.has[day->month][day->day] || is_named_day (passage, day))
        continue;
      g_autofree char *text = passage_piece (passage, day->start, day->length);
      remark (review, "FACT-08", passage, day->start, day->length,
              _ ("correct one of them; a value that is named in both places cannot differ"),
              _ ("“%s” stands nowhere in the text, which has other days"), text);
    }
  }
}

/* The month said at `p`, “tháng 11”; 0: none. */
static guint
month_at (const char *p)
{
  guint64 month =
    g_str_has_prefix (p, " tháng ") ? g_ascii_strtoull (p + strlen (" tháng "), NULL, 10) : 0;
  return month <= 12 ? (guint) month : 0;
}

/* TRUE when the text says `words` of a month, but never of `month`; `other` is what it says. */
static gboolean
says_other_month (const Manuscript *manuscript, const char *words, guint month, guint *other)
{
  *other = 0;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_MATTER)
      continue;
    for (const char *p = passage->text; (p = strstr (p, words)) != NULL; p++) {
      guint said = month_at (p + strlen (words));
      if (said == month)
        return FALSE;
      *other = said ? said : *other;
    }
  }
  return *other > 0;
}

/* “định kỳ tháng 11” is what the text says of a month with the same two words. */
static void
check_month_of_title (const Review *review, const Passage *passage)
{
  for (guint i = 2; i < passage->n_words; i++) {
    const Word *word = &passage->words[i], *first = word - 2, *last = word - 1;
    guint end = last->start + last->length, other;
    guint month = word_is (word, "tháng") ? month_at (passage->text + end) : 0;
    if (month == 0 || !last->follows || !word->follows)
      continue;
    g_autofree char *words = passage_piece (passage, first->start, end - first->start);
    if (says_other_month (review->manuscript, words, month, &other))
      remark (review, "FACT-08", passage, first->start, word->start + word->length - first->start,
              _ ("correct it here or in the text"),
              _ ("the text speaks of month %u, not of month %u"), other, month);
  }
}

void
figures_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  check_gaps (review);
  check_steps_of_title (review);
  check_said_twice (review);
  check_days_of_title (review);
  check_hours_of_title (review);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage_is_of (passage, "title", "tiêu đề")
        || passage_is_of (passage, "subject", "trích yếu")) {
      check_month_of_title (review, passage);
      check_amounts_of_title (review, passage);
    }
    if (!passage->is_read || passage->kind == PASSAGE_MATTER)
      continue;
    check_announced (review, i);
    check_listed (review, passage);
  }
}
