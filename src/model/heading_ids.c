/* SPDX-License-Identifier: MIT */
#include "model/heading_ids.h"

#include "model/body.h"
#include "text/fold.h"

/* Ids of the templates' own, on pages that have a body. */
static const char *const reserved[] = { "noi-dung",    "ban-can-lam-gi", "moi-dang",
                                        "chuyen-muc",  "trong-trang",    "loat-bai",
                                        "sap-dien-ra", "tren-loa",       "thuc-don",
                                        NULL };

/* Each maps to how often it was asked for. */
GHashTable *
heading_ids_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

gboolean
heading_ids_has (GHashTable *ids, const char *id)
{
  return g_strv_contains (reserved, id) || g_hash_table_contains (ids, id);
}

guint
heading_ids_step (cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);

  if (cmark_node_get_type (item) != CMARK_NODE_ITEM || body_role (list) != BODY_STEPS)
    return 0;
  guint number = cmark_node_get_list_start (list);
  for (cmark_node *before = cmark_node_previous (item); before;
       before = cmark_node_previous (before))
    number++;
  return number;
}

char *
heading_ids_add_step (GHashTable *ids, guint number)
{
  char *id = g_strdup_printf ("buoc-%u", number);

  if (heading_ids_has (ids, id)) {
    g_free (id);
    return NULL;
  }
  g_hash_table_insert (ids, g_strdup (id), GUINT_TO_POINTER (1));
  return id;
}

const char *
heading_ids_add (GHashTable *ids, cmark_node *heading)
{
  g_autoptr (GString) text = g_string_new (NULL);

  body_add_text (heading, text);
  g_autofree char *slug = text_slug (text->str);
  const char *wanted = *slug ? slug : "muc";
  char *id = g_strdup (wanted);
  /* A number that was given out for one name may be another heading's own (“Bước 2”). */
  while (heading_ids_has (ids, id)) {
    guint n = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (ids, wanted)), 1) + 1;
    g_hash_table_replace (ids, g_strdup (wanted), GUINT_TO_POINTER (n));
    g_free (id);
    id = g_strdup_printf ("%s-%u", wanted, n);
  }
  g_hash_table_insert (ids, id, GUINT_TO_POINTER (1));
  return id;
}
