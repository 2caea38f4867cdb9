/* SPDX-License-Identifier: MIT */
/* A page and its styles, for tests: read from a text, asked by id. */
#pragma once

#include "print/style/style.h"

#include "../support.h"

typedef struct {
  Source *source;
  Report *report;
  Markup *markup;
  StyleSheet *linked; /* what every <link> leads to; NULL: nothing */
  Styler *styler;
} StyledPage;

static inline const StyleSheet *
page_find_sheet (G_GNUC_UNUSED const char *href, G_GNUC_UNUSED const Element *link, gpointer data)
{
  return ((StyledPage *) data)->linked;
}

static inline void
page_clear (StyledPage *page)
{
  styler_free (page->styler);
  style_sheet_free (page->linked);
  markup_free (page->markup);
  report_free (page->report);
  source_free (page->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StyledPage, page_clear)

/* `linked` is the text of the sheet that links lead to, or NULL. */
static inline void
page_open (StyledPage *page, const char *xhtml, const char *linked)
{
  *page = (StyledPage){ .source = source_new ("a.html", xhtml, -1), .report = report_new () };
  if (linked) {
    g_autoptr (Source) css = source_new ("a.css", linked, -1);
    page->linked = style_sheet_new (css, page->report);
  }
  page->markup = markup_read (page->source, page->report);
  if (page->markup)
    page->styler =
      styler_new (page->markup, page->source, page_find_sheet, page, NULL, page->report);
}

/* With the sheet `css` in its head, and `body` in its body. */
static inline void
page_open_body (StyledPage *page, const char *css, const char *body)
{
  g_autofree char *xhtml =
    g_strconcat ("<html><head><style>", css, "</style></head><body>", body, "</body></html>", NULL);
  page_open (page, xhtml, NULL);
}

static inline const Element *
page_element (const Element *root, const char *id)
{
  const Element *found = root->id && strcmp (root->id, id) == 0 ? root : NULL;

  for (const Element *child = root->first_child; child && found == NULL; child = child->next)
    found = page_element (child, id);
  return found;
}

static inline const Style *
page_style_of (StyledPage *page, const Element *element)
{
  const Style *parent = element->parent ? page_style_of (page, element->parent) : NULL;
  return styler_style (page->styler, element, parent);
}

/* The style of the element with this id. */
static inline const Style *
page_style (StyledPage *page, const char *id)
{
  const Element *element = page_element (page->markup->root, id);
  g_assert_nonnull (element);
  return page_style_of (page, element);
}
