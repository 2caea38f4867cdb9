/* SPDX-License-Identifier: MIT */
/* Shaping and breaking is most of the work of a page, and the pages of a kit have most paragraphs
 * in common, so lines are kept, under a digest of all they depend on: an address or a text to
 * compare would have to be kept for each. Lines that are the same for several widths are one
 * Paragraph under several keys, which it counts.
 *
 * What must stay true: whatever set_layout() asks of Pango is in the key. What is forgotten there
 * makes the bytes of a document depend on the documents before it. */
#include "print/place/paragraph.h"

#include "base/digest.h"
#include "print/place/justify.h"

#include <math.h>
#include <string.h>

#define LINE_SEPARATOR "\xe2\x80\xa8" /* U+2028 */

/* Points: what is longer on one line will hardly ever stand on one, and only its widths are kept.
 * Half of a long table would be lines that nobody sees. */
#define LONGEST_KEPT 400

#define UNLIMITED -1  /* the width of text that breaks nowhere but where it must */
#define WIDEST    1e6 /* points; what Pango can count has an end */
/* What a line may be wider by than its place: sums of many widths are that inexact, and what was
 * made to fit stays together. A 64th of a pixel, as in browsers; in units of Pango. */
#define ROUNDED_OFF 12

#define MOST_BYTES_KEPT (64 * 1024 * 1024)
/* Bytes of a key, and of what the heap needs beside them, about. */
#define COST_OF_KEY 256

/* --- the cache --- */

struct Paragraphs {
  FontBank *bank;
  PangoLayout *layout;
  GArray *lines, *runs, *items, *glyphs; /* Line, LineRun, LineItem, Glyph: of the paragraph at
                                            hand; each keeps as many as it has */
  GHashTable *kept; /* Digest → Paragraph, both owned; one for each width it is the same in */
  gsize cost;       /* bytes of all that is kept */
  guint64 n_runs;   /* that there ever were */
};

static void
paragraph_clear (Paragraph *paragraph)
{
  g_clear_pointer (&paragraph->missing, g_array_unref);
  g_clear_pointer (&paragraph->content, g_free);
}

static void
paragraph_unref (gpointer data)
{
  Paragraph *paragraph = data;
  if (--paragraph->n_keys > 0)
    return;
  paragraph_clear (paragraph);
  g_free (paragraph);
}

Paragraphs *
paragraphs_new (FontBank *bank)
{
  Paragraphs *paragraphs = g_new0 (Paragraphs, 1);
  paragraphs->bank = bank;
  paragraphs->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  paragraphs->runs = g_array_new (FALSE, FALSE, sizeof (LineRun));
  paragraphs->items = g_array_new (FALSE, FALSE, sizeof (LineItem));
  paragraphs->glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));
  paragraphs->layout = pango_layout_new (font_bank_context (bank));
  pango_layout_set_auto_dir (paragraphs->layout, FALSE);
  paragraphs->kept =
    g_hash_table_new_full (digest_key_hash, digest_key_equal, g_free, paragraph_unref);
  return paragraphs;
}

void
paragraphs_free (Paragraphs *paragraphs)
{
  if (paragraphs == NULL)
    return;
  g_hash_table_unref (paragraphs->kept);
  g_array_unref (paragraphs->lines);
  g_array_unref (paragraphs->runs);
  g_array_unref (paragraphs->items);
  g_array_unref (paragraphs->glyphs);
  g_object_unref (paragraphs->layout);
  g_free (paragraphs);
}

void
paragraphs_trim (Paragraphs *paragraphs)
{
  if (paragraphs->cost < MOST_BYTES_KEPT)
    return;
  g_hash_table_remove_all (paragraphs->kept);
  paragraphs->cost = 0;
}

/* All that the lines of a paragraph depend on, in one plain record for each item. Nothing is
 * rounded: a paragraph that was kept must be to the last bit what laying it out anew would give, or
 * the bytes of a document would depend on those before it. */
typedef struct {
  guint32 kind, start, end, weight_and_slant, decoration, white_space;
  Colour colour;
  double size, spacing, width;
  const char *families; /* interned: the address is the name */
} ItemKey;

typedef struct {
  double width, indent;
  guint32 is_justified, white_space, breaks_anywhere;
} BlockKey;

