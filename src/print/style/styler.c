/* SPDX-License-Identifier: MIT */
/* The cascade. What an element looks like depends on its parent's style and on the rules that
 * select it, and most elements of a page share both with others: so the first thing kept is
 * (parent, rules) → style. And styles that come out equal on different ways are made one. */
#include "print/style/styles.h"

#include "base/i18n.h"
#include "print/read/name.h"
#include "print/style/computing.h"

#include <string.h>

/* A block that counts. Greater weight wins; weights are unique. */
typedef struct {
  guint64 weight;
  const DeclarationBlock *block;
} Match;

/* Of weights: whose sheet it is, how specific the selector, which rule of all sheets. */
#define AUTHOR_ORIGIN   ((guint64) 1 << 63)
#define ORDER_BITS      32
#define STYLE_ATTRIBUTE (AUTHOR_ORIGIN | ((guint64) 1 << 62)) /* style="" */

struct Styler {
  const Source *source;
  Report *report;
  Arena *arena;           /* of what its elements declare */
  GArray *cascade_sheets; /* CascadeSheet: the sheet of HTML first */
  GPtrArray *own;         /* StyleSheet, owned: those of <style> that are not kept */
  GPtrArray *fonts;       /* const FontSource * */
  Siblings *siblings;
  StyleStore *store; /* borrowed, or NULL */
  Styles *styles;
  GHashTable *blocks; /* text of a style attribute, owned → const DeclarationBlock * */
  GArray *matches;    /* Match: of what is asked for now */
  const CssValue **cascaded;
  StyleKey *asked; /* room to ask `styles` */
  guint n_asked;
  double root_font_size;
};

/* --- what counts --- */

static void
add_match (Styler *styler, guint64 weight, const DeclarationBlock *block)
{
  Match match = { weight, block };
  g_array_append_val (styler->matches, match);
}

static void
match_rules (Styler *styler, const CascadeSheet *cascade_sheet, const GPtrArray *rules,
             const Element *element)
{
  for (guint i = 0; rules && i < rules->len; i++) {
    const StyleRule *rule = rules->pdata[i];
    if (selector_matches (&rule->selector, element, styler->siblings))
      add_match (styler,
                 cascade_sheet->weight + ((guint64) rule->selector.specificity << ORDER_BITS)
                   + rule->number,
                 rule->block);
  }
}

static const GPtrArray *
index_find (GHashTable *table, const char *key)
{
  return table && key ? g_hash_table_lookup (table, key) : NULL;
}

static void
match_index (Styler *styler, const CascadeSheet *cascade_sheet, const RuleIndex *index,
             const Element *element)
{
  match_rules (styler, cascade_sheet, index->others, element);
  match_rules (styler, cascade_sheet, index_find (index->by_type, element->name), element);
  if (index->by_class)
    for (guint i = 0; element->classes[i]; i++)
      match_rules (styler, cascade_sheet, index_find (index->by_class, element->classes[i]),
                   element);
  match_rules (styler, cascade_sheet, index_find (index->by_id, element->id), element);
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *one = a, *other = b;
  return (one->weight > other->weight) - (one->weight < other->weight);
}

/* A block of declarations that stands in the markup itself. */
static const DeclarationBlock *
read_block (Styler *styler, const Element *element, const char *text)
{
  const DeclarationBlock *block = g_hash_table_lookup (styler->blocks, text);
  Css css;

  if (block)
    return block;
  css_init (&css, styler->source, text, strlen (text), (Place){ element->line, 0 }, styler->arena,
            styler->report);
  block = declaration_block_read (&css, BLOCK_OF_ELEMENT, NULL);
  css_finish (&css);
  g_hash_table_insert (styler->blocks, g_strdup (text), (gpointer) block);
  return block;
}

/* width="40" of a picture: pixels. What is no number does not count, as in browsers. */
static void
match_size_attribute (Styler *styler, const Element *element, const char *name)
{
  const char *value = element_attribute (element, name);
  gsize digits = value ? strspn (value, "0123456789") : 0;

  if (digits == 0 || digits > 5)
    return;
  const char *unit = strcmp (value + digits, "%") == 0 ? "%" : "px";
  g_autofree char *text = g_strdup_printf ("%s: %.*s%s", name, (int) digits, value, unit);
  add_match (styler, AUTHOR_ORIGIN, read_block (styler, element, text));
}

static void
match_attributes (Styler *styler, const Element *element)
{
  const char *style = element_attribute (element, "style");

  if (element_is (element, "img") || element_is (element, "svg")) {
    match_size_attribute (styler, element, "width");
    match_size_attribute (styler, element, "height");
  }
  if (style)
    add_match (styler, STYLE_ATTRIBUTE, read_block (styler, element, style));
}

/* --- computing --- */

