/* SPDX-License-Identifier: MIT */
#include "print/style/styles.h"

#include "../style_kit.h"

typedef struct {
  StyleStore *store;
  StyleSheet *sheet;
} Press;

/* Opens a page of the press; what it had is given back. */
static void
next_page (Press *press, StyledPage *page, guint shape, const char *xhtml)
{
  if (page->styler) {
    page->linked = NULL;
    page_clear (page);
  }
  page_open (page, xhtml, NULL);
  styler_free (page->styler);
  page->linked = press->sheet;
  page->markup->shape = shape;
  page->styler =
    styler_new (page->markup, page->source, page_find_sheet, page, press->store, page->report);
}

static void
close_press (Press *press, StyledPage *page)
{
  page_clear (page);
  style_store_free (press->store);
}

#define LINKED(body) "<html><head><link rel='stylesheet' href='a.css'/></head>" body "</html>"

static Press
open_press (const char *text)
{
  g_autoptr (Source) css = source_new ("a.css", text, -1);
  g_autoptr (Report) report = report_new ();
  return (Press){ style_store_new (), style_sheet_new (css, report) };
}

static void
test_kept (void)
{
  Press press = open_press ("p { color: red } b { font-size: 2rem }");
  StyledPage page = { 0 };

  next_page (&press, &page, 0, LINKED ("<p id='x'/>"));
  const Style *first = page_style (&page, "x");
  next_page (&press, &page, 0, LINKED ("<p/><p id='x'/>"));
  g_assert_true (page_style (&page, "x") == first);
  next_page (&press, &page, 0, "<html><p id='x'/></html>"); /* without the sheet */
  g_assert_cmpuint (page_style (&page, "x")->colour.red, ==, 0);
  close_press (&press, &page);
}

/* What a page declares itself does not reach the next. */
static void
test_own (void)
{
  Press press = open_press ("p { color: red }");
  StyledPage page = { 0 };

  for (guint i = 0; i < 3; i++) {
    next_page (&press, &page, 0,
               LINKED ("<style>p { color: blue }</style><p id='x' style='font-size: 40pt'/>"));
    g_assert_cmpuint (page_style (&page, "x")->colour.blue, ==, 255);
    g_assert_cmpuint (page_style (&page, "x")->font_size, ==, 40);
    next_page (&press, &page, 0, LINKED ("<p id='x' style='font-size: 30pt'/>"));
    g_assert_cmpuint (page_style (&page, "x")->colour.blue, ==, 0);
    g_assert_cmpuint (page_style (&page, "x")->font_size, ==, 30);
    next_page (&press, &page, 0, LINKED ("<p id='x'/>"));
    g_assert_cmpuint (page_style (&page, "x")->colour.red, ==, 255);
    g_assert_cmpuint (page_style (&page, "x")->font_size, ==, 12);
  }
  close_press (&press, &page);
}

/* A <style> is parsed once, unless something is wrong with it; and there may be ever so many. */
static void
test_sheets (void)
{
  Press press = open_press ("p { color: red }");
  StyledPage page = { 0 };

  for (guint i = 0; i < 3; i++) {
    next_page (&press, &page, 0, LINKED ("<style>p { color: blue }</style><p id='x'/>"));
    g_assert_cmpuint (page_style (&page, "x")->colour.blue, ==, 255);
    g_assert_nonnull (style_store_sheet (press.store, "p { color: blue }"));
    next_page (&press, &page, 0, LINKED ("<style>p { colour: blue }</style><p id='x'/>"));
    g_assert_cmpuint (report_n_errors (page.report) + report_n_warnings (page.report), >, 0);
  }
  for (guint i = 0; i < 600; i++) {
    g_autofree char *xhtml =
      g_strdup_printf (LINKED ("<style>p { font-size: %upt }</style><p id='x' style='%s'/>"), i + 1,
                       i % 2 ? "color: blue" : "");
    next_page (&press, &page, 0, xhtml);
    g_assert_cmpuint (page_style (&page, "x")->font_size, ==, i + 1);
  }
  g_assert_null (style_store_sheet (press.store, "p { color: blue }"));
  close_press (&press, &page);
}

/* Elements of pages of one shape have one style; those of another shape are matched anew. */
static void
test_shapes (void)
{
  Press press = open_press (".a { color: red } .b { color: blue } .b::before { content: '>' }");
  StyledPage page = { 0 };

  for (guint i = 0; i < 3; i++) {
    next_page (&press, &page, 1, LINKED ("<p id='x' class='a'/>"));
    g_assert_cmpuint (page_style (&page, "x")->colour.red, ==, 255);
    g_assert_null (styler_pseudo (page.styler, page_element (page.markup->root, "x"),
                                  page_style (&page, "x"), PSEUDO_BEFORE));
    next_page (&press, &page, 2, LINKED ("<p id='x' class='b'/>"));
    g_assert_cmpuint (page_style (&page, "x")->colour.blue, ==, 255);
    g_assert_nonnull (styler_pseudo (page.styler, page_element (page.markup->root, "x"),
                                     page_style (&page, "x"), PSEUDO_BEFORE));
  }
  close_press (&press, &page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/styles/kept", test_kept);
  g_test_add_func ("/styles/own", test_own);
  g_test_add_func ("/styles/sheets", test_sheets);
  g_test_add_func ("/styles/shapes", test_shapes);
  return g_test_run ();
}
