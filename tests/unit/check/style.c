/* SPDX-License-Identifier: MIT */
#include "check/style.h"

#include <string.h>

static gboolean
is_inside (const char *url, G_GNUC_UNUSED gpointer data)
{
  return *url == '#';
}

static void
test_check (void)
{
  static const struct {
    const char *css, *culprit; /* NULL: good */
  } rows[] = {
    { "", NULL },
    { "fill: url(#a); stroke: url( \"#b\" )", NULL },
    { "a { color: rgb(0 0 0); width: calc(1px + var(--x)) } @media print { b { c: d } }", NULL },
    { "/* url(x) @import */ a { content: \"url(x)\" }", NULL },
    { "a[href=\"url(x)\"]:not(.b)::before { transform: rotate(1deg) }", NULL },
    { "url (x)", NULL },
    { "fill: url(x)", "url(x)" },
    { "fill: URL('x')", "url(x)" },
    { "fill: \\75rl(x)", "url(x)" },
    { "fill: url(\\23 a)", NULL }, /* an escaped # is one */
    { "fill: url()", "url()" },
    { "fill: url(x", "url(x)" },
    { "@IMPORT 'x'", "@import" },
    { "@\\69 mport 'x'", "@import" },
    { "mask: image-set('x' 1x)", "image-set()" },
    { "mask: -webkit-image-set('x' 1x)", "-webkit-image-set()" },
    { "\"\n url(x)", "url(x)" }, /* a text ends with its line */
    { "/* open url(x)", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *culprit = NULL;
    gboolean is_good = style_check (rows[i].css, strlen (rows[i].css), is_inside, NULL, &culprit);
    if (is_good != (rows[i].culprit == NULL) || g_strcmp0 (culprit, rows[i].culprit) != 0)
      g_error ("%s: %s", rows[i].css, culprit);
  }
}

static void
test_declarations (void)
{
  static const struct {
    const char *css;
    gsize length;
  } rows[] = { { "a:b;c", 3 },      { "a", 1 },       { "a:\";\";c", 5 }, { "a:b(;);c", 6 },
               { "a:/*;*/b;c", 8 }, { "a:\\;;c", 4 }, { "a:);c", 3 } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *end = rows[i].css + strlen (rows[i].css);
    g_assert_cmpuint (style_declaration_end (rows[i].css, end) - rows[i].css, ==, rows[i].length);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/check", test_check);
  g_test_add_func ("/style/declarations", test_declarations);
  return g_test_run ();
}
