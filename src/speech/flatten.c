/* SPDX-License-Identifier: MIT */
/* cmark knows on which line a block stands, but not where its words do; in a table or a channel
 * block not even that. Since the tree is walked in the order of the file, each longer piece of text
 * is simply looked for behind the last one that was found. */
#include "speech/flatten.h"

#include "speech/lexicon.h"

#include <string.h>

/* Shorter pieces stand everywhere; they are where their neighbours are. */
#define FEWEST_BYTES_TO_FIND 8
#define FURTHEST_BYTES       65536

/* An address up to this long may be read out, if its paragraph has nothing else. */
#define LONGEST_ADDRESS 40

typedef struct {
  const Vocabulary *vocabulary;
  const Source *source;
  const char *cursor; /* behind the last piece that was found */
  Place place;        /* of the cursor */
  GArray *paragraphs; /* FlatParagraph */
  GString *text;      /* of the paragraph at hand */
  GArray *places;
} Flattener;

static void flatten_blocks (Flattener *flattener, cmark_node *parent);
static void flatten_inlines (Flattener *flattener, cmark_node *parent);

static void
paragraph_clear (gpointer data)
{
  FlatParagraph *paragraph = data;
  g_free (paragraph->text);
  g_array_unref (paragraph->places);
}

/* --- places --- */

static void
advance (Flattener *flattener, const char *to)
{
  for (const char *p = flattener->cursor; p < to; p = g_utf8_next_char (p)) {
    if (*p == '\n') {
      flattener->place.line++;
      flattener->place.col = 1;
    } else {
      flattener->place.col++;
    }
  }
  flattener->cursor = to;
}

static void
note_place (Flattener *flattener, const char *literal, gsize length)
{
  const char *end = flattener->source->text + flattener->source->length;
  gsize reach = MIN ((gsize) (end - flattener->cursor), FURTHEST_BYTES);
  const char *found =
    length >= FEWEST_BYTES_TO_FIND ? memmem (flattener->cursor, reach, literal, length) : NULL;

  if (found)
    advance (flattener, found);
  if (found || flattener->places->len == 0) {
    SpeechPlace place = { flattener->places->len == 0 ? 0 : flattener->text->len,
                          flattener->place };
    g_array_append_val (flattener->places, place);
  }
  if (found)
    advance (flattener, found + length);
}

/* --- paragraphs --- */

/* Ends the paragraph at hand, unless it is empty. */
static void
end_paragraph (Flattener *flattener, guint heading_level, gboolean leads_on)
{
  g_autofree char *text = g_string_free (flattener->text, FALSE);

  flattener->text = g_string_new (NULL);
  if (*g_strstrip (text) == '\0') {
    g_array_set_size (flattener->places, 0);
    return;
  }
  if (flattener->places->len == 0) {
    SpeechPlace place = { 0, flattener->place };
    g_array_append_val (flattener->places, place);
  }
  FlatParagraph paragraph = { .text = g_steal_pointer (&text),
                              .places = flattener->places,
                              .is_heading = heading_level > 0,
                              .heading_level = heading_level,
                              .leads_on = leads_on };
  g_array_append_val (flattener->paragraphs, paragraph);
  flattener->places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace));
}

static void
append_literal (Flattener *flattener, const char *literal)
{
  if (literal == NULL)
    return;
  note_place (flattener, literal, strlen (literal));
  g_string_append (flattener->text, literal);
}

/* --- inlines --- */

static gboolean
ends_in_choice (const Flattener *flattener)
{
  g_autofree char *text = g_strchomp (g_strdup (flattener->text->str));
  const char *space = strrchr (text, ' ');
  const char *last = space ? space + 1 : text;

  return (vocabulary_find (flattener->vocabulary, last, strlen (last)) & WORD_MENU) != 0;
}

/* Labels with arrows between them, which the speech knows how to say. */
static void
flatten_menu (Flattener *flattener, cmark_node *menu)
{
  if (!ends_in_choice (flattener))
    g_string_append (flattener->text, "chọn ");
  for (cmark_node *label = cmark_node_first_child (menu); label; label = cmark_node_next (label)) {
    if (cmark_node_previous (label))
      g_string_append (flattener->text, " → ");
    flatten_inlines (flattener, label);
  }
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://")
         || g_str_has_prefix (text, "www.");
}

