/* SPDX-License-Identifier: MIT */
/* Names of styles are those of the program's language (`heading 1` is shown as Đề mục 1, with the
 * id `u1`), so that headings are known by w:name, which is English in every file, and by the
 * outline level. */
#include "word/styles.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 20 /* of basedOn: a chain that is longer is a circle */

struct WordStyles {
  GHashTable *by_id; /* w:styleId → w:style, borrowed from the tree */
  const xmlNode *defaults;
  const char *normal; /* id of the default style of paragraphs, or NULL */
};

WordStyles *
word_styles_new (const Ooxml *ooxml)
{
  WordStyles *styles = g_new0 (WordStyles, 1);
  const xmlNode *root = ooxml ? ooxml_root (ooxml) : NULL;

  styles->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  styles->defaults = ooxml_child (root, "docDefaults");
  for (const xmlNode *node = root ? root->children : NULL; node; node = node->next) {
    const char *id = ooxml_is (node, "style") ? ooxml_attribute (node, "styleId") : NULL;
    if (id == NULL)
      continue;
    g_hash_table_insert (styles->by_id, (gpointer) id, (gpointer) node);
    if (g_strcmp0 (ooxml_attribute (node, "type"), "paragraph") == 0
        && g_strcmp0 (ooxml_attribute (node, "default"), "1") == 0)
      styles->normal = id;
  }
  return styles;
}

void
word_styles_free (WordStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->by_id);
  g_free (styles);
}

/* The style and those it is based on, the last one first: `chain` has room for MAX_DEPTH. */
static guint
find_chain (const WordStyles *styles, const char *id, const xmlNode **chain)
{
  guint n = 0;

  while (id && n < MAX_DEPTH) {
    const xmlNode *style = g_hash_table_lookup (styles->by_id, id);
    if (style == NULL)
      break;
    chain[n++] = style;
    id = ooxml_value (style, "basedOn");
  }
  return n;
}

static void
lay_toggle (int *value, int over)
{
  if (over >= 0)
    *value = over;
}

void
run_look_lay (RunLook *look, const RunLook *over)
{
  if (over->font)
    look->font = over->font;
  lay_toggle (&look->is_bold, over->is_bold);
  lay_toggle (&look->is_italic, over->is_italic);
  lay_toggle (&look->is_caps, over->is_caps);
  lay_toggle (&look->is_hidden, over->is_hidden);
}

/* A font of the theme is none of the old ones. */
static const char *
read_font (const xmlNode *properties)
{
  const xmlNode *fonts = ooxml_child (properties, "rFonts");
  const char *font = ooxml_attribute (fonts, "ascii");

  if (ooxml_attribute (fonts, "asciiTheme"))
    return "";
  return font ? font : ooxml_attribute (fonts, "hAnsi");
}

void
run_look_read (RunLook *look, const xmlNode *properties)
{
  const RunLook said = { read_font (properties), ooxml_toggle (properties, "b"),
                         ooxml_toggle (properties, "i"), ooxml_toggle (properties, "caps"),
                         ooxml_toggle (properties, "vanish") };
  run_look_lay (look, &said);
}

static const struct {
  const char *word;
  Alignment alignment;
} alignments[] = {
  { "left", ALIGNED_LEFT },       { "start", ALIGNED_LEFT }, { "center", ALIGNED_CENTRE },
  { "right", ALIGNED_RIGHT },     { "end", ALIGNED_RIGHT },  { "both", ALIGNED_BOTH },
  { "distribute", ALIGNED_BOTH },
};

static Alignment
read_alignment (const char *word, Alignment otherwise)
{
  for (guint i = 0; word && i < G_N_ELEMENTS (alignments); i++)
    if (strcmp (alignments[i].word, word) == 0)
      return alignments[i].alignment;
  return otherwise;
}

/* Level 9 is text of the body. */
static int
read_outline (const char *word)
{
  int level = atoi (word);
  return level >= 0 && level < 9 ? level : -1;
}

void
paragraph_look_read (ParagraphLook *look, const xmlNode *properties)
{
  const xmlNode *numbers = ooxml_child (properties, "numPr");
  const char *outline = ooxml_value (properties, "outlineLvl");
  const char *list = ooxml_value (numbers, "numId");
  const char *level = ooxml_value (numbers, "ilvl");

  look->alignment = read_alignment (ooxml_value (properties, "jc"), look->alignment);
  if (outline)
    look->outline = read_outline (outline);
  if (list)
    look->number_list = list;
  if (level)
    look->number_level = atoi (level);
}

/* "heading 2" → 1. */
static int
outline_of_name (const char *name)
{
  return g_ascii_strncasecmp (name, "heading ", 8) == 0 && g_ascii_isdigit (name[8])
           ? read_outline (name + 8) - 1
           : -1;
}

static void
read_name (ParagraphLook *look, const xmlNode *style)
{
  const char *name = ooxml_value (style, "name");

  if (name == NULL)
    return;
  if (outline_of_name (name) >= 0)
    look->outline = outline_of_name (name);
  look->is_caption |= g_ascii_strcasecmp (name, "caption") == 0;
  look->is_title |= g_ascii_strcasecmp (name, "title") == 0;
}

ParagraphLook
word_styles_paragraph (const WordStyles *styles, const char *id)
{
  const xmlNode *chain[MAX_DEPTH];
  ParagraphLook look = { .run = { NULL, -1, -1, -1, -1 }, .outline = -1, .number_level = -1 };

  run_look_read (&look.run, ooxml_child (ooxml_child (styles->defaults, "rPrDefault"), "rPr"));
  paragraph_look_read (&look, ooxml_child (ooxml_child (styles->defaults, "pPrDefault"), "pPr"));
  for (guint n = find_chain (styles, id ? id : styles->normal, chain); n > 0; n--) {
    run_look_read (&look.run, ooxml_child (chain[n - 1], "rPr"));
    read_name (&look, chain[n - 1]);
    paragraph_look_read (&look, ooxml_child (chain[n - 1], "pPr"));
  }
  return look;
}

RunLook
word_styles_run (const WordStyles *styles, const char *id)
{
  const xmlNode *chain[MAX_DEPTH];
  RunLook look = { NULL, -1, -1, -1, -1 };

  for (guint n = find_chain (styles, id, chain); n > 0; n--)
    run_look_read (&look, ooxml_child (chain[n - 1], "rPr"));
  return look;
}

gboolean
borders_are_drawn (const xmlNode *borders)
{
  for (const xmlNode *side = borders ? borders->children : NULL; side; side = side->next) {
    const char *line = ooxml_attribute (side, "val");
    if (line && strcmp (line, "none") != 0 && strcmp (line, "nil") != 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
word_styles_has_borders (const WordStyles *styles, const char *id)
{
  const xmlNode *chain[MAX_DEPTH];

  for (guint n = find_chain (styles, id, chain); n > 0; n--)
    if (borders_are_drawn (ooxml_child (ooxml_child (chain[n - 1], "tblPr"), "tblBorders")))
      return TRUE;
  return FALSE;
}
