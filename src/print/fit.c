/* SPDX-License-Identifier: MIT */
/* The page is styled and placed again for each way that is tried; only pages with something too
 * wide pay for it. The classes of an element are tried one at a time, each in place of the one
 * before; when one around it is tried, it starts over, since there is another room now. */
#include "print/fit.h"

#include "base/i18n.h"
#include "print/read/name.h"

#include <string.h>

/* Of one element. */
typedef struct {
  const char *const *classes; /* its own */
  guint n_tried;
} Tried;

struct Fit {
  Markup *markup;
  GHashTable *tried; /* Element → Tried, owned */
};

Fit *
fit_new (Markup *markup)
{
  Fit *fit = g_new0 (Fit, 1);
  *fit = (Fit){ markup, g_hash_table_new_full (NULL, NULL, NULL, g_free) };
  return fit;
}

void
fit_free (Fit *fit)
{
  if (fit == NULL)
    return;
  g_hash_table_unref (fit->tried);
  g_free (fit);
}

static Tried *
tried_of (Fit *fit, const Element *element)
{
  Tried *tried = g_hash_table_lookup (fit->tried, element);

  if (tried == NULL) {
    tried = g_new0 (Tried, 1);
    tried->classes = element->classes;
    g_hash_table_insert (fit->tried, (gpointer) element, tried);
  }
  return tried;
}

/* Its own classes, and this one unless that is NULL. Elements are constant to all but us. */
static void
set_class (Fit *fit, const Element *element, const char *class)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (const char *const *own = tried_of (fit, element)->classes; *own; own++)
    g_ptr_array_add (all, (gpointer) *own);
  if (class)
    g_ptr_array_add (all, (gpointer) name_intern (class, strlen (class)));
  ((Element *) element)->classes =
    arena_list (fit->markup->arena, (const char *const *) all->pdata, all->len);
}

/* FALSE when the element has no class left. */
static gboolean
try_next (Fit *fit, const Element *element, const char *offered)
{
  Tried *tried = tried_of (fit, element);
  g_auto (GStrv) classes = g_strsplit (offered, " ", -1);

  if (tried->n_tried >= g_strv_length (classes))
    return FALSE;
  set_class (fit, element, classes[tried->n_tried++]);
  return TRUE;
}

/* Elements within the one that is set in another way now. */
static void
start_over (Fit *fit, const WideTable *wide, guint n)
{
  for (guint i = 0; i < n; i++) {
    set_class (fit, wide->fitting[i].element, NULL);
    tried_of (fit, wide->fitting[i].element)->n_tried = 0;
  }
}

gboolean
fit_next (Fit *fit, const Placement *placement)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL); /* Set<Element> */

  for (guint i = 0; i < placement->wide_tables->len; i++) {
    const WideTable *wide = &g_array_index (placement->wide_tables, WideTable, i);
    for (guint j = 0; j < wide->n_fitting; j++) {
      const Element *element = wide->fitting[j].element;
      gboolean is_changed = g_hash_table_contains (changed, element);
      if (!is_changed && !try_next (fit, element, wide->fitting[j].classes))
        continue;
      g_hash_table_add (changed, (gpointer) element);
      start_over (fit, wide, j);
      break;
    }
  }
  return g_hash_table_size (changed) > 0;
}

void
fit_report (const Placement *placement, const Faults *faults)
{
  for (guint i = 0; i < placement->wide_tables->len; i++) {
    const WideTable *wide = &g_array_index (placement->wide_tables, WideTable, i);
    double width = wide->width * 25.4 / 72, place = wide->place * 25.4 / 72;
    const char *advice = _ ("leave out columns, shorten what cannot be broken, or make two tables");
    if (wide->n_fitting > 0)
      fault_error (
        faults, wide->element, NULL, advice,
        _ ("the table is %.0f mm wide, in the smallest letters; there is room for %.0f mm"), width,
        place);
    else
      fault_warning (faults, wide->element, NULL, advice,
                     _ ("the table is %.0f mm wide; there is room for %.0f mm"), width, place);
  }
}
