/* SPDX-License-Identifier: MIT */
#include "text/language.h"

#include "text/syllable.h"

#include <string.h>

#define GLANCE         300 /* bytes in which Vietnamese shows what it is */
#define USUAL_MARKS    6 /* letters from Ạ to ỹ in them: half as many as in any text of ours */
#define BEGINNING      3000
#define FEWEST_LETTERS 60

typedef struct {
  gsize all;
  gsize ours;  /* in syllables with marks */
  gsize other; /* in words that are no syllables */
} Letters;

static gboolean
is_ours_at_a_glance (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < MIN (length, GLANCE); i++)
    n += (guchar) text[i] == 0xE1 && i + 1 < length
         && ((guchar) text[i + 1] == 0xBA || (guchar) text[i + 1] == 0xBB);
  return n >= USUAL_MARKS;
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static void
count_word (Letters *letters, const char *word, gsize length)
{
  gsize n = (gsize) g_utf8_strlen (word, (gssize) length);

  letters->all += n;
  if (!syllable_is_vietnamese (word, length))
    letters->other += n;
  else if (syllable_has_marks (word, length))
    letters->ours += n;
}

/* Behind what stands between two blanks at `p`, when it is an address or has one: addresses are in
 * no language. `p` otherwise. */
static const char *
skip_address (const char *p, const char *end)
{
  gsize length = strcspn (p, " \n\t");

  length = MIN (length, (gsize) (end - p));
  gboolean has_address =
    memchr (p, '/', length) || memchr (p, '@', length) || g_strstr_len (p, (gssize) length, "](");
  return has_address ? p + length : p;
}

gboolean
text_is_foreign (const char *text, gsize length)
{
  const char *end = text + MIN (length, BEGINNING);
  Letters letters = { 0, 0, 0 };

  if (is_ours_at_a_glance (text, length))
    return FALSE;
  for (const char *p = text; p < end;) {
    const char *word = p = skip_address (p, end);
    while (p < end && is_in_word (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    if (p > word)
      count_word (&letters, word, (gsize) (p - word));
    else if (p < end)
      p = g_utf8_next_char (p);
  }
  /* Names of ours stand in a text for foreigners, and short English words look like syllables. */
  return letters.all >= FEWEST_LETTERS && letters.ours * 3 < letters.all
         && letters.other * 3 > letters.all;
}
