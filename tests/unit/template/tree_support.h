/* SPDX-License-Identifier: MIT */
/* A parsed template as one line of text. */
#pragma once

#include "template/node.h"

#include "../support.h"

/* "text" with line ends as ~; {name} and {{name}} unescaped; #name(…) ^name(…) >name <name(…)
 * $name(…), the last three with how they are set (= as lines, : hanging, nothing inline) and their
 * indentation. */
static inline void
tree_add (GString *out, const Node *nodes)
{
  static const char signs[] = {
    [NODE_SECTION] = '#', [NODE_INVERTED] = '^', [NODE_PARTIAL] = '>',
    [NODE_PARENT] = '<',  [NODE_BLOCK] = '$',
  };
  static const char *const layouts[] = {
    [LAYOUT_INLINE] = "", [LAYOUT_HANGING] = ":", [LAYOUT_LINES] = "="
  };

  for (const Node *node = nodes; node; node = node->next) {
    if (node != nodes)
      g_string_append_c (out, ' ');
    if (node->kind == NODE_TEXT || node->kind == NODE_VARIABLE) {
      const char *marks = node->kind == NODE_TEXT ? "\"\"" : "{}";
      gboolean is_raw = node->kind == NODE_VARIABLE && !node->is_escaped;
      g_string_append_printf (out, "%s%c%.*s%c%s", is_raw ? "{" : "", marks[0], (int) node->length,
                              node->text, marks[1], is_raw ? "}" : "");
      continue;
    }
    g_string_append_printf (out, "%c%s%s%.*s", signs[node->kind], node->text, layouts[node->layout],
                            node->layout == LAYOUT_INLINE ? 0 : (int) node->indentation_length,
                            node->indentation);
    if (node->kind != NODE_PARTIAL) {
      g_string_append_c (out, '(');
      tree_add (out, node->first);
      g_string_append_c (out, ')');
    }
  }
}

/* What `text` is parsed into, or the faults in it. Caller frees. */
static inline char *
tree_of (const char *text, TemplateFlags flags)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  Template *template = template_parse (source_new ("t", text, -1), flags, report);

  g_assert_cmpint (template->is_faulty, ==, report_n_errors (report) > 0);
  tree_add (out, template->first);
  gboolean is_faulty = template->is_faulty;
  template_free (template);
  if (is_faulty)
    return report_faults (report);
  for (char *c = out->str; *c; c++)
    *c = *c == '\n' ? '~' : *c;
  return g_strdup (out->str);
}

typedef struct {
  const char *text, *tree;
  TemplateFlags flags;
} TreeRow;

static inline void
check_trees (const TreeRow *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *tree = tree_of (rows[i].text, rows[i].flags);
    if (strcmp (tree, rows[i].tree) != 0) {
      g_test_message ("“%s” is\n%s, not\n%s", rows[i].text, tree, rows[i].tree);
      g_test_fail ();
    }
  }
}
