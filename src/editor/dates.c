/* SPDX-License-Identifier: MIT */
/* A day that is not in the calendar, a week day that is another, a stretch that ends before it
 * begins, a deadline that had passed when the letter was written. Where no year is said, that of
 * the document is meant, or, at the turn of the year, the next. */
#include "editor/dates.h"

#include "base/i18n.h"
#include "editor/mention.h"

#include <string.h>

static Date
date_of (const Review *review)
{
  const Document *document = review->manuscript->document;
  return date_is_set (document->date) ? document->date
                                      : date_of_moment (review->manuscript->site->now);
}

/* --- the calendar --- */

/* “chiều 27/13”, “ngày 31/13”; “ngày 24/24” is all around the clock. */
static gboolean
is_told_as_day (const DayMention *day)
{
  static const char *const words[] = { "sáng ",  "chiều ", "tối ", "đêm ", "hôm ", "Sáng ",
                                       "Chiều ", "Tối ",   "Đêm ", "Hôm ", NULL };
  const char *text = day->passage->text;

  return day->day != day->month
         && (!g_ascii_isdigit (text[day->start]) || follows_any (text, day->start, words));
}

static void
check_exists (const Review *review, const DayMention *day)
{
  /* Without a year, the 29th of February may be. */
  int year = day->year ? day->year : 2024;
  gboolean is_month = day->day == 0;

  if (is_month ? day->month >= 1 && day->month <= 12 : date_exists (year, day->month, day->day))
    return;
  if (!is_month && !day->year && !day->is_in_words && (day->month > 12 || day->day > 31)
      && !is_told_as_day (day))
    return; /* a fraction, or a number of a house */
  g_autofree char *text = passage_piece (day->passage, day->start, day->length);
  remark (review, "FACT-01", day->passage, day->start, day->length, _ ("correct the date"),
          _ ("the calendar has no “%s”"), text);
}

static gboolean
is_good (const DayMention *day)
{
  return day->day > 0 && date_exists (day->year ? day->year : 2024, day->month, day->day);
}

/* --- week days --- */