static void
win (Styler *styler, const Declaration *declarations, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    styler->cascaded[property_number (declarations[i].property)] = &declarations[i].value;
}

static void
cascade (Styler *styler, const DeclarationBlock *const *blocks, guint n)
{
  memset (styler->cascaded, 0, n_properties * sizeof *styler->cascaded);
  for (guint i = 0; i < n; i++)
    win (styler, blocks[i]->declarations, 0, blocks[i]->n - blocks[i]->n_important);
  for (guint i = 0; i < n; i++)
    win (styler, blocks[i]->declarations, blocks[i]->n - blocks[i]->n_important, blocks[i]->n);
}

/* The root, what is positioned and what is in a flex box are blocks (CSS 2.2, 9.7). */
static void
resolve_display (Style *style, const Style *parent)
{
  gboolean is_on_its_own = parent == NULL || parent->display == DISPLAY_FLEX
                           || style->position == POSITION_ABSOLUTE
                           || style->position == POSITION_FIXED || style->is_footnote;
  gboolean is_block = style->display == DISPLAY_NONE || style->display == DISPLAY_BLOCK
                      || style->display == DISPLAY_FLEX || style->display == DISPLAY_TABLE
                      || style->display == DISPLAY_LIST_ITEM;

  if (is_on_its_own && !is_block)
    style->display = DISPLAY_BLOCK;
}

static const Style *
compute (Styler *styler, const StyleKey *key)
{
  Computing computing;

  computing_start (&computing, key->parent, styler->root_font_size);
  cascade (styler, key->blocks, key->n);
  computing_apply (&computing, styler->cascaded);
  if (key->display != NOT_ANONYMOUS) {
    computing.box.style.display = key->display;
    computing.box.style.inherit = computing.parent;
  } else
    resolve_display (&computing.box.style, key->parent);
  return styles_add (styler->styles, key, &computing.box.style);
}

/* The room to ask in, for `n` blocks. */
static StyleKey *
style_key_start (Styler *styler, const Style *parent, int display, guint n)
{
  if (n > styler->n_asked || styler->asked == NULL) {
    styler->n_asked = MAX (2 * n, 64);
    styler->asked = g_realloc (styler->asked, style_key_size (styler->n_asked));
  }
  styler->asked->parent = parent;
  styler->asked->root_font_size = styler->root_font_size;
  styler->asked->display = display;
  styler->asked->n = n;
  return styler->asked;
}

static const Style *
style_of (Styler *styler, const StyleKey *key)
{
  const Style *known = styles_find (styler->styles, key);
  return known ? known : compute (styler, key);
}

/* The style that the matches gathered make. */
static const Style *
style_of_matches (Styler *styler, const Style *parent)
{
  guint n = styler->matches->len;
  StyleKey *key = style_key_start (styler, parent, NOT_ANONYMOUS, n);

  g_array_sort (styler->matches, compare_matches);
  for (guint i = 0; i < n; i++)
    key->blocks[i] = g_array_index (styler->matches, Match, i).block;
  return style_of (styler, key);
}

static const Style *
find_style (Styler *styler, const Element *element, const Style *parent)
{
  g_array_set_size (styler->matches, 0);
  for (guint i = 0; i < styler->cascade_sheets->len; i++) {
    const CascadeSheet *cascade_sheet = &g_array_index (styler->cascade_sheets, CascadeSheet, i);
    match_index (styler, cascade_sheet, &cascade_sheet->sheet->elements, element);
  }
  match_attributes (styler, element);
  return style_of_matches (styler, parent);
}

const Style *
styler_style (Styler *styler, const Element *element, const Style *parent)
{
  ElementStyles *noted = styles_of_element (styler->styles, element);
  gboolean is_known = noted && noted->style && noted->parent == parent;

  g_assert (element->name);
  const Style *style = is_known ? noted->style : find_style (styler, element, parent);
  if (noted && !is_known)
    *noted = (ElementStyles){ .parent = parent, .style = style };
  if (parent == NULL)
    styler->root_font_size = style->font_size;
  return style;
}

static const Style *
find_pseudo (Styler *styler, const Element *element, const Style *style, PseudoElement pseudo)
{
  g_array_set_size (styler->matches, 0);
  for (guint i = 0; i < styler->cascade_sheets->len; i++) {
    const CascadeSheet *cascade_sheet = &g_array_index (styler->cascade_sheets, CascadeSheet, i);
    match_index (styler, cascade_sheet, &cascade_sheet->sheet->pseudos[pseudo], element);
  }
  if (pseudo != PSEUDO_MARKER && styler->matches->len == 0)
    return NULL;
  const Style *found = style_of_matches (styler, style);
  return pseudo == PSEUDO_MARKER || (found->content && found->display != DISPLAY_NONE) ? found
                                                                                       : NULL;
}

