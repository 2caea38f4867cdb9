/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "check/page.h"
#include "load/body.h"
#include "render/html/body.h"

/* Where links lead was looked at when the body was loaded; here nothing of it is at stake. */
static void
settle_links (cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new (root);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (node);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
      cmark_node_set_url (node, "a.html");
  }
  cmark_iter_free (iter);
}

/* A body is passed over when its page is looked at, because this is always so. */
static void
check_body (cmark_node *root, DocumentKind kind)
{
  static PageRules rules;
  static PageFaults *faults;
  static PageChecker *checker;
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) page = g_string_new ("<html><head></head><body>");

  if (checker == NULL) {
    rules = (PageRules){ g_hash_table_new (g_str_hash, g_str_equal),
                         g_hash_table_new (g_str_hash, g_str_equal),
                         g_hash_table_new (g_str_hash, g_str_equal), "/", FALSE };
    g_hash_table_add (rules.paths, (gpointer) "a.html");
    faults = page_faults_new ();
    checker = page_checker_new (&rules, faults);
  }
  settle_links (root);
  html_body (root, kind, NULL, "vi", NULL, NULL, FALSE, page);
  g_string_append (page, "</body></html>");
  if (page_check (checker, "a.html", page, NULL, &(PageMaker){ .template = "web/page" }))
    return;
  page_faults_report (faults, NULL, NULL, report);
  report_print (report, stderr);
  g_assert_not_reached ();
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  for (DocumentKind kind = KIND_BULLETIN; kind <= KIND_LETTER; kind++) {
    g_autoptr (Body) body = body_parse (source, 0, 1, kind == KIND_GUIDE, report);
    g_autoptr (GString) page = g_string_new (NULL);
    if (body)
      html_body (body_root (body), kind, NULL, "vi", NULL, NULL, FALSE, page);
    g_assert_true (g_utf8_validate_len (page->str, page->len, NULL));
    if (body)
      check_body (body_root (body), kind);
  }
  fuzz_print (report);
  return 0;
}
