/* SPDX-License-Identifier: MIT */
#include "render/bundle.h"

#include "../support.h"

#define PAGE(style, attributes, text)                                                              \
  "<html><head><title>T</title>" style "</head>\n<body" attributes ">" text "</body></html>\n"

/* One head, each style once, each body an article that begins a page. */
static void
test_many (void)
{
  g_autoptr (Bundle) bundle = bundle_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true (
    bundle_add (bundle, PAGE ("<style>a</style>", " id=\"o-1\" class=\"x\"", "1"), "Phường 1"));
  g_assert_true (bundle_add (
    bundle, PAGE ("<style>b</style><style>a</style>", " id=\"o-2\"", "2</body>"), "\"2\" & 3"));
  g_assert_true (bundle_add (bundle, PAGE ("<style>b</style>", "", "3"), "3"));
  bundle_write (bundle, out);
  g_assert_cmpstr (
    out->str, ==,
    "<html><head><title>T</title><style>a</style><style>b</style>\n</head>\n<body>\n"
    "<article aria-label=\"Phường 1\" id=\"o-1\" class=\"x\">1</article>\n"
    "<article aria-label=\"&quot;2&quot; &amp; 3\" style=\"break-before: page\" "
    "id=\"o-2\">2</body></article>\n"
    "<article aria-label=\"3\" style=\"break-before: page\">3</article>\n</body>\n</html>\n");
}

static void
test_no_page (void)
{
  static const char *const pages[] = { "", "<p>a</p>", "<head></head>", "<body></body>",
                                       "<head></head><body>" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (Bundle) bundle = bundle_new ();
    g_assert_false (bundle_add (bundle, pages[i], "1"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/many", test_many);
  g_test_add_func ("/bundle/no-page", test_no_page);
  return g_test_run ();
}