/* A long address is known by its host; the rest is on the sheet. */
static void
append_address (Flattener *flattener, const char *address, gboolean is_alone)
{
  const char *start = strstr (address, "://");
  start = start ? start + 3 : address;
  gsize host = strcspn (start, "/?#");

  note_place (flattener, address, strlen (address));
  if (is_alone && strlen (address) <= LONGEST_ADDRESS)
    g_string_append (flattener->text, address);
  else
    g_string_append_len (flattener->text, start, host);
}

static void
flatten_link (Flattener *flattener, cmark_node *link)
{
  cmark_node *child = cmark_node_first_child (link);
  const char *text =
    child && cmark_node_get_type (child) == CMARK_NODE_TEXT ? cmark_node_get_literal (child) : NULL;
  gboolean is_alone = !cmark_node_next (link) && !cmark_node_previous (link);

  if (text && !cmark_node_next (child) && is_address (text))
    append_address (flattener, text, is_alone);
  else
    flatten_inlines (flattener, link);
}

static void
flatten_image (Flattener *flattener, cmark_node *image)
{
  g_string_append (flattener->text, "hình ảnh: ");
  flatten_inlines (flattener, image);
}

static void
flatten_inline (Flattener *flattener, cmark_node *node)
{
  if (body_role (node) == BODY_MENU) {
    flatten_menu (flattener, node);
    return;
  }
  if (body_role (node) == BODY_STRUCK)
    return;
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    append_literal (flattener, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_SOFTBREAK:
    g_string_append_c (flattener->text, ' ');
    break;
  case CMARK_NODE_LINEBREAK:
    g_string_append (flattener->text, ", ");
    break;
  case CMARK_NODE_LINK:
    flatten_link (flattener, node);
    break;
  case CMARK_NODE_IMAGE:
    flatten_image (flattener, node);
    break;
  case CMARK_NODE_HTML_INLINE:
    break;
  default:
    flatten_inlines (flattener, node);
  }
}

static void
flatten_inlines (Flattener *flattener, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node))
    flatten_inline (flattener, node);
}

/* --- blocks --- */

static gboolean
is_list_or_table (cmark_node *node)
{
  return node && (cmark_node_get_type (node) == CMARK_NODE_LIST || body_role (node) == BODY_TABLE);
}

/* What the loudspeaker puts before an item: the number of a step, or the label of a point. */
static char *
item_prefix (cmark_node *item, gboolean are_steps, guint number)
{
  g_autofree char *label = body_item_label (item);
  cmark_node *list = cmark_node_parent (item);

  if (label)
    return body_label_kind (body_detail (item)) == LABEL_BULLET ? g_strdup ("")
                                                                : g_strconcat (label, " ", NULL);
  if (are_steps)
    return g_strdup_printf ("Bước %u: ", number);
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    return g_strdup_printf ("%u. ", number);
  return g_strdup ("");
}

static void
flatten_list (Flattener *flattener, cmark_node *list)
{
  guint number = MAX (cmark_node_get_list_start (list), 1);
  gboolean are_steps = body_role (list) == BODY_STEPS || body_role (list) == BODY_TOLD_STEPS;

  for (cmark_node *item = cmark_node_first_child (list); item;
       item = cmark_node_next (item), number++) {
    g_autofree char *prefix = item_prefix (item, are_steps, number);
    g_string_append (flattener->text, prefix);
    flatten_blocks (flattener, item);
    end_paragraph (flattener, 0, FALSE);
  }
}

/* The text of a cell by itself; the places in it are those of its own text, and of no use. */
static char *
cell_text (Flattener *flattener, cmark_node *cell)
{
  GString *paragraph = flattener->text;
  guint n_places = flattener->places->len;

  flattener->text = g_string_new (NULL);
  flatten_inlines (flattener, cell);
  char *text = g_string_free (flattener->text, FALSE);
  flattener->text = paragraph;
  g_array_set_size (flattener->places, n_places);
  return g_strstrip (text);
}

