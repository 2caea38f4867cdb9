/* SPDX-License-Identifier: MIT */
/* A statement is a value with the words around it in its clause. Two are about one thing when the
 * words before the one end as those before the other, all of the shorter, and those behind begin
 * alike: “Thông báo: cắt điện vào ngày 19/11”, “Cắt điện vào ngày 18/11”. What stands below another
 * heading, or for another thôn, has other words, or is left alone. */
#include "editor/agreement.h"

#include "base/i18n.h"
#include "editor/mention.h"
#include "text/letter.h"

#include <string.h>

typedef enum { STATED_DAY, STATED_CLOCK, STATED_PHONE, STATED_AMOUNT } StatedKind;

#define MOST_BEFORE 100 /* bytes of a clause: a dozen words tell one thing from another */
#define MOST_BEHIND 8   /* words behind the value */

typedef struct {
  StatedKind kind;
  gint64 value; /* of a phone its digits; of a day without its year */
  guint year;   /* of a day; 0: not said */
  /* Hashes of the words around it in its clause, the nearest first. */
  guint32 before[MOST_BEFORE / 2], behind[MOST_BEHIND];
  guint n_before, n_behind;
  const char *shown; /* as it is written, `length` bytes; in the passage, or in `text` */
  guint length;
  guint heading;     /* which it stands below */
  gboolean is_apart; /* of the front matter or for one channel: the text says it, too */
  gboolean is_matter;
  gboolean is_house; /* an amount: the number of a house */
  guint offset;      /* in the file */
  const Document *document;
  /* Of those that are remembered. */
  Place place;
  char *line, *text; /* the line of the file, and what is shown; owned */
} Statement;

#define N_EMPTY 17 /* empty words */
#define N_FRAME 7  /* words of a frame */

struct Agreement {
  guint32 empty[N_EMPTY], frame[N_FRAME]; /* their hashes */
  GPtrArray *statements;                  /* Statement, owned; under the lock */
  GMutex lock;
};

