/* SPDX-License-Identifier: MIT */
#include "load/captions.h"

#include "../support.h"
#include "load/body.h"
#include "render/html/body.h"

#define TABLE "| a |\n|---|\n| b |\n"

static char *
html_of (const char *markdown, guint *n_warnings)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  g_autoptr (GString) html = g_string_new (NULL);

  html_body (body_root (body), KIND_PAGE, NULL, "vi", NULL, NULL, FALSE, html);
  *n_warnings = report_n_warnings (report);
  return g_string_free (g_steal_pointer (&html), FALSE);
}

static void
test_marked (void)
{
  static const struct {
    const char *markdown;
    const char *has[3];
    guint n_warnings;
  } rows[] = {
    /* with and without an empty line, with and without a number; a number that is written counts */
    { "Bảng: Một\n\n" TABLE "\nBảng: Hai\n" TABLE,
      { "<caption>Bảng 1. Một</caption>", "<table id=\"bang_2\">", "aria-label=\"Bảng 2. Hai\"" },
      0 },
    { "Bảng 4. Một\n\n" TABLE "\nBảng: **Hai**\n" TABLE,
      { "<caption>Bảng 4. Một</caption>", "<caption>Bảng 5. <strong>Hai</strong>" },
      0 },
    { "Bảng 4: Một\n\n" TABLE "\n**Bảng: Hai**\n\n" TABLE,
      { "<caption>Bảng 4: Một</caption>", "<caption><strong>Bảng 5. Hai</strong></caption>" },
      0 },
    /* figures: below, above, in the next line, as the title; each word by itself */
    { "![a](a.svg)\n\nHình: Một\n\nHình: Hai\n\n![b](b.svg)\n",
      { "<figure id=\"hinh_1\">", "<figcaption>Hình 1. Một</figcaption>",
        "<figcaption>Hình 2. Hai</figcaption>" },
      0 },
    { "![a](a.svg)\nSơ đồ: Một\n\n![b](b.svg \"Hình: Hai\")\n",
      { "<figcaption>Sơ đồ 1. Một</figcaption>", "<figcaption>Hình 1. Hai</figcaption>" },
      0 },
    /* references */
    { "Xem [Bảng: số hộ], Bảng 2, Bảng 3.\n\nBảng: Số hộ nghèo\n\n" TABLE
      "\nBảng: Số hồ sơ\n\n" TABLE,
      { "Xem <a href=\"#bang_1\">Bảng 1</a>, <a href=\"#bang_2\">Bảng 2</a>, Bảng 3." },
      0 },
    { "Xem [Bảng: Số] và [Hình: x].\n\nBảng: Số hộ\n\n" TABLE "\nBảng: Số thôn\n\n" TABLE,
      { "<p>Xem [Bảng: Số] và [Hình: x].</p>" },
      2 },
    /* a number refers as a caption has it, and in the middle of a word nothing does */
    { "Xem Bảng 1.\n\nBảng .1, BBảng 1.\n\nBảng: Một\n\n" TABLE,
      { "Xem <a href=\"#bang_1\">Bảng 1</a>.", "<p>Bảng .1, BBảng 1.</p>" },
      0 },
    /* each word of a caption is missed, also where there is none */
    { "[Bảng: a] [Biểu: a] [Biểu đồ: a] [Hình: a] [Sơ đồ: a] [Bản đồ: a] [Bảng a] [a: b]", {}, 6 },
    { "Bảng 1. Một\n\n" TABLE "\nBảng 1. Hai\n\n" TABLE, { "<caption>Bảng 1. Hai" }, 1 },
    /* what only looks like it */
    { "Bảng: Số hộ\n\nCâu.\n", { "<p>Bảng: Số hộ</p>" }, 0 },
    { "Bảng 1. Một\n\n![a](a.svg)\n", { "<p>Bảng 1. Một</p>" }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint n_warnings;
    g_autofree char *html = html_of (rows[i].markdown, &n_warnings);
    g_test_message ("%s: %s", rows[i].markdown, html);
    for (guint k = 0; k < 3 && rows[i].has[k]; k++)
      g_assert_nonnull (strstr (html, rows[i].has[k]));
    g_assert_cmpuint (n_warnings, ==, rows[i].n_warnings);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/captions/marked", test_marked);
  return g_test_run ();
}
