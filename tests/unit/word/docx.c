/* SPDX-License-Identifier: MIT */
#include "word/docx.h"

#include "word/package.h"

#include "../support.h"

static const DocxText plain = {
  .body = "<w:p/><w:sectPr/>",
  .styles = "",
  .header = "<w:p/>",
  .first_header = "<w:p/>",
  .first_footer = "<w:p/>",
  .title = "A & B",
  .date = { 2026, 3, 5 },
};

/* The same bytes in any time zone, the first part first. */
static void
test_same (void)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  docx_write (&plain, first);
  g_setenv ("TZ", "Asia/Ho_Chi_Minh", TRUE);
  g_usleep (2100000); /* zip counts in two seconds */
  docx_write (&plain, second);
  g_assert_cmpmem (first->str, first->len, second->str, second->len);
  g_assert_nonnull (memmem (first->str, 60, "[Content_Types].xml", 19));
}

/* What stands in this part of the file; "" when there is no such part. Caller frees. */
static char *
part_of (const DocxText *text, const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);

  docx_write (text, out);
  g_autoptr (GBytes) file = g_bytes_new (out->str, out->len);
  g_autoptr (WordPackage) package = word_package_open (file, NULL);
  GBytes *part = word_package_part (package, name);
  return part ? g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part)) : g_strdup ("");
}

static void
test_parts (void)
{
  DocxText noted = plain;
  noted.notes = "<w:footnote w:id=\"1\"/>";
  noted.date = (Date){ 0 };
  const struct {
    const DocxText *text;
    const char *part, *wanted, *unwanted;
  } rows[] = {
    { &plain, "word/document.xml", "<w:body><w:p/><w:sectPr/></w:body>", NULL },
    { &plain, "docProps/core.xml", "<dc:title>A &amp; B</dc:title>", "dc:creator" },
    { &plain, "docProps/core.xml", "2026-03-05T00:00:00Z", "dc:identifier" },
    { &noted, "docProps/core.xml", "dc:title", "dcterms:created" },
    { &plain, "[Content_Types].xml", "/word/header2.xml", "footnotes" },
    { &plain, "word/_rels/document.xml.rels", "header2.xml", "footnotes" },
    { &noted, "[Content_Types].xml", "/word/footnotes.xml", NULL },
    { &noted, "word/_rels/document.xml.rels", "footnotes.xml", NULL },
    { &noted, "word/footnotes.xml", "<w:footnote w:id=\"1\"/></w:footnotes>", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *part = part_of (rows[i].text, rows[i].part);
    g_assert_nonnull (strstr (part, rows[i].wanted));
    if (rows[i].unwanted)
      g_assert_null (strstr (part, rows[i].unwanted));
  }
}

/* Sizes are told from that of the text; lengths of lines as CSS counts them. */
static void
test_style (void)
{
  static const DocxStyle styles[] = {
    { "A", "Một", -1, 1, 20, "left", TRUE, FALSE, TRUE, "w:left=\"7\"", NULL },
    { "B", "Hai", 12, 1.25, 0, "both", FALSE, TRUE, FALSE, NULL, "FF0000" },
  };
  g_autoptr (GString) out = g_string_new (NULL);

  docx_append_style (out, &styles[0], 14);
  g_assert_nonnull (strstr (out->str, "<w:keepNext/><w:spacing w:before=\"20\" w:after=\"0\" "
                                      "w:line=\"209\" w:lineRule=\"auto\"/><w:ind w:left=\"7\"/>"));
  g_assert_nonnull (strstr (out->str, "<w:b/><w:bCs/><w:sz w:val=\"26\"/>"));
  docx_append_style (out, &styles[1], 14);
  g_assert_nonnull (strstr (out->str, "w:line=\"262\" w:lineRule=\"auto\"/>"));
  g_assert_nonnull (
    strstr (out->str, "<w:i/><w:iCs/><w:color w:val=\"FF0000\"/><w:sz w:val=\"24\"/>"));
}

static void
test_text (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  docx_append_text (out, "a<b>&\"c\x01\t", strlen ("a<b>&\"c\x01\t"));
  g_assert_cmpstr (out->str, ==, "a&lt;b&gt;&amp;&quot;c\t");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx/same", test_same);
  g_test_add_func ("/docx/parts", test_parts);
  g_test_add_func ("/docx/style", test_style);
  g_test_add_func ("/docx/text", test_text);
  return g_test_run ();
}
