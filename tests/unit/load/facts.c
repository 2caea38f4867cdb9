/* SPDX-License-Identifier: MIT */
#include "load/facts.h"

#include "load/body.h"
#include "load/site_source.h"
#include "model/document_facts.h"
#include "render/html/body.h"

#include "../site_support.h"

#define CAMPAIGN                                                                                                   \
  "tên: T\nđường dây nóng: {sở: '0967000115', cấp cứu: '115'}\nngày: {d: {từ ngày: 1/12/2026}}\n" \
  "số liệu:\n  dấu: \"*a* <b>x</b> {{c}} | [d](e) `f` A → B\"\n  dòng: \"một\\nhai\"\n"                 \
  "  phải: \"مرحبا\"\n  chương: \"QUYẾT ĐỊNH:\"\n"
#define COMMUNES                                                                                                       \
  "mã;tên;loại;thuộc;điện thoại;địa chỉ\n30101;An;xã;86;0270 3800 201;Số 1\n30102;Bình;xã;86;;\n" \
  "30103;Cường;xã;86;;Số 3\n"
#define FRONT                                                                                            \
  "---\nloại: trang\ntiêu đề: T\ncơ quan: \"30101\"\nphát hành đến: [\"30101\", \"30102\", " \
  "\"30103\"]\n"                                                                                         \
  "---\n"

/* Which line of the document stands where (<?line 7?>) is not looked at here. */
static void
take_lines_out (GString *paper)
{
  for (char *start; (start = strstr (paper->str, "<?line")) != NULL;)
    g_string_erase (paper, start - paper->str, strstr (start, "?>") + 2 - start);
}

typedef struct {
  char *html, *paper, *faults;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->html);
  g_free (outcome->paper);
  g_free (outcome->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

/* The body of content/a.md with these lines, as `office` says it; loading faults come first. */
static Outcome
body_of (const char *text, const char *office, const TestFile *more)
{
  g_autofree char *document = g_strconcat (FRONT, text, NULL);
  const TestFile files[] = { { "content/chien-dich/c.yaml", CAMPAIGN },
                             { "content/localities.csv", COMMUNES },
                             { "content/a.md", document },
                             more ? more[0] : (TestFile){ NULL, NULL },
                             more ? more[1] : (TestFile){ NULL, NULL } };
  g_auto (TestSite) test = { .folder = NULL };
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) reread = NULL;

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  const Document *found = site_document (test.site, "content/a.md");
  const Source *source = site_document_source (test.site, found, &reread, report);
  g_autoptr (Body) body =
    body_load (test.site, found, site_office (test.site, office), source, report);
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GString) paper = g_string_new (NULL);
  html_body (body_root (body), KIND_PAGE, NULL, "vi", NULL, NULL, FALSE, html);
  html_paper (cmark_node_first_child (body_root (body)), NULL, &(HtmlPaper){ .base_url = NULL }, paper);
  take_lines_out (paper);
  g_autofree char *faults = report_faults (report);
  return (Outcome){ g_strdup (html->str), g_strdup (paper->str),
                    g_strconcat (test.faults, faults, NULL) };
}