static Digest
lines_key (const Inlines *inlines, double width)
{
  DigestState state;
  BlockKey block;

  memset (&block, 0, sizeof block);
  block.width = width;
  block.indent = inlines->indent;
  block.is_justified = inlines->style->text_align == TEXT_JUSTIFY;
  block.white_space = inlines->style->white_space;
  block.breaks_anywhere = (guint32) inlines->style->breaks_anywhere;
  digest_start (&state);
  digest_add (&state, inlines->text, inlines->length + 1);
  digest_add (&state, &block, sizeof block);
  for (guint i = 0; i < inlines->n_items; i++) {
    const InlineItem *item = &inlines->items[i];
    ItemKey key;
    memset (&key, 0, sizeof key);
    key.kind = item->kind;
    key.start = item->start;
    key.end = item->end;
    key.weight_and_slant = item->style->font_weight << 1 | (guint32) item->style->is_italic;
    key.decoration = item->decoration;
    key.colour = item->style->colour;
    key.size = item->style->font_size;
    key.white_space = item->style->white_space;
    key.spacing = item->style->letter_spacing;
    key.width = item->width;
    key.families = item->style->families;
    digest_add (&state, &key, sizeof key);
  }
  return digest_finish (&state);
}

/* --- laying out --- */

#define SOFT_HYPHEN "\u00ad"

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, const InlineItem *item)
{
  attribute->start_index = item->start;
  attribute->end_index = item->end;
  pango_attr_list_insert (list, attribute);
}

/* CSS Text 3, 3: no soft wrap opportunity within. Of a whole block set_layout() takes care. */
static gboolean
is_nowrap (const Style *style)
{
  return style->white_space == SPACE_NOWRAP || style->white_space == SPACE_PRE;
}

static PangoAttrList *
attributes_of (Paragraphs *paragraphs, const Inlines *inlines)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < inlines->n_items; i++) {
    const InlineItem *item = &inlines->items[i];
    if (item->kind == INLINE_OUT_OF_FLOW || item->start == item->end)
      continue;
    const Font *font = font_bank_font (paragraphs->bank, item->style);
    add_attribute (list, pango_attr_font_desc_new (font->description), item);
    if (item->kind != INLINE_TEXT) {
      PangoRectangle area = { 0, 0, (int) lround (item->width * PANGO_SCALE), 1 };
      add_attribute (list, pango_attr_shape_new (&area, &area), item);
    } else if (item->style->letter_spacing != 0)
      add_attribute (
        list,
        pango_attr_letter_spacing_new ((int) lround (item->style->letter_spacing * PANGO_SCALE)),
        item);
    if (is_nowrap (item->style) && !is_nowrap (inlines->style))
      add_attribute (list, pango_attr_allow_breaks_new (FALSE), item);
  }
  /* Where a word is broken because there is no room, Pango writes a hyphen; CSS does not, and in an
   * address it would be wrong. */
  if (inlines->style->breaks_anywhere && strstr (inlines->text, SOFT_HYPHEN) == NULL)
    pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  return list;
}

