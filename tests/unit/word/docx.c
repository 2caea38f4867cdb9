/* SPDX-License-Identifier: MIT */
#include "word/docx.h"

#include "../support.h"

/* The same bytes in any time zone, the first part first. */
static void
test_same (void)
{
  static const DocxFile files[] = { { "[Content_Types].xml", "<a/>", 4 },
                                    { "word/b.xml", "<b/>", 4 } };
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  docx_pack (files, 2, first);
  g_setenv ("TZ", "Asia/Ho_Chi_Minh", TRUE);
  g_usleep (2100000); /* zip counts in two seconds */
  docx_pack (files, 2, second);
  g_assert_cmpmem (first->str, first->len, second->str, second->len);
  g_assert_nonnull (memmem (first->str, 60, "[Content_Types].xml", 19));
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
  g_test_add_func ("/docx/text", test_text);
  return g_test_run ();
}