static void
statement_free (gpointer data)
{
  Statement *statement = data;
  g_free (statement->line);
  g_free (statement->text);
  g_free (statement);
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

typedef struct {
  const char *text;
  gsize length;
} Piece;

/* Words that stand before a value or not, as the writer likes. */
static const char *const empty_words[] = { "là",    "vào", "ngày", "lúc",  "hồi", "khoảng",
                                           "số",    "thì", "sẽ",   "được", "mức", "các",
                                           "những", "bắt", "đầu",  "diễn", "ra" };
_Static_assert(G_N_ELEMENTS (empty_words) == N_EMPTY, "Agreement.empty");

/* Words that say when, and not what: “từ 7 giờ đến”, as figures do. */
static const char *const frame_words[] = { "từ", "đến", "tới", "hết", "giờ", "tháng", "năm" };
_Static_assert(G_N_ELEMENTS (frame_words) == N_FRAME, "Agreement.frame");

/* Set in the hash of a figure and of a word of a frame. */
#define IN_FRAME 1u

/* The letter at `p`, small. */
static inline gunichar
small_letter (const char *p)
{
  if ((guchar) *p < 0x80)
    return (guchar) g_ascii_tolower (*p);
  gunichar c = g_utf8_get_char (p);
  return letter_is_long (p) ? c | 1 : g_unichar_tolower (c);
}

/* Of a word, whatever its case. */
static guint32
hash_of (const char *word, const char *end)
{
  guint32 hash = 0;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    hash = hash * 31 + small_letter (p);
  return hash;
}

static void
hash_words (const char *const *words, guint n, guint32 *hashes)
{
  for (guint i = 0; i < n; i++)
    hashes[i] = hash_of (words[i], words[i] + strlen (words[i]));
}

Agreement *
agreement_new (void)
{
  Agreement *agreement = g_new0 (Agreement, 1);

  agreement->statements = g_ptr_array_new_with_free_func (statement_free);
  g_mutex_init (&agreement->lock);
  hash_words (empty_words, N_EMPTY, agreement->empty);
  hash_words (frame_words, N_FRAME, agreement->frame);
  return agreement;
}

static gboolean
is_among (const guint32 *hashes, guint n, guint32 hash)
{
  gboolean is_there = FALSE;

  for (guint i = 0; i < n; i++)
    is_there |= hashes[i] == hash;
  return is_there;
}

static gboolean
ends_sentence (const char *p)
{
  return *p == ';' || *p == '!' || *p == '?' || *p == '\n' || *p == '\0'
         || (*p == '.' && (p[1] == ' ' || p[1] == '\0'));
}

/* Letters and digits, and the points of a figure. */
static gboolean
is_in_word (const char *p, const char *start)
{
  if (*p == '.' || *p == ',')
    return p > start && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
  return (guchar) *p < 0x80 ? g_ascii_isalnum (*p)
                            : letter_is_long (p) || g_unichar_isalnum (g_utf8_get_char (p));
}

/* The first `most` words of a text that say something, as hashes; how many there are. */
static guint
words_of (const Agreement *agreement, const char *text, const char *end, guint32 *words, guint most)
{
  guint n = 0;

  for (const char *p = text; p < end && n < most;) {
    const char *start = p;
    while (p < end && is_in_word (p, start))
      p = g_utf8_next_char (p);
    guint32 hash = hash_of (start, p);
    gboolean is_framing = g_ascii_isdigit (*start) || is_among (agreement->frame, N_FRAME, hash);
    if (p == start)
      p = g_utf8_next_char (p);
    else if (!is_among (agreement->empty, N_EMPTY, hash))
      words[n++] = (hash & ~IN_FRAME) | (is_framing ? IN_FRAME : 0);
  }
  return n;
}

static void
turn (guint32 *words, guint n)
{
  for (guint i = 0; i < n / 2; i++) {
    guint32 first = words[i];
    words[i] = words[n - 1 - i];
    words[n - 1 - i] = first;
  }
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
  const Agreement *agreement;
  const Review *review;
  GPtrArray *statements; /* Statement, owned */
  const Passage *passage;
  guint heading;
} Gathering;

static void
add (Gathering *gathering, Statement like, guint start, guint length)
{
  const Passage *passage = gathering->passage;
  const char *text = passage->text, *behind = text + start + length;
  Statement *statement = g_memdup2 (&like, sizeof like);

  statement->n_before = words_of (gathering->agreement, clause_start (text, start), text + start,
                                  statement->before, G_N_ELEMENTS (statement->before));
  turn (statement->before, statement->n_before);
  statement->n_behind =
    words_of (gathering->agreement, behind, clause_end (behind, text + passage->length),
              statement->behind, MOST_BEHIND);
  statement->shown = text + start;
  statement->length = length;
  statement->heading = gathering->heading;
  statement->is_matter = passage->kind == PASSAGE_MATTER;
  statement->is_apart = statement->is_matter || passage->channels != 0;
  statement->offset = passage->offsets[start];
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
  const GArray *days = mentions_of_days (gathering->passage);
  const GArray *citations = mentions_of_documents (gathering->passage);

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
  const GArray *phones = mentions_of_phones (gathering->passage);

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
  return !(passage->marks[at] & (MARK_ADDRESS | MARK_CODE)) && figure_begins (passage->text, at);
}

/* “7 giờ tối” is 19 hours. */
static guint
of_the_day (guint minutes, const char *behind)
{
  gboolean is_late = g_str_has_prefix (behind, " tối") || g_str_has_prefix (behind, " chiều");
  return is_late && minutes < 12 * 60 ? minutes + 12 * 60 : minutes;
}

/* “12 đường Lê Lợi” */
static gboolean
begins_street (const char *behind)
{
  static const char *const streets[] = { " đường ", " phố ", NULL };

  return begins_any (behind, streets);
}

/* TRUE when what stands behind a figure is a measure, or the name of a street. */
static gboolean
is_measured (const char *behind)
{
  static const char *const units[] = { " đồng",  " triệu", " tỷ",   " nghìn", " gam",   " g ",
                                       " kg",    " lít",   " ml",   " viên",  " liều",  " giọt",
                                       " phút",  " mét",   " km",   " tuổi",  " lần",   " bình",
                                       "%",      " hộ ",   " suất", " em ",   " người", " ngày",
                                       " tháng", " thìa",  NULL };

  return begins_any (behind, units) || begins_street (behind);
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
      add (gathering,
           (Statement){
             .kind = STATED_AMOUNT, .value = thousandths, .is_house = begins_street (behind) },
           at, (guint) (behind - text) - at);
    else
      continue;
    next = (gsize) (behind - text);
  }
}

/* --- one thing --- */

#define LEAST_BEFORE 3 /* words that say what it is of */
#define LEAST_ALL    4

/* How many words both begin with, when the shorter is all of it; else 0. */
static guint
common_words (const guint32 *one, guint n_one, const guint32 *other, guint n_other)
{
  guint n = MIN (n_one, n_other);

  return memcmp (one, other, n * sizeof *one) == 0 ? n : 0;
}