static const char *const weekday_names[] = { "thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                             "thứ Sáu", "thứ Bảy", "Chủ nhật" };

/* The week day words `index` and the next one say; 7 when they say none. */
static guint
weekday_at (const Passage *passage, guint index)
{
  static const char *const words[] = { "hai", "ba", "tư", "năm", "sáu", "bảy" };
  const Word *word = &passage->words[index];
  const Word *next = word_after (passage, index + 1);

  if (word_is (word, "chủ") && word_is (next, "nhật"))
    return 6;
  if (!word_is (word, "thứ"))
    return 7;
  for (guint i = 0; next && i < G_N_ELEMENTS (words); i++)
    if (word_is (next, words[i]))
      return i;
  const char *behind = passage->text + word->start + word->length;
  if (*behind == ' ' && behind[1] >= '2' && behind[1] <= '7' && !g_ascii_isdigit (behind[2]))
    return (guint) (behind[1] - '2');
  return 7;
}

/* Where the words of the week day end. */
static guint
weekday_end (const Passage *passage, guint index)
{
  const Word *word = &passage->words[index];
  const Word *next = word_after (passage, index + 1);
  guint end = word->start + word->length;

  return g_ascii_isdigit (passage->text[end + 1]) ? end + 2
         : next                                   ? next->start + next->length
                                                  : end;
}

/* Nothing but a comma, brackets or “ngày” stands between. */
static gboolean
is_beside (const Passage *passage, guint end, guint start)
{
  if (start < end || start - end > 4)
    return FALSE;
  for (guint i = end; i < start; i++)
    if (strchr (" ,()-", passage->text[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
falls_on (const Review *review, const DayMention *day, guint weekday)
{
  Date around = date_of (review);

  if (date_weekday (day_date (day, around)) == weekday || (day->month == 2 && day->day == 29))
    return TRUE;
  if (day->year)
    return FALSE;
  /* “thứ Hai, 4/1” in a letter of November. */
  around.year++;
  return day->month < around.month && date_weekday (day_date (day, around)) == weekday;
}

/* The day a week day belongs to: the one behind it, else the one before it. */
static const DayMention *
day_of_weekday (const Passage *passage, const GArray *days, guint start, guint end)
{
  const DayMention *before = NULL;

  for (guint i = 0; i < days->len; i++) {
    const DayMention *day = &g_array_index (days, DayMention, i);
    if (is_beside (passage, end, day->start))
      return day;
    if (is_beside (passage, day->start + day->length, start))
      before = day;
  }
  return before;
}

static void
check_weekdays (const Review *review, const Passage *passage, const GArray *days)
{
  Date around = date_of (review);

  for (guint i = 0; i < passage->n_words && days->len > 0; i++) {
    guint weekday = weekday_at (passage, i);
    if (weekday > 6)
      continue;
    guint start = passage->words[i].start, end = weekday_end (passage, i);
    const DayMention *day = day_of_weekday (passage, days, start, end);
    if (day == NULL || !is_good (day) || falls_on (review, day, weekday))
      continue;
    guint from = MIN (start, day->start), to = MAX (end, day->start + day->length);
    g_autofree char *text = passage_piece (passage, day->start, day->length);
    remark (review, "FACT-03", passage, from, to - from,
            _ ("correct the day of the week or the date"), _ ("%s is a “%s”"), text,
            weekday_names[date_weekday (day_date (day, around))]);
  }
}

/* --- stretches --- */

/* “từ … đến …”, “… - …”: what stands between two days of one stretch. */
static gboolean
is_stretch (const Passage *passage, const DayMention *first, const DayMention *second)
{
  static const char *const links[] = { "đến", "tới", "đến hết", "tới hết",      "đến trước", "-",
                                       "–",   "—",   "→",       "đến hết ngày", NULL };
  guint end = first->start + first->length;

  if (second->start <= end || second->start - end > 48)
    return FALSE;
  g_autofree char *between = g_strndup (passage->text + end, second->start - end);
  const char *inner = strstr (between, "đến");
  g_strstrip (between);
  if (g_strv_contains (links, between))
    return TRUE;
  /* “từ 7h ngày 1/12 đến 17h ngày 7/12” */
  return inner && strpbrk (between, ".;:(") == NULL && strstr (between, " và ") == NULL
         && g_utf8_strlen (inner, -1) < 24 && inner - between <= 2;
}

static gboolean
is_over_new_year (Date from, Date to)
{
  return from.month >= 10 && to.month <= 4;
}

/* The number before “ngày,” or “ngày (” that ends right before `at`, where a stretch begins: “3
 * ngày, từ …”; 0: none. `start` receives where it stands. */
static guint
announced_days (const Passage *passage, guint at, guint *start)
{
  static const char *const links[] = { "từ ngày", "từ", "kể từ ngày", "kể từ" };
  g_autofree char *before = g_strndup (passage->text, at);

  g_strchomp (before);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_has_suffix (before, links[i])) {
      before[strlen (before) - strlen (links[i])] = '\0';
      break;
    }
  gsize n = strlen (before);
  while (n > 0 && strchr (" ,(:", before[n - 1]))
    before[--n] = '\0';
  if (!g_str_has_suffix (before, " ngày"))
    return 0;
  n -= strlen (" ngày");
  guint end = (guint) n;
  while (n > 0 && g_ascii_isdigit (before[n - 1]))
    n--;
  *start = (guint) n;
  return end - n >= 1 && end - n <= 2 && (n == 0 || before[n - 1] == ' ')
           ? (guint) g_ascii_strtoull (before + n, NULL, 10)
           : 0;
}

/* “3 ngày, từ 12/11/2026 đến hết 13/11/2026”: as many days as it says, with the last or without. */
static void
check_span (const Review *review, const Passage *passage, const DayMention *first, Date from,
            Date to)
{
  guint start = 0, said = announced_days (passage, first->start, &start);
  g_autoptr (GDate) begin =
    g_date_new_dmy ((GDateDay) from.day, (GDateMonth) from.month, (GDateYear) from.year);
  g_autoptr (GDate) end =
    g_date_new_dmy ((GDateDay) to.day, (GDateMonth) to.month, (GDateYear) to.year);
  int there = g_date_days_between (begin, end) + 1;

  /* Working days are fewer. */
  if (said == 0 || said + 1 == (guint) there || said == (guint) there
      || strstr (passage->text, "làm việc"))
    return;
  remark (review, "FACT-23", passage, start, first->start - start,
          _ ("correct the number of days or one of the two dates"),
          _ ("%u days are announced, and it lasts %d"), said, there);
}

static void
check_stretch (const Review *review, const Passage *passage, const DayMention *first,
               const DayMention *second)
{
  if (!is_good (first) || !is_good (second) || !is_stretch (passage, first, second))
    return;
  Date around = date_of (review);
  if (second->year)
    around.year = (gint16) second->year;
  else if (first->year)
    around.year = (gint16) first->year;
  Date from = day_date (first, around), to = day_date (second, around);
  if (date_compare (from, to) <= 0)
    check_span (review, passage, first, from, to);
  if (date_compare (from, to) <= 0
      || ((!first->year || !second->year) && is_over_new_year (from, to)))
    return;
  g_autofree char *begin = date_short (from), *end = date_short (to);
  remark (review, "FACT-02", passage, first->start, second->start + second->length - first->start,
          _ ("correct one of the two dates"), _ ("it ends on %s before it begins on %s"), end,
          begin);
}

/* --- deadlines --- */

/* What stands before a day in its sentence, in small letters, up to `most` bytes. Caller frees. */
static char *
clause_before (const DayMention *day, guint most)
{
  const char *text = day->passage->text;
  guint from = day->start;

  while (from > 0 && day->start - from < most && strchr (".;!?", text[from - 1]) == NULL)
    from--;
  return small_before (text, day->start, day->start - from);
}

/* Takes the hour, and marks, off the end of a clause: “trước 16 giờ 30, ”. */
static void
drop_hour (char *clause)
{
  gsize n = strlen (clause);

  while (n > 0 && strchr (" :,", clause[n - 1]))
    clause[--n] = '\0';
  for (gsize at = n; at-- > 0 && n - at < strlen ("16 giờ 30 phút") + 2;) {
    guint minutes;
    gboolean is_bad;
    if (!g_ascii_isdigit (clause[at]) || (at > 0 && clause[at - 1] != ' '))
      continue;
    const char *end = clock_read (clause + at, &minutes, &is_bad);
    if (end && (*end == '\0' || strcmp (end, " phút") == 0)) {
      clause[at] = '\0';
      g_strchomp (clause);
      return;
    }
  }
}

/* The words before a day that make it a day by which something is to be done: right before it, or
 * anywhere before it in its clause. */
static gboolean
is_deadline (const DayMention *day)
{
  static const char *const beside[] = { "trước", "hạn đến", "thời hạn đến", "trước hạn",
                                        "hạn",   "đến hết", "hạn là" };
  static const char *const anywhere[] = { "chậm nhất",   "hạn cuối",      "hạn chót", "hạn nộp",
                                          "hạn đăng ký", "hạn cuối cùng", "muộn nhất" };
  g_autofree char *clause = clause_before (day, 72);
  gsize n = strlen (clause);

  for (guint i = 0; i < G_N_ELEMENTS (anywhere); i++)
    if (strstr (clause, anywhere[i]))
      return TRUE;
  drop_hour (clause);
  n = strlen (clause);
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
    gsize length = strlen (beside[i]);
    if (g_str_has_suffix (clause, beside[i]) && (n == length || clause[n - length - 1] == ' '))
      return TRUE;
  }
  return FALSE;
}

/* A past “before” tells how it was: “những người sinh trước ngày 01/01/1960”, “cấp trước ngày …”.
 */
static gboolean
tells_of_the_past (const DayMention *day)
{
  static const char *const words[] = { " sinh ",   " cấp ",      " đã ",          " được ",
                                       " từ ",     " ban hành ", " có hiệu lực ", " ký ",
                                       " xảy ra ", " cũ ",       " thời điểm ",   " quy định ",
                                       " hưởng ",  " là tỉnh ",  " vẫn " };
  g_autofree char *clause = clause_before (day, 120);
  const char *colon = strrchr (clause, ':');
  /* “Hạn nộp hồ sơ đã được duyệt: 5/11” is no past; “đăng ký”, “cung cấp” are no “ký”, “cấp”. */
  g_autofree char *padded = g_strconcat (" ", colon ? colon + 1 : clause, " ", NULL);
  g_autoptr (GString) plain = g_string_new (padded);

  g_string_replace (plain, "đăng ký", "", 0);
  g_string_replace (plain, "cung cấp", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (plain->str, words[i]))
      return TRUE;
  return FALSE;
}

/* The day by which something is to be done; year 0: none. Without a year, that of the document is
 * meant, or the next. */
static Date
deadline_of (const Document *document, const DayMention *day)
{
  const Date none = { 0, 0, 0 };

  if (!is_good (day) || (!day->year && !date_is_set (document->date)) || !is_deadline (day)
      || tells_of_the_past (day))
    return none;
  Date date = day_date (day, document->date);
  if (!day->year && is_over_new_year (document->date, date))
    date.year++;
  return date;
}

/* Of what is still on the lists, and nobody said until when. Letters are kept for what they were. A
 * day before that of the document was past when it was written: it is told of, not set. */
static void
check_passed (const Review *review, const DayMention *day, Date date)
{
  const Document *document = review->manuscript->document;

  if (document->kind == KIND_LETTER || document->expires != MOMENT_NONE || document->replaced_by
      || date_compare (date, document->date) < 0
      || date_compare (date, date_of_moment (review->manuscript->site->now)) >= 0)
    return;
  g_autofree char *text = date_short (date);
  remark (review, "TIME-06", day->passage, day->start, day->length,
          _ ("write “hết hạn” in the front matter, or say what holds now"),
          _ ("what was to be done by %s is past, and the text is still on the lists"), text);
}

/* “Thời gian: từ ngày 02/3 đến …”: when something will be, in a letter that says what is to come.
 */
static gboolean
tells_when (const Document *document, const char *clause)
{
  static const char *const past[] = { "báo cáo", "biên bản", "thông cáo", NULL };
  const char *kind = document->official ? document->official->word : NULL;

  return g_str_has_prefix (clause, "thời gian") && strchr (clause, ':')
         && !(kind && g_strv_contains (past, kind));
}

/* “kính mời … dự họp vào 8 giờ ngày 04/11/2026”, in a letter of a later day. */
static void
check_to_come (const Review *review, const DayMention *day)
{
  const Document *document = review->manuscript->document;

  if (document->kind != KIND_LETTER || !date_is_set (document->date) || !is_good (day))
    return;
  Date date = day_date (day, document->date);
  if (!day->year && is_over_new_year (document->date, date))
    date.year++;
  if (date_compare (date, document->date) >= 0)
    return;
  g_autofree char *clause = clause_before (day, 400);
  gboolean is_invitation = strstr (clause, "mời ") && !strstr (clause, "giấy mời");
  if (is_invitation ? tells_of_the_past (day) : !tells_when (document, clause))
    return;
  g_autofree char *text = date_short (date), *dated = date_short (document->date);
  remark (review, "FACT-13", day->passage, day->start, day->length,
          _ ("correct one of the two dates"),
          is_invitation ? _ ("this invites to %s, but the document is dated %s")
                        : _ ("this is to be on %s, but the document is dated %s"),
          text, dated);
}

/* “Nghị quyết này được Hội đồng nhân dân thông qua ngày 25/10”, in a document of the 23rd. */
static void
check_done (const Review *review, const DayMention *day)
{
  static const char *const deeds[] = { "thông qua ", "ký ", "ban hành ", NULL };
  const Document *document = review->manuscript->document;

  if (document->kind != KIND_LETTER || !date_is_set (document->date) || !is_good (day)
      || !follows_any (day->passage->text, day->start, deeds))
    return;
  g_autofree char *clause = clause_before (day, 200);
  Date date = day_date (day, document->date);
  if ((!strstr (clause, "được ") && !strstr (clause, "đã ")) || strstr (clause, "sẽ ")
      || date_compare (date, document->date) <= 0)
    return;
  g_autofree char *text = date_short (date), *dated = date_short (document->date);
  remark (review, "FACT-13", day->passage, day->start, day->length,
          _ ("correct one of the two dates"),
          _ ("this was done on %s, but the document is dated %s"), text, dated);
}

/* The passage that says when it is: the title, or “Thời gian: …” of an invitation; or NULL. */
static const Passage *
passage_of_time (const Manuscript *manuscript)
{
  const Document *document = manuscript->document;

  if (document->official == NULL || document->official->address != ADDRESS_INVITES)
    return manuscript_value (manuscript, "title", "tiêu đề");
  for (guint i = 0; i < manuscript->passages->len; i++)
    if (g_str_has_prefix (manuscript_passage (manuscript, i)->text, "Thời gian"))
      return manuscript_passage (manuscript, i);
  return NULL;
}

/* The only day on which it is; NULL: nobody says, or there are several. */
static const DayMention *
day_held (const Manuscript *manuscript)
{
  const Passage *passage = passage_of_time (manuscript);
  const GArray *days = passage ? mentions_of_days (passage) : NULL;

  return days && days->len == 1 ? &g_array_index (days, DayMention, 0) : NULL;
}

/* “Đăng ký trước ngày 25/12”, for what is on the 19th by its title. */
static void
check_registration (const Review *review, const DayMention *day)
{
  const DayMention *held = day_held (review->manuscript);

  if (held == NULL || !is_good (held) || strstr (held->passage->text, "đăng ký"))
    return;
  Date until = deadline_of (review->manuscript->document, day);
  Date date = day_date (held, date_of (review));
  if (until.year == 0 || date_compare (until, date) <= 0)
    return;
  g_autofree char *clause = clause_before (day, 120);
  if (!strstr (clause, "đăng ký"))
    return;
  g_autofree char *text = date_short (until), *on = date_short (date);
  remark (review, "FACT-13", day->passage, day->start, day->length,
          _ ("correct one of the two dates"),
          _ ("one may register until %s, but it is on %s (line %u)"), text, on,
          passage_place (review->manuscript, held->passage, held->start).line);
}

static void
check_deadline (const Review *review, const DayMention *day)
{
  const Document *document = review->manuscript->document;
  Date date = deadline_of (document, day);

  if (date.year == 0)
    return;
  check_passed (review, day, date);
  if ((document->kind != KIND_LETTER && document->kind != KIND_BULLETIN)
      || !date_is_set (document->date))
    return;
  /* What was years ago is history. */
  if (date_compare (date, document->date) >= 0 || document->date.year - date.year > 1)
    return;
  g_autofree char *text = date_short (date), *dated = date_short (document->date);
  remark (review, "FACT-13", day->passage, day->start, day->length,
          _ ("correct one of the two dates"),
          _ ("this is to be done by %s, but the document is dated %s"), text, dated);
}

/* “Nhận hồ sơ từ ngày 15/11”: the day is the first on which something can be handed in. */
static gboolean
begins_reception (const DayMention *day)
{
  static const char *const from[] = { "từ ", "Từ ", NULL };

  if (!is_good (day) || !follows_any (day->passage->text, day->start, from))
    return FALSE;
  g_autofree char *clause = clause_before (day, 72);
  return strstr (clause, "nhận ") || strstr (clause, "đăng ký ") || strstr (clause, "nộp ");
}

/* “… Hạn cuối: 10/11”, in the same paragraph: nobody can come before it begins. */
static void
check_reception (const Review *review, const GArray *days)
{
  const Document *document = review->manuscript->document;
  Date from = { 0, 0, 0 };

  for (guint i = 0; i < days->len; i++) {
    const DayMention *day = &g_array_index (days, DayMention, i);
    Date until = from.year ? deadline_of (document, day) : from;
    if (until.year && date_compare (until, from) < 0) {
      g_autofree char *begin = date_short (from), *end = date_short (until);
      remark (review, "FACT-02", day->passage, day->start, day->length,
              _ ("correct one of the two dates"), _ ("it ends on %s before it begins on %s"), end,
              begin);
    }
    if (begins_reception (day))
      from = day_date (day, date_of (review));
  }
}

/* --- hours --- */

static gboolean
is_hours_stretch (const Passage *passage, const Clock *first, const Clock *second)
{
  guint end = first->start + first->length;

  if (second->start <= end || second->start - end > 12)
    return FALSE;
  g_autofree char *between = g_strndup (passage->text + end, second->start - end);
  g_strstrip (between);
  return strcmp (between, "đến") == 0 || strcmp (between, "-") == 0 || strcmp (between, "–") == 0
         || strcmp (between, "tới") == 0;
}

/* “lúc 25h”, “25 giờ hằng ngày”: more than a day has, and no stretch of time. */
static gboolean
is_hour_of_day (const Passage *passage, const Clock *clock)
{
  static const char *const before[] = { "lúc ", "hồi ", NULL };
  static const char *const behind[] = { " hằng ngày", " hàng ngày", " mỗi ngày", " sáng",
                                        " chiều",     " tối",       " đêm",      NULL };

  return clock->minutes > 24 * 60
         && (follows_any (passage->text, clock->start, before)
             || begins_any (passage->text + clock->start + clock->length, behind));
}

static void
check_hours (const Review *review, const Passage *passage)
{
  const char *text = passage->text;
  Clock before = { 0, 0, 0 };

  for (gsize next = 0; (next = passage_next_number (passage, next)) < passage->length;) {
    gboolean is_bad;
    guint at = (guint) next++;
    Clock clock = { .start = at };
    if ((at > 0 && (g_ascii_isalnum (text[at - 1]) || strchr (":.,/", text[at - 1])))
        || passage->marks[at] & MARK_ADDRESS)
      continue;
    const char *end = clock_read (text + at, &clock.minutes, &is_bad);
    if (end == NULL)
      continue;
    clock.length = (guint) (end - text) - at;
    g_autofree char *written = passage_piece (passage, at, clock.length);
    if (is_bad || is_hour_of_day (passage, &clock))
      remark (review, "FACT-04", passage, at, clock.length, _ ("correct the hour"),
              _ ("no clock shows “%s”"), written);
    else if (before.length > 0 && is_hours_stretch (passage, &before, &clock)
             && clock.minutes < before.minutes
             && !(before.minutes >= 17 * 60 && clock.minutes <= 9 * 60) && clock.minutes >= 60)
      remark (review, "FACT-05", passage, before.start, at + clock.length - before.start,
              _ ("correct one of the two hours"), _ ("it ends before it begins"));
    before = clock;
    next = at + clock.length;
  }
}

/* “Thời gian bắt đầu: 14 giờ … kết thúc vào 13 giờ 15 cùng ngày” */
static void
check_meeting (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  Clock begin = { 0, 0, 0 }, end;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    const char *ending = strstr (passage->text, "kết thúc ");
    if (g_str_has_prefix (passage->text, "Thời gian bắt đầu"))
      clock_find (passage, 0, &begin);
    else if (begin.length > 0 && ending && strstr (ending, "cùng ngày")
             && clock_find (passage, (gsize) (ending - passage->text), &end)
             && end.minutes < begin.minutes)
      remark (review, "FACT-05", passage, end.start, end.length, _ ("correct one of the two hours"),
              _ ("it ends before it begins"));
  }
}

/* --- what it cites --- */

static void
check_citations (const Review *review, const Passage *passage)
{
  const Document *document = review->manuscript->document;
  const GArray *citations = mentions_of_documents (passage);

  for (guint i = 0; i < citations->len; i++) {
    const Citation *citation = &g_array_index (citations, Citation, i);
    if (citation->date.year == 0 || !is_good (&citation->date) || !date_is_set (document->date))
      continue;
    Date date = day_date (&citation->date, document->date);
    if (date_compare (date, document->date) <= 0)
      continue;
    g_autofree char *text = passage_piece (passage, citation->start, citation->length);
    g_autofree char *day = date_short (date), *own = date_short (document->date);
    remark (review, "ND30-65", passage, citation->date.start, citation->date.length,
            _ ("correct one of the two dates"),
            _ ("%s is cited with the date %s, after this document was dated (%s)"), text, day, own);
  }
}

void
dates_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  check_meeting (review);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read)
      continue;
    const GArray *days = mentions_of_days (passage);
    for (guint j = 0; j < days->len; j++) {
      const DayMention *day = &g_array_index (days, DayMention, j);
      check_exists (review, day);
      check_deadline (review, day);
      check_to_come (review, day);
      check_done (review, day);
      check_registration (review, day);
      if (j > 0)
        check_stretch (review, passage, day - 1, day);
    }
    check_reception (review, days);
    check_weekdays (review, passage, days);
    check_citations (review, passage);
    check_hours (review, passage);
  }
}
