/* SPDX-License-Identifier: MIT */
#include "word/ooxml.h"

#include "word/refusal.h"

#include "../support.h"

static Ooxml *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return ooxml_parse (bytes, error);
}

static void
test_refused (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) many = g_string_new ("<a>");

  for (guint i = 0; i < 400; i++)
    g_string_append (deep, "<a>");
  for (guint i = 0; i < 800000; i++)
    g_string_append (many, "<b/>");
  g_string_append (many, "</a>");
  const struct {
    const char *text;
    int code;
  } rows[] = {
    { "", WORD_BAD_MARKUP },
    { "<a>", WORD_BAD_MARKUP },
    { "<a></b>", WORD_BAD_MARKUP },
    { "<a>&x;</a>", WORD_BAD_MARKUP },
    { "<!DOCTYPE a><a/>", WORD_DOCTYPE },
    { "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", WORD_DOCTYPE },
    { deep->str, WORD_TOO_DEEP },
    { many->str, WORD_TOO_LARGE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (parse (rows[i].text, &error));
    g_assert_error (error, WORD_ERROR, rows[i].code);
  }
}

/* Names are local: strict files have other namespaces. */
static void
test_asked (void)
{
  g_autoptr (Ooxml) ooxml =
    parse ("<w:r xmlns:w=\"u\"><w:b/><w:i w:val=\"0\"/><w:caps w:val=\"off\"/><w:sz w:val=\"28\"/>"
           "<w:t>a &amp; b</w:t></w:r>",
           NULL);
  const xmlNode *root = ooxml_root (ooxml);

  g_assert_true (ooxml_is (root, "r"));
  g_assert_cmpint (ooxml_toggle (root, "b"), ==, 1);
  g_assert_cmpint (ooxml_toggle (root, "i"), ==, 0);
  g_assert_cmpint (ooxml_toggle (root, "caps"), ==, 0);
  g_assert_cmpint (ooxml_toggle (root, "vanish"), ==, -1);
  g_assert_cmpstr (ooxml_value (root, "sz"), ==, "28");
  g_assert_null (ooxml_value (root, "b"));
  g_assert_null (ooxml_value (NULL, "b"));
  g_assert_cmpstr (ooxml_text (ooxml_child (root, "t")), ==, "a & b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ooxml/refused", test_refused);
  g_test_add_func ("/ooxml/asked", test_asked);
  return g_test_run ();
}
