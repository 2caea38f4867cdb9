/* SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "../support.h"
#include "model/product.h"

/* All that can be asked for stands in it, once, and what cannot does not. What is said of each is
 * held against what is made by tests/print/test-products. */
static void
test_rows (void)
{
  char *text = NULL;
  size_t length = 0;
  FILE *stream = open_memstream (&text, &length);

  outputs_print (stream);
  fclose (stream);
  g_autofree char *owned = g_strdup (text);
  free (text);
  guint n = 0, n_lines = 0;
  for (const Product *product = product_next (NULL); product; product = product_next (product)) {
    if (product->word.english == NULL)
      continue;
    n++;
    g_autofree char *line =
      g_strdup_printf ("\n%s  %s", product->file ? product->file : "*.html", product->word.english);
    g_assert_nonnull (strstr (owned, line));
    g_assert_nonnull (strstr (owned, product->word.vietnamese));
  }
  for (const char *p = owned; (p = strchr (p, '\n')); p++)
    n_lines += p[1] != ' ' && p[1] != '\n' && p[1] != '\0';
  g_assert_cmpuint (n_lines, ==, n);
  g_assert_nonnull (strstr (owned, "to-roi.pdf  leaflet, tờ rơi\n"
                                   "    paper: A5, up to 2 pages\n"
                                   "    print: bleed/tràn lề, booklet/sách gấp, grey/đen trắng, "
                                   "cmyk/bốn màu, ink_saving/tiết kiệm mực\n"
                                   "    usual for: guide\n"
                                   "    usual when sent, for: bulletin, notice\n"
                                   "    part of: kits, bundles\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outputs/rows", test_rows);
  return g_test_run ();
}
