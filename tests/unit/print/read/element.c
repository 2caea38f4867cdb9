/* SPDX-License-Identifier: MIT */
#include "print/read/element.h"
#include "print/read/name.h"

#include "../../support.h"

static void
test_asking (void)
{
  static const char text[] = "<html lang='vi'><head><title>A &amp; <b>b</b></title></head><body><p "
                             "id='x' class=' a  b\tc '>1<br/>2</p><p class=''>3</p></body></html>";
  Source source = { "a.html", text, strlen (text) };
  g_autoptr (Report) report = report_new ();
  g_autoptr (Markup) markup = markup_read (&source, report);
  const Element *p = element_find (markup->root, "p");

  g_assert_cmpstr (element_attribute (markup->root, "lang"), ==, "vi");
  g_assert_null (element_attribute (markup->root, "dir"));
  g_assert_true (element_is (markup->root, "html"));
  g_assert_false (element_is (NULL, "html"));
  g_assert_false (element_is (p->first_child, "html"));
  g_assert_true (element_find (markup->root, "html") == markup->root);
  g_assert_null (element_find (markup->root, "table"));
  g_assert_null (element_find (p, "title"));
  g_assert_null (element_find (p->next, "br"));

  g_assert_true (p->id == name_intern ("x", 1));
  g_assert_true (p->name == g_intern_static_string ("p"));
  g_assert_true (p->classes[0] == name_intern ("a", 1));
  g_assert_true (p->classes[2] == name_intern ("c", 1));
  g_assert_null (p->classes[3]);
  g_assert_null (p->next->classes[0]);
  g_assert_null (p->next->id);
  g_assert_null (p->first_child->classes[0]);
  g_assert_cmpuint (p->first_child->index, ==, p->index + 1);

  g_autofree char *title = element_text (element_find (markup->root, "title"));
  g_autofree char *body = element_text (element_find (markup->root, "body"));
  g_autofree char *word = element_text (p->first_child);
  g_assert_cmpstr (title, ==, "A & b");
  g_assert_cmpstr (body, ==, "123");
  g_assert_cmpstr (word, ==, "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/element/asking", test_asking);
  return g_test_run ();
}
