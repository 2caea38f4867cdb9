/* SPDX-License-Identifier: MIT */
/* A statement is a value with the words around it in its clause. Two are about one thing when the
 * words before the one end as those before the other, all of the shorter, and those behind begin
 * alike: “Thông báo: cắt điện vào ngày 19/11”, “Cắt điện vào ngày 18/11”. What stands below another
 * heading, or for another thôn, has other words, or is left alone. */
#include "editor/agreement.h"

#include "base/i18n.h"
#include "editor/mention.h"

#include <string.h>

typedef enum { STATED_DAY, STATED_CLOCK, STATED_PHONE, STATED_AMOUNT } StatedKind;

typedef struct {
  StatedKind kind;
  gint64 value;  /* of a phone its digits; of a day without its year */
  guint year;    /* of a day; 0: not said */
  char *before;  /* words of the clause, the last first; a space behind each */
  char *behind;  /* words, a space behind each; of an amount its unit first */
  guint n_before, n_behind;
  char *shown;   /* as it is written */
  guint heading; /* which it stands below */
  gboolean is_apart; /* of the front matter or for one channel: the text says it, too */
  gboolean is_matter;
  Place place;
  guint length; /* characters */
  char *line;   /* of the file; for those that are remembered */
  const Document *document;
} Statement;

struct Agreement {
  GPtrArray *statements; /* Statement, owned; under the lock */
  GMutex lock;
};

static void
statement_free (gpointer data)
{
  Statement *statement = data;
  g_free (statement->before);
  g_free (statement->behind);
  g_free (statement->shown);
  g_free (statement->line);
  g_free (statement);
}

Agreement *
agreement_new (void)
{
  Agreement *agreement = g_new0 (Agreement, 1);

  agreement->statements = g_ptr_array_new_with_free_func (statement_free);
  g_mutex_init (&agreement->lock);
  return agreement;
}

void
agreement_free (Agreement *agreement)
{
  if (agreement == NULL)
    return;
  g_ptr_array_unref (agreement->statements);
  g_mutex_clear (&agreement->lock);
  g_free (agreement);
}

/* --- the words around a value --- */

#define MOST_BEFORE 100 /* bytes of a clause: a dozen words tell one thing from another */
#define MOST_WORDS 8    /* behind the value */

/* Words that stand before a value or not, as the writer likes. */
static gboolean
is_empty_word (const char *word)
{
  static const char *const empty[] = { "là",  "vào", "ngày", "lúc", "hồi", "khoảng", "số",
                                       "thì", "sẽ",  "được", "mức", "các", "những",
                                       "bắt", "đầu", "diễn", "ra",  NULL };
  return g_strv_contains (empty, word);
}

static gboolean
ends_sentence (const char *p)
{
  return strchr (";!?\n", *p) || (*p == '.' && (p[1] == ' ' || p[1] == '\0'));
}

/* The word at `p`, in small letters, and where it ends: letters and digits, a figure with its dots.
 * NULL when none begins there. Caller frees. */
static char *
read_word (const char *p, const char *end, const char **behind)
{
  const char *start = p;

  while (p < end) {
    gunichar c = g_utf8_get_char (p);
    gboolean is_point = (c == '.' || c == ',') && p > start && g_ascii_isdigit (p[-1])
                        && g_ascii_isdigit (p[1]);
    if (!g_unichar_isalnum (c) && !is_point)
      break;
    p = g_utf8_next_char (p);
  }
  *behind = p;
  return p > start ? g_utf8_strdown (start, p - start) : NULL;
}

/* The words of `text`, a space behind each; if `is_turned`, the last first. Caller frees. */
static char *
words_of (const char *text, const char *end, gboolean is_turned, guint most, guint *n)
{
  GString *words = g_string_new (NULL);

  *n = 0;
  for (const char *p = text, *behind; p < end && *n < most; p = behind) {
    g_autofree char *word = read_word (p, end, &behind);
    if (word == NULL)
      behind = g_utf8_next_char (p);
    else if (!is_empty_word (word)) {
      g_autofree char *spaced = g_strconcat (word, " ", NULL);
      g_string_insert (words, is_turned ? 0 : (gssize) words->len, spaced);
      (*n)++;
    }
  }
  return g_string_free (words, FALSE);
}

