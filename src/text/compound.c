/* SPDX-License-Identifier: MIT */
#include "text/compound.h"

#include "base/append.h"
#include "text/no_break.h"

#include <string.h>

/* “an ninh toàn”: the first syllable, and all that follow it. */
static const char *const lines[] = {
#include "text/common_words.inc"
};

/* Set<“an ninh”>, made once and kept. */
static GHashTable *
known_words (void)
{
  static GHashTable *words;

  if (g_once_init_enter (&words)) {
    GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
      g_auto (GStrv) syllables = g_strsplit (lines[i], " ", -1);
      for (guint j = 1; syllables[j]; j++)
        g_hash_table_add (made, g_strconcat (syllables[0], " ", syllables[j], NULL));
    }
    g_once_init_leave (&words, made);
  }
  return words;
}

/* Where the letters before `end` begin, or those from `start` end. */
static const char *
start_of_letters (const char *text, const char *end)
{
  while (end > text) {
    const char *before = g_utf8_find_prev_char (text, end);
    if (before == NULL || !g_unichar_isalpha (g_utf8_get_char (before)))
      break;
    end = before;
  }
  return end;
}

static const char *
end_of_letters (const char *start)
{
  while (g_unichar_isalpha (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return start;
}

/* Bytes that no word has more of (text/common_words.inc). */
#define LONGEST 32

static gboolean
is_word (const char *start, const char *end)
{
  char small[2 * LONGEST + 1]; /* a small letter has at most twice the bytes of its capital */
  gint n = 0;

  if (end - start > LONGEST)
    return FALSE;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    n += g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (p)), small + n);
  small[n] = '\0';
  return g_hash_table_contains (known_words (), small);
}

#define MOST_JOINED 2 /* spaces in a row */

char *
text_with_whole_words (const char *text, guint most)
{
  GString *out = g_string_new (NULL);
  const char *whole = text; /* where what stays together begins */
  guint n_joined = 0;

  for (const char *p = text, *rest = text;; rest = ++p) {
    p = strchrnul (rest, ' ');
    append_piece (out, rest, (gsize) (p - rest));
    if (*p == '\0')
      break;
    const char *start = start_of_letters (text, p), *end = end_of_letters (p + 1);
    if (n_joined == 0)
      whole = start;
    gboolean has_room = n_joined < MOST_JOINED && g_utf8_strlen (whole, end - whole) <= most;
    n_joined = has_room && is_word (start, end) ? n_joined + 1 : 0;
    append_text (out, n_joined > 0 ? NO_BREAK_SPACE : " ");
  }
  return g_string_free (out, FALSE);
}
