/* SPDX-License-Identifier: MIT */
/* Bodies, as the tree they become: one word for each node, its children in brackets. */
#pragma once

#include "load/body.h"

#include "../site_support.h"

static inline void put_children (cmark_node *node, GString *out);

/* What a node is made into; what lines are by their words is in roles.c. */
static const char *const role_words[] = {
  [BODY_TABLE] = "table",     [BODY_ROW] = "row",       [BODY_CELL] = "cell",
  [BODY_CHANNEL] = "channel", [BODY_STEPS] = "steps",   [BODY_TASK] = "task",
  [BODY_FIGURE] = "figure",   [BODY_MENU] = "menu",     [BODY_LABEL] = "label",
  [BODY_TOLD_STEPS] = "told", [BODY_STRUCK] = "struck",
  [BODY_NOTE] = "note",
};

static const char *const type_words[] = {
  [CMARK_NODE_DOCUMENT] = "doc",
  [CMARK_NODE_BLOCK_QUOTE] = "quote",
  [CMARK_NODE_LIST] = "list",
  [CMARK_NODE_ITEM] = "item",
  [CMARK_NODE_CODE_BLOCK] = "pre",
  [CMARK_NODE_HTML_BLOCK] = "htmlblock",
  [CMARK_NODE_PARAGRAPH] = "p",
  [CMARK_NODE_HEADING] = "h",
  [CMARK_NODE_THEMATIC_BREAK] = "hr",
  [CMARK_NODE_TEXT] = "",
  [CMARK_NODE_SOFTBREAK] = "/",
  [CMARK_NODE_LINEBREAK] = "br",
  [CMARK_NODE_CODE] = "code",
  [CMARK_NODE_HTML_INLINE] = "html",
  [CMARK_NODE_EMPH] = "em",
  [CMARK_NODE_STRONG] = "b",
  [CMARK_NODE_LINK] = "a",
  [CMARK_NODE_IMAGE] = "img",
};

static inline void
put_node (cmark_node *node, GString *out)
{
  static const char *const aligns[] = { "", "<", "=", ">" };
  BodyRole role = body_role (node);
  const char *literal = cmark_node_get_literal (node);

  gboolean is_named = role < G_N_ELEMENTS (role_words) && role_words[role];
  g_string_append (out, is_named ? role_words[role] : type_words[cmark_node_get_type (node)]);
  if (role == BODY_CELL)
    g_string_append (out, aligns[body_detail (node)]);
  if (role == BODY_CHANNEL || role == BODY_TASK || role == BODY_NOTE)
    g_string_append_printf (out, "%u", body_detail (node));
  if (cmark_node_get_type (node) == CMARK_NODE_LINK
      || cmark_node_get_type (node) == CMARK_NODE_IMAGE)
    g_string_append_printf (out, "<%s>", cmark_node_get_url (node));
  if (literal) {
    g_autofree char *shown = g_strdelimit (g_strdup (literal), "\n", '$');
    g_string_append_printf (out, "'%s'", shown);
  }
  if (cmark_node_first_child (node))
    put_children (node, out);
}

static inline void
put_children (cmark_node *node, GString *out)
{
  g_string_append_c (out, '(');
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child)) {
    put_node (child, out);
    if (cmark_node_next (child))
      g_string_append_c (out, ' ');
  }
  g_string_append_c (out, ')');
}

/* The tree of a body that belongs to no site; `faults` may be NULL. */
static inline char *
tree_of (const char *text, gboolean is_guide, char **faults)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, is_guide, report);
  g_autofree char *found = report_faults (report);

  if (faults)
    *faults = g_steal_pointer (&found);
  else
    g_assert_cmpstr (found, ==, "");
  if (body == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  put_children (body_root (body), out);
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *text, *tree;
} Row;

static inline void
check_trees (const Row *rows, guint n, gboolean is_guide)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *faults = NULL;
    g_autofree char *tree = tree_of (rows[i].text, is_guide, &faults);
    g_test_message ("%s", rows[i].text);
    /* What warns of markup that means nothing is in leftover.c. */
    g_assert_null (strstr (faults, " error: "));
    g_assert_cmpstr (tree, ==, rows[i].tree);
  }
}

#define PAGE "---\nkind: page\ntitle: T\n---\n"
#define LETTER                                                                                     \
  "---\nkind: letter\nsubject: T\ndate: 2026-03-05\nto: A\nsigner: {title: B}\nnumber: "           \
  "5/UBND\n---\n"

static inline char *
tree_in_site (const TestSite *test, const char *path, char **faults)
{
  const Document *document = site_document (test->site, path);
  g_autoptr (Report) report = report_new ();
  g_autofree char *whole = g_build_filename (test->folder, path, NULL);
  g_autoptr (Source) source = source_read (whole, path, NULL);

  g_assert_nonnull (document);
  g_autoptr (Body) body = body_load (test->site, document, document->office, source, report);
  *faults = report_faults (report);
  GString *out = g_string_new (NULL);
  put_children (body_root (body), out);
  return g_string_free (out, FALSE);
}

static inline char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}
