/* SPDX-License-Identifier: MIT */
#include "print/style/shorthand.h"

#include "../style_kit.h"

/* Both ways of writing make the same style, which is then one Style. */
static const struct {
  const char *shorthand, *longhands;
} rows[] = {
  { "margin: 1pt", "margin-top: 1pt; margin-right: 1pt; margin-bottom: 1pt; margin-left: 1pt" },
  { "margin: 1pt auto",
    "margin-top: 1pt; margin-right: auto; margin-bottom: 1pt; margin-left: auto" },
  { "margin: 1pt 2% -3pt",
    "margin-top: 1pt; margin-right: 2%; margin-bottom: -3pt; margin-left: 2%" },
  { "margin: 1pt 2pt 3pt 4pt",
    "margin-top: 1pt; margin-right: 2pt; margin-bottom: 3pt; margin-left: 4pt" },
  { "padding: 0 1em", "padding-top: 0; padding-right: 1em; padding-bottom: 0; padding-left: 1em" },
  { "inset: 0 auto", "top: 0; right: auto; bottom: 0; left: auto" },
  { "margin-block: 1pt 2pt", "margin-top: 1pt; margin-bottom: 2pt" },
  { "margin-inline: auto", "margin-left: auto; margin-right: auto" },
  { "padding-inline: 1pt 2pt", "padding-left: 1pt; padding-right: 2pt" },
  { "padding-block: 3pt", "padding-top: 3pt; padding-bottom: 3pt" },
  { "border: 1pt solid red",
    "border-top-width: 1pt; border-right-width: 1pt; border-bottom-width: 1pt; border-left-width: "
    "1pt; border-style: solid; border-color: red" },
  { "border: red solid", "border-width: medium; border-style: solid; border-color: red" },
  { "border: solid", "border-width: medium; border-style: solid; border-color: currentcolor" },
  { "border: solid; border: none", "border-style: none" },
  { "border: 0", "border-style: none" },
  { "border-left: dashed 2pt", "border-left-style: dashed; border-left-width: 2pt" },
  { "border-style: solid none; border-width: 1pt 2pt 3pt",
    "border-top: 1pt solid; border-bottom: 3pt solid" },
  { "border-radius: 1pt", "border-top-left-radius: 1pt; border-top-right-radius: 1pt; "
                          "border-bottom-right-radius: 1pt; border-bottom-left-radius: 1pt" },
  { "border-radius: 1pt 2pt", "border-top-left-radius: 1pt; border-top-right-radius: 2pt; "
                              "border-bottom-right-radius: 1pt; border-bottom-left-radius: 2pt" },
  { "background: #123", "background-color: #112233" },
  { "background: none", "background-color: transparent" },
  { "font: 12pt serif", "font-size: 12pt; font-family: serif; line-height: normal" },
  { "font: italic bold 12pt/1.3 'Times New Roman', serif",
    "font-style: italic; font-weight: bold; font-size: 12pt; line-height: 1.3; font-family: 'Times "
    "New Roman', serif" },
  { "font: bold italic 120% / 14pt Times New Roman",
    "font-weight: bold; font-style: italic; font-size: 120%; line-height: 14pt; font-family: "
    "'Times New Roman'" },
  { "font: normal normal 700 1em serif",
    "font-weight: 700; font-family: serif; line-height: normal" },
  { "line-height: 2; font-weight: bold; font: 1em serif",
    "font-family: serif; line-height: normal" },
  { "list-style: none", "list-style-type: none" },
  { "list-style: inside '– '", "list-style-type: '– '; list-style-position: inside" },
  { "text-decoration: underline line-through", "text-decoration-line: line-through underline" },
  { "text-decoration: none", "" },
  { "flex: none", "flex-grow: 0; flex-shrink: 0; flex-basis: auto" },
  { "flex: auto", "flex-grow: 1; flex-shrink: 1; flex-basis: auto" },
  { "flex: 2", "flex-grow: 2; flex-shrink: 1; flex-basis: 0%" },
  { "flex: 2 3", "flex-grow: 2; flex-shrink: 3; flex-basis: 0%" },
  { "flex: 0 0 40mm", "flex-grow: 0; flex-shrink: 0; flex-basis: 40mm" },
  { "flex: 40mm", "flex-grow: 1; flex-shrink: 1; flex-basis: 40mm" },
  { "flex: 1 40mm", "flex-grow: 1; flex-shrink: 1; flex-basis: 40mm" },
  { "flex: initial", "" },
  { "flex-flow: wrap column", "flex-direction: column; flex-wrap: wrap" },
  { "gap: 1pt", "row-gap: 1pt; column-gap: 1pt" },
  { "gap: 1pt 2pt", "row-gap: 1pt; column-gap: 2pt" },
  { "columns: 2", "column-count: 2" },
  { "columns: 2 30mm", "column-count: 2; column-width: 30mm" },
  { "columns: 30mm auto", "column-width: 30mm" },
  { "column-rule: 1pt solid", "column-rule-width: 1pt; column-rule-style: solid" },
  { "margin: inherit",
    "margin-top: inherit; margin-right: inherit; margin-bottom: inherit; margin-left: inherit" },
  { "font: inherit", "font-style: inherit; font-weight: inherit; font-size: inherit; line-height: "
                     "inherit; font-family: inherit" },
  { "border: initial", "border-style: none" },
};

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StyledPage) page;
    g_autofree char *css =
      g_strdup_printf ("div { font: 20pt/2 monospace; margin: 7pt } #a { %s } #b { %s }",
                       rows[i].shorthand, rows[i].longhands);
    g_test_message ("%s", rows[i].shorthand);
    page_open_body (&page, css, "<div><span id='a'/><span id='b'/></div>");
    g_autofree char *faults = report_text (page.report);
    g_assert_cmpstr (faults, ==, "");
    g_assert_true (page_style (&page, "a") == page_style (&page, "b"));
  }
}

