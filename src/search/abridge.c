/* SPDX-License-Identifier: MIT */
/* A result shows a line or two around what was asked for. Whatever word that is, a sentence that
 * says no new word is not needed for it, so the texts in the index are a fraction of those of the
 * site; whole texts would be more files, or more bytes a query, than all the rest of the index. */
#include "search/abridge.h"

#include "base/append.h"

#include <string.h>

/* Bytes after which a sentence is parted at the next space. */
#define LONG_SENTENCE 200

static gboolean
ends_sentence (char c)
{
  return c == '.' || c == '?' || c == '!' || c == ';';
}

/* Behind the sentence or block that starts at `start`, and what parts it from the next. */
static const char *
sentence_end (const char *start, const char *end)
{
  for (const char *at = start; at < end; at++) {
    if (*at == '\n')
      return at + 1;
    if (*at == ' ' && at > start && (ends_sentence (at[-1]) || at - start >= LONG_SENTENCE))
      return at + 1;
  }
  return end;
}

/* Bytes up to the last space within `most`. */
static gsize
whole_words (const char *at, gsize most)
{
  gsize n = most;

  while (n > 0 && at[n] != ' ' && at[n] != '\n')
    n--;
  return n;
}

void
abridge (const char *text, gsize length, const GArray *firsts, GString *out)
{
  const char *end = text + length;
  gsize start = out->len;
  gboolean is_gap = FALSE;
  guint i = 0;

  for (const char *at = text; at < end;) {
    const char *stop = sentence_end (at, end);
    gboolean is_new = FALSE;
    for (; i < firsts->len && g_array_index (firsts, const char *, i) < stop; i++)
      is_new = TRUE;
    if (is_new || (gsize) (stop - text) <= ABRIDGE_BEGIN) {
      if (is_gap)
        append_text (out, "… ");
      gsize used = MIN (out->len - start, ABRIDGE_MOST);
      gboolean fits = used + (gsize) (stop - at) <= ABRIDGE_MOST;
      append_piece (out, at, fits ? (gsize) (stop - at) : whole_words (at, ABRIDGE_MOST - used));
      if (!fits)
        return;
    }
    is_gap = !is_new && (gsize) (stop - text) > ABRIDGE_BEGIN;
    at = stop;
  }
}
