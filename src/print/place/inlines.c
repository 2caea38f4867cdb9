/* SPDX-License-Identifier: MIT */
#include "print/place/inlines.h"

#include <string.h>

#define MOST_SPARE 256 /* a sheet has some hundred */

#define LINE_SEPARATOR "\xe2\x80\xa8" /* U+2028 */
#define ATOM_TEXT      "\xef\xbf\xbc" /* U+FFFC: lines may break on both sides */
#define EDGE_TEXT      "x"            /* breaks like a letter: an edge stays with its word */

Inlines *
inlines_new (const Style *style)
{
  Inlines *inlines = g_new0 (Inlines, 1);
  inlines->text = g_string_new (NULL);
  inlines->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  inlines->style = style;
  inlines->ends_in_space = TRUE;
  return inlines;
}

void
inlines_free (Inlines *inlines)
{
  if (inlines == NULL)
    return;
  g_string_free (inlines->text, TRUE);
  g_array_unref (inlines->pieces);
  g_free (inlines);
}

Inlines *
inlines_borrow (GPtrArray *spare, const Style *style)
{
  if (spare == NULL || spare->len == 0)
    return inlines_new (style);
  Inlines *inlines = g_ptr_array_steal_index_fast (spare, spare->len - 1);
  g_string_truncate (inlines->text, 0);
  g_array_set_size (inlines->pieces, 0);
  *inlines = (Inlines){ inlines->text, inlines->pieces, style, 0, TRUE };
  return inlines;
}

void
inlines_give_back (GPtrArray *spare, Inlines *inlines)
{
  if (spare && spare->len < MOST_SPARE)
    g_ptr_array_add (spare, inlines);
  else
    inlines_free (inlines);
}

static gboolean
is_space (char c)
{
  return (guchar) c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
}

/* A space at the end of a line is not seen, unless white space is kept. */
static void
drop_space (Inlines *inlines)
{
  for (guint i = inlines->pieces->len; i > 0; i--) {
    Piece *piece = &g_array_index (inlines->pieces, Piece, i - 1);
    if (piece->kind == PIECE_ANCHOR || piece->start == piece->end)
      continue;
    if (piece->kind != PIECE_TEXT || inlines->text->str[piece->end - 1] != ' '
        || piece->style->white_space == SPACE_PRE || piece->style->white_space == SPACE_PRE_WRAP
        || piece->end != inlines->text->len)
      return;
    piece->end--;
    g_string_truncate (inlines->text, piece->end);
    return;
  }
}

static void
break_line (Inlines *inlines)
{
  g_string_append (inlines->text, LINE_SEPARATOR);
  inlines->ends_in_space = TRUE;
}

/* The end of the words from `text` on that have one blank between them, and so stay as they are. */
static const char *
words_end (const char *text, const char *end)
{
  const char *p = text;

  while (p < end && (!is_space (*p) || (*p == ' ' && p > text && p + 1 < end && !is_space (p[1]))))
    p++;
  return p;
}

static void
add_collapsed (Inlines *inlines, const char *text, const char *end, WhiteSpace white_space)
{
  while (text < end) {
    const char *word = words_end (text, end);
    if (word > text) {
      g_string_append_len (inlines->text, text, word - text);
      inlines->ends_in_space = FALSE;
    }
    gboolean has_break = FALSE;
    for (text = word; text < end && is_space (*text); text++)
      has_break |= *text == '\n';
    if (text == word)
      continue;
    if (has_break && white_space == SPACE_PRE_LINE)
      break_line (inlines);
    else if (!inlines->ends_in_space)
      g_string_append_c (inlines->text, ' ');
    inlines->ends_in_space = TRUE;
  }
}

static void
add_kept (Inlines *inlines, const char *text, const char *end)
{
  for (; text < end; text++) {
    if (*text == '\n')
      g_string_append (inlines->text, LINE_SEPARATOR);
    else if (*text == '\t')
      g_string_append (inlines->text, "        ");
    else if (*text != '\r')
      g_string_append_c (inlines->text, *text);
  }
  inlines->ends_in_space = FALSE;
}

static char *
capitalise (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);
  gboolean is_inside = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean is_letter = g_unichar_isalnum (c);
    g_string_append_unichar (out, is_letter && !is_inside ? g_unichar_totitle (c) : c);
    is_inside = is_letter || (is_inside && g_unichar_ismark (c));
  }
  return g_string_free (out, FALSE);
}

/* NULL when letters stay as they are. */
static char *
transformed (const char *text, gsize length, TextTransform transform)
{
  switch (transform) {
  case TRANSFORM_UPPER:
    return g_utf8_strup (text, length);
  case TRANSFORM_LOWER:
    return g_utf8_strdown (text, length);
  case TRANSFORM_CAPITALISE:
    return capitalise (text, length);
  case TRANSFORM_NONE:
    break;
  }
  return NULL;
}

void
inlines_add_text (Inlines *inlines, const char *text, gsize length, const Piece *like)
{
  g_autofree char *other = transformed (text, length, like->style->text_transform);
  const char *end = other ? other + strlen (other) : text + length;
  Piece piece = *like;

  if (other)
    text = other;
  piece.kind = PIECE_TEXT;
  piece.start = inlines->text->len;
  if (like->style->white_space == SPACE_PRE || like->style->white_space == SPACE_PRE_WRAP)
    add_kept (inlines, text, end);
  else
    add_collapsed (inlines, text, end, like->style->white_space);
  piece.end = inlines->text->len;
  if (piece.end > piece.start)
    g_array_append_val (inlines->pieces, piece);
}

void
inlines_add (Inlines *inlines, PieceKind kind, const Piece *like)
{
  Piece piece = *like;

  piece.kind = kind;
  piece.start = inlines->text->len;
  if (kind == PIECE_ATOM)
    g_string_append (inlines->text, ATOM_TEXT);
  else if (kind != PIECE_ANCHOR)
    g_string_append (inlines->text, EDGE_TEXT);
  if (kind == PIECE_ATOM)
    inlines->ends_in_space = FALSE;
  piece.end = inlines->text->len;
  g_array_append_val (inlines->pieces, piece);
}

void
inlines_add_break (Inlines *inlines, const Piece *like)
{
  Piece piece = *like;

  drop_space (inlines);
  piece.kind = PIECE_TEXT;
  piece.start = inlines->text->len;
  break_line (inlines);
  piece.end = inlines->text->len;
  g_array_append_val (inlines->pieces, piece);
}

gboolean
inlines_finish (Inlines *inlines)
{
  drop_space (inlines);
  for (guint i = 0; i < inlines->pieces->len; i++) {
    const Piece *piece = &g_array_index (inlines->pieces, Piece, i);
    if (piece->kind == PIECE_ATOM || piece->kind == PIECE_OPEN
        || (piece->kind == PIECE_TEXT && piece->end > piece->start))
      return TRUE;
  }
  return FALSE;
}
