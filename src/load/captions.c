/* SPDX-License-Identifier: MIT */
#include "load/captions.h"

#include "base/i18n.h"
#include "model/caption.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *word;     /* a constant */
  char *number, *title; /* owned; the title in small letters */
} Numbered;

typedef struct {
  const CaptionText *text;
  GArray *numbered;  /* Numbered, in their order */
  GHashTable *named; /* char *, owned: “Bảng 1” → its index among them */
  GHashTable *last;  /* const char *: word → const char *: the number that was given last */
} Marker;

static void
numbered_clear (gpointer data)
{
  Numbered *numbered = data;
  g_free (numbered->number);
  g_free (numbered->title);
}

/* --- captions --- */

static char *
name_of (const char *word, const char *number, gsize length)
{
  return g_strdup_printf ("%s %.*s", word, (int) length, number);
}

/* What comes after the one before: after “Bảng 3” 4. */
static char *
next_number (const Marker *marker, const char *word)
{
  const char *last = g_hash_table_lookup (marker->last, word);
  return g_strdup_printf ("%d", last ? atoi (last) + 1 : 1);
}

/* Notes the caption. What it begins with, “Bảng 1. ”, when it has no number; else NULL. */
static char *
number_caption (Marker *marker, const Caption *caption, cmark_node *node, const char *text)
{
  gboolean is_written = caption->n_number > 0;
  Numbered numbered = { caption->word, NULL, NULL };

  numbered.number = is_written ? g_strndup (caption->number, caption->n_number)
                               : next_number (marker, caption->word);
  numbered.title = g_utf8_strdown (caption->title, -1);
  g_hash_table_insert (marker->last, (gpointer) caption->word, numbered.number);
  char *name = name_of (caption->word, numbered.number, strlen (numbered.number));
  if (!g_hash_table_insert (marker->named, name, GUINT_TO_POINTER (marker->numbered->len)))
    report_warning (marker->text->report, marker->text->source,
                    marker->text->place (marker->text->place_data, node, text),
                    _ ("give one of them another number, or write it without any: “%s: …”"),
                    _ ("“%s %s” stands here twice"), caption->word, numbered.number);
  g_array_append_val (marker->numbered, numbered);
  return is_written ? NULL : g_strdup_printf ("%s %s. ", caption->word, numbered.number);
}

/* FALSE when `paragraph` is no caption of such a thing. */
static gboolean
mark_caption (Marker *marker, cmark_node *paragraph, gboolean is_figure, gboolean is_behind)
{
  Caption caption;

  if (paragraph == NULL || cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH
      || body_role (paragraph) != BODY_PLAIN)
    return FALSE;
  g_autofree char *text = body_plain_text (paragraph);
  cmark_node *first = body_first_text_node (paragraph);
  const char *colon = first ? strchr (cmark_node_get_literal (first), ':') : NULL;
  if (!caption_read (text, &caption) || caption.is_figure != is_figure
      || (caption.n_number == 0 && colon == NULL))
    return FALSE;
  g_autofree char *numbered = number_caption (marker, &caption, paragraph, text);
  if (numbered) {
    g_autofree char *words = g_strconcat (numbered, colon + 1 + strspn (colon + 1, " "), NULL);
    cmark_node_set_literal (first, words);
  }
  body_mark (paragraph, BODY_CAPTION, is_behind);
  return TRUE;
}

static void
mark_image_title (Marker *marker, cmark_node *figure)
{
  cmark_node *image = cmark_node_first_child (figure);
  const char *title = cmark_node_get_title (image);
  Caption caption;

  if (!caption_read (title, &caption) || !caption.is_figure)
    return;
  g_autofree char *numbered = number_caption (marker, &caption, figure, title);
  if (numbered == NULL)
    return;
  g_autofree char *words = g_strconcat (numbered, caption.title, NULL);
  cmark_node_set_title (image, words);
}

/* TRUE of an image with a caption on the next line, which are one paragraph. */
static gboolean
is_captioned (cmark_node *paragraph)
{
  cmark_node *image = cmark_node_first_child (paragraph);
  cmark_node *line = image ? cmark_node_next (image) : NULL;
  cmark_node *words = line ? cmark_node_next (line) : NULL;
  Caption caption;

  if (words == NULL || cmark_node_get_type (image) != CMARK_NODE_IMAGE
      || cmark_node_get_type (line) != CMARK_NODE_SOFTBREAK)
    return FALSE;
  return caption_read (body_first_text (words), &caption) && caption.is_figure;
}