/* How many words that say of what it is both begin with; other words may come behind them. */
static guint
alike_words (const Statement *one, const Statement *other)
{
  guint most = MIN (one->n_before, other->n_before), n = 0;

  for (guint i = 0; i < most && one->before[i] == other->before[i]; i++)
    n += (one->before[i] & IN_FRAME) == 0;
  return n;
}

/* A block for one channel says the text again, in a sentence of its own. */
static gboolean
says_again (const Statement *one, const Statement *other)
{
  return one->document == other->document && one->is_apart != other->is_apart && !one->is_matter
         && !other->is_matter;
}

static gboolean
is_of_one (const Statement *one, const Statement *other)
{
  if (one->kind != other->kind)
    return FALSE;
  guint before = common_words (one->before, one->n_before, other->before, other->n_before);
  guint alike = says_again (one, other) ? alike_words (one, other) : 0;
  if (alike > LEAST_BEFORE)
    before = MAX (before, alike);
  guint behind = common_words (one->behind, one->n_behind, other->behind, other->n_behind);
  gboolean is_open = one->n_behind == 0 || other->n_behind == 0;
  if ((behind == 0 && !is_open) || (one->kind == STATED_AMOUNT && behind == 0))
    return FALSE;
  /* “Trạm thú y: …”, of a key and of its text: who is called needs no more words. */
  gboolean is_called = one->kind == STATED_PHONE && one->document == other->document
                       && one->is_matter != other->is_matter;
  return (before >= LEAST_BEFORE && (is_called || before + behind >= LEAST_ALL))
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
    return !one->is_matter && !other->is_matter && are_of_one_time (one->document, other->document);
  if ((one->is_matter || other->is_matter) && !one->is_house
      && (one->kind == STATED_DAY || one->kind == STATED_AMOUNT))
    return FALSE;
  return one->heading == other->heading || one->is_apart || other->is_apart;
}

/* The first of `all` before `index` that says another thing of the same. */
static Statement *
find_other (const GPtrArray *all, guint index)
{
  const Statement *statement = all->pdata[index];

  for (guint i = 0; i < index; i++) {
    Statement *other = all->pdata[i];
    if (is_of_one (other, statement) && may_compare (other, statement))
      return differs (other, statement) ? other : NULL;
  }
  return NULL;
}

/* Both know their places, and `line` is that of the first in its file. */
static void
say (const Statement *statement, const Statement *other, const char *line, Report *report)
{
  g_autofree char *one = g_strndup (statement->shown, statement->length);
  g_autofree char *another = g_strndup (other->shown, other->length);
  g_autofree char *text = statement->document == other->document
                            ? g_strdup_printf (_ ("this is “%s” here, and “%s” in line %u"), one,
                                               another, other->place.line)
                            : g_strdup_printf (_ ("this is “%s” here, and “%s” in %s:%u"), one,
                                               another, other->document->path, other->place.line);

  remark_line (
    report, "FACT-22", statement->document->path, line, statement->place,
    (guint) g_utf8_strlen (one, -1),
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
    if (!passage->is_read || passage->is_quoted || passage->kind == PASSAGE_CELL)
      continue;
    gathering->passage = passage;
    add_days (gathering);
    add_phones (gathering);
    add_numbers (gathering);
  }
}

/* Makes it independent of the manuscript. */
static void
keep (Statement *statement, const Source *source)
{
  statement->place = source_place (source, statement->offset);
  statement->line = source_line (source, statement->place.line);
  statement->shown = statement->text = g_strndup (statement->shown, statement->length);
}

static void
compare_statement (const GPtrArray *all, guint index, const Source *source, Report *report)
{
  Statement *statement = all->pdata[index], *other = find_other (all, index);

  if (other == NULL)
    return;
  statement->place = source_place (source, statement->offset);
  other->place = source_place (source, other->offset);
  g_autofree char *line = source_line (source, statement->place.line);
  say (statement, other, line, report);
}

void
agreement_read (Agreement *agreement, const Review *review)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (statement_free);
  const Manuscript *manuscript = review->manuscript;
  Gathering gathering = { .agreement = agreement, .review = review, .statements = all };

  read_passages (&gathering);
  for (guint i = 1; i < all->len; i++)
    compare_statement (all, i, manuscript->source, review->report);
  if (manuscript->document->campaign == NULL)
    return;
  for (guint i = 0; i < all->len; i++)
    keep (all->pdata[i], manuscript->source);
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

/* What may be of one thing: kind, campaign, office, the word before. */
static char *
bucket_of (const Statement *statement)
{
  return g_strdup_printf ("%d %s %s %u", statement->kind, statement->document->campaign->id,
                          statement->document->office->id,
                          statement->n_before ? statement->before[0] : 0);
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
