/* SPDX-License-Identifier: MIT */
#include "print/style/content_list.h"

#include "../style_kit.h"

static void
show_parts (GString *text, const ContentPart *parts, guint n)
{
  static const char *const kinds[] = {
    [CONTENT_TEXT] = "text",     [CONTENT_ATTRIBUTE] = "attr", [CONTENT_COUNTER] = "counter",
    [CONTENT_STRING] = "string", [CONTENT_SELF] = "self",      [CONTENT_TARGET] = "target"
  };

  for (guint i = 0; i < n; i++) {
    g_string_append_printf (text, "%s(%s", kinds[parts[i].kind],
                            parts[i].text ? parts[i].text : "");
    if (parts[i].kind == CONTENT_COUNTER || parts[i].kind == CONTENT_TARGET)
      g_string_append_printf (text, ",%d", parts[i].numbering);
    g_string_append_c (text, ')');
  }
}

static void
test_content (void)
{
  static const struct {
    const char *css, *parts; /* NULL: no box */
  } rows[] = {
    { "content: none", NULL },
    { "content: normal", NULL },
    { "color: red", NULL },
    { "content: ''", "text()" },
    { "content: 'a' \"b\"", "text(a)text(b)" },
    { "content: '\\2013\\a0'", "text(–\u00a0)" },
    { "content: attr(title) 'x'", "attr(title)text(x)" },
    { "content: counter(page) '/' counter(pages)", "counter(page,4)text(/)counter(pages,4)" },
    { "content: counter(c, upper-roman)", "counter(c,8)" },
    { "content: counter( c , lower-alpha )", "counter(c,5)" },
    { "content: string(s)", "string(s)" },
    { "content: content()", "self()" },
    { "content: target-counter(attr(href), page)", "target(href,4)" },
    { "content: target-counter( attr( href ) , page , lower-roman ) '.'", "target(href,7)text(.)" },
  };

  g_assert_cmpint (LIST_DECIMAL, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StyledPage) page;
    g_autofree char *css = g_strdup_printf ("#a::before { %s }", rows[i].css);
    g_test_message ("%s", rows[i].css);
    page_open_body (&page, css, "<p id='a'/>");
    g_assert_cmpuint (report_n_errors (page.report), ==, 0);
    const Style *style = styler_pseudo (page.styler, page_element (page.markup->root, "a"),
                                        page_style (&page, "a"), PSEUDO_BEFORE);
    g_assert_cmpint (style == NULL, ==, rows[i].parts == NULL);
    if (style == NULL)
      continue;
    g_autoptr (GString) parts = g_string_new (NULL);
    show_parts (parts, style->content, style->n_content);
    g_assert_cmpstr (parts->str, ==, rows[i].parts);
  }
}

static void
test_lists (void)
{
  g_auto (StyledPage) page;
  page_open_body (&page,
                  "#a { counter-reset: a b -3 page 1; counter-increment: a b 2; string-set: s "
                  "content() ' x', t attr(title) }"
                  "#b { counter-reset: none; string-set: none }",
                  "<p id='a'/><p id='b'/>");
  const Style *a = page_style (&page, "a"), *b = page_style (&page, "b");

  g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  g_assert_cmpuint (a->n_counter_resets, ==, 3);
  g_assert_cmpstr (a->counter_resets[0].name, ==, "a");
  g_assert_cmpint (a->counter_resets[0].value, ==, 0);
  g_assert_cmpint (a->counter_resets[1].value, ==, -3);
  g_assert_cmpint (a->counter_resets[2].value, ==, 1);
  g_assert_cmpuint (a->n_counter_increments, ==, 2);
  g_assert_cmpint (a->counter_increments[0].value, ==, 1);
  g_assert_cmpint (a->counter_increments[1].value, ==, 2);
  g_assert_cmpuint (a->n_string_sets, ==, 2);
  g_assert_cmpstr (a->string_sets[1].name, ==, "t");
  g_autoptr (GString) parts = g_string_new (NULL);
  show_parts (parts, a->string_sets[0].parts, a->string_sets[0].n_parts);
  show_parts (parts, a->string_sets[1].parts, a->string_sets[1].n_parts);
  g_assert_cmpstr (parts->str, ==, "self()text( x)attr(title)");
  g_assert_cmpuint (b->n_counter_resets + b->n_counter_increments + b->n_string_sets, ==, 0);
  g_assert_true (b->counter_resets == NULL && b->string_sets == NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/content", test_content);
  g_test_add_func ("/content/lists", test_lists);
  return g_test_run ();
}