/* They become two. */
static void
part_figure (Marker *marker, cmark_node *paragraph)
{
  cmark_node *image = cmark_node_first_child (paragraph);
  cmark_node *below = markdown_tree_node (marker->text->tree, CMARK_NODE_PARAGRAPH);

  cmark_node_free (cmark_node_next (image));
  for (cmark_node *node; (node = cmark_node_next (image)) != NULL;)
    cmark_node_append_child (below, node);
  cmark_node_insert_after (paragraph, below);
  body_note_line (below, body_line (paragraph));
  body_mark (paragraph, BODY_FIGURE, 0);
}

static void
mark_block (Marker *marker, cmark_node *block)
{
  if (cmark_node_get_type (block) == CMARK_NODE_PARAGRAPH && body_role (block) == BODY_PLAIN
      && is_captioned (block))
    part_figure (marker, block);
  if (body_role (block) == BODY_TABLE)
    mark_caption (marker, cmark_node_previous (block), FALSE, FALSE);
  else if (body_role (block) == BODY_FIGURE
           && !mark_caption (marker, cmark_node_next (block), TRUE, TRUE)
           && !mark_caption (marker, cmark_node_previous (block), TRUE, FALSE))
    mark_image_title (marker, block);
}

static void
mark_blocks (Marker *marker, cmark_node *parent)
{
  for (cmark_node *block = cmark_node_first_child (parent); block;
       block = cmark_node_next (block)) {
    if (cmark_node_get_type (block) >= CMARK_NODE_FIRST_INLINE)
      return;
    mark_block (marker, block);
    if (body_role (block) != BODY_TABLE)
      mark_blocks (marker, block);
  }
}

/* --- references --- */

/* A piece of text that refers to a caption. */
typedef struct {
  const char *start, *end;
  const Numbered *to;
} Reference;

/* TRUE when `title` is these words, or begins with them. */
static gboolean
begins_with (const char *title, const char *words)
{
  const char *behind = g_str_has_prefix (title, words) ? title + strlen (words) : NULL;
  return behind && !g_unichar_isalnum (g_utf8_get_char (behind));
}

/* The only one whose title begins with `title`, of `length` bytes; NULL after reporting. */
static const Numbered *
find_titled (const Marker *marker, cmark_node *node, const char *start, const char *word,
             const char *title, gsize length)
{
  g_autofree char *words = g_strndup (title, length);
  g_autofree char *small = g_utf8_strdown (words, -1);
  const Numbered *found = NULL;
  guint n = 0;

  for (guint i = 0; i < marker->numbered->len; i++) {
    const Numbered *numbered = &g_array_index (marker->numbered, Numbered, i);
    if (numbered->word != word || !begins_with (numbered->title, small))
      continue;
    found = numbered;
    n++;
  }
  if (n == 1)
    return found;
  g_autofree char *written = g_strndup (start, title + length - start);
  report_warning (marker->text->report, marker->text->source,
                  marker->text->place (marker->text->place_data, node, written),
                  n > 1 ? _ ("write more of its title")
                        : _ ("write what the title of the table or figure begins with"),
                  n > 1 ? _ ("several are called so: “%s”") : _ ("nothing is called so: “%s”"),
                  words);
  return NULL;
}

static const Numbered *
find_number (const Marker *marker, const char *word, const char *number, gsize length)
{
  g_autofree char *name = name_of (word, number, length);
  gpointer index;

  return g_hash_table_lookup_extended (marker->named, name, NULL, &index)
           ? &g_array_index (marker->numbered, Numbered, GPOINTER_TO_UINT (index))
           : NULL;
}

