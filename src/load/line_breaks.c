/* SPDX-License-Identifier: MIT */
/* An editor breaks a line because the next word would not fit; who writes an official document
 * breaks it because a paragraph is over. So a line is the end of one when the next begins like a
 * sentence and its first word would have fitted. Text copied from a PDF is broken by millimetres,
 * not by characters, so that a line within a sentence must be a good deal shorter than the rest. */
#include "load/line_breaks.h"

#include "text/letter.h"

#include <string.h>

/* Nobody breaks lines so early, or so late. */
#define FEWEST_CHARS 60
#define MOST_CHARS   120

/* Lines that an editor broke differ by a word or two. */
#define SAME_WIDTH 12

/* A name before a colon: “Địa chỉ: ”. */
#define LONGEST_NAME 40

static gsize
count_chars (const char *start, const char *end)
{
  return g_utf8_strlen (start, end - start);
}

static const char *
trim (const char *start, const char *end)
{
  while (end > start && strchr (" \t\r", end[-1]))
    end--;
  return end;
}

/* A capital, behind marks that open something. */
static gboolean
begins_sentence (const char *next)
{
  while (*next && (strchr ("*_(\"' ", *next) || g_str_has_prefix (next, "→")))
    next = g_utf8_next_char (next);
  gunichar c = g_utf8_get_char (next);
  if (c == 0x201C || c == 0x2018)
    c = g_utf8_get_char (g_utf8_next_char (next));
  return g_unichar_isupper (c);
}

/* A small letter that is no label. */
static gboolean
goes_on (const char *line)
{
  while (*line == ' ')
    line++;
  gunichar c = g_utf8_get_char (line);
  const char *behind = c ? g_utf8_next_char (line) : line;
  return g_unichar_islower (c) && *behind != ')' && *behind != '.';
}

/* Characters up to the end of the first word of `next`, if it stood on the line before. */
static gsize
length_with (gsize chars, const char *next)
{
  next += strspn (next, " \t");
  return chars + 1 + count_chars (next, next + strcspn (next, " \n"));
}

static gboolean
is_short (gsize with_next, gsize widest)
{
  return with_next * 10 <= widest * 7;
}

LineBlock
line_block_look (const char *start)
{
  gsize narrowest = G_MAXSIZE, shortest = G_MAXSIZE;
  gboolean is_running = FALSE;
  LineBlock block = { .widest = FEWEST_CHARS };

  for (const char *line = start, *next; *line; line = next) {
    const char *stop = strchrnul (line, '\n');
    const char *end = trim (line, stop);
    gsize chars = count_chars (line, end);
    if (chars == 0)
      break;
    next = stop + (*stop == '\n');
    gboolean is_last = trim (next, strchrnul (next, '\n')) == next;
    block.widest = MAX (block.widest, chars);
    is_running |= goes_on (line);
    if (!is_last)
      narrowest = MIN (narrowest, chars);
    if (!is_last && begins_sentence (next))
      shortest = MIN (shortest, length_with (chars, next));
    block.is_wrapped |= !is_last && line > start;
  }
  block.is_wrapped &= narrowest + SAME_WIDTH >= block.widest;
  block.is_pasted = !is_running && shortest < G_MAXSIZE && is_short (shortest, block.widest);
  return block;
}

/* “Địa chỉ: …”, “Biểu 1: …” */
static gboolean
has_name (const char *line, gsize n)
{
  const char *colon = memchr (line, ':', MIN (n, LONGEST_NAME));
  return colon && colon[1] == ' ';
}

static gboolean
ends_with (const char *line, const char *end, const char *const *marks)
{
  for (; *marks; marks++) {
    gsize n = strlen (*marks);
    if ((gsize) (end - line) >= n && memcmp (end - n, *marks, n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* All of it bold: a title. */
static gboolean
is_strong (const char *line, const char *end)
{
  gsize n = end - line;
  return n > 4 && memcmp (line, "**", 2) == 0 && memcmp (end - 2, "**", 2) == 0
         && memmem (line + 2, n - 4, "**", 2) == NULL;
}

LineBreak
line_break_between (const LineBlock *block, const char *line, gsize n, const char *next)
{
  static const char *const clauses[] = { ";", ":", "./.", NULL };
  static const char *const sentences[] = { ".", "!", "?", NULL };
  static const char *const others[] = { ")", "”", "\"", "*", "…", NULL };
  const char *end = trim (line, line + n);

  if (is_strong (line, end) && !goes_on (next))
    return BREAK_MEANT;
  if (!begins_sentence (next))
    return BREAK_SPACE;
  gboolean has_clause = ends_with (line, end, clauses);
  gsize chars = count_chars (line, end);
  gsize with_next = length_with (chars, next);
  gboolean is_named = has_name (next, strcspn (next, "\n"));
  gboolean are_named = is_named && has_name (line, n);
  /* Lines of like length may be so by chance, as the bases of a letter are. */
  if (block->is_wrapped)
    return are_named || (has_clause && with_next <= block->widest) ? BREAK_MEANT : BREAK_SPACE;
  gboolean has_stop = ends_with (line, end, sentences);
  if (has_clause || are_named || (is_named && has_stop))
    return BREAK_MEANT;
  gboolean has_end =
    has_stop || ends_with (line, end, others) || letters_are_capitals (line, end - line);
  if (is_short (with_next, block->widest)
      || (has_end && (block->is_pasted || chars > MOST_CHARS || with_next <= block->widest)))
    return BREAK_MEANT;
  return has_stop ? BREAK_DOUBTFUL : BREAK_SPACE;
}
