/* SPDX-License-Identifier: MIT */
#include "print/place/inlines.h"

#include <string.h>

#define MOST_SPARE 16 /* texts within texts that are gathered at once */

#define LINE_SEPARATOR "\xe2\x80\xa8" /* U+2028 */
#define ATOM_TEXT      "\xef\xbf\xbc" /* U+FFFC: lines may break on both sides */
#define CHANCE_TEXT    "\xe2\x80\x8b" /* U+200B: lines may break behind it */
#define EDGE_TEXT      "x"            /* breaks like a letter: an edge stays with its word */

Inlines *
inlines_new (const Style *style)
{
  Inlines *inlines = g_new0 (Inlines, 1);
  inlines->buffer = g_string_new (NULL);
  inlines->gathered = g_array_new (FALSE, FALSE, sizeof (InlineItem));
  inlines->style = style;
  inlines->ends_in_space = TRUE;
  return inlines;
}

void
inlines_free (Inlines *inlines)
{
  if (inlines == NULL)
    return;
  g_string_free (inlines->buffer, TRUE);
  g_array_unref (inlines->gathered);
  g_free (inlines);
}

Inlines *
inlines_borrow (GPtrArray *spare, const Style *style)
{
  if (spare == NULL || spare->len == 0)
    return inlines_new (style);
  Inlines *inlines = g_ptr_array_steal_index_fast (spare, spare->len - 1);
  g_string_truncate (inlines->buffer, 0);
  g_array_set_size (inlines->gathered, 0);
  *inlines = (Inlines){
    .style = style, .buffer = inlines->buffer, .gathered = inlines->gathered, .ends_in_space = TRUE
  };
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
  for (guint i = inlines->gathered->len; i > 0; i--) {
    InlineItem *item = &g_array_index (inlines->gathered, InlineItem, i - 1);
    if (item->kind == INLINE_OUT_OF_FLOW || item->start == item->end)
      continue;
    if (item->kind != INLINE_TEXT || inlines->buffer->str[item->end - 1] != ' '
        || item->style->white_space == SPACE_PRE || item->style->white_space == SPACE_PRE_WRAP
        || item->end != inlines->buffer->len)
      return;
    item->end--;
    g_string_truncate (inlines->buffer, item->end);
    return;
  }
}

static void
break_line (Inlines *inlines)
{
  g_string_append (inlines->buffer, LINE_SEPARATOR);
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
      g_string_append_len (inlines->buffer, text, word - text);
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
      g_string_append_c (inlines->buffer, ' ');
    inlines->ends_in_space = TRUE;
  }
}

static void
add_kept (Inlines *inlines, const char *text, const char *end)
{
  for (; text < end; text++) {
    if (*text == '\n')
      g_string_append (inlines->buffer, LINE_SEPARATOR);
    else if (*text == '\t')
      g_string_append (inlines->buffer, "        ");
    else if (*text != '\r')
      g_string_append_c (inlines->buffer, *text);
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
inlines_add_text (Inlines *inlines, const char *text, gsize length, const InlineItem *like)
{
  g_autofree char *other = transformed (text, length, like->style->text_transform);
  const char *end = other ? other + strlen (other) : text + length;
  InlineItem item = *like;

  if (other)
    text = other;
  item.kind = INLINE_TEXT;
  item.start = inlines->buffer->len;
  if (like->style->white_space == SPACE_PRE || like->style->white_space == SPACE_PRE_WRAP)
    add_kept (inlines, text, end);
  else
    add_collapsed (inlines, text, end, like->style->white_space);
  item.end = inlines->buffer->len;
  if (item.end > item.start)
    g_array_append_val (inlines->gathered, item);
}

guint
inlines_add (Inlines *inlines, InlineItemKind kind, const InlineItem *like)
{
  static const char *const texts[] = { [INLINE_ATOMIC] = ATOM_TEXT,
                                       [INLINE_OPEN] = EDGE_TEXT,
                                       [INLINE_CLOSE] = EDGE_TEXT,
                                       [INLINE_CHANCE] = CHANCE_TEXT,
                                       [INLINE_OUT_OF_FLOW] = "" };
  InlineItem item = *like;

  item.kind = kind;
  item.start = inlines->buffer->len;
  g_string_append (inlines->buffer, texts[kind]);
  if (kind == INLINE_ATOMIC)
    inlines->ends_in_space = FALSE;
  item.end = inlines->buffer->len;
  guint index = inlines->gathered->len;
  g_array_append_val (inlines->gathered, item);
  if (kind == INLINE_CLOSE)
    g_array_index (inlines->gathered, InlineItem, item.other).other = index;
  return index;
}

void
inlines_add_break (Inlines *inlines, const InlineItem *like)
{
  InlineItem item = *like;

  drop_space (inlines);
  item.kind = INLINE_TEXT;
  item.start = inlines->buffer->len;
  break_line (inlines);
  item.end = inlines->buffer->len;
  g_array_append_val (inlines->gathered, item);
}

gboolean
inlines_finish (Inlines *inlines)
{
  drop_space (inlines);
  inlines->text = inlines->buffer->str;
  inlines->length = inlines->buffer->len;
  inlines->items = (InlineItem *) inlines->gathered->data;
  inlines->n_items = inlines->gathered->len;
  for (guint i = 0; i < inlines->n_items; i++) {
    const InlineItem *item = &inlines->items[i];
    if (item->kind == INLINE_ATOMIC || item->kind == INLINE_OPEN
        || (item->kind == INLINE_TEXT && item->end > item->start))
      return TRUE;
  }
  return FALSE;
}

Inlines *
inlines_copy (const Inlines *inlines, Arena *arena)
{
  Inlines *copy = arena_alloc (arena, sizeof *copy);
  gsize size = inlines->n_items * sizeof (InlineItem);

  copy->text = arena_copy_n (arena, inlines->text, inlines->length);
  copy->length = inlines->length;
  copy->items = arena_alloc_raw (arena, size);
  memcpy (copy->items, inlines->items, size);
  copy->n_items = inlines->n_items;
  copy->style = inlines->style;
  return copy;
}