static const char *
clause_start (const char *text, guint at)
{
  guint from = at;

  while (from > 0 && at - from < MOST_BEFORE && !ends_sentence (text + from - 1))
    from--;
  while (from < at && (text[from] & 0xC0) == 0x80)
    from++;
  return text + from;
}

static const char *
clause_end (const char *p, const char *end)
{
  while (p < end && !ends_sentence (p) && strchr (",():", *p) == NULL)
    p++;
  return p;
}

/* --- values --- */

typedef struct {
  const Review *review;
  GPtrArray *statements; /* Statement, owned */
  const Passage *passage;
  guint heading;
} Gathering;

static void
add (Gathering *gathering, Statement like, guint start, guint length)
{
  const Passage *passage = gathering->passage;
  const char *text = passage->text, *end = text + passage->length;
  const char *behind = text + start + length;
  Statement *statement = g_memdup2 (&like, sizeof like);

  statement->before =
    words_of (clause_start (text, start), text + start, TRUE, G_MAXUINT, &statement->n_before);
  statement->behind =
    words_of (behind, clause_end (behind, end), FALSE, MOST_WORDS, &statement->n_behind);
  statement->shown = g_strndup (text + start, length);
  statement->heading = gathering->heading;
  statement->is_matter = passage->kind == PASSAGE_MATTER;
  statement->is_apart = statement->is_matter || passage->channels != 0;
  statement->place = passage_place (gathering->review->manuscript, passage, start);
  statement->length = (guint) g_utf8_strlen (statement->shown, -1);
  statement->document = gathering->review->manuscript->document;
  g_ptr_array_add (gathering->statements, statement);
}

static gboolean
is_of_citation (const GArray *citations, const DayMention *day)
{
  for (guint i = 0; i < citations->len; i++)
    if (g_array_index (citations, Citation, i).date.start == day->start
        && g_array_index (citations, Citation, i).date.day)
      return TRUE;
  return FALSE;
}

static void
add_days (Gathering *gathering)
{
  g_autoptr (GArray) days = mentions_of_days (gathering->passage);
  g_autoptr (GArray) citations = mentions_of_documents (gathering->passage, days);

  for (guint i = 0; i < days->len; i++) {
    const DayMention *day = &g_array_index (days, DayMention, i);
    if (day->day && day->month && !is_of_citation (citations, day))
      add (
        gathering,
        (Statement){ .kind = STATED_DAY, .value = day->month * 100 + day->day, .year = day->year },
        day->start, day->length);
  }
}

static void
add_phones (Gathering *gathering)
{
  g_autoptr (GArray) phones = mentions_of_phones (gathering->passage);

  for (guint i = 0; i < phones->len; i++) {
    const PhoneMention *phone = &g_array_index (phones, PhoneMention, i);
    add (gathering,
         (Statement){ .kind = STATED_PHONE, .value = g_ascii_strtoll (phone->digits, NULL, 10) },
         phone->start, phone->length);
  }
}

static gboolean
begins_number (const Passage *passage, guint at)
{
  const char *text = passage->text;

  return !(passage->marks[at] & (MARK_ADDRESS | MARK_CODE))
         && (at == 0 || !(g_ascii_isalnum (text[at - 1]) || strchr (":.,/-", text[at - 1])));
}

/* “7 giờ tối” is 19 hours. */
static guint
of_the_day (guint minutes, const char *behind)
{
  gboolean is_late = g_str_has_prefix (behind, " tối") || g_str_has_prefix (behind, " chiều");
  return is_late && minutes < 12 * 60 ? minutes + 12 * 60 : minutes;
}

/* TRUE when what stands behind a figure is a measure, or the name of a street. */
static gboolean
is_measured (const char *behind)
{
  static const char *const units[] = {
    " đồng", " triệu", " tỷ",  " nghìn", " gam", " g ",  " kg", " lít", " ml", " viên", " liều",
    " giọt", " phút",  " mét", " km",    " tuổi", " lần", " bình", " đường ", " phố ", "%", " hộ ",
    " suất", " em ",   " người", " ngày", " tháng", " thìa"
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (behind, units[i]))
      return TRUE;
  return FALSE;
}

