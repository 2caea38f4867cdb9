/* SPDX-License-Identifier: MIT */
#include "model/body_facts.h"

#include <string.h>

typedef struct {
  char *name;
  gboolean is_of_office;
  cmark_node *node; /* that has the value, or the one a section starts behind */
  GPtrArray *nodes; /* of a section: cmark_node; NULL: it is a value */
  gboolean is_inverse, is_out;
} BodyFact;

struct BodyFacts {
  GArray *facts;     /* BodyFact */
  GHashTable *asked; /* Set<char *>, owned; made when needed */
  gboolean is_filled;
};

static void
fact_free (gpointer data)
{
  BodyFact *fact = data;
  g_free (fact->name);
  if (fact->nodes)
    g_ptr_array_unref (fact->nodes);
}

BodyFacts *
body_facts_new (void)
{
  BodyFacts *facts = g_new0 (BodyFacts, 1);
  facts->facts = g_array_new (FALSE, FALSE, sizeof (BodyFact));
  g_array_set_clear_func (facts->facts, fact_free);
  return facts;
}

void
body_facts_free (BodyFacts *facts)
{
  if (facts == NULL)
    return;
  g_array_unref (facts->facts);
  g_clear_pointer (&facts->asked, g_hash_table_unref);
  g_free (facts);
}

static void
add (BodyFacts *facts, BodyFact fact, const char *name, gsize length)
{
  fact.name = g_strndup (name, length);
  fact.is_of_office = fact_is_of_office (name, length);
  g_array_append_val (facts->facts, fact);
}

void
body_facts_add_value (BodyFacts *facts, cmark_node *node, const char *name, gsize length)
{
  add (facts, (BodyFact){ .node = node }, name, length);
}

void
body_facts_add_section (BodyFacts *facts, cmark_node *from, cmark_node *to, const char *name,
                        gsize length, gboolean is_inverse)
{
  BodyFact fact = { .node = from, .nodes = g_ptr_array_new (), .is_inverse = is_inverse };

  for (cmark_node *node = cmark_node_next (from); node && node != to; node = cmark_node_next (node))
    g_ptr_array_add (fact.nodes, node);
  add (facts, fact, name, length);
}

gboolean
body_facts_ask (BodyFacts *facts, const char *name)
{
  if (facts->asked == NULL)
    facts->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return g_hash_table_add (facts->asked, g_strdup (name));
}

gboolean
body_facts_differ (const BodyFacts *facts)
{
  for (guint i = 0; i < facts->facts->len; i++)
    if (g_array_index (facts->facts, BodyFact, i).is_of_office)
      return TRUE;
  return FALSE;
}

static void
fill_value (const BodyFact *fact, const FactScope *scope)
{
  g_auto (Fact) value = { FACT_TEXT, NULL };

  fact_find (scope, fact->name, strlen (fact->name), &value);
  cmark_node_set_literal (cmark_node_first_child (fact->node), value.text ? value.text : "");
  body_mark (fact->node, BODY_FACT, value.kind);
}

/* What does not stand hangs nowhere, so that whoever walks the tree need not know of sections. */
static void
fill_section (BodyFact *fact, const FactScope *scope)
{
  FactStatus status = fact_find (scope, fact->name, strlen (fact->name), NULL);
  gboolean has_value = status == FACT_FOUND || status == FACT_SEVERAL;
  gboolean is_out = has_value == fact->is_inverse;
  cmark_node *behind = fact->node;

  if (is_out == fact->is_out)
    return;
  fact->is_out = is_out;
  for (guint i = 0; i < fact->nodes->len; i++) {
    cmark_node *node = fact->nodes->pdata[i];
    if (is_out)
      cmark_node_unlink (node);
    else
      cmark_node_insert_after (behind, node);
    behind = node;
  }
}

void
body_facts_fill (BodyFacts *facts, const FactScope *scope)
{
  for (guint i = 0; i < facts->facts->len; i++) {
    BodyFact *fact = &g_array_index (facts->facts, BodyFact, i);
    if (facts->is_filled && !fact->is_of_office)
      continue;
    if (fact->nodes)
      fill_section (fact, scope);
    else
      fill_value (fact, scope);
  }
  facts->is_filled = TRUE;
}
