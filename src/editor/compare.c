/* SPDX-License-Identifier: MIT */
#include "editor/compare.h"

#include "base/i18n.h"
#include "editor/mention.h"

#include <string.h>

typedef enum { STATEMENT_DATE, STATEMENT_HOTLINE } StatementKind;

/* That the document `key` has the date `value`, that the hotline of a campaign is `value`. */
typedef struct {
  StatementKind kind;
  char *key, *value, *shown;
  const Document *document;
  char *line; /* the line of the file, for the report */
  Place place;
  guint length;
  gboolean is_own; /* the document says it of itself */
} Statement;

struct Comparison {
  const Site *site;
  GPtrArray *statements; /* Statement, owned; under the lock */
  GMutex lock;
};

static void
statement_free (gpointer data)
{
  Statement *statement = data;
  g_free (statement->key);
  g_free (statement->value);
  g_free (statement->shown);
  g_free (statement->line);
  g_free (statement);
}

Comparison *
comparison_new (const Site *site)
{
  Comparison *comparison = g_new0 (Comparison, 1);

  comparison->site = site;
  comparison->statements = g_ptr_array_new_with_free_func (statement_free);
  g_mutex_init (&comparison->lock);
  return comparison;
}

void
comparison_free (Comparison *comparison)
{
  if (comparison == NULL)
    return;
  g_ptr_array_unref (comparison->statements);
  g_mutex_clear (&comparison->lock);
  g_free (comparison);
}

static void
add (Comparison *comparison, Statement like, const Manuscript *manuscript)
{
  Statement *statement = g_memdup2 (&like, sizeof like);

  statement->document = manuscript->document;
  statement->line = source_line (manuscript->source, like.place.line);
  g_mutex_lock (&comparison->lock);
  g_ptr_array_add (comparison->statements, statement);
  g_mutex_unlock (&comparison->lock);
}

/* Its own number, with its own date. */
static void
add_own (Comparison *comparison, const Manuscript *manuscript)
{
  const Document *document = manuscript->document;
  const Passage *passage = manuscript_value (manuscript, "number", "số");

  if (document->number == NULL || document->symbol == NULL || passage == NULL
      || !date_is_set (document->date))
    return;
  add (comparison,
       (Statement){ .kind = STATEMENT_DATE,
                    .key = g_strdup_printf ("%u/%s",
                                            (guint) g_ascii_strtoull (document->number, NULL, 10),
                                            document->symbol),
                    .value = date_iso (document->date),
                    .shown = date_short (document->date),
                    .place = passage_place (manuscript, passage, 0),
                    .length = (guint) g_utf8_strlen (passage->text, -1),
                    .is_own = TRUE },
       manuscript);
}

static void
add_citations (Comparison *comparison, const Manuscript *manuscript, const Passage *passage)
{
  const GArray *citations = mentions_of_documents (passage);

  for (guint i = 0; i < citations->len; i++) {
    const Citation *citation = &g_array_index (citations, Citation, i);
    Date date = day_date (&citation->date, (Date){ 0, 0, 0 });
    if (date.year == 0 || *citation->number == '\0'
        || !date_exists (date.year, date.month, date.day))
      continue;
    gboolean has_year = strchr (citation->number, '/') != NULL;
    add (comparison,
         (Statement){
           .kind = STATEMENT_DATE,
           .key = has_year ? g_strdup_printf ("%s/%s", citation->number, citation->symbol)
                           : g_strdup_printf ("%u/%s",
                                              (guint) g_ascii_strtoull (citation->number, NULL, 10),
                                              citation->symbol),
           .value = date_iso (date),
           .shown = date_short (date),
           .place = passage_place (manuscript, passage, citation->date.start),
           .length =
             (guint) g_utf8_strlen (passage->text + citation->date.start, citation->date.length) },
         manuscript);
  }
}

/* “đường dây nóng … 0270 3800 115”: within a campaign there is one. */
static void
add_hotlines (Comparison *comparison, const Manuscript *manuscript, const Passage *passage)
{
  static const char *const names[] = { "đường dây nóng", "Đường dây nóng", "hotline", "Hotline" };
  const Campaign *campaign = manuscript->document->campaign;
  const GArray *phones = campaign ? mentions_of_phones (passage) : NULL;

  for (guint i = 0; phones && i < phones->len; i++) {
    const PhoneMention *phone = &g_array_index (phones, PhoneMention, i);
    guint from = phone->start > 64 ? phone->start - 64 : 0;
    g_autofree char *before = g_strndup (passage->text + from, phone->start - from);
    const char *name = NULL;
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      name = name ? name : g_strrstr (before, names[j]);
    if (name == NULL || strpbrk (name, ".;") || passage->marks[phone->start] & MARK_VALUE)
      continue;
    /* What stands between tells hotlines of one office from those of another. */
    g_autofree char *of = g_utf8_strdown (name, -1);
    for (char *p = of; *p; p++)
      *p = strchr (":(),", *p) ? ' ' : *p;
    g_strstrip (of);
    add (comparison,
         (Statement){ .kind = STATEMENT_HOTLINE,
                      .key = g_strdup_printf ("%s|%s", campaign->id, of),
                      .value = g_strdup (phone->digits),
                      .shown = g_strndup (passage->text + phone->start, phone->length),
                      .place = passage_place (manuscript, passage, phone->start),
                      .length = phone->length },
         manuscript);
  }
}