static void
test_values (void)
{
  static const struct {
    const char *text, *html, *paper;
  } rows[] = {
    { "Gọi {{chiến dịch.đường dây nóng.sở}}.\n",
      "<p>Gọi <a href=\"tel:0967000115\">0967\u00A0000\u00A0115</a>.</p>\n",
      "<p>Gọi 0967\u00A0000\u00A0115.</p>\n" },
    { "{{chiến dịch.ngày.d.từ ngày}}\n", "<p><time datetime=\"2026-12-01\">01/12/2026</time></p>\n",
      "<p>01/12/2026</p>\n" },
    /* A value is a text everywhere. */
    { "x {{chiến dịch.số liệu.dấu}}\n",
      "<p>x *a* &lt;b&gt;x&lt;/b&gt; {{c}} | [d](e) `f` A → B</p>\n", NULL },
    { "{{chiến dịch.số liệu.dấu}}\n---\n",
      "<h2 id=\"a-b-x-b-c-d-e-f-a-b\">*a* &lt;b&gt;x&lt;/b&gt; {{c}} | [d](e) `f` A → B</h2>\n",
      NULL },
    { "| A |\n|---|\n| {{chiến dịch.số liệu.dấu}} |\n", NULL,
      "<table>\n<thead><tr><th scope=\"col\">A</th></tr></thead>\n<tbody>\n<tr><td>*a* "
      "&lt;b&gt;x&lt;/b&gt; {{c}} | [d](e) `f` A → B</td></tr>\n</tbody>\n</table>\n" },
    { "{{chiến dịch.số liệu.dòng}}\n", "<p>một hai</p>\n", NULL },
    { "{{chiến dịch.số liệu.phải}}!\n", "<p>\u2068مرحبا\u2069!</p>\n", NULL },
    { "{{chiến dịch.số liệu.chương}}\n", NULL, "<p>QUYẾT ĐỊNH:</p>\n" },
    { "`{{lạ}}`\n\n    {{lạ}}\n", "<p><code>{{lạ}}</code></p>\n<pre><code>{{lạ}}\n</code></pre>\n",
      NULL },
    { "[a {{chiến dịch.đường dây nóng.cấp cứu}}](<{{chiến dịch.đường dây nóng.cấp cứu}}>)\n",
      "<p><a href=\"tel:115\">a 115</a></p>\n", NULL },
    { "**{{data.lạ}}**\n", NULL, NULL },
    /* Sections. */
    { "a{{#cơ quan.điện thoại}} *{{cơ quan.điện thoại}}*{{/cơ quan.điện thoại}}"
      "{{^cơ quan.điện thoại}} b{{/cơ quan.điện thoại}}\n",
      NULL, "<p>a <em>0270\u00A03800\u00A0201</em></p>\n" },
    { "{{#cơ quan.điện thoại}}\n\n- a\n\n{{/cơ quan.điện thoại}}\n\n{{^cơ quan.điện "
      "thoại}}\n\nb\n\n"
      "{{/cơ quan.điện thoại}}\n",
      "<ul>\n<li>a</li>\n</ul>\n", NULL },
    { "{{#cơ quan.web}}\n\n- a\n\n{{/cơ quan.web}}\n\n{{^cơ quan.web}}\n\nb\n\n{{/cơ quan.web}}\n",
      "<p>b</p>\n", NULL },
    { "{{#chiến dịch.khẩu hiệu}}a{{/chiến dịch.khẩu hiệu}}{{^chiến dịch.khẩu hiệu}}b"
      "{{/chiến dịch.khẩu hiệu}}\n",
      "<p>b</p>\n", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].text);
    g_auto (Outcome) got = body_of (rows[i].text, "30101", NULL);
    if (rows[i].html)
      g_assert_cmpstr (got.html, ==, rows[i].html);
    if (rows[i].paper)
      g_assert_cmpstr (got.paper, ==, rows[i].paper);
    g_assert_cmpstr (got.faults, ==,
                     rows[i].html || rows[i].paper
                       ? ""
                       : "content/a.md:7:3: error: there is no value “data.lạ”\n");
  }
}

