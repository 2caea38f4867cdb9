/* SPDX-License-Identifier: MIT */
#include "editor/remark.h"

#include "base/i18n.h"

#include <string.h>

/* TRUE when the document waives the rule `code`. */
static gboolean
is_waived (const Document *document, const char *code)
{
  for (guint i = 0; i < document->n_waivers; i++)
    if (g_ascii_strcasecmp (document->waivers[i].code, code) == 0)
      return TRUE;
  return FALSE;
}

static void G_GNUC_PRINTF (6, 0)
  say (const Review *review, const char *code, Place place, guint length, const char *advice,
       const char *format, va_list args)
{
  const Rule *rule = rule_find (code);
  g_autofree char *text = g_strdup_vprintf (format, args);

  g_assert (rule);
  if (review->errors_only
      && (rule->level != REPORT_ERROR || is_waived (review->manuscript->document, code)))
    return;
  report_finding (review->report, rule->level, rule->code, review->manuscript->source, place,
                  length, advice, "%s", text);
}

static guint
chars_of (const Passage *passage, guint start, guint length)
{
  guint end = MIN (start + length, (guint) passage->length);
  return start < end ? (guint) g_utf8_strlen (passage->text + start, end - start) : 0;
}

void
remark (const Review *review, const char *code, const Passage *passage, guint start, guint length,
        const char *advice, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  say (review, code, passage_place (review->manuscript, passage, start),
       chars_of (passage, start, length), advice, format, args);
  va_end (args);
}

/* TRUE when the bytes stand in the file as they are read, one behind the other. */
static gboolean
is_as_written (const Manuscript *manuscript, const Passage *passage, guint start, guint length)
{
  gsize offset = passage->offsets[start];

  return offset + length <= manuscript->source->length
         && memcmp (manuscript->source->text + offset, passage->text + start, length) == 0;
}

static void
add_edit (const Review *review, const char *code, const Passage *passage, guint start, guint length,
          const char *right)
{
  if (review->edits == NULL || is_waived (review->manuscript->document, code)
      || !is_as_written (review->manuscript, passage, start, length))
    return;
  const Edit edit = { passage->offsets[start], length, g_strdup (right), code };
  g_array_append_val (review->edits, edit);
}

void
remark_fix (const Review *review, const char *code, const Passage *passage, guint start,
            guint length, const char *right, const char *format, ...)
{
  g_autofree char *advice =
    *right ? g_strdup_printf (_ ("write “%s”"), right) : g_strdup (_ ("leave it out"));
  va_list args;

  va_start (args, format);
  say (review, code, passage_place (review->manuscript, passage, start),
       chars_of (passage, start, length), advice, format, args);
  va_end (args);
  add_edit (review, code, passage, start, length, right);
}

void
remark_at (const Review *review, const char *code, Place place, const char *advice,
           const char *format, ...)
{
  va_list args;

  va_start (args, format);
  say (review, code, place, 0, advice, format, args);
  va_end (args);
}

char *
passage_piece (const Passage *passage, guint start, guint length)
{
  return g_strndup (passage->text + start, length);
}

gboolean
word_is_in (const Word *word, const char *const *list)
{
  return word && g_strv_contains (list, word->small);
}

void
remark_line (Report *report, const char *code, const char *path, const char *line, Place place,
             guint length, const char *advice, const char *text)
{
  const Rule *rule = rule_find (code);
  g_autoptr (GString) padded = g_string_new (NULL);

  /* The report takes the line from a source; the source of then is gone. */
  for (guint i = 1; i < place.line; i++)
    g_string_append_c (padded, '\n');
  g_string_append (padded, line ? line : "");
  const Source source = { path, padded->str, padded->len };
  report_finding (report, rule->level, rule->code, &source, place, length, advice, "%s", text);
}
