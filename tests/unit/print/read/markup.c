/* SPDX-License-Identifier: MIT */
#include "print/read/element.h"

#include "../../support.h"

static Markup *
read_text (const char *text, char **faults)
{
  Source source = { "a.html", text, strlen (text) };
  g_autoptr (Report) report = report_new ();
  Markup *markup = markup_read (&source, report);

  *faults = report_faults (report);
  g_assert_true ((markup == NULL) == (report_n_errors (report) > 0));
  return markup;
}

/* The tree as a text: <name attribute="value">, “texts” with their lines. */
static void
write_tree (GString *out, const Element *element)
{
  if (element->name == NULL) {
    g_string_append_printf (out, "“%s”%u", element->text, element->line);
    g_assert_cmpuint (element->length, ==, strlen (element->text));
    return;
  }
  g_string_append_printf (out, "<%s", element->name);
  for (guint i = 0; i < element->n_attributes; i++)
    g_string_append_printf (out, " %s='%s'", element->attributes[i].name,
                            element->attributes[i].value);
  g_string_append_printf (out, ">%u(", element->line);
  for (const Element *child = element->first_child; child; child = child->next) {
    g_assert_true (child->parent == element);
    g_assert_true (child->next ? child->next->previous == child : element->last_child == child);
    write_tree (out, child);
  }
  g_string_append_c (out, ')');
}