static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "a {{mở\nb}}\n", "content/a.md:7:3: error: these braces are not closed\n" },
    { "{{cơ quan}}\n",
      "content/a.md:7:1: error: “cơ quan” is no value, it has several below it\n" },
    { "{{chiến dịch.khẩu hiệu}}\n",
      "content/a.md:7:1: error: “chiến dịch.khẩu hiệu” has no value\n" },
    { "> {{/cơ quan.web}}\n", "content/a.md:7:3: error: no section of this name is open here\n" },
    { "{{#cơ quan.web}} a\n", "content/a.md:7:1: error: this section does not end\n" },
    { "{{#cơ quan.web}}\n\n- a\n\n  {{/cơ quan.web}}\n",
      "content/a.md:7:1: error: this section does not end\n" },
    { "{{#cơ quan.web}}{{^data.a}}{{/data.a}}{{/cơ quan.web}}\n",
      "content/a.md:7:17: error: a section cannot stand within another\n" },
    { "a {{>b}}\n",
      "content/a.md:7:3: error: there is no document “b”; write its path from this folder, or from "
      "content/ with “/” before it\n"
      "content/a.md:7:3: error: the text of a document cannot stand within a paragraph\n" },
    { "{{>b}}\n", "content/a.md:7:1: error: there is no document “b”; write its path from this "
                  "folder, or from content/ with “/” before it\n" },
    /* What offices lack is told in one message, however often it is wanted. */
    { "{{cơ quan.điện thoại}} {{office.phone}} {{cơ quan.điện thoại}}\n",
      "content/a.md:7:1: error: 2 offices have no value “cơ quan.điện thoại”: Ủy ban nhân dân xã "
      "Bình (30102), Ủy ban nhân dân xã Cường (30103)\ncontent/a.md:7:24: error: 2 offices have no "
      "value “office.phone”: Ủy ban nhân dân xã Bình (30102), Ủy ban nhân dân xã Cường (30103)\n" },
    { "{{cơ quan.địa chỉ}}\n", "content/a.md:7:1: error: 1 office has no value “cơ quan.địa chỉ”: "
                               "Ủy ban nhân dân xã Bình (30102)\n" },
    { "{{#cơ quan.địa chỉ}}{{cơ quan.địa chỉ}}{{/cơ quan.địa chỉ}}\n", "" },
    { "{{#cơ quan.địa chỉ}}{{cơ quan.điện thoại}}{{/cơ quan.địa chỉ}}\n",
      "content/a.md:7:21: error: 2 offices have no value “cơ quan.điện thoại”: Ủy ban nhân dân xã "
      "Bình (30102), Ủy ban nhân dân xã Cường (30103)\n" },
    /* A label goes before a value. */
    { "![{{cơ quan.địa phương}}](x.png)\n",
      "content/a.md:7:27: error: there is no file “x.png”\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].text);
    g_auto (Outcome) got = body_of (rows[i].text, "30101", NULL);
    g_assert_cmpstr (got.faults, ==, rows[i].faults);
  }
  /* An office that lacks a value says the same of all. */
  g_auto (Outcome) lacking = body_of ("{{cơ quan.địa chỉ}}\n", "30102", NULL);
  g_assert_cmpstr (lacking.faults, ==,
                   "content/a.md:7:1: error: 1 office has no value “cơ quan.địa chỉ”: Ủy ban nhân "
                   "dân xã Bình (30102)\n");
  g_auto (Outcome) having = body_of ("{{cơ quan.địa chỉ}}\n", "30103", NULL);
  g_assert_cmpstr (having.faults, ==, "");
}

static void
test_parts (void)
{
  static const TestFile parts[] = {
    { "content/x/b.md", "---\nloại: trang\ntiêu đề: B\nđầu ra: không\n---\n1. Gọi {{cơ quan.điện "
                        "thoại}}\n2. [c](../a.md) {{lạ}}\n" },
    { "content/x/a.md", "---\nloại: trang\ntiêu đề: A\n---\n{{>c}}\n" },
  };
  g_auto (Outcome) got = body_of ("Trước:\n\n{{>x/b}}\n\nSau.\n", "30101", parts);
  g_assert_cmpstr (
    got.html, ==,
    "<p>Trước:</p>\n<ol>\n<li>Gọi <a href=\"tel:02703800201\">0270\u00A03800\u00A0201"
    "</a></li>\n<li><a href=\"a.html\">c</a> </li>\n</ol>\n<p>Sau.</p>\n");
  /* Faults stand where they are written. */
  g_assert_nonnull (strstr (got.faults, "content/x/b.md:7:17: error: there is no value “lạ”\n"));
  g_assert_nonnull (strstr (got.faults, "content/x/b.md:6:8: error: 2 offices have no value"));
  g_assert_nonnull (strstr (got.faults, "content/x/a.md:5:1: error: there is no document “c”"));
}

