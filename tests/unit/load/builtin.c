/* SPDX-License-Identifier: MIT */
#include "load/builtin.h"

#include <string.h>

static void
test_source (void)
{
  g_autoptr (Source) page = builtin_source ("templates/web/page.mustache");
  g_autoptr (Source) none = builtin_source ("templates/web/none.mustache");

  g_assert_null (none);
  g_assert_cmpstr (page->path, ==, "(loa)/templates/web/page.mustache");
  g_assert_cmpuint (page->length, ==, strlen (page->text));
  g_assert_nonnull (strstr (page->text, "{{"));
}

/* All of the lexicon is there: a map of what it is divided into, none of them empty. */
static void
test_lexicon (void)
{
  g_autoptr (Value) lexicon = builtin_lexicon ();
  g_autofree char *dump = value_dump (lexicon);

  g_assert_nonnull (strstr (dump, "\"UBND\""));
  g_assert_null (strstr (dump, "{}"));
}

/* Sorted, with their endings. */
static void
test_template_files (void)
{
  g_auto (GStrv) names = builtin_template_files ();

  g_assert_true (g_strv_contains ((const char *const *) names, "web/base.mustache"));
  g_assert_true (g_strv_contains ((const char *const *) names, "print/letter.css"));
  for (char **name = names + 1; *name; name++)
    g_assert_cmpint (strcmp (name[-1], name[0]), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/builtin/source", test_source);
  g_test_add_func ("/builtin/lexicon", test_lexicon);
  g_test_add_func ("/builtin/template-files", test_template_files);
  return g_test_run ();
}
