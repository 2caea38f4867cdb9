/* SPDX-License-Identifier: MIT */
#include "render/html/body.h"

#include "load/texts.h"

#include "../../support.h"
#include "load/body.h"

/* A site with nothing but fixed words. */
static const Site *
with_words (void)
{
  static Site *site = NULL;

  if (site == NULL) {
    site = site_new ();
    texts_load_builtin (site);
  }
  return site;
}

static char *
html_of (const char *markdown, DocumentKind kind)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, kind == KIND_GUIDE, report);
  GString *out = g_string_new (NULL);

  html_body (body_root (body), kind, with_words (), "vi", "#00695c", NULL, FALSE, out);
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *markdown, *html;
} Row;

static void
check (const Row *rows, guint n, DocumentKind kind)
{
  for (guint i = 0; i < n; i++) {
    g_test_message ("%s", rows[i].markdown);
    g_autofree char *html = html_of (rows[i].markdown, kind);
    g_assert_cmpstr (html, ==, rows[i].html);
  }
}

static void
test_inlines (void)
{
  static const Row rows[] = {
    { "a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>\n" },
    { "a\nb  \nc", "<p>a\nb<br>\nc</p>\n" },
    { "a & b \\< c \\> \"d\"", "<p>a &amp; b &lt; c &gt; “d”</p>\n" },
    { "`<&\">`", "<p><code>&lt;&amp;&quot;&gt;</code></p>\n" },
    { "[a](b?c&d \"e \\\"f\\\"\")",
      "<p><a href=\"b?c&amp;d\" title=\"e &quot;f&quot;\">a</a></p>\n" },
    { "[a *b*](c)", "<p><a href=\"c\">a <em>b</em></a></p>\n" },
    { "<https://a.gov.vn/b/c>",
      "<p><a href=\"https://a.gov.vn/b/c\">https://a.gov.vn/<wbr>b/<wbr>c</a></p>\n" },
    { "![a *b* `c`](d.png) e", "<p><img src=\"d.png\" alt=\"a b c\" loading=\"lazy\"> e</p>\n" },
    { "[![a \"b\"](c.png)](d)",
      "<p><a href=\"d\"><img src=\"c.png\" alt=\"a “b”\" loading=\"lazy\"></a></p>\n" },
    { "**A → B**", "<p><span class=\"menu\"><b>A</b><i><span class=\"vh\"> rồi chọn "
                   "</span></i><b>B</b></span></p>\n" },
    { "Điều 5 và 500 đồng", "<p>Điều\xC2\xA0"
                            "5 và 500\xC2\xA0đồng</p>\n" },
    { "a <b>c</b> <!-- d -->", "<p>a c </p>\n" },
    { "<script>alert(1)</script>\n\na", "<p>a</p>\n" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_PAGE);
}

static void
test_blocks (void)
{
  static const Row rows[] = {
    { "", "" },
    { "a\n\nb", "<p>a</p>\n<p>b</p>\n" },
    { "> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n" },
    { "---", "<hr>\n" },
    { "```html\n<b>&\n```", "<pre><code>&lt;b&gt;&amp;\n</code></pre>\n" },
    { "    a\n", "<pre><code>a\n</code></pre>\n" },
    { "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
    { "- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n" },
    { "1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n" },
    { "a[^1] b[^1]\n\n[^1]: c *d*\n",
      "<p>a<sup><a id=\"call-1\" href=\"#note-1\" role=\"doc-noteref\">1</a></sup> b"
      "<sup><a href=\"#note-1\" role=\"doc-noteref\">1</a></sup></p>\n"
      "<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Chú thích\">\n"
      "<ol start=\"1\">\n<li id=\"note-1\">c <em>d</em> <a href=\"#call-1\" role=\"doc-backlink\" "
      "aria-label=\"Trở lại chỗ gọi chú thích 1\">↩</a></li>\n</ol>\n</section>\n" },
    { "a) a ~~b~~", "<ul class=\"labelled\">\n<li><span class=\"label\">a)</span> a "
                    "<del>b</del></li>\n</ul>\n" },
    { "a) a\n\nb) b",
      "<ul class=\"labelled\">\n<li><p><span class=\"label\">a)</span> "
      "a</p>\n</li>\n<li><p><span class=\"label\">b)</span> b</p>\n</li>\n</ul>\n" },
    { "a) - b", "<ul class=\"labelled\">\n<li><span class=\"label\">a)</span> "
                "<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n" },
    { "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n" },
    { "0. a", "<ol start=\"0\">\n<li>a</li>\n</ol>\n" },
    { "- a\n  - b\n    - c\n- d", "<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</"
                                  "ul>\n</li>\n<li>d</li>\n</ul>\n" },
    { "- a\n\n  - b\n- c",
      "<ul>\n<li><p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li><p>c</p>\n</li>\n</ul>\n" },
    { "- a\n  > b\n- c",
      "<ul>\n<li>a<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n<li>c</li>\n</ul>\n" },
    { "- > a\n- b", "<ul>\n<li><blockquote>\n<p>a</p>\n</blockquote>\n</li>\n<li>b</li>\n</ul>\n" },
    { "- ", "<ul>\n<li></li>\n</ul>\n" },
    { "- [ ] a\n- [x] b\n  - [ ] c",
      "<ul class=\"tasks\">\n<li><label><input type=\"checkbox\"> a</label></li>\n"
      "<li><label><input type=\"checkbox\" checked> b</label>\n"
      "<ul class=\"tasks\">\n<li><label><input type=\"checkbox\"> "
      "c</label></li>\n</ul>\n</li>\n</ul>\n" },
    { "- [ ] a\n\n- b", "<ul class=\"tasks\">\n<li><label><input type=\"checkbox\"> "
                        "a</label></li>\n<li><p>b</p>\n</li>\n</ul>\n" },
    { "- a\n- [ ] b", "<ul class=\"tasks\">\n<li>a</li>\n<li><label><input type=\"checkbox\"> "
                      "b</label></li>\n</ul>\n" },
    { "![a](b.png \"c & d\")", "<figure><img src=\"b.png\" alt=\"a\" "
                               "loading=\"lazy\"><figcaption>c &amp; d</figcaption></figure>\n" },
    { "- ![a](b.png)\n- c", "<ul>\n<li><figure><img src=\"b.png\" alt=\"a\" "
                            "loading=\"lazy\"></figure>\n</li>\n<li>c</li>\n</ul>\n" },
    { "1. a", "<ol>\n<li>a</li>\n</ol>\n" },
    { "```loa\na\n```\n\n```print\nb\n```\n\n```web\n*c*\n```", "<p><em>c</em></p>\n" },
    { "a\n\n```web thay\nb\n```", "<p>b</p>\n" },
    { "a\n\n```loa thay\nb\n```", "<p>a</p>\n" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_PAGE);
}

/* The number and symbol of a document stay on one line in letters. */
static void
test_symbols (void)
{
#define NB(symbol) "<span class=\"nb\">" symbol "</span>"
  static const Row rows[] = {
    { "số 36/2024/QH15.", "<p>số\u00A0" NB ("36/2024/QH15") ".</p>\n" },
    { "(120/TTr-SKHCN); 66-QĐ/TW", "<p>(" NB ("120/TTr-SKHCN") "); " NB ("66-QĐ/TW") "</p>\n" },
    { "05/3/2026, và/hoặc, A/B", "<p>05/3/2026, và/hoặc, A/B</p>\n" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_LETTER);
}

static void
test_tables (void)
{
#define OPEN(label)                                                                                \
  "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng: " label                  \
  "\"><table>\n<thead><tr>"
  static const Row rows[] = {
    { "a | b & \"c\"\n:-: | -:\nd | e",
      OPEN ("a, b &amp; “c”") "<th scope=\"col\" class=\"c\">a</th><th scope=\"col\" class=\"r\">b "
                              "&amp; “c”</th></tr></thead>\n"
                              "<tbody>\n<tr><td class=\"c\">d</td><td "
                              "class=\"r\">e</td></tr>\n</tbody>\n</table></div>\n" },
    { "**a** | b\n-|-\n",
      OPEN ("a, b") "<th scope=\"col\"><strong>a</strong></th><th "
                    "scope=\"col\">b</th></tr></thead>\n<tbody>\n</tbody>\n</table></div>\n" },
    { "- a | b\n  -|-\n  c | `d`",
      "<ul>\n<li>" OPEN (
        "a, b") "<th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\n<tbody>\n"
                "<tr><td>c</td><td><code>d</code></td></tr>\n</tbody>\n</table></div>\n</li>\n</"
                "ul>\n" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_PAGE);
}

/* Ids are the page's own: none twice, none of a template. */
static void
test_headings (void)
{
  static const Row rows[] = {
    { "# Lưu ý\n## Lưu ý\n### Lưu ý 2\n#### Lưu ý",
      "<h2 id=\"luu-y\">Lưu ý</h2>\n<h2 id=\"luu-y-2\">Lưu ý</h2>\n<h3 id=\"luu-y-2-2\">Lưu ý "
      "2</h3>\n"
      "<h4 id=\"luu-y-3\">Lưu ý</h4>\n" },
    { "## Nội dung", "<h2 id=\"noi-dung-2\">Nội dung</h2>\n" },
    { "## ?\n## 中文\n###### Đ",
      "<h2 id=\"muc\">?</h2>\n<h2 id=\"muc-2\">中文</h2>\n<h6 id=\"d\">Đ</h6>\n" },
    { "## [A *b*](c) `d`",
      "<h2 id=\"a-b-d\"><a href=\"c\">A <em>b</em></a> <code>d</code></h2>\n" },
    { "## **A → B**", "<h2 id=\"a-b\"><span class=\"menu\"><b>A</b><i><span class=\"vh\"> rồi chọn "
                      "</span></i><b>B</b></span></h2>\n" },
    { "## Cách 1", "<h2 id=\"cach-1\">Cách\xC2\xA0"
                   "1</h2>\n" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_PAGE);
}

static void
test_guides (void)
{
#define VARIANT "<section class=\"variant\">\n"
  static const Row rows[] = {
    { "1. a\n2. b\n   1. c", "<ol class=\"steps\">\n<li id=\"buoc-1\">a</li>\n<li "
                             "id=\"buoc-2\">b\n<ol>\n<li>c</li>\n</ol>\n"
                             "</li>\n</ol>\n" },
    /* No two things on a page have one name. */
    { "## Bước 2\n\n2. a\n3. b\n\n<!-- -->\n\n3. c",
      "<h2 id=\"buoc-2\">Bước\xC2\xA0"
      "2</h2>\n<ol class=\"steps\" start=\"2\">\n<li>a</li>\n<li id=\"buoc-3\">b</li>\n</ol>\n"
      "<ol class=\"steps\" start=\"3\">\n<li>c</li>\n</ol>\n" },
    { "## Cách 1: a\n\nb\n\n## Cách 2\n\nc\n\n## Lưu ý",
      VARIANT "<h2 id=\"cach-1-a\">Cách\xC2\xA0"
              "1: a</h2>\n<p>b</p>\n</section>\n" VARIANT "<h2 id=\"cach-2\">Cách\xC2\xA0"
              "2</h2>\n<p>c</p>\n</section>\n<h2 id=\"luu-y\">Lưu ý</h2>\n" },
    { "## Mức 1\n### a\n#### Cách 1\n## b",
      VARIANT "<h2 id=\"muc-1\">Mức\xC2\xA0"
              "1</h2>\n<h3 id=\"a\">a</h3>\n<h4 id=\"cach-1\">Cách\xC2\xA0"
              "1</h4>\n</section>\n"
              "<h2 id=\"b\">b</h2>\n" },
    { "## Cách một\n## Cáchx 1",
      "<h2 id=\"cach-mot\">Cách một</h2>\n<h2 id=\"cachx-1\">Cáchx 1</h2>\n" },
    /* Sections open and close around whole blocks. */
    { "## Cách 1\n\n> ## a\n\n- ## b\n\nc",
      VARIANT "<h2 id=\"cach-1\">Cách\xC2\xA0"
              "1</h2>\n<blockquote>\n<h2 id=\"a\">a</h2>\n</blockquote>\n"
              "<ul>\n<li><h2 id=\"b\">b</h2>\n</li>\n</ul>\n<p>c</p>\n</section>\n" },
    { "> ## Cách 1\n\na", "<blockquote>\n<h2 id=\"cach-1\">Cách\xC2\xA0"
                          "1</h2>\n</blockquote>\n<p>a</p>\n" },
    { "## Cách 1\n\n```web\n## a\n```\n\nb",
      VARIANT "<h2 id=\"cach-1\">Cách\xC2\xA0"
              "1</h2>\n<h2 id=\"a\">a</h2>\n<p>b</p>\n</section>\n" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_GUIDE);
}

/* No text of an author gets out of its place. */
static void
test_escapes (void)
{
  static const char *const texts[] = {
    "\\<script>alert(1)\\</script>",
    "[a](<b\"onclick=\"c>)",
    "[a](b 'c\"onclick=\"d')",
    "![\"onerror=\"x](<y\"z>)",
    "![a](b '\"><script>')",
    "`</code><script>`",
    "# \"><script>",
    "a | \\<script>\n-|-\n`\"<script>` | c",
    "**A → \\<script>**",
    "&lt;script&gt;",
    "```\n</code></pre><script>\n```",
    "<javascript:\"onclick=\">",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *html = html_of (texts[i], KIND_PAGE);
    g_test_message ("%s", html);
    g_assert_null (strstr (html, "<script"));
    g_assert_null (strstr (html, "\"onc"));
    g_assert_null (strstr (html, "\"one"));
  }
}

/* A page with ten thousand headings of one name does not take the square of it. */
static void
test_many_headings (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "# a\n");
  g_autofree char *html = html_of (text->str, KIND_PAGE);
  g_assert_true (g_str_has_suffix (html, "<h2 id=\"a-100000\">a</h2>\n"));
}

/* With what it says of lines only when `has_lines`. */
static char *
paper_with (const char *markdown, const HtmlPaper *paper, gboolean has_lines)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  GString *out = g_string_new (NULL);

  html_paper (cmark_node_first_child (body_root (body)), NULL, paper, out);
  for (char *line; !has_lines && (line = strstr (out->str, "<?line")) != NULL;)
    g_string_erase (out, line - out->str, strstr (line, "?>") + 2 - line);
  return g_string_free (out, FALSE);
}

static char *
paper_of (const char *markdown, const char *base_url)
{
  return paper_with (markdown, &(HtmlPaper){ .base_url = base_url }, FALSE);
}

/* Each block says where it comes from, once; nothing does not. */
static void
test_lines (void)
{
  static const Row rows[] = {
    { "", "" },
    { "![x](a.svg)", "<?line 1?><figure><img src=\"a.svg\" alt=\"x\"/></figure>\n<?line?>" },
    { "a\n\nb", "<?line 1?><p>a</p>\n<?line 3?><p>b</p>\n<?line?>" },
    { "- a\n- b\n\n  c",
      "<?line 1?><ul>\n<li>a</li>\n<?line 2?><li>b<?line 4?><p>c</p>\n</li>\n</ul>\n<?line?>" },
    { "x\n\n| a |\n|---|\n| b |\n| c |",
      "<?line 1?><p>x</p>\n<?line 3?><table>\n<thead><tr><th scope=\"col\">a</th></tr></thead>\n"
      "<tbody>\n<?line 5?><tr><td>b</td></tr>\n<?line 6?><tr><td>c</td></tr>\n</tbody>\n</table>\n"
      "<?line?>" },
    { "x\n\n```print\na\n\nb\n```",
      "<?line 1?><p>x</p>\n<?line 4?><p>a</p>\n<?line 6?><p>b</p>\n<?line?>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *html = paper_with (rows[i].markdown, &(HtmlPaper){ 0 }, TRUE);
    g_assert_cmpstr (html, ==, rows[i].html);
  }
}

/* Notes stand at the foot of a page, and where there is none in brackets; a second call of one
 * says nothing there. */
static void
test_notes (void)
{
  const char *markdown = "một[^1] hai[^1].\n\n[^1]: ba **bốn**\n";
  g_autofree char *page = paper_with (markdown, &(HtmlPaper){ 0 }, FALSE);
  g_autofree char *piece = paper_with (markdown, &(HtmlPaper){ .is_piece = TRUE }, FALSE);

  g_assert_nonnull (strstr (page, "role=\"doc-footnote\""));
  g_assert_cmpstr (piece, ==, "<p>một (ba <strong>bốn</strong>) hai.</p>\n");
}

static void
test_paper (void)
{
  static const Row rows[] = {
    { "a  \nb", "<p>a<br/>\nb</p>\n" },
    /* The last word of a caption does not stand alone. */
    { "![a](b.png \"Một hai ba\")",
      "<figure><img src=\"b.png\" alt=\"a\"/><figcaption>Một hai\u00a0ba</figcaption></figure>\n" },
    { "![a](b.png \"Một hai\")",
      "<figure><img src=\"b.png\" alt=\"a\"/><figcaption>Một hai</figcaption></figure>\n" },
    { "***", "<hr/>\n" },
    { "1. a\n\n   b\n\n2. c", "<ol>\n<li>a<p>b</p>\n</li>\n<li>c</li>\n</ol>\n" },
    { "- [ ] a\n- [x] b", "<ul class=\"tasks\">\n<li><b class=\"box\"></b> a</li>\n<li><b "
                          "class=\"box\">×</b> b</li>\n</ul>\n" },
    { "**A → B**", "<p><span class=\"menu\"><b>A</b><i> › </i><b>B</b></span></p>\n" },
    { "![a](../b/c.png)\n\n![a](../b/c.svg)",
      "<figure><img src=\"b/c.png\" alt=\"a\"/></figure>\n"
      "<figure><img src=\"b/c.svg\" alt=\"a\"/></figure>\n" },
    { "| a |\n|---|\n| b |",
      "<table>\n<thead><tr><th "
      "scope=\"col\">a</th></tr></thead>\n<tbody>\n<tr><td>b</td></tr>\n</tbody>\n</table>\n" },
    { "```web\na\n```\n\n```print\nb\n```", "<p>b</p>\n" },
    { "[a](../b/c.html) [d](#e) [f](mailto:g@h.vn)",
      "<p><a href=\"https://i.vn/b/c.html\">a</a> d <a href=\"mailto:g@h.vn\">f</a></p>\n" },
    { "<https://a.vn/b>", "<p><a href=\"https://a.vn/b\">https://a.vn/b</a></p>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].markdown);
    g_autofree char *html = paper_of (rows[i].markdown, "https://i.vn/");
    g_assert_cmpstr (html, ==, rows[i].html);
  }
  g_autofree char *without = paper_of ("[a](../b.html)", NULL);
  g_assert_cmpstr (without, ==, "<p>a</p>\n");
}

/* What a document rests on, and its chapters, have a look of their own. */
static void
test_official (void)
{
  static const Row rows[] = {
    { "Căn cứ Luật A;\n\nCăn cứ Luật B.\n\nCăn cứ tình hình.\n",
      "<p class=\"basis\">Căn cứ Luật A;</p>\n<p class=\"basis\">Căn cứ Luật B.</p>\n"
      "<p>Căn cứ tình hình.</p>\n" },
    { "Căn cứ Công văn của tỉnh, đề nghị các phường họp.\n",
      "<p>Căn cứ Công văn của tỉnh, đề nghị các phường họp.</p>\n" },
    { "## Chương I\n\n## QUY ĐỊNH CHUNG\n\n### Điều 1\n",
      "<h2 id=\"chuong-i\" class=\"chapter\">Chương I</h2>\n"
      "<h2 id=\"quy-dinh-chung\" class=\"chapter\">QUY ĐỊNH CHUNG</h2>\n"
      "<h3 id=\"dieu-1\">Điều\xC2\xA0"
      "1</h3>\n" },
  };
  static const Row bulletin[] = {
    { "Căn cứ Luật A;\n", "<p>Căn cứ Luật A;</p>\n" },
  };

  check (rows, G_N_ELEMENTS (rows), KIND_LETTER);
  check (bulletin, G_N_ELEMENTS (bulletin), KIND_BULLETIN);
}

/* A photo that was looked into is offered in its widths; a page keeps the place free for what is known. */
static void
test_photos (void)
{
  static const struct {
    const char *markdown, *html;
  } rows[] = {
    { "a ![b](../tin/h%20.jpg)",
      "<p>a <picture><source type=\"image/webp\" sizes=\"auto, (min-width: 42rem) 40rem, 100vw\" "
      "srcset=\"../tin/h%20.jpg.480.webp 480w, ../tin/h%20.jpg.900.webp 900w\">"
      "<img src=\"../tin/h%20.jpg\" alt=\"b\" width=\"864\" height=\"576\" loading=\"lazy\">"
      "</picture></p>\n" },
    { "a ![b](../tin/v.svg)", "<p>a <img src=\"../tin/v.svg\" alt=\"b\" loading=\"lazy\"></p>\n" },
    { "a ![b](../tin/w.svg)",
      "<p>a <img src=\"../tin/w.svg\" alt=\"b\" width=\"288\" height=\"576\" loading=\"lazy\"></p>\n" },
    { "a ![b](c.jpg)", "<p>a <img src=\"c.jpg\" alt=\"b\" loading=\"lazy\"></p>\n" },
  };
  const SiteFile files[] = { { .href = "tin/h .jpg", .picture = { .width = 900, .height = 600, .widths = { 480, 900 } },
                               .shown_width = 900, .shown_height = 600 },
                             { .href = "tin/v.svg" },
                             { .href = "tin/w.svg", .shown_width = 500, .shown_height = 1000 } };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (SiteFile));
  const Site site = { .files = list };

  g_array_append_vals (list, files, G_N_ELEMENTS (files));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Source) source = source_new ("a.md", rows[i].markdown, strlen (rows[i].markdown));
    g_autoptr (Report) report = report_new ();
    g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
    g_autoptr (GString) html = g_string_new (NULL);
    html_body (body_root (body), KIND_PAGE, &site, "vi", NULL, NULL, FALSE, html);
    g_assert_cmpstr (html->str, ==, rows[i].html);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/inlines", test_inlines);
  g_test_add_func ("/html/blocks", test_blocks);
  g_test_add_func ("/html/tables", test_tables);
  g_test_add_func ("/html/symbols", test_symbols);
  g_test_add_func ("/html/headings", test_headings);
  g_test_add_func ("/html/guides", test_guides);
  g_test_add_func ("/html/escapes", test_escapes);
  g_test_add_func ("/html/many-headings", test_many_headings);
  g_test_add_func ("/render/html/body/paper", test_paper);
  g_test_add_func ("/render/html/body/lines", test_lines);
  g_test_add_func ("/render/html/body/notes", test_notes);
  g_test_add_func ("/render/html/body/official", test_official);
  g_test_add_func ("/html/photos", test_photos);
  return g_test_run ();
}
