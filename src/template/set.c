/* SPDX-License-Identifier: MIT */
/* All templates that belong together, each parsed once, and the names by which they include each
 * other.
 *
 * A parent's arguments are checked too: one that no block of the parent is called like would show
 * nowhere. */
#include "template/template.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "template/node.h"

#include <string.h>

struct TemplateSet {
  TemplateFind find;
  gpointer data;
  TemplateFlags flags;
  GHashTable *templates; /* name, owned -> Template, owned; NULL where there is none */
};

static void
template_free_pointer (gpointer template)
{
  template_free (template);
}

TemplateSet *
template_set_new (TemplateFind find, gpointer data, TemplateFlags flags)
{
  TemplateSet *set = g_new0 (TemplateSet, 1);
  set->find = find;
  set->data = data;
  set->flags = flags;
  set->templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, template_free_pointer);
  return set;
}

void
template_set_free (TemplateSet *set)
{
  if (set == NULL)
    return;
  g_hash_table_unref (set->templates);
  g_free (set);
}

/* Template `name`, found and parsed at most once, or NULL. */
static Template *
set_load (TemplateSet *set, const char *name, Report *report)
{
  gpointer known;

  if (g_hash_table_lookup_extended (set->templates, name, NULL, &known))
    return known;
  Source *source = set->find (name, set->data);
  Template *template = source ? template_parse (source, set->flags, report) : NULL;
  char *own_name = g_strdup (name);
  if (template)
    template->name = own_name;
  g_hash_table_insert (set->templates, own_name, template);
  return template;
}

static void
report_missing (TemplateSet *set, Template *template, const Node *node, Report *report)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new (); /* borrowed */
  GHashTableIter iter;
  gpointer name, known;

  g_hash_table_iter_init (&iter, set->templates);
  while (g_hash_table_iter_next (&iter, &name, &known))
    if (known)
      g_ptr_array_add (names, name);
  g_ptr_array_add (names, NULL);
  g_autofree char *advice = template_suggest (node->text, (const char *const *) names->pdata);
  report_error (report, template->source, node->place, advice, _ ("there is no template “%s”"),
                node->text);
  template->is_faulty = TRUE;
}

/* What `name` means in a template that itself stands behind others: each “super/” it was asked for
 * with is one that it stands behind. Caller frees. */
static char *
name_within (const Template *template, const Node *node)
{
  const char *own = template->name;

  while (g_str_has_prefix (own, TEMPLATE_SUPER))
    own += strlen (TEMPLATE_SUPER);
  if (node->kind == NODE_PARENT && strcmp (node->text, own) == 0)
    return g_strconcat (TEMPLATE_SUPER, template->name, NULL);
  if (!g_str_has_prefix (node->text, TEMPLATE_SUPER))
    return g_strdup (node->text);
  return g_strdup_printf ("%.*s%s", (int) (own - template->name), template->name, node->text);
}

static void
set_link (TemplateSet *set, Template *template, Report *report)
{
  if (template->is_linked)
    return;
  template->is_linked = TRUE;
  for (guint i = 0; i < template->includes->len; i++) {
    Node *node = template->includes->pdata[i];
    g_autofree char *name = name_within (template, node);
    node->target = set_load (set, name, report);
    /* Nothing behind it: then it is inside itself, without an end. */
    if (node->target == NULL && !g_str_has_prefix (node->text, TEMPLATE_SUPER))
      node->target = set_load (set, node->text, report);
    if (node->target == NULL && !(set->flags & TEMPLATE_LENIENT))
      report_missing (set, template, node, report);
  }
}

static void
add_new (GPtrArray *queue, GHashTable *seen, const Template *template)
{
  if (template && g_hash_table_add (seen, (gpointer) template))
    g_ptr_array_add (queue, (gpointer) template);
}

/* `template` and all it includes, in the order they are met; links them on the way. */
static GPtrArray *
set_collect (TemplateSet *set, Template *template, Report *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *queue = g_ptr_array_new ();

  add_new (queue, seen, template);
  for (guint i = 0; i < queue->len; i++) {
    Template *next = queue->pdata[i];
    set_link (set, next, report);
    for (guint j = 0; j < next->includes->len; j++)
      add_new (queue, seen, ((const Node *) next->includes->pdata[j])->target);
  }
  return queue;
}

