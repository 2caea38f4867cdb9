/* SPDX-License-Identifier: MIT */
#include "diff/difference.h"

#include "base/compare.h"
#include "base/folder_names.h"
#include "base/i18n.h"
#include "diff/wording.h"
#include "model/product.h"
#include "write/packed.h"

#include <string.h>

/* --- what there is --- */

static gboolean
is_product (const char *name, ProductData data, ProductForm form)
{
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->scope == PRODUCT_OF_DOCUMENT && product->data == data && product->form == form
        && g_strcmp0 (product->file, name) == 0)
      return TRUE;
  return FALSE;
}

/* The letters of the list from A to Z; no row of the table says where they stand. */
#define LETTERS "a-z/"

/* TRUE for `path` in the folder of a page that the site has once: “phat-thanh/…”. */
static gboolean
is_in_folder_of_site (const char *path)
{
  for (const Product *product = product_next (NULL); product; product = product_next (product)) {
    const char *slash = product->scope == PRODUCT_OF_SITE && product->form == PRODUCT_PAGE
                          ? strchr (product->file, '/')
                          : NULL;
    if (slash && strncmp (path, product->file, (gsize) (slash - product->file) + 1) == 0)
      return TRUE;
  }
  return g_str_has_prefix (path, LETTERS);
}

static gboolean
is_page_of_site (const char *path)
{
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->scope == PRODUCT_OF_SITE && product->form == PRODUCT_PAGE
        && strcmp (path, product->file) == 0)
      return TRUE;
  return FALSE;
}

/* In the kit of an office: what stands there is that of all others, but for the letterhead. */
static const char *
kit_name (const char *path)
{
  const char *behind = g_str_has_prefix (path, "co-quan/") ? strchr (path + 8, '/') : NULL;
  return behind && strchr (behind + 1, '/') ? behind + 1 : NULL;
}

static gboolean
is_list (const char *path, const char *name)
{
  if (kit_name (path))
    return FALSE;
  return is_page_of_site (path) || is_in_folder_of_site (path) || strcmp (name, "index.html") == 0
         || g_str_has_prefix (name, "trang-");
}

MadeKind
made_kind (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path;

  if (g_str_has_suffix (name, ".pdf"))
    return MADE_SHEET;
  if (is_product (name, PRODUCT_DATA_SCRIPT, PRODUCT_TEXT))
    return MADE_SAID;
  if (is_product (name, PRODUCT_DATA_POST, PRODUCT_TEXT))
    return MADE_POST;
  /* The same words as in the text of the script. */
  if (!g_str_has_suffix (name, ".html") || is_product (name, PRODUCT_DATA_SCRIPT, PRODUCT_PAGE))
    return MADE_OTHER;
  return is_list (path, name) ? MADE_LIST : MADE_PAGE;
}

const char *
made_kind_name (MadeKind kind)
{
  static const char *const names[N_MADE_KINDS] = {
    [MADE_PAGE] = N_ ("pages"),      [MADE_LIST] = N_ ("lists"), [MADE_SHEET] = N_ ("sheets"),
    [MADE_SAID] = N_ ("words said"), [MADE_POST] = N_ ("posts"), [MADE_OTHER] = N_ ("other files"),
  };
  return _ (names[kind]);
}

static gboolean
is_wanted (const char *path, char **only)
{
  for (char **glob = only; glob && *glob; glob++)
    if (g_pattern_match_simple (*glob, path))
      return TRUE;
  return only == NULL;
}

static gboolean
is_hidden (const char *path, G_GNUC_UNUSED gpointer data)
{
  const char *slash = strrchr (path, '/');
  return (slash ? slash[1] : *path) == '.';
}

/* The paths that are compared, as a set; NULL on failure. A link is no file of a site; what is
 * packed for servers says nothing else than its text. */
static GHashTable *
list_folder (const char *root, char **only, GError **error)
{
  g_autoptr (GPtrArray) files = folder_files (root, is_hidden, NULL, error);
  GHashTable *paths = files ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  for (guint i = 0; files && i < files->len; i++) {
    const char *path = files->pdata[i];
    g_autofree char *whole = g_build_filename (root, path, NULL);
    if (is_wanted (path, only) && !g_file_test (whole, G_FILE_TEST_IS_SYMLINK)
        && !packed_is_twin (root, path))
      g_hash_table_add (paths, g_strdup (path));
  }
  return paths;
}

/* --- one file --- */

static void
file_free (gpointer data)
{
  FileDifference *file = data;

  g_free (file->path);
  g_clear_pointer (&file->changes, g_array_unref);
  g_clear_pointer (&file->old_lines, g_ptr_array_unref);
  g_clear_pointer (&file->new_lines, g_ptr_array_unref);
  g_free (file);
}

static GPtrArray *
read_lines (MadeKind kind, const char *text, gsize length)
{
  if (text == NULL || kind == MADE_SHEET || kind == MADE_OTHER)
    return NULL;
  return kind == MADE_PAGE || kind == MADE_LIST ? wording_of_page (text, length)
                                                : wording_of_text (text, length);
}

static gboolean
any_changed (const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, LineChange, i).state != LINE_KEPT)
      return TRUE;
  return FALSE;
}

typedef struct {
  Difference *difference;
  GHashTable *kits; /* kind, state and name in the kit → FileDifference of the first */
} Comparing;