const Style *
styler_pseudo (Styler *styler, const Element *element, const Style *style, PseudoElement pseudo)
{
  ElementStyles *noted = styles_of_element (styler->styles, element);

  if (noted == NULL || noted->style != style)
    return find_pseudo (styler, element, style, pseudo);
  if (!(noted->asked & 1u << pseudo)) {
    noted->pseudos[pseudo] = find_pseudo (styler, element, style, pseudo);
    noted->asked |= 1u << pseudo;
  }
  return noted->pseudos[pseudo];
}

const Style *
styler_anonymous (Styler *styler, const Style *parent, Display display)
{
  return style_of (styler, style_key_start (styler, parent, display, 0));
}

/* --- pages --- */

static void
match_page_rule (Styler *styler, const CascadeSheet *cascade_sheet, guint number, int box)
{
  const PageRule *rule = &g_array_index (cascade_sheet->sheet->pages, PageRule, number);
  const DeclarationBlock *block = box < 0 ? rule->block : rule->boxes[box];

  if (block)
    add_match (styler,
               cascade_sheet->weight + ((guint64) page_rule_specificity (rule) << ORDER_BITS)
                 + number,
               block);
}

/* Gathers what is said of a page, or of a box in its margin. */
static void
match_page (Styler *styler, PageQuery page, int box)
{
  g_array_set_size (styler->matches, 0);
  for (guint i = 0; i < styler->cascade_sheets->len; i++) {
    const CascadeSheet *cascade_sheet = &g_array_index (styler->cascade_sheets, CascadeSheet, i);
    for (guint j = 0; j < cascade_sheet->sheet->pages->len; j++)
      if (page_rule_counts (&g_array_index (cascade_sheet->sheet->pages, PageRule, j), page))
        match_page_rule (styler, cascade_sheet, j, box);
  }
}

#define BLEED_WITH_MARKS 6.0 /* bleed: auto, where there are crop marks */

static double
margin_points (Length margin, double whole)
{
  double points = margin.kind == LENGTH_PERCENT ? whole * margin.value / 100 : margin.value;
  return margin.kind == LENGTH_AUTO ? 0 : points;
}

static void
take_page (PageStyle *page, const Computed *box)
{
  page->width = box->page_width;
  page->height = box->page_height;
  page->has_crop_marks = box->has_crop_marks;
  page->bleed = box->bleed >= 0 ? box->bleed : box->has_crop_marks ? BLEED_WITH_MARKS : 0;
  for (guint side = 0; side < N_SIDES; side++)
    page->margin[side] =
      margin_points (box->style.margin[side], side % 2 ? page->width : page->height);
}

static const Style *
compute_page (Styler *styler, PageQuery asked, const Style *root, PageStyle *page)
{
  Computing computing;
  guint n;

  match_page (styler, asked, -1);
  n = styler->matches->len;
  StyleKey *key = style_key_start (styler, root, NOT_ANONYMOUS, n);
  g_array_sort (styler->matches, compare_matches);
  for (guint i = 0; i < n; i++)
    key->blocks[i] = g_array_index (styler->matches, Match, i).block;
  cascade (styler, key->blocks, n);
  computing_start (&computing, root, styler->root_font_size);
  computing.box.bleed = -1;
  computing_apply (&computing, styler->cascaded);
  take_page (page, &computing.box);
  return styles_keep (styler->styles, &computing.box.style);
}

static PageStyle
make_page (Styler *styler, PageQuery asked, const Style *root)
{
  PageStyle page = { .width = 0 };
  const Style *style = compute_page (styler, asked, root, &page);

  for (int box = 0; box < N_MARGIN_BOXES; box++) {
    match_page (styler, asked, box);
    const Style *found = style_of_matches (styler, style);
    page.boxes[box] = found->content && found->display != DISPLAY_NONE ? found : NULL;
  }
  return page;
}

PageStyle
styler_page (Styler *styler, const char *name, gboolean is_first, gboolean is_left,
             const Style *root)
{
  PageQuery asked = { name ? name_intern (name, strlen (name)) : NULL, !!is_first, !!is_left };

  for (guint i = 0; i < styler->styles->pages->len; i++) {
    const CachedPage *known = &g_array_index (styler->styles->pages, CachedPage, i);
    if (known->root == root && known->asked.name == asked.name
        && known->asked.is_first == asked.is_first && known->asked.is_left == asked.is_left)
      return known->style;
  }
  CachedPage known = { asked, root, make_page (styler, asked, root) };
  g_array_append_val (styler->styles->pages, known);
  return known.style;
}

/* --- the sheets of a page --- */

static void
add_cascade_sheet (Styler *styler, const StyleSheet *sheet, guint64 weight)
{
  CascadeSheet cascade_sheet = { sheet, weight };

  g_array_append_val (styler->cascade_sheets, cascade_sheet);
  for (guint i = 0; i < sheet->fonts->len; i++)
    g_ptr_array_add (styler->fonts, &g_array_index (sheet->fonts, FontSource, i));
}

