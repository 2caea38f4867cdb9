/* SPDX-License-Identifier: MIT */
#include "render/name_lines.h"

#include "text/compound.h"
#include "text/fold.h"
#include "text/no_break.h"
#include "text/times.h"

#include <string.h>

#define MOST_WORDS 40

/* What a line may begin with, and how wide it is up to there. */
typedef struct {
  const char *text;
  gsize length;
  double width; /* thousandths of an em */
} Word;

/* The lines from a word on: how many, the square of their widths, and where the second begins. */
typedef struct {
  guint n_lines, next;
  double cost;
} Rest;

static double
width_of (const char *text, gsize length, gboolean is_bold)
{
  double width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    width += times_advance (g_utf8_get_char (p), is_bold);
  return width;
}

/* Where the name of a unit begins that ends `name`: “THÀNH PHỐ ĐỒNG NAI”; or NULL. */
static const char *
unit_at_end (const char *name)
{
  static const char *const units[] = { "thanh pho ", "tinh ", "phuong ", "xa ", "dac khu " };
  g_autofree char *folded = text_fold (name);
  const char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    const char *found = g_strrstr (folded, units[i]);
    if (found > folded && found[-1] == ' ')
      last = MAX (last, found);
  }
  return last ? g_utf8_offset_to_pointer (name, g_utf8_strlen (folded, last - folded)) : NULL;
}

/* `name` with no-break spaces where it holds together. Caller frees. */
static char *
held_together (const char *name, double most, gboolean is_bold)
{
  const char *unit = unit_at_end (name);

  if (unit == NULL || width_of (unit, strlen (unit), is_bold) > most)
    return text_with_whole_words (name, G_MAXUINT);
  g_autofree char *start = g_strndup (name, unit - name);
  g_autofree char *before = text_with_whole_words (start, G_MAXUINT);
  g_autoptr (GString) whole = g_string_new (unit);
  g_string_replace (whole, " ", NO_BREAK_SPACE, 0);
  return g_strconcat (before, whole->str, NULL);
}

static guint
cut_words (const char *text, gboolean is_bold, Word *words)
{
  guint n = 0;

  for (const char *p = text; *p && n < MOST_WORDS; n++) {
    gsize length = n + 1 == MOST_WORDS ? strlen (p) : strcspn (p, " ");
    words[n] = (Word){ p, length, width_of (p, length, is_bold) };
    p += length + (p[length] == ' ');
  }
  return n;
}

/* From the last word to the first: the fewest lines, and of these the most even. A word wider than
 * the column has a line of its own. */
static void
fill_lines (const Word *words, guint n, double most, double space, Rest *rests)
{
  rests[n] = (Rest){ 0, n, 0 };
  for (guint i = n; i-- > 0;) {
    double width = -space;
    rests[i] = (Rest){ G_MAXUINT, n, 0 };
    for (guint end = i + 1; end <= n; end++) {
      width += space + words[end - 1].width;
      if (width > most && end > i + 1)
        break;
      const Rest rest = { 1 + rests[end].n_lines, end, width * width + rests[end].cost };
      if (rest.n_lines < rests[i].n_lines
          || (rest.n_lines == rests[i].n_lines && rest.cost < rests[i].cost))
        rests[i] = rest;
    }
  }
}

void
name_lines_add (Value *lines, const char *name, double room, guint size, gboolean is_bold)
{
  double most = room / size * 1000;

  if (width_of (name, strlen (name), is_bold) <= most) {
    value_add (lines, value_text (name));
    return;
  }
  g_autofree char *held = held_together (name, most, is_bold);
  Word words[MOST_WORDS];
  Rest rests[MOST_WORDS + 1];
  guint n = cut_words (held, is_bold, words);
  fill_lines (words, n, most, times_advance (' ', is_bold), rests);
  for (guint i = 0; i < n; i = rests[i].next) {
    const Word *last = &words[rests[i].next - 1];
    g_autoptr (GString) line =
      g_string_new_len (words[i].text, last->text + last->length - words[i].text);
    g_string_replace (line, NO_BREAK_SPACE, " ", 0);
    value_add (lines, value_text (line->str));
  }
}