/* The column that only counts the rows. */
static gboolean
is_counter (const Flattener *flattener, const char *header)
{
  return (vocabulary_find (flattener->vocabulary, header, strlen (header)) & WORD_COUNTER) != 0;
}

/* "Cột: giá trị; cột: giá trị." */
static void
flatten_row (Flattener *flattener, cmark_node *row, const GPtrArray *headers)
{
  guint column = 0;

  for (cmark_node *cell = cmark_node_first_child (row); cell;
       cell = cmark_node_next (cell), column++) {
    g_autofree char *text = cell_text (flattener, cell);
    const char *header = column < headers->len ? headers->pdata[column] : "";
    if (*text == '\0')
      continue;
    SpeechPlace place = { flattener->text->len, flattener->place };
    g_array_append_val (flattener->places, place);
    if (is_counter (flattener, header))
      g_string_append_printf (flattener->text, "Mục %s: ", text);
    else if (*header)
      g_string_append_printf (flattener->text, "%s: %s; ", header, text);
    else
      g_string_append_printf (flattener->text, "%s; ", text);
  }
  if (g_str_has_suffix (flattener->text->str, "; ")) {
    g_string_truncate (flattener->text, flattener->text->len - strlen ("; "));
    g_string_append_c (flattener->text, '.');
  }
  end_paragraph (flattener, 0, FALSE);
}

static void
flatten_table (Flattener *flattener, cmark_node *table)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  cmark_node *row = cmark_node_first_child (table);

  for (cmark_node *cell = row ? cmark_node_first_child (row) : NULL; cell;
       cell = cmark_node_next (cell))
    g_ptr_array_add (headers, cell_text (flattener, cell));
  for (row = row ? cmark_node_next (row) : NULL; row; row = cmark_node_next (row))
    flatten_row (flattener, row, headers);
}

/* Blocks that hold blocks, or text of their own. */
static void
flatten_by_type (Flattener *flattener, cmark_node *block)
{
  switch (cmark_node_get_type (block)) {
  case CMARK_NODE_PARAGRAPH:
  case CMARK_NODE_HEADING:
    flatten_inlines (flattener, block);
    end_paragraph (flattener, cmark_node_get_heading_level (block),
                   is_list_or_table (cmark_node_next (block)));
    break;
  case CMARK_NODE_LIST:
    flatten_list (flattener, block);
    break;
  case CMARK_NODE_CODE_BLOCK:
    append_literal (flattener, cmark_node_get_literal (block));
    end_paragraph (flattener, 0, FALSE);
    break;
  case CMARK_NODE_HTML_BLOCK:
  case CMARK_NODE_THEMATIC_BREAK:
    break;
  default:
    flatten_blocks (flattener, block);
  }
}

static void
flatten_block (Flattener *flattener, cmark_node *block)
{
  BodyRole role = body_role (block);

  if (role == BODY_CHANNEL && !(body_detail (block) & CHANNEL_LOA))
    return;
  if (role == BODY_TABLE)
    flatten_table (flattener, block);
  else
    flatten_by_type (flattener, block);
}

static void
flatten_blocks (Flattener *flattener, cmark_node *parent)
{
  for (cmark_node *block = cmark_node_first_child (parent); block; block = cmark_node_next (block))
    flatten_block (flattener, block);
}

GArray *
flatten_body (cmark_node *body, const Lexicon *lexicon, const Source *source, gsize offset,
              guint line)
{
  Flattener flattener = { .vocabulary = lexicon_vocabulary (lexicon),
                          .source = source,
                          .cursor = source->text + MIN (offset, source->length),
                          .place = { MAX (line, 1), 1 },
                          .paragraphs = g_array_new (FALSE, FALSE, sizeof (FlatParagraph)),
                          .text = g_string_new (NULL),
                          .places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace)) };

  g_array_set_clear_func (flattener.paragraphs, paragraph_clear);
  if (body)
    flatten_blocks (&flattener, body);
  end_paragraph (&flattener, 0, FALSE);
  g_string_free (flattener.text, TRUE);
  g_array_unref (flattener.places);
  return flattener.paragraphs;
}
