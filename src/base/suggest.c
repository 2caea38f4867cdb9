/* SPDX-License-Identifier: MIT */
/* Nearest by the number of slips of the fingers (Damerau and Levenshtein, with neighbours swapped
 * as one slip), because forgotten marks and swapped letters are how Vietnamese keys are mistyped. A
 * third of the letters may be wrong; more is another word, and a wrong guess is worse than none:
 * so of those that only begin or end like it one is meant when there is no other. */
#include "base/suggest.h"

#include <string.h>

/* Longer words are not typing mistakes of anything; this also bounds the work. */
#define MOST_LETTERS 48

/* The letters of `word` without marks and case; returns how many, at most MOST_LETTERS. */
static guint
bare_letters (const char *word, gunichar letters[MOST_LETTERS])
{
  guint n = 0;

  for (const char *p = word; *p && n < MOST_LETTERS; p = g_utf8_next_char (p)) {
    gunichar bare[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gunichar c = g_unichar_tolower (g_utf8_get_char (p));
    if (c == 0x111) /* đ does not decompose */
      c = 'd';
    g_unichar_fully_decompose (c, FALSE, bare, G_N_ELEMENTS (bare));
    letters[n++] = bare[0] == '_' ? ' ' : bare[0];
  }
  return n;
}

/* Letters put in, left out or replaced, and neighbours swapped (“titel”): each is one mistake. */
static guint
edit_distance (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint rows[3][MOST_LETTERS + 1]; /* of i, i - 1 and i - 2 letters of `a`, in turns */

  for (guint i = 0; i <= n_a; i++) {
    guint *row = rows[i % 3];
    const guint *above = rows[(i + 2) % 3];
    const guint *above_that = rows[(i + 1) % 3];
    row[0] = i;
    for (guint j = 1; j <= n_b; j++) {
      if (i == 0) {
        row[j] = j;
        continue;
      }
      guint replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = MIN (replaced, MIN (above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], above_that[j - 2] + 1);
    }
  }
  return rows[n_a % 3][n_b];
}

/* TRUE when the letters are whole words of those of the other. */
static gboolean
is_part (const gunichar *part, guint n_part, const gunichar *whole, guint n_whole)
{
  for (guint start = 0; start + n_part <= n_whole; start++) {
    guint end = start + n_part;
    if ((start == 0 || whole[start - 1] == ' ') && (end == n_whole || whole[end] == ' ')
        && memcmp (part, whole + start, n_part * sizeof *part) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The only one of which the letters are a part. */
static const char *
word_with (const gunichar *letters, guint n, const char *const *words)
{
  const char *found = NULL;

  for (; *words; words++) {
    gunichar candidate[MOST_LETTERS];
    guint n_candidate = bare_letters (*words, candidate);
    if (n_candidate == n || !is_part (letters, n, candidate, n_candidate))
      continue;
    if (found)
      return NULL;
    found = *words;
  }
  return found;
}

/* How many bytes both begin with up to a dot: of “office.name” and “office.phone”, “office.”, which
 * is right and says nothing of the rest. */
static gsize
common_path (const char *one, const char *other)
{
  gsize path = 0;

  for (gsize i = 0; one[i] && one[i] == other[i]; i++)
    if (one[i] == '.')
      path = i + 1;
  return path;
}

const char *
suggest_word (const char *word, const char *const *words)
{
  gunichar letters[MOST_LETTERS];
  guint best = G_MAXUINT;
  const char *nearest = NULL;

  for (const char *const *known = words; *known; known++) {
    if (strcmp (*known, word) == 0)
      continue; /* what was written is no advice */
    gunichar candidate[MOST_LETTERS];
    gsize path = common_path (word, *known);
    guint n = bare_letters (word + path, letters);
    guint n_candidate = bare_letters (*known + path, candidate);
    guint most = MIN (best, MAX (n / 3, 1) + 1);
    /* So many letters more or less are at least that many mistakes. */
    if (MAX (n, n_candidate) - MIN (n, n_candidate) >= most)
      continue;
    guint distance = edit_distance (letters, n, candidate, n_candidate);
    if (distance < most && distance < MAX (n, n_candidate)) {
      best = distance;
      nearest = *known;
    }
  }
  guint n = bare_letters (word, letters);
  return nearest || n == 0 ? nearest : word_with (letters, n, words);
}
