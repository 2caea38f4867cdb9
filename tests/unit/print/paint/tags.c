/* SPDX-License-Identifier: MIT */
#include "print/paint/tags.h"

static void
test_elements (void)
{
  static const struct {
    const char *name, *role, *level;
    TagPart part;
    StructureType tag;
  } rows[] = {
    { "p", NULL, NULL, PART_TAG, TAG_P },
    { "h1", NULL, NULL, PART_TAG, TAG_H1 },
    { "h6", NULL, NULL, PART_TAG, TAG_H6 },
    { "div", NULL, NULL, PART_BLOCK, TAG_NONE },
    { "span", NULL, NULL, PART_INLINE, TAG_NONE },
    { "blink", NULL, NULL, PART_INLINE, TAG_NONE },
    { "svg", NULL, NULL, PART_TAG, TAG_FIGURE },
    { "figcaption", NULL, NULL, PART_TAG, TAG_CAPTION },
    { "div", "heading", NULL, PART_TAG, TAG_H2 },
    { "div", "heading", "1", PART_TAG, TAG_H1 },
    { "div", "heading", "6", PART_TAG, TAG_H6 },
    { "div", "heading", "7", PART_TAG, TAG_H2 },
    { "div", "heading", "0", PART_TAG, TAG_H2 },
    { "p", "listitem", NULL, PART_TAG, TAG_LI },
    { "p", "presentation", NULL, PART_BLOCK, TAG_NONE },
    { "p", "nonsense", NULL, PART_TAG, TAG_P },
    { "td", "rowheader", NULL, PART_TAG, TAG_TH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Attribute attributes[2] = { { "role", rows[i].role }, { "aria-level", rows[i].level } };
    Element element = { .name = g_intern_static_string (rows[i].name),
                        .attributes = attributes,
                        .n_attributes = rows[i].level  ? 2
                                        : rows[i].role ? 1
                                                       : 0 };
    ElementTag tag = element_tag (&element);
    g_test_message ("%s %s %s", rows[i].name, rows[i].role, rows[i].level);
    g_assert_cmpint (tag.part, ==, rows[i].part);
    g_assert_cmpint (tag.tag, ==, rows[i].tag);
  }
}

/* ISO 32000-1, 14.8.4: may it stand there, and what comes between when it may not? */
static void
test_holders (void)
{
  static const struct {
    StructureType parent, child;
    gboolean holds;
    StructureType between;
  } rows[] = {
    { TAG_DOCUMENT, TAG_P, TRUE, TAG_P },
    { TAG_DOCUMENT, TAG_CONTENT, FALSE, TAG_P },
    { TAG_DOCUMENT, TAG_LINK, FALSE, TAG_P },
    { TAG_DOCUMENT, TAG_TD, FALSE, TAG_NONE },
    { TAG_DOCUMENT, TAG_LI, FALSE, TAG_NONE },
    { TAG_P, TAG_LINK, TRUE, TAG_NONE },
    { TAG_P, TAG_TR, FALSE, TAG_NONE },
    { TAG_L, TAG_LI, TRUE, TAG_NONE },
    { TAG_L, TAG_L, TRUE, TAG_LI },
    { TAG_L, TAG_P, FALSE, TAG_LI },
    { TAG_L, TAG_LBL, FALSE, TAG_LI },
    { TAG_LI, TAG_LBL, TRUE, TAG_NONE },
    { TAG_LI, TAG_P, FALSE, TAG_LBODY },
    { TAG_TOC, TAG_P, FALSE, TAG_TOCI },
    { TAG_TOCI, TAG_P, TRUE, TAG_P },
    { TAG_TOCI, TAG_LINK, FALSE, TAG_P },
    { TAG_TABLE, TAG_TR, TRUE, TAG_NONE },
    { TAG_TABLE, TAG_TD, FALSE, TAG_NONE },
    { TAG_TABLE, TAG_P, FALSE, TAG_TR },
    { TAG_TR, TAG_TH, TRUE, TAG_NONE },
    { TAG_TR, TAG_P, FALSE, TAG_TD },
    { TAG_THEAD, TAG_TD, FALSE, TAG_NONE },
    { TAG_TABLE, TAG_CAPTION, TRUE, TAG_TR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%u", i);
    g_assert_cmpint (tag_holds (rows[i].parent, rows[i].child), ==, rows[i].holds);
    g_assert_cmpint (tag_between (rows[i].parent, rows[i].child), ==, rows[i].between);
  }
}

/* What is put between may stand there, and after a few steps the child may, too. */
static void
test_ends (void)
{
  for (StructureType parent = TAG_DOCUMENT; parent < TAG_CONTENT; parent++)
    for (StructureType child = TAG_SECT; child <= TAG_CONTENT; child++) {
      StructureType at = parent;
      for (guint steps = 0; !tag_holds (at, child); steps++) {
        StructureType between = tag_between (at, child);
        if (between == TAG_NONE)
          break;
        g_assert_cmpuint (steps, <, 3);
        g_assert_true (tag_holds (at, between));
        at = between;
      }
    }
}

static void
test_kinds (void)
{
  static const struct {
    StructureType tag;
    gboolean is_leaf, is_heading, is_inline;
  } rows[] = {
    { TAG_P, TRUE, FALSE, FALSE },       { TAG_H1, TRUE, TRUE, FALSE },
    { TAG_H6, TRUE, TRUE, FALSE },       { TAG_L, FALSE, FALSE, FALSE },
    { TAG_CAPTION, TRUE, FALSE, FALSE }, { TAG_LBL, TRUE, FALSE, FALSE },
    { TAG_SPAN, TRUE, FALSE, TRUE },     { TAG_LINK, TRUE, FALSE, TRUE },
    { TAG_TD, FALSE, FALSE, FALSE },     { TAG_FIGURE, FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", tag_name (rows[i].tag));
    g_assert_cmpint (tag_is_leaf_block (rows[i].tag), ==, rows[i].is_leaf);
    g_assert_cmpint (tag_is_heading (rows[i].tag), ==, rows[i].is_heading);
    g_assert_cmpint (tag_is_inline (rows[i].tag), ==, rows[i].is_inline);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tags/elements", test_elements);
  g_test_add_func ("/tags/holders", test_holders);
  g_test_add_func ("/tags/ends", test_ends);
  g_test_add_func ("/tags/kinds", test_kinds);
  return g_test_run ();
}
