/* SPDX-License-Identifier: MIT */
#include "model/stock.h"

#include "model/palette.h"
#include "print/read/drawing.h"
#include "text/fold.h"

#include "../support.h"

/* Every drawing is found, says what it shows, is a vector of its own and has the shades that are
 * changed. */
static void
test_all (void)
{
  guint n;
  const Stock *all = stock_all (&n);
  const Palette palette = palette_of (NULL);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PathStore) paths = path_store_new ();

  g_assert_cmpuint (n, >=, 60);
  for (guint i = 0; i < n; i++) {
    g_autofree char *slug = text_slug (all[i].name);
    g_autoptr (Source) file = source_new (all[i].name, all[i].svg, strlen (all[i].svg));
    g_autoptr (Report) report = report_new ();
    g_autoptr (Drawing) drawing = drawing_read (file, paths, report);
    g_test_message ("%s", all[i].name);
    g_assert_true (stock_find (all[i].name) == &all[i]);
    g_assert_cmpstr (slug, ==, all[i].name);
    g_assert_true (i == 0 || strcmp (all[i - 1].name, all[i].name) < 0);
    g_assert_cmpint (g_utf8_strlen (all[i].title, -1), >, 4);
    g_assert_true (g_hash_table_add (titles, (gpointer) all[i].title));
    g_assert_nonnull (strstr (all[i].svg, "viewBox=\"0 0 100 100\""));
    gboolean has_shade = FALSE;
    for (Shade shade = 0; shade < N_SHADES; shade++)
      has_shade |= strstr (all[i].svg, palette.shades[shade]) != NULL;
    g_assert_true (has_shade);
    g_assert_cmpuint (report_n_errors (report) + report_n_warnings (report), ==, 0);
    g_assert_null (drawing->beyond);
  }
}

static void
test_names (void)
{
  static const struct {
    const char *url, *name;
  } rows[] = {
    { "hinh:lu", "lu" },
    { "hình:lu", "lu" },
    { "hi\xcc\x80nh:lu", "lu" }, /* composed as some keyboards do */
    { "hinh:Thùng rác", "thung-rac" },
    { "hinh:th%C3%B9ng-r%C3%A1c", "thung-rac" },
    { "hinh.png", NULL },
    { "hinh/lu.svg", NULL },
    { "%ff", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = stock_name (rows[i].url);
    g_assert_cmpstr (name, ==, rows[i].name);
  }
  g_assert_cmpstr (stock_suggest ("thung-rat"), ==, "thung-rac");
  g_assert_null (stock_suggest ("khong-gi-ca"));
  g_assert_null (stock_find ("thung-rat"));
}

/* Its own colours become those that are asked for, black and white stay. */
static void
test_colours (void)
{
  const Stock *jar = stock_find ("lu");
  g_autoptr (GString) same = g_string_new (NULL), green = g_string_new (NULL),
                      page = g_string_new (NULL);

  stock_write (jar, NULL, same);
  g_assert_cmpstr (same->str, ==, jar->svg);
  stock_write (jar, "#0a6b62", green);
  g_assert_null (strstr (green->str, "#a8141c"));
  g_assert_nonnull (strstr (green->str, "#0a6b62"));
  g_assert_nonnull (strstr (green->str, "#1b1b1b"));
  stock_write_inline (jar, NULL, "a \"b\" < c", page);
  g_assert_true (g_str_has_prefix (page->str, "<svg class=\"drawing\" role=\"img\" "
                                              "aria-label=\"a &quot;b&quot; &lt; c\""));
  g_assert_true (g_str_has_suffix (page->str, "</svg>"));
  g_assert_null (strstr (page->str, "<title>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock/all", test_all);
  g_test_add_func ("/stock/names", test_names);
  g_test_add_func ("/stock/colours", test_colours);
  return g_test_run ();
}