static void
set_layout (Paragraphs *paragraphs, const Inlines *inlines, double width)
{
  PangoLayout *layout = paragraphs->layout;
  const Style *style = inlines->style;
  PangoAttrList *list = attributes_of (paragraphs, inlines);
  double indent = inlines->indent;
  gboolean is_wrapped = width >= 0 && !is_nowrap (style);

  pango_layout_set_text (layout, inlines->text, (int) inlines->length);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  /* A negative indent moves the first line out to the left; for Pango it moves all others in. */
  if (is_wrapped && indent < 0)
    width -= indent;
  pango_layout_set_indent (layout, is_wrapped ? (int) lround (indent * PANGO_SCALE) : 0);
  pango_layout_set_width (
    layout, is_wrapped ? (int) lround (MIN (width, WIDEST) * PANGO_SCALE) + ROUNDED_OFF : -1);
  pango_layout_set_wrap (layout, style->breaks_anywhere ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
}

typedef struct {
  Paragraphs *paragraphs;
  const Inlines *inlines;
  Paragraph *paragraph;
  guint item; /* at hand: lines come in the order of the text */
  double x;
} Taker;

/* The item that byte `at` belongs to. */
static const InlineItem *
item_at (Taker *taker, guint32 at)
{
  const Inlines *inlines = taker->inlines;
  const InlineItem *item = &inlines->items[taker->item];

  if (at < item->start)
    taker->item = 0;
  for (; taker->item + 1 < inlines->n_items; taker->item++) {
    item = &inlines->items[taker->item];
    if (item->kind != INLINE_OUT_OF_FLOW && at >= item->start && at < item->end)
      break;
  }
  return &inlines->items[taker->item];
}

static void
take_line_item (Taker *taker, const InlineItem *item)
{
  LineItem line_item = { taker->item, taker->x };

  g_array_append_val (taker->paragraphs->items, line_item);
  taker->x += item->width;
}

/* Text without glyphs, as a forced break, is said by the run it follows: there words end. */
static void
join_text (GArray *runs, guint32 start, guint32 end)
{
  if (runs->len == 0)
    return;
  TextRun *run = &g_array_index (runs, LineRun, runs->len - 1).run;
  if (GPOINTER_TO_UINT (run->text) + run->length == start)
    run->length += end - start;
}

/* What people paste from their telephones: signs that are no letters, with what tints and joins
 * them. */
static gboolean
is_pictograph (gunichar letter)
{
  return g_unichar_type (letter) == G_UNICODE_OTHER_SYMBOL
         || (letter >= 0x1F3FB && letter <= 0x1F3FF) || letter == 0x20E3
         || (letter >= 0xE0020 && letter <= 0xE007F);
}

/* TRUE when its glyph is left out. */
static gboolean
note_missing (Taker *taker, gunichar letter)
{
  Paragraph *paragraph = taker->paragraph;
  Missing missing = { letter, taker->item, is_pictograph (letter) };

  if (paragraph->missing == NULL)
    paragraph->missing = g_array_new (FALSE, FALSE, sizeof (Missing));
  for (guint i = 0; i < paragraph->missing->len; i++)
    if (g_array_index (paragraph->missing, Missing, i).letter == letter)
      return missing.is_pictograph;
  g_array_append_val (paragraph->missing, missing);
  return missing.is_pictograph;
}

/* The text that glyphs first … last-1 say, from `start` to before `end`. Glyphs go from left to
 * right: of what is read the other way, the text goes from the last of them to the first. */
static void
find_text (const PangoGlyphItem *glyph_item, int first, int last, guint32 *start, guint32 *end)
{
  const PangoGlyphString *string = glyph_item->glyphs;
  gboolean is_backwards = glyph_item->item->analysis.level % 2 == 1;
  int head = is_backwards ? last - 1 : first;
  int beyond = is_backwards ? first - 1 : last;
  int length = beyond >= 0 && beyond < string->num_glyphs ? string->log_clusters[beyond]
                                                          : glyph_item->item->length;

  *start = (guint32) (glyph_item->item->offset + string->log_clusters[head]);
  *end = (guint32) (glyph_item->item->offset + length);
}

/* Glyphs first … last-1 of a run belong to one item: they become a run of ours. */
static void
take_glyphs (Taker *taker, const PangoGlyphItem *glyph_item, Face *face, const InlineItem *item,
             int first, int last)
{
  const PangoGlyphString *string = glyph_item->glyphs;
  guint32 offset = (guint32) glyph_item->item->offset;
  guint32 start, end;
  find_text (glyph_item, first, last, &start, &end);
  end = MIN (end, item->end);
  LineRun line_run = { .item = taker->item, .x = taker->x };
  TextRun *run = &line_run.run;
  double x = 0;

  *run = (TextRun){ .face = face,
                    .size = item->style->font_size,
                    .colour = item->style->colour,
                    .glyphs = GUINT_TO_POINTER (
                      taker->paragraphs->glyphs->len), /* an index until all are there */
                    .text = GUINT_TO_POINTER (start),
                    .length = end - start,
                    .decoration = item->decoration };
  for (int i = first; i < last; i++) {
    const PangoGlyphInfo *info = &string->glyphs[i];
    double advance = info->geometry.width / (double) PANGO_SCALE;
    if (info->glyph != PANGO_GLYPH_EMPTY) {
      Glyph glyph = { info->glyph, offset + (guint32) string->log_clusters[i] - start,
                      x + info->geometry.x_offset / (double) PANGO_SCALE,
                      -info->geometry.y_offset / (double) PANGO_SCALE, advance };
      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
        if (note_missing (taker, info->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG))
          continue;
        glyph.id = 0;
      }
      g_array_append_val (taker->paragraphs->glyphs, glyph);
      run->n_glyphs++;
    }
    x += advance;
  }
  run->width = x;
  taker->x += x;
  if (run->n_glyphs > 0)
    g_array_append_val (taker->paragraphs->runs, line_run);
  else
    join_text (taker->paragraphs->runs, start, end);
}

