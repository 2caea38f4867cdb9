/* SPDX-License-Identifier: MIT */
/* The body of a document as HTML5 for the web, as XHTML for paper. Pure: the same tree gives the
 * same bytes. */
#pragma once

#include "base/value.h"
#include "model/body_facts.h"
#include "model/site.h"

/* Appends the body. Headings start at h2 and have ids; in guides “Cách 1”, “Mức 2” open sections of
 * their own. What is meant for other channels is left out, and so is raw HTML. TRUE when pictures
 * are shown. Photos of `site` are offered in the widths it has, and its fixed words
 * in `lang` are said; NULL: pictures are as they are, and words their keys.
 * Drawings by name are in the shades of `colour`, “#rrggbb” or NULL. `contents` (a list, or NULL)
 * gets a map for each heading of the second level: `id`, `title`, `is_variant`. With `has_lines`
 * each block says in `data-line` which line of the file it comes from. */
gboolean html_body (cmark_node *body, DocumentKind kind, const Site *site, const char *lang,
                    const char *colour, Value *contents, gboolean has_lines, GString *out);

/* The table of contents of a page or sheet, as the parts of its text are written one by one. */
typedef struct {
  GHashTable *ids;    /* model/heading_ids.h: none of its parts has the id of another */
  Value *entries;     /* gets what is listed (model/contents.h); NULL: nobody asked for that */
  guint n_tables;     /* written so far, in all parts */
  const Site *words;  /* whose fixed words the parts say, in Vietnamese; NULL: their keys */
  gboolean has_lines; /* of the web: blocks say which line they come from, as with html_body() */
  gboolean has_parts; /* “Phần thứ nhất” came, so all others stand below one */
} HtmlContents;

/* Adds an entry, a map: `id`, `title`, `level` ("1" to "3"), `has_page` (its pages count with those
 * of the text). */
void html_contents_add (Value *entries, const char *id, const char *title, guint level,
                        gboolean has_page);

/* The same as html_body() of the blocks from `first` up to `end` (NULL: the last). */
void html_blocks (cmark_node *first, cmark_node *end, DocumentKind kind, HtmlContents *contents,
                  GString *out);
/* A value by itself: a link to call, to write to or to follow on the web, a number in one piece on
 * paper. */
void html_fact (GString *out, const Fact *fact, gboolean is_paper);
/* An address within the site as seen from its root, which was written as seen from the page. */
const char *html_from_root (const char *url);
/* How wide a picture is shown: as wide as the text, which is 40 rem at most; browsers that know
 * “auto” ask the page instead. */
#define HTML_PICTURE_SIZES "auto, (min-width: 42rem) 40rem, 100vw"
/* The dots that the page keeps free for a picture that is known. */
void html_picture_size (const SiteFile *file, guint *width, guint *height);
/* `length` bytes of running text, escaped, with spaces that hold. */
void html_words (GString *out, const char *text, gsize length);
/* The text from `from` to `end`, escaped, whose addresses may be broken (text/address_break.h). */
void html_breaking (GString *out, const char *from, const char *end);

/* What a sheet knows of the world around it. */
typedef struct {
  const char *base_url;   /* where links within the site lead; NULL: they are text */
  guint line;             /* of what stands in no block that knows its own; 0: not known */
  gboolean is_piece; /* of a sheet in narrow columns: a line may end behind a dot of an address, and
                        a footnote stands in brackets where it is called, as no page has a foot */
  HtmlContents *contents; /* of all parts that are written with it; NULL: each has ids of its own */
} HtmlPaper;

/* Appends the nodes from `first` up to `end` (NULL: to the last of their parent) as well-formed
 * XHTML. The first paragraph of an item stands without tags, pictures are named from the root of
 * the site (drawings by name as “hinh:…”). Processing instructions say which line of the document
 * what follows comes from (print/read/fault.h). */
void html_paper (cmark_node *first, cmark_node *end, const HtmlPaper *paper, GString *out);