/* What is wrong in one part sets nothing at all. */
static void
test_wrong (void)
{
  static const char *const wrong[] = { "margin: 1pt 2pt 3pt 4pt 5pt",
                                       "margin: 1pt x",
                                       "margin: inherit 1pt",
                                       "margin:",
                                       "border: 1pt 2pt",
                                       "border: solid dashed",
                                       "border: 1pt solid groove",
                                       "border: red 1pt blue",
                                       "border-radius: 1pt / 2pt",
                                       "background: red url(a.png)",
                                       "background: url(a.png)",
                                       "font: 12pt",
                                       "font: serif",
                                       "font: bold serif",
                                       "font: 12pt/ serif",
                                       "font: caption",
                                       "list-style: square circle",
                                       "text-decoration: underline red",
                                       "text-decoration: wavy",
                                       "flex: 1 2 3",
                                       "flex: x",
                                       "gap: 1pt 2pt 3pt",
                                       "columns: 2 2",
                                       "flex-flow: row column",
                                       "inset: none" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_auto (StyledPage) page;
    g_autofree char *css = g_strdup_printf ("#a { %s }", wrong[i]);
    g_test_message ("%s", wrong[i]);
    page_open_body (&page, css, "<b id='a'/><b id='b'/>");
    g_assert_cmpuint (report_n_errors (page.report), ==, 1);
    g_assert_true (page_style (&page, "a") == page_style (&page, "b"));
  }
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  shorthand_add_names (names);
  g_assert_cmpuint (names->len, >, 20);
  for (guint i = 0; i < names->len; i++) {
    const Shorthand *shorthand = shorthand_find (names->pdata[i]);
    g_assert_nonnull (shorthand);
    g_assert_null (property_find (names->pdata[i]));
    g_assert_nonnull (shorthand_first (shorthand));
    g_autofree char *form = shorthand_form (shorthand);
    g_assert_cmpstr (form, !=, "");
  }
  g_assert_null (shorthand_find ("color"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shorthand/same", test_same);
  g_test_add_func ("/shorthand/wrong", test_wrong);
  g_test_add_func ("/shorthand/names", test_names);
  return g_test_run ();
}