static void
take_run (Taker *taker, const PangoGlyphItem *glyph_item)
{
  const PangoGlyphString *string = glyph_item->glyphs;
  guint32 offset = (guint32) glyph_item->item->offset;

  for (int i = 0; i < string->num_glyphs;) {
    const InlineItem *item = item_at (taker, offset + (guint32) string->log_clusters[i]);
    int next = i + 1;
    while (next < string->num_glyphs && offset + (guint32) string->log_clusters[next] < item->end
           && offset + (guint32) string->log_clusters[next] >= item->start)
      next++;
    if (item->kind != INLINE_TEXT)
      take_line_item (taker, item);
    else
      take_glyphs (taker, glyph_item,
                   font_bank_face (taker->paragraphs->bank, glyph_item->item->analysis.font), item,
                   i, next);
    i = next;
  }
}

static gboolean
ends_by_force (const Inlines *inlines, const PangoLayoutLine *line)
{
  gsize end = (gsize) (line->start_index + line->length);
  return end >= inlines->length || strncmp (inlines->text + end, LINE_SEPARATOR, 3) == 0
         || (end >= 3 && strncmp (inlines->text + end - 3, LINE_SEPARATOR, 3) == 0);
}

static void
take_line (Taker *taker, PangoLayoutLine *pango_line)
{
  Paragraphs *taken = taker->paragraphs;
  Line line = { .first_run = taken->runs->len,
                .first_item = taken->items->len,
                .is_last = ends_by_force (taker->inlines, pango_line) };

  taker->x = 0;
  for (GSList *run = pango_line->runs; run; run = run->next)
    take_run (taker, run->data);
  line.n_runs = taken->runs->len - line.first_run;
  line.n_items = taken->items->len - line.first_item;
  line.width = taker->x;
  taker->paragraph->width = MAX (taker->paragraph->width, line.width);
  g_array_append_val (taken->lines, line);
}

/* All that was taken, copied to `at`; moves it behind that. */
static gpointer
put (char **at, const GArray *taken)
{
  gsize size = taken->len * (gsize) g_array_get_element_size ((GArray *) taken);
  gpointer copy = size > 0 ? memcpy (*at, taken->data, size) : *at;

  *at += size;
  return copy;
}

/* What was taken becomes the content of the paragraph, in one block: a long table has tens of
 * thousands of them. Glyphs and texts have their final place now. Returns the bytes of it. */
static gsize
keep_content (Paragraphs *taken, Paragraph *paragraph, const Inlines *inlines)
{
  gsize size = taken->lines->len * sizeof (Line) + taken->runs->len * sizeof (LineRun)
               + taken->items->len * sizeof (LineItem) + taken->glyphs->len * sizeof (Glyph)
               + inlines->length + 1;
  char *at = paragraph->content = g_malloc (size);

  paragraph->lines = put (&at, taken->lines);
  paragraph->runs = put (&at, taken->runs);
  paragraph->items = put (&at, taken->items);
  const Glyph *glyphs = put (&at, taken->glyphs);
  paragraph->n_lines = taken->lines->len;
  paragraph->n_runs = taken->runs->len;
  paragraph->n_items = taken->items->len;
  memcpy (at, inlines->text, inlines->length);
  at[inlines->length] = '\0';
  for (guint i = 0; i < paragraph->n_runs; i++) {
    TextRun *run = &paragraph->runs[i].run;
    run->glyphs = glyphs + GPOINTER_TO_UINT (run->glyphs);
    run->text = at + GPOINTER_TO_UINT (run->text);
    run->number = ++taken->n_runs;
  }
  return size;
}

/* The widest stretch of the line between two places where it may break. */
static double
longest_word (PangoLayout *layout)
{
  int n;
  const PangoLogAttr *marks = pango_layout_get_log_attrs_readonly (layout, &n);
  const char *text = pango_layout_get_text (layout);
  PangoLayoutIter *at = pango_layout_get_iter (layout);
  double longest = 0, word = 0;
  int byte = 0, character = 0;

  do {
    PangoRectangle area;
    int index = pango_layout_iter_get_index (at);
    if (pango_layout_iter_get_run_readonly (at) == NULL)
      continue;
    character += (int) g_utf8_pointer_to_offset (text + byte, text + index);
    byte = index;
    pango_layout_iter_get_cluster_extents (at, NULL, &area);
    if (marks[character].is_line_break)
      word = 0;
    if (!marks[character].is_white) {
      word += area.width;
      longest = MAX (longest, word);
    } else
      word += area.width;
  } while (pango_layout_iter_next_cluster (at));
  pango_layout_iter_free (at);
  return longest / PANGO_SCALE;
}

