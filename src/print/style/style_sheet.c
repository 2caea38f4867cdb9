/* SPDX-License-Identifier: MIT */
#include "print/style/style_sheet.h"

#include "base/i18n.h"
#include "base/suggest.h"

#include <string.h>

#define DEEPEST_MEDIA 8

typedef struct {
  Css css;
  StyleSheet *sheet;
  GArray *selectors; /* Selector: of the rule that is read */
  guint depth;       /* of @media */
} SheetReader;

static void read_rules (SheetReader *reader);

static void
note_unclosed (Css *css, gsize offset)
{
  if (!css->scanner.is_broken)
    css_error (css, offset, NULL, _ ("a block that starts here has no closing brace"));
}

/* --- rules --- */

static void
append_rules (SheetReader *reader, const DeclarationBlock *block)
{
  for (guint i = 0; i < reader->selectors->len; i++) {
    StyleRule rule = { g_array_index (reader->selectors, Selector, i), block,
                       reader->sheet->rules->len };
    g_array_append_val (reader->sheet->rules, rule);
  }
}

/* When the selector is wrong the declarations are read all the same, to report all faults in one
 * run. */
static void
read_rule (SheetReader *reader)
{
  Css *css = &reader->css;
  gsize start = css->token.start;
  Cursor selector = css_collect (css, "{");
  gboolean is_closed;

  g_array_set_size (reader->selectors, 0);
  if (!token_is_sign (&css->token, '{')) {
    css_error (css, start, _ ("rules are written “selector { name: value; }”"),
               _ ("this rule has no block"));
    return;
  }
  gsize brace = css->token.start;
  if (css->is_cut)
    css_error (css, start, NULL, _ ("this is too long"));
  else
    selectors_read (css, selector, reader->selectors);
  css_next (css);
  const DeclarationBlock *block = declaration_block_read (css, BLOCK_OF_ELEMENT, &is_closed);
  append_rules (reader, block);
  if (!is_closed)
    note_unclosed (css, brace);
}

/* --- @media --- */

static MediaVerdict
judge_one (const char *written)
{
  static const char *const yes[] = { "",         "all",        "print", "only print",
                                     "only all", "not screen", NULL };
  g_autofree char *small = g_ascii_strdown (written, -1);
  const char *medium = g_strstrip (small);

  if (g_strv_contains (yes, medium))
    return MEDIA_COUNTS;
  return strpbrk (medium, "()<>") ? MEDIA_UNKNOWN : MEDIA_DOES_NOT;
}

MediaVerdict
media_judge (const char *media)
{
  g_auto (GStrv) parts = g_strsplit (media, ",", -1);
  MediaVerdict verdict = parts[0] ? MEDIA_DOES_NOT : MEDIA_COUNTS;

  for (guint i = 0; parts[i]; i++) {
    MediaVerdict one = judge_one (parts[i]);
    verdict = one == MEDIA_UNKNOWN ? one : verdict == MEDIA_DOES_NOT ? one : verdict;
  }
  return verdict;
}

static gboolean
is_of_screens (const char *media)
{
  return strstr (media, "screen") && !strstr (media, "print") && !strchr (media, ',');
}

static MediaVerdict
read_media (Css *css)
{
  gsize start = css->token.start;
  Cursor tokens = css_collect (css, "{;");
  g_autofree char *media = tokens.at == tokens.end
                             ? g_strdup ("")
                             : g_strndup (css->scanner.text + tokens.at->start,
                                          MIN (tokens.end[-1].end - tokens.at->start, 1000));
  MediaVerdict verdict = media_judge (media);

  if (verdict != MEDIA_UNKNOWN)
    return verdict;
  if (!is_of_screens (media))
    css_error (css, start,
               _ ("write @media print, all or screen; paper has one size, which @page sets"),
               _ ("this medium is not known to print"));
  return MEDIA_DOES_NOT;
}

static void
read_media_rule (SheetReader *reader, const Token *name)
{
  Css *css = &reader->css;
  MediaVerdict verdict = read_media (css);
  gboolean is_too_deep = reader->depth >= DEEPEST_MEDIA;

  if (is_too_deep)
    css_error (css, name->start, NULL, _ ("@media is nested too deep"));
  if (verdict != MEDIA_COUNTS || is_too_deep || !token_is_sign (&css->token, '{')) {
    css_skip_rule (css);
    return;
  }
  gsize brace = css->token.start;
  css_next (css);
  reader->depth++;
  read_rules (reader);
  reader->depth--;
  if (token_is_sign (&css->token, '}'))
    css_next (css);
  else
    note_unclosed (css, brace);
}

/* --- other at-rules --- */

static void
read_page_rule (SheetReader *reader, G_GNUC_UNUSED const Token *name)
{
  page_rule_read (&reader->css, reader->sheet->pages);
}

static void
read_font_face (SheetReader *reader, G_GNUC_UNUSED const Token *name)
{
  font_face_read (&reader->css, reader->sheet->fonts);
}

/* What the encoding is, the file says by itself; names of namespaces do not matter. */
static void
skip_quietly (SheetReader *reader, G_GNUC_UNUSED const Token *name)
{
  css_skip_rule (&reader->css);
}

static void
refuse_import (SheetReader *reader, const Token *name)
{
  css_error (&reader->css, name->start,
             _ ("give each sheet a <link rel=\"stylesheet\"> of its own"),
             _ ("@import is not known to print"));
  css_skip_rule (&reader->css);
}

static void
refuse_screen_rule (SheetReader *reader, const Token *name)
{
  css_warning (&reader->css, name->start, _ ("leave it to the sheet for screens"),
               _ ("“@%.*s” has no effect on paper"), (int) name->length, name->text);
  css_skip_rule (&reader->css);
}