static void
test_trees (void)
{
  static const struct {
    const char *text, *tree;
  } rows[] = {
    { "<p/>", "<p>1()" },
    { "<!DOCTYPE html>\n<html><body/></html>", "<html>2(<body>2())" },
    { "<?xml version='1.0' encoding='ISO-8859-1'?><p>Tiếng Việt</p>", "<p>1(“Tiếng Việt”1)" },
    { "<p>a<b>c</b>d</p>", "<p>1(“a”1<b>1(“c”1)“d”1)" },
    { "<p>\n a\n<b\n>c</b>d</p>", "<p>1(“\n a\n”1<b>4(“c”4)“d”4)" },
    { "<p>a<!-- no -->b<?no no?>c</p>", "<p>1(“abc”1)" },
    { "<p>&lt;&amp;&#160;&#x1EA1;&quot;</p>", "<p>1(“<&\u00a0ạ\"”1)" },
    { "<p>a&#x0301;</p>", "<p>1(“á”1)" },
    { "<p title='a&#x0301;&amp;b'/>", "<p title='á&b'>1()" },
    { "<p title='a\nb'/>", "<p title='a b'>2()" },
    { "<style><![CDATA[a < b]]></style>", "<style>1(“a < b”1)" },
    { "<P CLASS='x'/>", "<p CLASS='x'>1()" },
    { "<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
      "<svg viewBox='0 0 1 1'>1()" },
    { "<svg xmlns='http://www.w3.org/2000/svg'><a xlink:href='#b'/></svg>",
      "<svg>1(<a href='#b'>1())" },
    { "<p xml:lang='vi'/>", "<p lang='vi'>1()" },
    { "<p><a href='tel:113'/></p>", "<p>1(<a href='tel:113'>1())" },
    { " <p/> ", "<p>1()" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    g_autoptr (Markup) markup = read_text (rows[i].text, &faults);
    g_autoptr (GString) tree = g_string_new (NULL);
    g_assert_cmpstr (faults, ==, "");
    write_tree (tree, markup->root);
    g_assert_cmpstr (tree->str, ==, rows[i].tree);
  }
}

static void
test_faults (void)
{
  static const struct {
    const char *text, *fault;
  } rows[] = {
    { "", "a.html:1: error: there is nothing in it\n" },
    { "x", "not well-formed" },
    { "<p>\n<a href='javascript:x()'/></p>",
      "a.html:2: error: a link of a sheet cannot lead to “javascript:x()”\n" },
    { "<p><a href='&#x1;file:///etc/x'/></p>", "a.html:1" },
    { "<p><a href='a.html'/></p>", "a link of a sheet cannot lead to “a.html”" },
    { "<p>", "a.html:1:" },
    { "<p>\n<b></p>", "a.html:2:" },
    { "<p/><p/>", "not well-formed" },
    { "<p a=1/>", "not well-formed" },
    { "<p a='1' a='2'/>", "not well-formed" },
    { "<p>a & b</p>", "not well-formed" },
    { "<p>\x01</p>", "not well-formed" },
    { "<p>&nbsp;\n&hellip;</p>", "a.html:1: error: “&nbsp;” is not known in XML\na.html:2: error: "
                                 "“&hellip;” is not known in XML\n" },
    { "<p title='&nbsp;'/>", "“&nbsp;”" },
    { "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" "
      "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><html/>",
      "this document type is not read" },
    { "<!DOCTYPE svg [<!ENTITY a 'x'>]><svg>&a;</svg>", "this document type is not read" },
    { "<!DOCTYPE math><math/>", "this document type is not read" },
    { "<!DOCTYPE html [<!ENTITY a 'x'>]><html>&a;</html>", "this document type is not read" },
    { "<!DOCTYPE html[]><html/>", "this document type is not read" },
    { "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html>&a;</html>",
      "this document type is not read" },
    { "<!DOCTYPE html [<!ENTITY % a SYSTEM 'http://localhost/'>%a;]><html/>",
      "this document type is not read" },
    { "<!DOCTYPE html [<!ATTLIST html a CDATA 'x'>]><html/>", "this document type is not read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    g_autoptr (Markup) markup = read_text (rows[i].text, &faults);
    g_assert_null (markup);
    if (!strstr (faults, rows[i].fault))
      g_error ("%s: %s", rows[i].text, faults);
  }
}

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<p>");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</p>");
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct {
    guint depth;
    gboolean is_good;
  } rows[] = { { 1, TRUE }, { 256, TRUE }, { 257, FALSE }, { 1000000, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = nest (rows[i].depth);
    g_autofree char *faults = NULL;
    g_autoptr (Markup) markup = read_text (text, &faults);
    g_assert_cmpint (markup != NULL, ==, rows[i].is_good);
    g_assert_cmpint (strstr (faults, "more than 256 levels") != NULL, ==, !rows[i].is_good);
  }
}

/* A text of many megabytes is one text, and many elements are read in time. */
static void
test_size (void)
{
  g_autofree char *words = g_strnfill (12 << 20, 'x');
  g_autofree char *long_text = g_strconcat ("<p>", words, "</p>", NULL);
  g_autofree char *long_value = g_strconcat ("<p title='", words, "'/>", NULL);
  GString *many = g_string_new ("<div>");
  g_autofree char *faults = NULL, *faults2 = NULL, *faults3 = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (many, "<p class='a b' id='i'>x</p>%s", i % 2 ? "\n" : "");
  g_string_append (many, "</div>");
  g_autoptr (Markup) first = read_text (long_text, &faults);
  g_assert_cmpuint (first->root->first_child->length, ==, 12 << 20);
  g_autoptr (Markup) second = read_text (long_value, &faults2);
  g_assert_cmpuint (strlen (element_attribute (second->root, "title")), ==, 12 << 20);
  g_autoptr (Markup) third = read_text (many->str, &faults3);
  g_assert_cmpuint (third->n_elements, ==, 1 + 300000 * 2 + 150000);
  g_string_free (many, TRUE);
}

static void
test_too_large (void)
{
  gsize length = (64 << 20) + 1;
  g_autofree char *text = g_strnfill (length, ' ');
  g_autoptr (Report) report = report_new ();
  Source source = { "a.html", text, length };

  g_assert_null (markup_read (&source, report));
  g_assert_cmpuint (report_n_errors (report), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/trees", test_trees);
  g_test_add_func ("/markup/faults", test_faults);
  g_test_add_func ("/markup/depth", test_depth);
  g_test_add_func ("/markup/size", test_size);
  g_test_add_func ("/markup/too-large", test_too_large);
  return g_test_run ();
}
