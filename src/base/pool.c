/* SPDX-License-Identifier: MIT */
#include "render/typesetters.h"

struct Typesetters {
  GMutex lock;
  GPtrArray *idle; /* Typesetter, owned; the one given back last is lent next: it is warm */
};

Typesetters *
typesetters_new (void)
{
  Typesetters *typesetters = g_new0 (Typesetters, 1);
  g_mutex_init (&typesetters->lock);
  typesetters->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) typesetter_free);
  return typesetters;
}

void
typesetters_free (Typesetters *typesetters)
{
  if (typesetters == NULL)
    return;
  g_ptr_array_unref (typesetters->idle);
  g_mutex_clear (&typesetters->lock);
  g_free (typesetters);
}

Typesetter *
typesetters_borrow (Typesetters *typesetters)
{
  g_mutex_lock (&typesetters->lock);
  guint n = typesetters->idle->len;
  Typesetter *typesetter = n > 0 ? g_ptr_array_steal_index (typesetters->idle, n - 1) : NULL;
  g_mutex_unlock (&typesetters->lock);
  return typesetter ? typesetter : typesetter_new ();
}

void
typesetters_give_back (Typesetters *typesetters, Typesetter *typesetter)
{
  g_mutex_lock (&typesetters->lock);
  g_ptr_array_add (typesetters->idle, typesetter);
  g_mutex_unlock (&typesetters->lock);
}
