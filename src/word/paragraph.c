/* SPDX-License-Identifier: MIT */
#include "word/paragraph.h"

#include "base/nfc.h"

#include <string.h>

struct ParagraphMaker {
  Arena *arena;
  GString *text;    /* as it came */
  GArray *pieces;   /* Piece */
  GArray *pictures; /* FlowPicture */
  GArray *marks;    /* Mark */
  GString *notes;
};

/* An anchor before the piece of this number. */
typedef struct {
  guint piece;
  const char *note; /* or NULL: the picture of this number */
  guint picture;
} Mark;

typedef struct {
  guint length; /* bytes of the text */
  guint look;
  const char *href;
  gboolean is_caps;
} Piece;

ParagraphMaker *
paragraph_maker_new (Arena *arena)
{
  ParagraphMaker *maker = g_new0 (ParagraphMaker, 1);

  maker->arena = arena;
  maker->text = g_string_new (NULL);
  maker->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  maker->pictures = g_array_new (FALSE, FALSE, sizeof (FlowPicture));
  maker->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  maker->notes = g_string_new (NULL);
  return maker;
}

void
paragraph_maker_free (ParagraphMaker *maker)
{
  if (maker == NULL)
    return;
  g_string_free (maker->text, TRUE);
  g_array_unref (maker->pieces);
  g_array_unref (maker->pictures);
  g_array_unref (maker->marks);
  g_string_free (maker->notes, TRUE);
  g_free (maker);
}

/* What nobody sees: soft hyphens, joiners, marks of direction, the zero-width space by which loa
 * lets a symbol break. */
static gboolean
is_unseen (gunichar c)
{
  return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2060 && c <= 0x2069);
}

/* Blanks of all widths are one to us; loa sets those that do not break by itself. */
static gboolean
is_blank (gunichar c)
{
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

/* How much of `text` are marks that belong to the letter before it. */
static gsize
leading_marks (const char *text)
{
  const char *p = text;

  while (*p && nfc_is_mark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p - text;
}

static guint
append_seen (GString *out, const char *text, gsize length)
{
  gsize before = out->len;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (is_blank (c))
      g_string_append_c (out, ' ');
    else if (!is_unseen (c))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  }
  return out->len - before;
}

/* TRUE when an anchor stands behind the last piece. */
static gboolean
is_marked (const ParagraphMaker *maker)
{
  const GArray *marks = maker->marks;
  return marks->len > 0 && g_array_index (marks, Mark, marks->len - 1).piece == maker->pieces->len;
}

void
paragraph_maker_add (ParagraphMaker *maker, const char *text, guint look, const char *href,
                     gboolean is_caps)
{
  gsize marks = maker->pieces->len > 0 ? leading_marks (text) : 0;
  Piece *last =
    maker->pieces->len > 0 ? &g_array_index (maker->pieces, Piece, maker->pieces->len - 1) : NULL;

  if (marks > 0)
    last->length += append_seen (maker->text, text, marks);
  Piece piece = { 0, look, href, is_caps };
  piece.length = append_seen (maker->text, text + marks, strlen (text + marks));
  if (piece.length == 0)
    return;
  if (last && last->look == look && last->href == href && last->is_caps == is_caps
      && !is_marked (maker))
    last->length += piece.length;
  else
    g_array_append_val (maker->pieces, piece);
}

void
paragraph_maker_picture (ParagraphMaker *maker, const FlowPicture *picture)
{
  const Mark mark = { maker->pieces->len, NULL, maker->pictures->len };

  g_array_append_vals (maker->pictures, picture, 1);
  if (picture->is_in_line)
    g_array_append_val (maker->marks, mark);
}

void
paragraph_maker_note (ParagraphMaker *maker, const char *text)
{
  g_autoptr (GString) seen = g_string_new (NULL);

  append_seen (seen, text, strlen (text));
  const Mark mark = { maker->pieces->len, arena_copy (maker->arena, seen->str), 0 };
  g_array_append_val (maker->marks, mark);
  g_string_append_printf (maker->notes, "%s%s", maker->notes->len ? " " : "", seen->str);
}

const char *
paragraph_maker_text (const ParagraphMaker *maker)
{
  return maker->text->str;
}

/* TRUE when a piece has nothing a look could be seen on: blanks, or an arrow between two labels. */
static gboolean
is_neutral (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_isspace (c) && !(c >= 0x2190 && c <= 0x21FF))
      return FALSE;
  }
  return TRUE;
}

/* A neutral piece looks like what stands on both its sides, and otherwise like nothing. */
static void
settle_neutral (GArray *pieces, const char *text)
{
  for (guint i = 0; i < pieces->len; i++) {
    Piece *piece = &g_array_index (pieces, Piece, i);
    if (is_neutral (text, piece->length) && piece->href == NULL) {
      guint before = i > 0 ? piece[-1].look : 0;
      guint after = i + 1 < pieces->len ? piece[1].look : 0;
      piece->look = before & after;
    }
    text += piece->length;
  }
}

