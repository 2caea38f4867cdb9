/* SPDX-License-Identifier: MIT */
#include "load/landscape.h"

#include "base/i18n.h"
#include "model/body.h"
#include "text/fold.h"

#include <string.h>

/* Between which blocks it stood; either may be NULL. */
typedef struct {
  cmark_node *before, *after;
  guint line;
  gboolean is_known; /* the words are those that ask, and not like them */
} Asked;

struct Landscape {
  GArray *asked; /* Asked */
};

/* What a comment of one line says, folded: “kho ngang”; NULL when it is none. */
static char *
words_of (cmark_node *node)
{
  if (cmark_node_get_type (node) != CMARK_NODE_HTML_BLOCK)
    return NULL;
  g_autofree char *html = g_strstrip (g_strdup (cmark_node_get_literal (node)));
  if (!g_str_has_prefix (html, "<!--") || !g_str_has_suffix (html, "-->") || strchr (html, '\n')
      || strlen (html) < strlen ("<!---->"))
    return NULL;
  html[strlen (html) - strlen ("-->")] = '\0';
  g_autofree char *slug = text_slug (html + strlen ("<!--"));
  return g_steal_pointer (&slug);
}

static void
take_from (Landscape *landscape, cmark_node *parent,
           guint (*line_of) (gconstpointer data, cmark_node *node), gconstpointer data)
{
  for (cmark_node *node = cmark_node_first_child (parent), *next; node; node = next) {
    next = cmark_node_next (node);
    g_autofree char *words = words_of (node);
    if (words && (strcmp (words, "landscape") == 0 || g_str_has_prefix (words, "kho-"))) {
      gboolean is_known = strcmp (words, "landscape") == 0 || strcmp (words, "kho-ngang") == 0;
      Asked asked = { cmark_node_previous (node), next, line_of (data, node), is_known };
      g_array_append_val (landscape->asked, asked);
      cmark_node_free (node);
    } else if (cmark_node_get_type (node) < CMARK_NODE_FIRST_INLINE)
      take_from (landscape, node, line_of, data);
  }
}

Landscape *
landscape_take (cmark_node *root, guint (*line_of) (gconstpointer data, cmark_node *node),
                gconstpointer data)
{
  Landscape *landscape = g_new0 (Landscape, 1);
  landscape->asked = g_array_new (FALSE, FALSE, sizeof (Asked));
  take_from (landscape, root, line_of, data);
  return landscape;
}

void
landscape_free (Landscape *landscape)
{
  if (landscape == NULL)
    return;
  g_array_unref (landscape->asked);
  g_free (landscape);
}

static BodyRole
role_of (cmark_node *node)
{
  return node ? body_role (node) : BODY_PLAIN;
}

/* An appendix whose heading stands above it, the table below, or an appendix below. */
static cmark_node *
target_of (const Asked *asked)
{
  if (asked->before && body_opens_annex (asked->before))
    return asked->before;
  if (role_of (asked->before) == BODY_APPENDIX_TITLE)
    return cmark_node_previous (asked->before);
  if (role_of (asked->after) == BODY_TABLE || body_opens_annex (asked->after))
    return asked->after;
  return NULL;
}

void
landscape_mark (const Landscape *landscape, const Source *source, Report *report)
{
  for (guint i = 0; i < landscape->asked->len; i++) {
    const Asked *asked = &g_array_index (landscape->asked, Asked, i);
    cmark_node *target = asked->is_known ? target_of (asked) : NULL;
    if (target)
      body_mark_landscape (target);
    else
      report_warning (report, source, (Place){ asked->line, 0 },
                      _ ("write <!-- khổ ngang --> right above a table, or below the heading of an "
                         "appendix"),
                      asked->is_known ? _ ("there is no table or appendix to lay on its side here")
                                      : _ ("this size of paper is not known"));
  }
}
