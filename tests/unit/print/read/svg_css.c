/* SPDX-License-Identifier: MIT */
#include "print/read/svg_css.h"

#include "../../support.h"

/* What a sheet declares of <path class="a b" id="c">. Caller frees. */
static char *
declared (const char *css, gboolean *is_good)
{
  g_autoptr (SvgSheet) sheet = svg_sheet_new ();
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SvgDeclaration));
  const char *const classes[] = { "a", "b", NULL };
  const Element element = { .name = "path", .id = "c", .classes = classes };
  GString *out = g_string_new (NULL);

  *is_good = svg_sheet_add (sheet, css);
  svg_sheet_declare (sheet, &element, all);
  for (guint i = 0; i < all->len; i++) {
    const SvgDeclaration *one = &g_array_index (all, SvgDeclaration, i);
    g_autofree char *value = g_strndup (one->value, one->length);
    g_string_append_printf (out, "%s%s=%s", i ? " " : "", one->name, g_strstrip (value));
  }
  return g_string_free (out, FALSE);
}

static void
test_rules (void)
{
  static const struct {
    const char *css, *declared;
    gboolean is_good;
  } rows[] = {
    { "", "", TRUE },
    { "path{fill:red}", "fill=red", TRUE },
    { ".a{fill:red}\n.b { FILL : blue ; stroke:none }", "fill=blue stroke=none", TRUE },
    { ".b{fill:blue}.a{fill:red}path{fill:green}*{fill:black}", "fill=red", TRUE },
    { "#c{fill:red}.a.b{fill:blue}", "fill=red", TRUE },
    { "rect,path.a , .z{fill:red}", "fill=red", TRUE },
    { ".z{fill:red}#d{fill:red}path.z{fill:red}", "", TRUE },
    { "path{fill:red!important}.a{fill:blue}", "fill=red", TRUE },
    { "/* .a{} */ .a{ /* x */ fill:red; font-family:'a;b' }", "fill=red font-family='a;b'", TRUE },
    { "@charset 'utf-8';@font-face{x:y}.a{fill:red}", "fill=red", TRUE },
    { "g .a{fill:red}", "", FALSE },
    { ".a:hover{fill:red}.a{fill:blue}", "fill=blue", FALSE },
    { "@media print{.a{fill:red}}.b{fill:blue}", "fill=blue", FALSE },
    { ".a{fill:red", "", TRUE },
    { "}{", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean is_good;
    g_autofree char *got = declared (rows[i].css, &is_good);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpstr (got, ==, rows[i].declared);
    g_assert_true (is_good == rows[i].is_good);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg-css/rules", test_rules);
  return g_test_run ();
}