static void
add_numbers (Gathering *gathering)
{
  const Passage *passage = gathering->passage;
  const char *text = passage->text, *end = text + passage->length, *behind;

  for (gsize next = 0; (next = passage_next_number (passage, next)) < passage->length;) {
    guint at = (guint) next++, minutes;
    gboolean is_bad;
    gint64 thousandths;
    if (!begins_number (passage, at))
      continue;
    if ((behind = clock_read (text + at, &minutes, &is_bad)) != NULL) {
      if (!is_bad)
        add (gathering, (Statement){ .kind = STATED_CLOCK, .value = of_the_day (minutes, behind) },
             at, (guint) (behind - text) - at);
    } else if (figure_read (text + at, end, &thousandths, &behind) && is_measured (behind))
      add (gathering, (Statement){ .kind = STATED_AMOUNT, .value = thousandths }, at,
           (guint) (behind - text) - at);
    else
      continue;
    next = (gsize) (behind - text);
  }
}

/* --- one thing --- */

#define LEAST_BEFORE 3 /* words that say what it is of */
#define LEAST_ALL 4

/* How many words both begin with, when the shorter is all of it; else 0. */
static guint
common_words (const char *one, guint n_one, const char *other, guint n_other)
{
  gboolean is_shorter = n_one <= n_other;
  const char *shorter = is_shorter ? one : other, *longer = is_shorter ? other : one;

  return g_str_has_prefix (longer, shorter) ? MIN (n_one, n_other) : 0;
}

static gboolean
is_of_one (const Statement *one, const Statement *other)
{
  if (one->kind != other->kind)
    return FALSE;
  guint before = common_words (one->before, one->n_before, other->before, other->n_before);
  guint behind = common_words (one->behind, one->n_behind, other->behind, other->n_behind);
  gboolean is_open = one->n_behind == 0 || other->n_behind == 0;
  if ((behind == 0 && !is_open) || (one->kind == STATED_AMOUNT && behind == 0))
    return FALSE;
  return (before >= LEAST_BEFORE && before + behind >= LEAST_ALL)
         || (before >= 1 && behind >= LEAST_BEFORE && before + behind > LEAST_ALL);
}

static gboolean
differs (const Statement *one, const Statement *other)
{
  return one->value != other->value || (one->year && other->year && one->year != other->year);
}

/* What is said again next month is of next month, and what was replaced does not hold. */
#define DAYS_OF_ONE_TIME 21

static gboolean
are_of_one_time (const Document *one, const Document *other)
{
  if (one->replaced_by || other->replaced_by)
    return FALSE;
  if (!date_is_set (one->date) || !date_is_set (other->date))
    return TRUE;
  g_autoptr (GDate) first = g_date_new_dmy ((GDateDay) one->date.day, (GDateMonth) one->date.month,
                                            (GDateYear) one->date.year);
  g_autoptr (GDate) second = g_date_new_dmy (
    (GDateDay) other->date.day, (GDateMonth) other->date.month, (GDateYear) other->date.year);
  return ABS (g_date_days_between (first, second)) <= DAYS_OF_ONE_TIME;
}

/* Below another heading the same words may be of another place or another time; a day or an amount
 * of the front matter has a rule of its own (FACT-08, FACT-15). */
static gboolean
may_compare (const Statement *one, const Statement *other)
{
  if (one->document != other->document)
    return !one->is_matter && !other->is_matter
           && are_of_one_time (one->document, other->document);
  if ((one->is_matter || other->is_matter)
      && (one->kind == STATED_DAY || one->kind == STATED_AMOUNT))
    return FALSE;
  return one->heading == other->heading || one->is_apart || other->is_apart;
}

