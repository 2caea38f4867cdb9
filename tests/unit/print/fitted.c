/* SPDX-License-Identifier: MIT */
#include "print/fitted.h"

#include <string.h>

static const double sizes[] = { 80, 60, 40, 0 };

static GPtrArray *
fit (const char *text, double width, double height, guint most, double *size)
{
  const FittedBox box = { width, height, most, sizes, TRUE, FALSE };
  return fitted_lines (text, &box, size);
}

/* The largest at which all of it fits, in width, in height and in lines; words stay whole. */
static void
test_fits (void)
{
  static const struct {
    const char *text;
    double width, height, size;
    guint most, n;
  } rows[] = {
    { "Nước", 600, 400, 80, 3, 1 },
    { "Diệt lăng quăng, chặn sốt xuất huyết", 900, 400, 80, 3, 2 },
    { "Diệt lăng quăng, chặn sốt xuất huyết", 900, 100, 40, 3, 1 },
    { "Nghiêmtrangnghiêmtrang", 900, 400, 60, 3, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double size = 0;
    g_autoptr (GPtrArray) lines =
      fit (rows[i].text, rows[i].width, rows[i].height, rows[i].most, &size);
    g_test_message ("%s: %u lines of %.0f", rows[i].text, lines->len, size);
    g_assert_cmpuint (lines->len, ==, rows[i].n);
    g_assert_cmpfloat (size, ==, rows[i].size);
    g_ptr_array_add (lines, NULL);
    g_autofree char *whole = g_strjoinv (" ", (char **) lines->pdata);
    g_assert_cmpstr (whole, ==, rows[i].text);
    for (guint j = 0; lines->pdata[j]; j++)
      g_assert_cmpfloat (fitted_width (lines->pdata[j], TRUE, size), <=, rows[i].width);
  }
}

/* A headline leaves no word alone, where another size would not be smaller. */
static void
test_balanced (void)
{
  FittedBox box = { 900, 400, 3, sizes, TRUE, TRUE };
  double size = 0;
  g_autoptr (GPtrArray) lines = fitted_lines ("Diệt lăng quăng, chặn sốt xuất huyết", &box, &size);

  g_assert_cmpfloat (size, ==, 80);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (lines->pdata[0], ==, "Diệt lăng quăng,");
  g_assert_cmpstr (lines->pdata[1], ==, "chặn sốt xuất huyết");
}

/* What is too long ends in “…”, within the width, at a word where there is one. */
static void
test_cut (void)
{
  static const char text[] = "Thông báo về việc tổ chức tiêm vắc xin phòng bệnh dại cho chó, mèo";
  double size = 0;
  g_autoptr (GPtrArray) lines = fit (text, 400, 100, 2, &size);
  const char *last = lines->pdata[1];
  g_autoptr (GPtrArray) letters = fit ("Nghiêmtrangnghiêmtrang", 100, 50, 1, &size);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_true (g_str_has_suffix (last, "…"));
  g_assert_cmpfloat (fitted_width (last, TRUE, size), <=, 400);
  g_autofree char *words = g_strndup (last, strlen (last) - strlen ("…"));
  const char *at = strstr (text, words);
  g_assert_nonnull (at);
  g_assert_cmpint (at[strlen (words)], ==, ' ');
  g_assert_true (g_str_has_suffix (letters->pdata[0], "…"));
  g_assert_cmpfloat (fitted_width (letters->pdata[0], TRUE, size), <=, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fitted/balanced", test_balanced);
  g_test_add_func ("/fitted/fits", test_fits);
  g_test_add_func ("/fitted/cut", test_cut);
  return g_test_run ();
}