static void
test_circles (void)
{
  static const TestFile parts[] = {
    { "content/b.md", "---\nloại: trang\ntiêu đề: B\n---\n{{>c}}\n" },
    { "content/c.md", "---\nloại: trang\ntiêu đề: C\n---\n\n{{>b}}\n" },
  };
  g_auto (Outcome) got = body_of ("{{>b}}\n", "30101", parts);
  g_assert_cmpstr (got.faults, ==,
                   "content/b.md:5:1: error: the texts of these documents stand within each other: "
                   "content/b.md → content/c.md → content/b.md\n");
  g_auto (Outcome) self = body_of ("{{>a}}\n", "30101", NULL);
  g_assert_cmpstr (self.faults, ==,
                   "content/a.md:7:1: error: the texts of these documents stand within each other: "
                   "content/a.md → content/a.md\n");
}

/* The front matter of a bulletin with these lines: what it says for two offices, and what is wrong.
 */
static void
test_matter (void)
{
  static const TestFile files[] = {
    { "content/chien-dich/c.yaml", CAMPAIGN },
    { "content/localities.csv", COMMUNES },
    { "content/a.md",
      "---\nloại: bản tin\ntiêu đề: \"Tại {{cơ quan.địa phương}}, {{chiến dịch.số liệu.dấu}}\"\n"
      "tóm tắt: \"{{chiến dịch.ngày.d.from}}\"\nngày: \"{{chiến dịch.ngày.d.từ ngày}}\"\n"
      "cơ quan: \"30101\"\nphát hành đến: [\"30101\", \"30102\"]\n"
      "phát thanh: {từ ngày: \"{{chiến dịch.ngày.d.từ ngày}}\", lời mở đầu: \"{{cơ quan.tên "
      "gọi}}\"}\n"
      "---\n" },
    { "content/b.md", "---\nloại: bản tin\ntiêu đề: \"{{cơ quan.điện thoại}}\"\nngày: \"{{cơ "
                      "quan.điện thoại}}\"\ncơ quan: \"30102\"\ntóm tắt: \"{{#data.a}}\"\n---\n" },
    { "content/c.md", "---\nloại: trang\ntiêu đề: \"{{>a}}\"\nchiến dịch: d\n---\n" },
  };
  g_auto (TestSite) test = { .folder = NULL };
  g_autoptr (Arena) arena = arena_new ();

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  const Document *document = site_document (test.site, "content/a.md");
  g_assert_cmpstr (document->title, ==, "Tại xã An, *a* <b>x</b> {{c}} | [d](e) `f` A → B");
  g_assert_cmpstr (document->summary, ==, "01/12/2026");
  g_assert_cmpint (document->date.month, ==, 12);
  g_assert_cmpint (document->broadcast.from.month, ==, 12);
  g_assert_cmpstr (document->broadcast.opening, ==, "Ủy ban nhân dân xã An");
  const Document *other =
    document_of_office (test.site, document, site_office (test.site, "30102"), arena);
  g_assert_cmpstr (other->title, ==, "Tại xã Bình, *a* <b>x</b> {{c}} | [d](e) `f` A → B");
  g_assert_cmpstr (other->broadcast.opening, ==, "Ủy ban nhân dân xã Bình");
  g_assert_true (document_of_office (test.site, document, document->office, arena) == document);
  g_assert_cmpstr (
    test.faults, ==,
    "content/b.md:3:11: error: 1 office has no value “cơ quan.điện thoại”: Ủy ban nhân dân xã Bình "
    "(30102)\n"
    "content/b.md:4:7: error: the office cannot be named in “ngày”, which is the same for all\n"
    "content/b.md:6:11: error: there is no value “data.a”\n"
    "content/b.md:6:11: error: this section does not end\n"
    "content/c.md:3:11: error: the text of a document can only stand in the text of another\n"
    "content/c.md:4:13: error: there is no campaign “d”\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/values", test_values);
  g_test_add_func ("/facts/faults", test_faults);
  g_test_add_func ("/facts/parts", test_parts);
  g_test_add_func ("/facts/circles", test_circles);
  g_test_add_func ("/facts/matter", test_matter);
  return g_test_run ();
}