void
comparison_add (Comparison *comparison, const Manuscript *manuscript)
{
  add_own (comparison, manuscript);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read)
      continue;
    add_citations (comparison, manuscript, passage);
    add_hotlines (comparison, manuscript, passage);
  }
}

/* --- saying it --- */

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  const Statement *first = *(const Statement *const *) a, *second = *(const Statement *const *) b;
  int order = (first->kind > second->kind) - (first->kind < second->kind);

  if (order == 0)
    order = strcmp (first->key, second->key);
  if (order == 0 && first->kind == STATEMENT_DATE)
    order = strncmp (first->value, second->value, 4); /* the year */
  if (order == 0)
    order = second->is_own - first->is_own;
  if (order == 0)
    order = strcmp (first->document->path, second->document->path);
  if (order == 0)
    order = (first->place.line > second->place.line) - (first->place.line < second->place.line);
  return order ? order
               : (first->place.col > second->place.col) - (first->place.col < second->place.col);
}

static void G_GNUC_PRINTF (5, 6) say (const Statement *statement, const char *code,
                                      const char *advice, Report *report, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  remark_line (report, code, statement->document->path, statement->line, statement->place,
               statement->length, advice, text);
}

static void
say_two_dates (const Statement *statement, const Statement *other, Report *report)
{
  if (statement->is_own && other->is_own) {
    if (strncmp (statement->value, other->value, 4) == 0
        && statement->document->office == other->document->office)
      say (statement, "ND30-69", _ ("give one of them another number"), report,
           _ ("“%s” has the same number in the same year"), other->document->path);
  } else if (other->is_own)
    say (statement, "FACT-20", _ ("correct one of the two dates"), report,
         _ ("this is cited with the date %s, but it is dated %s (%s)"), statement->shown,
         other->shown, other->document->path);
  else if (other->document != statement->document)
    say (statement, "FACT-20", _ ("correct one of the two dates"), report,
         _ ("this is cited with the date %s here, and with %s in %s:%u"), statement->shown,
         other->shown, other->document->path, other->place.line);
  else
    say (statement, "FACT-20", _ ("correct one of the two dates"), report,
         _ ("this is cited with the date %s here, and with %s in line %u"), statement->shown,
         other->shown, other->place.line);
}

static gboolean
is_same_year (const Statement *a, const Statement *b)
{
  return strncmp (a->value, b->value, 4) == 0;
}

/* TRUE when the two are about one thing. */
static gboolean
is_of_one (const Statement *a, const Statement *b)
{
  /* Numbers begin anew each year, unless the year is part of them. */
  gboolean has_year = strchr (a->key, '/') != strrchr (a->key, '/');

  return a->kind == b->kind && strcmp (a->key, b->key) == 0
         && (a->kind == STATEMENT_HOTLINE || has_year || is_same_year (a, b));
}

static void
say_difference (const Statement *statement, const Statement *first, Report *report)
{
  if (statement->kind == STATEMENT_HOTLINE)
    say (statement, "FACT-21",
         _ ("write it once, in the record of the campaign, and name it in both"), report,
         _ ("the number is “%s” here and “%s” in %s:%u"), statement->shown, first->shown,
         first->document->path, first->place.line);
  else
    say_two_dates (statement, first, report);
}

void
comparison_report (Comparison *comparison, Report *report)
{
  const GPtrArray *all = comparison->statements;
  const Statement *first =
    NULL; /* what is said first of the thing at hand: by itself, if it does */

  g_ptr_array_sort (comparison->statements, compare_statements);
  for (guint i = 0; i < all->len; i++) {
    const Statement *statement = all->pdata[i];
    if (first == NULL || !is_of_one (first, statement)) {
      first = statement;
      continue;
    }
    gboolean is_number_twice =
      first->is_own && statement->is_own && first->document != statement->document;
    if (is_number_twice || strcmp (first->value, statement->value) != 0)
      say_difference (statement, first, report);
  }
}