/* Of equal specificity the later sheet wins. */
static void
add_sheet (Styler *styler, const StyleSheet *sheet)
{
  guint64 weight = AUTHOR_ORIGIN;

  for (guint i = 0; i < styler->cascade_sheets->len; i++) {
    const StyleSheet *earlier = g_array_index (styler->cascade_sheets, CascadeSheet, i).sheet;
    weight += MAX (earlier->rules->len, earlier->pages->len) + 1;
  }
  add_cascade_sheet (styler, sheet, weight);
}

static gboolean
has_word (const char *text, const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (text ? text : "", " \t\n", -1);

  for (guint i = 0; words[i]; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_for_paper (Styler *styler, const Element *element)
{
  const char *media = element_attribute (element, "media");
  MediaVerdict verdict = media ? media_judge (media) : MEDIA_COUNTS;

  if (verdict == MEDIA_UNKNOWN)
    report_error (styler->report, styler->source, (Place){ element->line, 0 },
                  _ ("write @media print, all or screen; paper has one size, which @page sets"),
                  _ ("this medium is not known to print"));
  return verdict == MEDIA_COUNTS;
}

/* The same <style> stands in many pages; what is wrong with it is to be said of each. */
static const StyleSheet *
own_sheet (Styler *styler, const Element *text)
{
  guint n_faults = report_n_errors (styler->report) + report_n_warnings (styler->report);
  const StyleSheet *known = styler->store ? style_store_sheet (styler->store, text->text) : NULL;

  if (known)
    return known;
  StyleSheet *sheet = style_sheet_new_part (styler->source, text->text, text->length,
                                            (Place){ text->line, 0 }, styler->report);
  if (styler->store
      && report_n_errors (styler->report) + report_n_warnings (styler->report) == n_faults)
    style_store_keep_sheet (styler->store, text->text, sheet);
  else
    g_ptr_array_add (styler->own, sheet);
  return sheet;
}

static void
add_own (Styler *styler, const Element *element)
{
  const Element *text = element->first_child;

  if (text && text->name == NULL && is_for_paper (styler, element))
    add_sheet (styler, own_sheet (styler, text));
}

static void
add_linked (Styler *styler, const Element *element, StyleFind find, gpointer data)
{
  const char *href = element_attribute (element, "href");

  const char *rel = element_attribute (element, "rel");

  if (href == NULL || !has_word (rel, "stylesheet") || has_word (rel, "alternate")
      || !is_for_paper (styler, element))
    return;
  const StyleSheet *sheet = find (href, element, data);
  if (sheet)
    add_sheet (styler, sheet);
}

/* Sheets stand in the head, or at any place of the body. */
static void
add_sheets (Styler *styler, const Element *element, StyleFind find, gpointer data)
{
  for (; element; element = element->next) {
    if (element_is (element, "style"))
      add_own (styler, element);
    else if (element_is (element, "link"))
      add_linked (styler, element, find, data);
    else
      add_sheets (styler, element->first_child, find, data);
  }
}

Styler *
styler_new (const Markup *markup, const Source *source, StyleFind find, gpointer data,
            StyleStore *store, Report *report)
{
  Styler *styler = g_new0 (Styler, 1);

  styler->source = source;
  styler->report = report;
  styler->arena = arena_new ();
  styler->cascade_sheets = g_array_new (FALSE, FALSE, sizeof (CascadeSheet));
  styler->own = g_ptr_array_new_with_free_func ((GDestroyNotify) style_sheet_free);
  styler->fonts = g_ptr_array_new ();
  styler->siblings = siblings_new (markup);
  styler->store = store;
  styler->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  styler->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  styler->cascaded = g_new (const CssValue *, n_properties);
  styler->root_font_size = style_initial ()->font_size;
  add_cascade_sheet (styler, style_sheet_of_html (), 0);
  add_sheets (styler, markup->root, find, data);
  styler->styles = style_store_borrow (store, styler->cascade_sheets);
  styles_expect (styler->styles, markup);
  return styler;
}

void
styler_free (Styler *styler)
{
  if (styler == NULL)
    return;
  style_store_give_back (styler->store, styler->styles,
                         styler->own->len == 0 && g_hash_table_size (styler->blocks) == 0);
  g_array_unref (styler->cascade_sheets);
  g_ptr_array_unref (styler->own);
  g_ptr_array_unref (styler->fonts);
  siblings_free (styler->siblings);
  g_hash_table_unref (styler->blocks);
  g_array_unref (styler->matches);
  g_free (styler->cascaded);
  g_free (styler->asked);
  arena_free (styler->arena);
  g_free (styler);
}

const GPtrArray *
styler_fonts (const Styler *styler)
{
  return styler->fonts;
}
