/* SPDX-License-Identifier: MIT */
#include "print/place/targets.h"

#include "base/i18n.h"

typedef struct {
  const Element *asker;
  guint said;  /* the page; 0: none */
  guint found; /* the page, as of the placement looked at last */
} Target;

struct Targets {
  GHashTable *asked; /* char *: id → Target, both owned */
};

Targets *
targets_new (void)
{
  Targets *targets = g_new (Targets, 1);
  targets->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return targets;
}

void
targets_free (Targets *targets)
{
  if (targets == NULL)
    return;
  g_hash_table_unref (targets->asked);
  g_free (targets);
}

guint
targets_page (Targets *targets, const char *href, const Element *asker)
{
  char *id = g_uri_unescape_string (*href == '#' ? href + 1 : href, NULL);
  Target *target = id ? g_hash_table_lookup (targets->asked, id) : NULL;

  if (id && target == NULL) {
    target = g_new0 (Target, 1);
    target->asker = asker;
    g_hash_table_insert (targets->asked, id, target);
    return 0;
  }
  g_free (id);
  return target ? target->said : 0;
}

/* What begins on this page, `element` or something around it. How many were not known before. */
static guint
note_page (Targets *targets, const Element *element, guint page)
{
  guint n = 0;

  for (; element; element = element->parent) {
    Target *target = element->id ? g_hash_table_lookup (targets->asked, element->id) : NULL;
    if (target == NULL || target->found > 0)
      continue;
    target->found = page;
    n++;
  }
  return n;
}

static void
find_all (Targets *targets, const Placement *placement)
{
  guint left = g_hash_table_size (targets->asked);

  for (guint i = 0; i < placement->pages->len && left > 0; i++) {
    const PlacedPage *page = placement->pages->pdata[i];
    for (guint j = 0; j < page->items->len && left > 0; j++)
      left -= note_page (targets, g_array_index (page->items, Placed, j).element, page->number);
  }
}

gboolean
targets_find (Targets *targets, const Placement *placement)
{
  GHashTableIter iter;
  gpointer value;
  gboolean is_other = FALSE;

  g_hash_table_iter_init (&iter, targets->asked);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Target *) value)->found = 0;
  find_all (targets, placement);
  g_hash_table_iter_init (&iter, targets->asked);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Target *target = value;
    is_other |= target->found != target->said;
    target->said = target->found;
  }
  return is_other;
}

void
targets_report (const Targets *targets, const Faults *faults)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, targets->asked);
  while (g_hash_table_iter_next (&iter, &id, &value)) {
    const Target *target = value;
    if (target->said == 0)
      fault_error (faults, target->asker, id, _ ("check what it is called there"),
                   _ ("“%s”, whose page is asked for, stands on no page"), (const char *) id);
  }
}