/* Bold blanks at an edge would keep CommonMark from seeing the stars. */
static void
add_span (GArray *spans, const GString *text, guint start, const Piece *piece)
{
  guint end = text->len;

  while (start < end && piece->look && g_ascii_isspace (text->str[start]))
    start++;
  while (start < end && piece->look && g_ascii_isspace (text->str[end - 1]))
    end--;
  if (start == end || (piece->look == 0 && piece->href == NULL))
    return;
  const FlowSpan span = { start, end - start, piece->look, piece->href };
  FlowSpan *last = spans->len > 0 ? &g_array_index (spans, FlowSpan, spans->len - 1) : NULL;
  gboolean touches = last && last->look == span.look && last->href == span.href;
  for (guint i = last ? last->start + last->length : 0; touches && i < start; i++)
    touches = text->str[i] == ' ';
  if (touches)
    last->length = end - last->start;
  else
    g_array_append_val (spans, span);
}

/* Which looks all of the paragraph that is seen has. */
static guint
common_look (const GArray *pieces, const char *text, gboolean *is_caps)
{
  guint look = SPAN_BOLD | SPAN_ITALIC;
  gboolean any = FALSE;

  *is_caps = TRUE;
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = &g_array_index (pieces, Piece, i);
    if (!is_neutral (text, piece->length)) {
      look &= piece->look;
      *is_caps &= piece->is_caps;
      any = TRUE;
    }
    text += piece->length;
  }
  *is_caps &= any;
  return any ? look : 0;
}

static void
add_anchors (const ParagraphMaker *maker, const FlowPicture *pictures, GArray *anchors, guint *next,
             guint piece, guint at)
{
  for (; *next < maker->marks->len; (*next)++) {
    const Mark *mark = &g_array_index (maker->marks, Mark, *next);
    if (mark->piece > piece)
      return;
    const FlowAnchor anchor = { at, mark->note, mark->note ? NULL : &pictures[mark->picture] };
    g_array_append_val (anchors, anchor);
  }
}

/* A picture behind the last word of a line stands behind the paragraph. */
static void
settle_pictures (const char *text, FlowPicture *pictures, GArray *anchors)
{
  for (guint i = anchors->len; i-- > 0;) {
    const FlowAnchor *anchor = &g_array_index (anchors, FlowAnchor, i);
    const char *rest = text + anchor->at;
    if (anchor->picture == NULL || !strchr ("\n", rest[strspn (rest, " \t")]))
      continue;
    pictures[anchor->picture - pictures].is_in_line = FALSE;
    g_array_remove_index (anchors, i);
  }
}

FlowParagraph *
paragraph_maker_finish (ParagraphMaker *maker)
{
  FlowParagraph *paragraph = arena_alloc (maker->arena, sizeof (FlowParagraph));
  g_autoptr (GString) text = g_string_sized_new (maker->text->len);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FlowSpan));
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (FlowAnchor));
  FlowPicture *pictures = arena_array (maker->arena, maker->pictures);
  const char *raw = maker->text->str;
  guint next = 0;
  guint look = common_look (maker->pieces, raw, &paragraph->is_caps);

  settle_neutral (maker->pieces, raw);
  for (guint i = 0; i < maker->pieces->len; i++) {
    const Piece *piece = &g_array_index (maker->pieces, Piece, i);
    guint start = text->len;
    gsize length;
    add_anchors (maker, pictures, anchors, &next, i, start);
    g_autofree char *composed = nfc_text (raw, piece->length, &length);
    g_string_append_len (text, composed, length);
    add_span (spans, text, start, piece);
    raw += piece->length;
  }
  add_anchors (maker, pictures, anchors, &next, G_MAXUINT, text->len);
  paragraph->text = arena_copy_n (maker->arena, text->str, text->len);
  paragraph->is_bold = (look & SPAN_BOLD) != 0;
  paragraph->is_italic = (look & SPAN_ITALIC) != 0;
  paragraph->spans = arena_array (maker->arena, spans);
  paragraph->n_spans = spans->len;
  paragraph->pictures = pictures;
  paragraph->n_pictures = maker->pictures->len;
  settle_pictures (paragraph->text, pictures, anchors);
  paragraph->anchors = arena_array (maker->arena, anchors);
  paragraph->n_anchors = anchors->len;
  paragraph->notes = maker->notes->len ? arena_copy (maker->arena, maker->notes->str) : NULL;
  g_string_truncate (maker->text, 0);
  g_string_truncate (maker->notes, 0);
  g_array_set_size (maker->pieces, 0);
  g_array_set_size (maker->pictures, 0);
  g_array_set_size (maker->marks, 0);
  return paragraph;
}
