/* SPDX-License-Identifier: MIT */
#include "print/place/fragments.h"

#include <string.h>

/* Fragments of ten points each, one below the other: '.' may be cut before, '-' should not, '!'
 * must.
 */
static GArray *
atoms_of (const char *marks)
{
  GArray *fragments = g_array_new (FALSE, TRUE, sizeof (Fragment));

  for (guint i = 0; marks[i]; i++) {
    Fragment fragment = { .top = i * 10, .bottom = i * 10 + 10 };
    fragment.before = marks[i] == '.' ? CUT_ALLOWED : marks[i] == '-' ? CUT_AVOIDED : CUT_FORCED;
    g_array_append_val (fragments, fragment);
  }
  return fragments;
}

/* Where stretches of `height` points begin. */
static char *
cuts (const char *marks, double height)
{
  g_autoptr (GArray) fragments = atoms_of (marks);
  GString *out = g_string_new (NULL);

  for (guint first = 0; first < fragments->len;) {
    first =
      fragments_fill (fragments, first, g_array_index (fragments, Fragment, first).top + height);
    g_string_append_printf (out, out->len ? " %u" : "%u", first);
  }
  return g_string_free (out, FALSE);
}

static void
test_fill (void)
{
  static const struct {
    const char *marks;
    double height;
    const char *cuts;
  } rows[] = {
    { "", 30, "" },
    { ".", 30, "1" },
    { "......", 30, "3 6" },
    { "......", 29.995, "3 6" }, /* rounding does not push a line out */
    { "......", 25, "2 4 6" },
    { "...-..", 30, "2 5 6" }, /* a heading goes with its text */
    { "..!...", 30, "2 5 6" },
    { "!.....", 30, "3 6" }, /* forced before the first: already there */
    { "------", 30, "3 6" }, /* nothing but avoided ones: cut all the same */
    { ".-----", 30, "3 6" },
    { "......", 5, "1 2 3 4 5 6" }, /* taller than the page: one at a time */
    { ".!!..", 30, "1 2 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *got = cuts (rows[i].marks, rows[i].height);
    g_test_message ("“%s” at %g", rows[i].marks, rows[i].height);
    g_assert_cmpstr (got, ==, rows[i].cuts);
  }
}

static void
test_other_pages (void)
{
  g_autoptr (GArray) fragments = atoms_of ("....");

  g_array_index (fragments, Fragment, 2).page = g_array_index (fragments, Fragment, 3).page =
    "wide";
  g_assert_cmpuint (fragments_fill (fragments, 0, 1000), ==, 2);
  g_assert_cmpuint (fragments_fill (fragments, 2, 1000), ==, 4);
}

/* A million lines in a blink: each is looked at about once, whatever may not be cut. */
static void
test_linear (void)
{
  g_autofree char *marks = g_malloc (1000001);
  memset (marks, '-', 1000000);
  marks[1000000] = '\0';
  g_autoptr (GArray) fragments = atoms_of (marks);
  gint64 start = g_get_monotonic_time ();

  for (guint first = 0; first < fragments->len;)
    first = fragments_fill (fragments, first, g_array_index (fragments, Fragment, first).top + 500);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragments/fill", test_fill);
  g_test_add_func ("/fragments/other-pages", test_other_pages);
  g_test_add_func ("/fragments/linear", test_linear);
  return g_test_run ();
}
