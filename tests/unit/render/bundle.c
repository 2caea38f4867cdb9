/* SPDX-License-Identifier: MIT */
#include "render/bundle.h"

#include "../support.h"

#define PAGE(style, attributes, text)                                                              \
  "<html><head><title>T</title>" style "</head>\n<body" attributes ">" text "</body></html>\n"

/* One head, each style once, each body a part that begins a page. */
static void
test_many (void)
{
  g_autoptr (Bundle) bundle = bundle_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true (bundle_add (bundle, PAGE ("<style>a</style>", " id=\"o-1\" class=\"x\"", "1")));
  g_assert_true (
    bundle_add (bundle, PAGE ("<style>b</style><style>a</style>", " id=\"o-2\"", "2</body>")));
  g_assert_true (bundle_add (bundle, PAGE ("<style>b</style>", "", "3")));
  bundle_write (bundle, out);
  g_assert_cmpstr (out->str, ==,
                   "<html><head><title>T</title><style>a</style><style>b</style>\n</head>\n<body>\n"
                   "<div id=\"o-1\" class=\"x\">1</div>\n"
                   "<div style=\"break-before: page\" id=\"o-2\">2</body></div>\n"
                   "<div style=\"break-before: page\">3</div>\n</body>\n</html>\n");
}

static void
test_no_page (void)
{
  static const char *const pages[] = { "", "<p>a</p>", "<head></head>", "<body></body>",
                                       "<head></head><body>" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (Bundle) bundle = bundle_new ();
    g_assert_false (bundle_add (bundle, pages[i]));
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