/* “[Bảng: Số hộ]” at `open`. */
static gboolean
read_titled (const Marker *marker, cmark_node *node, const char *open, Reference *reference)
{
  const char *word;
  gboolean is_figure;
  gsize n = caption_word (open + 1, &word, &is_figure);
  const char *title = open + 1 + n;
  const char *close = n > 0 && *title == ':' ? strchr (title, ']') : NULL;

  if (close == NULL)
    return FALSE;
  title += 1 + strspn (title + 1, " ");
  reference->start = open;
  reference->end = close + 1;
  reference->to =
    title < close ? find_titled (marker, node, open, word, title, close - title) : NULL;
  return reference->to != NULL;
}

/* “Bảng 1” at `start`, where a word begins. */
static gboolean
read_counted (const Marker *marker, const char *start, Reference *reference)
{
  const char *word;
  gboolean is_figure;
  gsize n = caption_word (start, &word, &is_figure);

  if (n == 0 || start[n] != ' ')
    return FALSE;
  const char *number = start + n + 1;
  gsize length = caption_number_length (number);
  reference->start = start;
  reference->end = number + length;
  reference->to = length > 0 ? find_number (marker, word, number, length) : NULL;
  return reference->to != NULL;
}

static gboolean
find_reference (const Marker *marker, cmark_node *node, const char *text, const char *from,
                Reference *reference)
{
  for (const char *p = from; *p; p++) {
    if (*p == '[' && read_titled (marker, node, p, reference))
      return TRUE;
    if ((p == text || !g_ascii_isalnum (p[-1])) && read_counted (marker, p, reference))
      return TRUE;
  }
  return FALSE;
}

static cmark_node *
new_text (const Marker *marker, const char *start, const char *end)
{
  cmark_node *node = markdown_tree_node (marker->text->tree, CMARK_NODE_TEXT);
  g_autofree char *literal = g_strndup (start, end - start);
  cmark_node_set_literal (node, literal);
  return node;
}

static cmark_node *
new_link (const Marker *marker, const Numbered *to)
{
  cmark_node *link = markdown_tree_node (marker->text->tree, CMARK_NODE_LINK);
  g_autofree char *id = caption_id (to->word, to->number, strlen (to->number));
  g_autofree char *url = g_strconcat ("#", id, NULL);
  g_autofree char *words = g_strconcat (to->word, " ", to->number, NULL);

  cmark_node_set_url (link, url);
  cmark_node_append_child (link, new_text (marker, words, words + strlen (words)));
  body_mark (link, BODY_REFERENCE, 0);
  return link;
}

/* Puts links in place of what refers in the text `node`. */
static void
link_text (const Marker *marker, cmark_node *node)
{
  g_autofree char *text = g_strdup (cmark_node_get_literal (node));
  const char *written = text;
  Reference reference;

  while (find_reference (marker, node, text, written, &reference)) {
    if (reference.start > written)
      cmark_node_insert_before (node, new_text (marker, written, reference.start));
    cmark_node_insert_before (node, new_link (marker, reference.to));
    written = reference.end;
  }
  if (written == text)
    return;
  if (*written)
    cmark_node_set_literal (node, written);
  else
    cmark_node_free (node);
}

static void
link_texts (const Marker *marker, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent), *next; node; node = next) {
    next = cmark_node_next (node);
    cmark_node_type type = cmark_node_get_type (node);
    if (type == CMARK_NODE_TEXT)
      link_text (marker, node);
    else if (type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE && type != CMARK_NODE_HEADING
             && body_role (node) != BODY_CAPTION && body_role (node) != BODY_FACT)
      link_texts (marker, node);
  }
}

/* TRUE when a reference by a title may be somewhere. */
static gboolean
may_refer (const char *text)
{
  const char *word;
  gboolean is_figure;

  for (; (text = strchr (text, '[')) != NULL; text++) {
    gsize n = caption_word (text + 1, &word, &is_figure);
    if (n > 0 && text[1 + n] == ':')
      return TRUE;
  }
  return FALSE;
}

void
captions_mark (const CaptionText *text, cmark_node *root)
{
  g_autoptr (GArray) numbered = g_array_new (FALSE, FALSE, sizeof (Numbered));
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) last = g_hash_table_new (NULL, NULL);
  Marker marker = { text, numbered, named, last };

  g_array_set_clear_func (numbered, numbered_clear);
  mark_blocks (&marker, root);
  if (numbered->len > 0 || may_refer (text->source->text))
    link_texts (&marker, root);
}
