/* SPDX-License-Identifier: MIT */
#include "print/system_fonts.h"

#include "../support.h"

/* What fontconfig is told by its environment: a configuration of ours with one folder of fonts that
 * is there and one that is not. */
static void
test_list (void)
{
  g_autofree char *folder = scratch_new ();
  g_autofree char *configuration = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *absent = g_build_filename (folder, "later", NULL);
  g_autofree char *text = g_strdup_printf (
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    "<dir>/usr/share/fonts/truetype/liberation2</dir><dir>%s</dir><cachedir>%s/cache</cachedir>"
    "</fontconfig>",
    absent, folder);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint n_fonts = 0;

  scratch_write (folder, "fonts.conf", text, -1);
  g_setenv ("FONTCONFIG_FILE", configuration, TRUE);
  system_fonts_list (paths);
  g_assert_true (g_ptr_array_find_with_equal_func (paths, configuration, g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (paths, absent, g_str_equal, NULL));
  for (guint i = 0; i < paths->len; i++) {
    g_assert_true (g_path_is_absolute (paths->pdata[i]));
    n_fonts += g_str_has_suffix (paths->pdata[i], ".ttf");
  }
  if (g_file_test ("/usr/share/fonts/truetype/liberation2", G_FILE_TEST_IS_DIR))
    g_assert_cmpuint (n_fonts, >=, 4);
  scratch_remove (g_steal_pointer (&folder));
}

/* Those that choose another font or configuration. */
static void
test_variables (void)
{
  static const char *const wanted[] = { "FONTCONFIG_FILE", "FONTCONFIG_PATH", "HOME", "LANG",
                                        "XDG_DATA_HOME" };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_strv_contains (system_fonts_variables, wanted[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/system-fonts/list", test_list);
  g_test_add_func ("/print/system-fonts/variables", test_variables);
  return g_test_run ();
}