static const struct {
  const char *name;
  void (*read) (SheetReader *reader, const Token *name);
} at_rules[] = {
  { "page", read_page_rule },          { "media", read_media_rule },
  { "font-face", read_font_face },     { "charset", skip_quietly },
  { "namespace", skip_quietly },       { "import", refuse_import },
  { "keyframes", refuse_screen_rule }, { "-webkit-keyframes", refuse_screen_rule },
};

static void
refuse_at_rule (SheetReader *reader, const Token *name)
{
  static const char *const known[] = { "page", "media", "font-face", NULL };
  g_autofree char *word = g_strndup (name->text, MIN (name->length, 60));
  const char *nearest = css_wants_advice (&reader->css) ? suggest_word (word, known) : NULL;
  g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest) : NULL;

  css_error (&reader->css, name->start,
             advice ? advice : _ ("there are @page, @media and @font-face"),
             _ ("“@%s” is not known to print"), word);
  css_skip_rule (&reader->css);
}

static void
read_at_rule (SheetReader *reader)
{
  Token name = reader->css.token;

  css_next (&reader->css);
  for (guint i = 0; i < G_N_ELEMENTS (at_rules); i++)
    if (token_is (&name, TOKEN_AT, at_rules[i].name)) {
      at_rules[i].read (reader, &name);
      return;
    }
  refuse_at_rule (reader, &name);
}

/* --- the sheet --- */

/* Up to the end, or the brace that closes @media. */
static void
read_rules (SheetReader *reader)
{
  Css *css = &reader->css;

  while (css->token.kind != TOKEN_END) {
    gboolean is_brace = token_is_sign (&css->token, '}');
    if (is_brace && reader->depth > 0)
      return;
    if (is_brace)
      css_error (css, css->token.start, NULL, _ ("this brace closes nothing"));
    if (is_brace || css->token.kind == TOKEN_SPACE || token_is_sign (&css->token, ';'))
      css_next (css);
    else if (css->token.kind == TOKEN_AT)
      read_at_rule (reader);
    else
      read_rule (reader);
  }
}

static void
index_add (GHashTable **table, const char *key, const StyleRule *rule)
{
  if (*table == NULL)
    *table = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *rules = g_hash_table_lookup (*table, key);
  if (rules == NULL) {
    rules = g_ptr_array_new ();
    g_hash_table_insert (*table, (gpointer) key, rules);
  }
  g_ptr_array_add (rules, (gpointer) rule);
}

static const SimpleSelector *
find_simple (const CompoundSelector *compound, SimpleKind kind)
{
  for (guint i = 0; i < compound->n_simples; i++)
    if (compound->simples[i].kind == kind && !compound->simples[i].is_not)
      return &compound->simples[i];
  return NULL;
}

/* Under the rarest thing the selected element must have. */
static void
index_rule (StyleSheet *sheet, const StyleRule *rule)
{
  RuleIndex *index = rule->selector.pseudo == SELECTS_ELEMENT
                       ? &sheet->elements
                       : &sheet->pseudos[rule->selector.pseudo];
  const CompoundSelector *last = &rule->selector.compounds[0];
  const SimpleSelector *simple;

  if ((simple = find_simple (last, SIMPLE_ID)))
    index_add (&index->by_id, simple->name, rule);
  else if ((simple = find_simple (last, SIMPLE_CLASS)))
    index_add (&index->by_class, simple->name, rule);
  else if ((simple = find_simple (last, SIMPLE_TYPE)))
    index_add (&index->by_type, simple->name, rule);
  else {
    if (index->others == NULL)
      index->others = g_ptr_array_new ();
    g_ptr_array_add (index->others, (gpointer) rule);
  }
}

static void
index_clear (RuleIndex *index)
{
  g_clear_pointer (&index->by_id, g_hash_table_unref);
  g_clear_pointer (&index->by_class, g_hash_table_unref);
  g_clear_pointer (&index->by_type, g_hash_table_unref);
  g_clear_pointer (&index->others, g_ptr_array_unref);
}

StyleSheet *
style_sheet_new_part (const Source *source, const char *text, gsize length, Place start,
                      Report *report)
{
  StyleSheet *sheet = g_new0 (StyleSheet, 1);
  SheetReader reader = { .sheet = sheet };

  sheet->arena = arena_new ();
  sheet->rules = g_array_new (FALSE, FALSE, sizeof (StyleRule));
  sheet->pages = g_array_new (FALSE, FALSE, sizeof (PageRule));
  sheet->fonts = g_array_new (FALSE, FALSE, sizeof (FontSource));
  reader.selectors = g_array_new (FALSE, FALSE, sizeof (Selector));
  css_init (&reader.css, source, text, length, start, sheet->arena, report);
  read_rules (&reader);
  css_finish (&reader.css);
  g_array_unref (reader.selectors);
  for (guint i = 0; i < sheet->rules->len; i++)
    index_rule (sheet, &g_array_index (sheet->rules, StyleRule, i));
  return sheet;
}

StyleSheet *
style_sheet_new (const Source *css, Report *report)
{
  return style_sheet_new_part (css, css->text, css->length, (Place){ 1, 1 }, report);
}

void
style_sheet_free (StyleSheet *sheet)
{
  if (sheet == NULL)
    return;
  index_clear (&sheet->elements);
  for (guint i = 0; i < N_PSEUDOS; i++)
    index_clear (&sheet->pseudos[i]);
  g_array_unref (sheet->rules);
  g_array_unref (sheet->pages);
  g_array_unref (sheet->fonts);
  arena_free (sheet->arena);
  g_free (sheet);
}

const GArray *
style_sheet_fonts (const StyleSheet *sheet)
{
  return sheet->fonts;
}