static Paragraph *
lay_out (Paragraphs *paragraphs, const Inlines *inlines, double width)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);
  Taker taker = { paragraphs, inlines, paragraph, 0, 0 };

  paragraph->min_content = -1;
  g_array_set_size (paragraphs->lines, 0);
  g_array_set_size (paragraphs->runs, 0);
  g_array_set_size (paragraphs->items, 0);
  g_array_set_size (paragraphs->glyphs, 0);
  set_layout (paragraphs, inlines, width);
  for (GSList *line = pango_layout_get_lines_readonly (paragraphs->layout); line; line = line->next)
    take_line (&taker, line->data);
  paragraphs->cost +=
    sizeof *paragraph + COST_OF_KEY + keep_content (paragraphs, paragraph, inlines);
  if (width >= 0 && inlines->style->text_align == TEXT_JUSTIFY)
    justify_lines (paragraph, width, inlines->indent);
  return paragraph;
}

static Paragraph *
find (Paragraphs *paragraphs, const Digest *key)
{
  return g_hash_table_lookup (paragraphs->kept, key);
}

static Paragraph *
keep (Paragraphs *paragraphs, const Digest *key, Paragraph *paragraph)
{
  paragraph->n_keys++;
  g_hash_table_insert (paragraphs->kept, g_memdup2 (key, sizeof *key), paragraph);
  return paragraph;
}

/* Ems a byte of text takes at least, nearly always; most letters of Vietnamese are of two or three.
 */
#define NARROW 0.4

/* Text that fits on one line is the same without a width, for which Pango shapes it once instead of
 * twice; so what is likely to fit is tried. Atomic inlines are not shaped: Pango may count them a
 * hair wider than they are. */
static Paragraph *
find_fitting (Paragraphs *paragraphs, const Inlines *inlines, double width)
{
  double likely = NARROW * inlines->style->font_size * (double) inlines->length;

  if (inlines->indent != 0 || width < 0 || width > WIDEST)
    return NULL;
  Digest key = lines_key (inlines, UNLIMITED);
  Paragraph *paragraph = find (paragraphs, &key);
  gboolean is_gone = paragraph && paragraph->content == NULL && paragraph->width <= width;
  if (is_gone || (paragraph == NULL && likely <= width))
    paragraph = keep (paragraphs, &key, lay_out (paragraphs, inlines, UNLIMITED));
  return paragraph && paragraph->content && paragraph->n_items == 0 && paragraph->width <= width
           ? paragraph
           : NULL;
}

const Paragraph *
paragraphs_lines (Paragraphs *paragraphs, const Inlines *inlines, double width)
{
  Digest key = lines_key (inlines, width);
  Paragraph *paragraph = find (paragraphs, &key);

  if (paragraph)
    return paragraph;
  paragraph = find_fitting (paragraphs, inlines, width);
  return keep (paragraphs, &key, paragraph ? paragraph : lay_out (paragraphs, inlines, width));
}

void
paragraphs_widths (Paragraphs *paragraphs, const Inlines *inlines, double *min_content,
                   double *max_content)
{
  Digest key = lines_key (inlines, UNLIMITED);
  Paragraph *paragraph = find (paragraphs, &key);
  gboolean is_new = paragraph == NULL;

  if (is_new)
    paragraph = keep (paragraphs, &key, lay_out (paragraphs, inlines, UNLIMITED));
  *min_content = *max_content = paragraph->width + MAX (inlines->indent, 0);
  if (is_nowrap (inlines->style))
    return;
  if (paragraph->min_content < 0) {
    if (!is_new)
      set_layout (paragraphs, inlines, UNLIMITED);
    paragraph->min_content = longest_word (paragraphs->layout);
  }
  *min_content = paragraph->min_content;
  if (is_new && paragraph->width > LONGEST_KEPT)
    paragraph_clear (paragraph);
}