/* The one that is listed for all kits; NULL when `path` is the first, or in none. */
static FileDifference *
listed_for (Comparing *comparing, FileDifference *file)
{
  const char *name = kit_name (file->path);
  if (name == NULL)
    return NULL;
  char *key = g_strdup_printf ("%d %d %s", file->kind, file->state, name);
  FileDifference *listed = g_hash_table_lookup (comparing->kits, key);
  if (listed)
    g_free (key);
  else
    g_hash_table_insert (comparing->kits, key, file);
  return listed;
}

static void
list_file (Comparing *comparing, FileDifference *file)
{
  FileDifference *listed = file->kind == MADE_OTHER ? NULL : listed_for (comparing, file);

  comparing->difference->counts[file->kind][file->state]++;
  if (listed)
    listed->n_alike++;
  if (listed || file->kind == MADE_OTHER)
    file_free (file);
  else
    g_ptr_array_add (comparing->difference->files, file);
}

static gboolean
read_file (const char *folder, const char *path, char **text, gsize *length, GError **error)
{
  g_autofree char *whole = g_build_filename (folder, path, NULL);
  return g_file_get_contents (whole, text, length, error);
}

static gboolean
compare_file (Comparing *comparing, const char *path, gboolean is_old, gboolean is_new,
              GError **error)
{
  Difference *difference = comparing->difference;
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before = 0, n_after = 0;

  if ((is_old && !read_file (difference->old, path, &before, &n_before, error))
      || (is_new && !read_file (difference->new, path, &after, &n_after, error)))
    return FALSE;
  if (is_old && is_new && n_before == n_after && memcmp (before, after, n_before) == 0)
    return TRUE;
  FileDifference *file = g_new0 (FileDifference, 1);
  file->kind = made_kind (path);
  file->state = !is_old ? FILE_ADDED : !is_new ? FILE_GONE : FILE_CHANGED;
  file->path = g_strdup (path);
  file->old_lines = read_lines (file->kind, before, n_before);
  file->new_lines = read_lines (file->kind, after, n_after);
  if (file->old_lines && file->new_lines)
    file->changes = lines_compare (file->old_lines, file->new_lines);
  if (file->changes && !any_changed (file->changes)) {
    difference->n_unseen[file->kind]++;
    file_free (file);
  } else
    list_file (comparing, file);
  return TRUE;
}

/* --- the whole --- */

static int
compare_files (gconstpointer one, gconstpointer other)
{
  const FileDifference *first = *(FileDifference *const *) one;
  const FileDifference *second = *(FileDifference *const *) other;
  return first->kind != second->kind ? (int) first->kind - (int) second->kind
                                     : strcmp (first->path, second->path);
}

/* What a file of a document is called in a kit. Caller frees. */
static char *
name_in_kit (const FileDifference *file)
{
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autofree char *name = g_path_get_basename (file->path);

  if (file->kind != MADE_PAGE) {
    g_autofree char *slug = g_path_get_basename (folder);
    return g_strdup_printf ("%d %d %s/%s", file->kind, file->state, slug, name);
  }
  return g_strdup_printf ("%d %d %.*s/index.html", file->kind, file->state,
                          (int) strcspn (name, "."), name);
}

static void
mark_echoes (Difference *difference)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < difference->files->len; i++) {
    const FileDifference *file = difference->files->pdata[i];
    if (kit_name (file->path) == NULL)
      g_hash_table_add (own, name_in_kit (file));
  }
  for (guint i = 0; i < difference->files->len; i++) {
    FileDifference *file = difference->files->pdata[i];
    const char *in_kit = kit_name (file->path);
    g_autofree char *name =
      in_kit ? g_strdup_printf ("%d %d %s", file->kind, file->state, in_kit) : NULL;
    file->is_echo = file->kind == MADE_LIST || (name && g_hash_table_contains (own, name));
  }
}

Difference *
difference_new (const char *old, const char *new, char **only, GError **error)
{
  g_autoptr (GHashTable) before = list_folder (old, only, error);
  g_autoptr (GHashTable) after = before ? list_folder (new, only, error) : NULL;
  g_autoptr (GHashTable) kits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (Difference) difference = g_new0 (Difference, 1);
  Comparing comparing = { difference, kits };

  if (after == NULL)
    return NULL;
  difference->old = g_strdup (old);
  difference->new = g_strdup (new);
  difference_name (difference, old, new);
  difference->files = g_ptr_array_new_with_free_func (file_free);
  g_autoptr (GPtrArray) paths = compare_names (before, after);
  for (guint i = 0; i < paths->len; i++) {
    const char *path = paths->pdata[i];
    if (!compare_file (&comparing, path, g_hash_table_contains (before, path),
                       g_hash_table_contains (after, path), error))
      return NULL;
  }
  g_ptr_array_sort (difference->files, compare_files);
  mark_echoes (difference);
  return g_steal_pointer (&difference);
}

void
difference_name (Difference *difference, const char *old, const char *new)
{
  g_free (difference->old_name);
  g_free (difference->new_name);
  difference->old_name = g_strdup (old);
  difference->new_name = g_strdup (new);
}

void
difference_free (Difference *difference)
{
  if (difference == NULL)
    return;
  g_free (difference->old);
  g_free (difference->new);
  g_free (difference->old_name);
  g_free (difference->new_name);
  g_clear_pointer (&difference->files, g_ptr_array_unref);
  g_free (difference);
}