static void
add_blocks (GHashTable *names, const Node *nodes, gboolean are_arguments)
{
  for (const Node *node = nodes; node; node = node->next) {
    if (node->kind == NODE_BLOCK && !are_arguments)
      g_hash_table_add (names, (gpointer) node->text);
    add_blocks (names, node->first, node->kind == NODE_PARENT);
  }
}

/* The names of all blocks that an argument of parent `template` can override: its own and those of
 * all it includes. */
static GHashTable *
template_blocks (TemplateSet *set, Template *template, Report *report)
{
  if (template->blocks)
    return template->blocks;
  template->blocks = g_hash_table_new (g_str_hash, g_str_equal); /* borrowed */
  g_autoptr (GPtrArray) reached = set_collect (set, template, report);
  for (guint i = 0; i < reached->len; i++)
    add_blocks (template->blocks, ((const Template *) reached->pdata[i])->first, FALSE);
  return template->blocks;
}

static void
report_unknown_block (Template *template, const Node *parent, const Node *argument,
                      GHashTable *blocks, Report *report)
{
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (blocks, NULL);
  g_autofree char *advice = template_suggest (argument->text, (const char *const *) names);

  report_error (report, template->source, argument->place, advice, _ ("“%s” has no block “%s”"),
                parent->text, argument->text);
  template->is_faulty = TRUE;
}

static gboolean
is_built_in (const Template *template)
{
  return g_str_has_prefix (template->source->path, TEMPLATE_BUILT_IN);
}

/* TRUE when ours extends one that took the place of ours. */
static gboolean
fills_stranger (const Template *template, const Template *parent)
{
  return is_built_in (template) && !is_built_in (parent);
}

static void
warn_of_lack (Template *parent, const Template *heir, const char *block, Report *report)
{
  if (parent->lacks == NULL)
    parent->lacks = g_hash_table_new (g_str_hash, g_str_equal); /* borrowed */
  if (!g_hash_table_add (parent->lacks, (gpointer) block))
    return;
  report_warning (report, parent->source, (Place){ 0, 0 },
                  _ ("begin it with {{<super/…}}, which has the block, or write the block where it "
                     "belongs"),
                  _ ("there is no block “%s” here; what “%s” puts there is left out"), block,
                  heir->name);
}

static void
check_arguments (TemplateSet *set, Template *template, const Node *parent, Report *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); /* borrowed */
  GHashTable *blocks = template_blocks (set, (Template *) parent->target, report);

  for (const Node *node = parent->first; node; node = node->next) {
    if (node->kind != NODE_BLOCK)
      continue;
    if (!g_hash_table_contains (blocks, node->text) && fills_stranger (template, parent->target))
      warn_of_lack ((Template *) parent->target, template, node->text, report);
    else if (!g_hash_table_contains (blocks, node->text))
      report_unknown_block (template, parent, node, blocks, report);
    if (g_hash_table_add (seen, (gpointer) node->text))
      continue;
    report_error (report, template->source, node->place, _ ("keep one of them"),
                  _ ("the block “%s” stands here a second time"), node->text);
    template->is_faulty = TRUE;
  }
}

static void
check_template (TemplateSet *set, Template *template, Report *report)
{
  if (template->is_checked)
    return;
  template->is_checked = TRUE;
  for (guint i = 0; i < template->includes->len; i++) {
    const Node *node = template->includes->pdata[i];
    if (node->kind == NODE_PARENT && node->target)
      check_arguments (set, template, node, report);
  }
}

const Template *
template_set_get (TemplateSet *set, const char *name, Report *report)
{
  Template *template = set_load (set, name, report);
  gboolean is_good = TRUE;

  if (template == NULL) {
    report_error (report, NULL, (Place){ 0, 0 }, NULL, _ ("there is no template “%s”"), name);
    return NULL;
  }
  g_autoptr (GPtrArray) reached = set_collect (set, template, report);
  for (guint i = 0; i < reached->len; i++) {
    Template *next = reached->pdata[i];
    if (!(set->flags & TEMPLATE_LENIENT))
      check_template (set, next, report);
    is_good &= !next->is_faulty;
  }
  return is_good ? template : NULL;
}

char *
template_suggest (const char *word, const char *const *words)
{
  const char *nearest = suggest_word (word, words);
  return nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest) : NULL;
}
