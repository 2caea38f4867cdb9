/* SPDX-License-Identifier: MIT */
#include "write/outputs.h"

#include "site_kit.h"

static const char *const paths[] = { "b/c/1.html", "a.html", "b/2.html", "b-3.html" };

static void
test_sorted_with_folders (void)
{
  g_autoptr (OldSite) none = old_site_new (-1, NULL);
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Outputs) outputs = outputs_new (paths, G_N_ELEMENTS (paths), none, clashes);
  static const char *const sorted[] = { "a.html", "b-3.html", "b/2.html", "b/c/1.html" };
  g_assert_cmpuint (clashes->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_assert_cmpstr (outputs->entries[outputs->sorted[i]].path, ==, sorted[i]);
    g_assert_cmpuint (outputs_find (outputs, paths[i]), ==, i);
    g_assert_cmpuint (outputs->entries[i].old, ==, MANIFEST_NONE);
  }
  g_assert_cmpuint (outputs_find (outputs, "b"), ==, OUTPUTS_NONE);
  g_assert_cmpuint (outputs_find (outputs, "zz"), ==, OUTPUTS_NONE);
  g_assert_true (outputs_have_folder (outputs, "b"));
  g_assert_true (outputs_have_folder (outputs, "b/c"));
  g_assert_false (outputs_have_folder (outputs, "a.html"));
  g_assert_cmpuint (outputs->folders->len, ==, 2);
}

static void
test_changes (void)
{
  static const gboolean counts[] = { [WRITER_OUTCOME_NONE] = FALSE,
                                     [WRITER_OUTCOME_KEPT] = FALSE,
                                     [WRITER_OUTCOME_CHANGED] = TRUE,
                                     [WRITER_OUTCOME_ADDED] = TRUE };
  g_autoptr (OldSite) none = old_site_new (-1, NULL);
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Outputs) outputs = outputs_new (paths, G_N_ELEMENTS (paths), none, clashes);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    outputs->entries[3].outcome = i;
    g_assert_cmpint (outputs_change (outputs), ==, counts[i]);
  }
}

static void
test_make_folder (void)
{
  g_autofree char *folder = scratch_new ();
  g_autoptr (OldSite) none = old_site_new (-1, NULL);
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Outputs) outputs = outputs_new (paths, G_N_ELEMENTS (paths), none, clashes);
  int fd = open (folder, O_RDONLY | O_DIRECTORY);
  g_assert_cmpint (outputs_make_folder (outputs, OUTPUTS_NONE, fd), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (outputs_make_folder (outputs, outputs->entries[0].folder, fd), ==, 0);
  g_autofree char *shown = tree_show (folder);
  g_assert_cmpstr (shown, ==, "b/\nb/c/\n");
  close (fd);
  scratch_remove (g_steal_pointer (&folder));
}

/* The entries of the old manifest are found, whatever lies between. */
static void
test_old (void)
{
  static const char *const old_paths[] = { "a.html", "b-1.html", "b-3.html", "b/c/1.html", "z" };
  g_autoptr (OldSite) old = old_site_new (-1, NULL);
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (old_paths); i++)
    manifest_add (old->manifest, &(ManifestEntry){ .path = old_paths[i] });
  g_autoptr (Outputs) outputs = outputs_new (paths, G_N_ELEMENTS (paths), old, clashes);
  static const guint wanted[] = { 3, 0, MANIFEST_NONE, 2 };
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_cmpuint (outputs->entries[i].old, ==, wanted[i]);
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/outputs/sorted", test_sorted_with_folders);
  g_test_add_func ("/write/outputs/changes", test_changes);
  g_test_add_func ("/write/outputs/make-folder", test_make_folder);
  g_test_add_func ("/write/outputs/old", test_old);
  return g_test_run ();
}