/* The first of `all` before `index` that says another thing of the same. */
static const Statement *
find_other (const GPtrArray *all, guint index)
{
  const Statement *statement = all->pdata[index];

  for (guint i = 0; i < index; i++) {
    const Statement *other = all->pdata[i];
    if (may_compare (other, statement) && is_of_one (other, statement))
      return differs (other, statement) ? other : NULL;
  }
  return NULL;
}

static void
say (const Statement *statement, const Statement *other, const char *line, Report *report)
{
  g_autofree char *text =
    statement->document == other->document
      ? g_strdup_printf (_ ("this is “%s” here, and “%s” in line %u"), statement->shown,
                         other->shown, other->place.line)
      : g_strdup_printf (_ ("this is “%s” here, and “%s” in %s:%u"), statement->shown, other->shown,
                         other->document->path, other->place.line);

  remark_line (
    report, "FACT-22", statement->document->path, line, statement->place, statement->length,
    _ ("correct one of them; what stands twice is best written once, in the record of the "
       "campaign"),
    text);
}

/* --- a document --- */

static void
read_passages (Gathering *gathering)
{
  const Manuscript *manuscript = gathering->review->manuscript;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    gathering->heading += passage->kind == PASSAGE_HEADING;
    /* What a cell is about, the head of its row says. */
    if (!passage_is_read (passage) || passage->is_quoted || passage->kind == PASSAGE_CELL)
      continue;
    gathering->passage = passage;
    add_days (gathering);
    add_phones (gathering);
    add_numbers (gathering);
  }
}

void
agreement_read (Agreement *agreement, const Review *review)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (statement_free);
  const Manuscript *manuscript = review->manuscript;
  Gathering gathering = { .review = review, .statements = all };

  read_passages (&gathering);
  for (guint i = 1; i < all->len; i++) {
    const Statement *statement = all->pdata[i], *other = find_other (all, i);
    g_autofree char *line = other ? source_line (manuscript->source, statement->place.line) : NULL;
    if (other)
      say (statement, other, line, review->report);
  }
  if (manuscript->document->campaign == NULL)
    return;
  for (guint i = 0; i < all->len; i++) {
    Statement *statement = all->pdata[i];
    statement->line = source_line (manuscript->source, statement->place.line);
  }
  g_mutex_lock (&agreement->lock);
  g_ptr_array_extend_and_steal (agreement->statements, g_steal_pointer (&all));
  g_mutex_unlock (&agreement->lock);
}

/* --- a campaign --- */

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  const Statement *first = *(const Statement *const *) a, *second = *(const Statement *const *) b;
  int order = strcmp (first->document->campaign->id, second->document->campaign->id);

  if (order == 0)
    order = strcmp (first->document->office->id, second->document->office->id);
  if (order == 0)
    order = strcmp (first->document->path, second->document->path);
  if (order == 0)
    order = (first->place.line > second->place.line) - (first->place.line < second->place.line);
  return order ? order
               : (first->place.col > second->place.col) - (first->place.col < second->place.col);
}

/* What may be of one thing: kind, campaign, office, the word before, else the word behind. */
static char *
bucket_of (const Statement *statement)
{
  return g_strdup_printf ("%d %s %s %.*s", statement->kind, statement->document->campaign->id,
                          statement->document->office->id, (int) strcspn (statement->before, " "),
                          statement->before);
}

#define MOST_IN_BUCKET 64

void
agreement_report (Agreement *agreement, Report *report)
{
  g_autoptr (GHashTable) buckets =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_sort (agreement->statements, compare_statements);
  for (guint i = 0; i < agreement->statements->len; i++) {
    Statement *statement = agreement->statements->pdata[i];
    g_autofree char *key = bucket_of (statement);
    GPtrArray *bucket = g_hash_table_lookup (buckets, key);
    if (bucket == NULL)
      g_hash_table_insert (buckets, g_steal_pointer (&key), bucket = g_ptr_array_new ());
    if (bucket->len >= MOST_IN_BUCKET)
      continue;
    g_ptr_array_add (bucket, statement);
    const Statement *other = find_other (bucket, bucket->len - 1);
    if (other && other->document != statement->document)
      say (statement, other, statement->line, report);
  }
}
