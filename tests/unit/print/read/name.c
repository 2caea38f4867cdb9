/* SPDX-License-Identifier: MIT */
#include "print/read/name.h"

#include "../../support.h"

static void
test_same (void)
{
  const char *note = name_intern ("note-x", 4);

  g_assert_cmpstr (note, ==, "note");
  g_assert_true (name_intern ("note", 4) == note);
  g_assert_true (name_intern ("noted", 4) == note);
  g_assert_true (name_intern ("noted", 5) != note);
  g_assert_cmpstr (name_intern ("", 0), ==, "");
  g_assert_true (name_intern ("", 0) == name_intern ("x", 0));
}

static void
test_vocabulary (void)
{
  static const char *const names[] = { "td", "svg", "href", "viewBox", "pages" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (name_intern (names[i], strlen (names[i])) == g_intern_string (names[i]));
}

/* As many and as long as a page likes. */
static void
test_many (void)
{
  g_autofree char *large = g_strnfill (1 << 20, 'x');

  for (guint i = 0; i < 300000; i++) {
    g_autofree char *name = g_strdup_printf ("name-%u", i);
    name_intern (name, strlen (name));
  }
  g_assert_true (name_intern ("name-299999", 11) == name_intern ("name-299999", 11));
  g_assert_true (name_intern (large, 1 << 20) == name_intern (large, 1 << 20));
  for (gsize length = 60; length < 70; length++)
    g_assert_cmpuint (strlen (name_intern (large, length)), ==, length);
}

static gpointer
intern_all (gpointer data)
{
  const char **names = data;

  for (guint i = 0; i < 1000; i++) {
    g_autofree char *name = g_strdup_printf ("thread-%u", i);
    names[i] = name_intern (name, strlen (name));
  }
  return NULL;
}

static void
test_threads (void)
{
  static const char *names[4][1000];
  GThread *threads[4];

  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("names", intern_all, names[i]);
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpmem (names[i], sizeof names[i], names[0], sizeof names[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/same", test_same);
  g_test_add_func ("/name/vocabulary", test_vocabulary);
  g_test_add_func ("/name/many", test_many);
  g_test_add_func ("/name/threads", test_threads);
  return g_test_run ();
}
