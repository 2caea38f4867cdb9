/* SPDX-License-Identifier: MIT */
#include "print/style/selector.h"

#include "../../support.h"

typedef struct {
  GArray *selectors;
  gboolean is_good;
  char *faults;
} Result;

static void
result_clear (Result *result)
{
  g_array_unref (result->selectors);
  g_free (result->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
read_selectors (const char *text, Arena *arena)
{
  Source source = { "a.css", text, strlen (text) };
  g_autoptr (Report) report = report_new ();
  Result result = { .selectors = g_array_new (FALSE, FALSE, sizeof (Selector)) };
  Css css;

  css_init (&css, &source, text, source.length, (Place){ 1, 1 }, arena, report);
  Cursor cursor = css_collect (&css, "{");
  result.is_good = selectors_read (&css, cursor, result.selectors);
  css_finish (&css);
  result.faults = report_faults (report);
  return result;
}

static void
test_specificity (void)
{
  static const struct {
    const char *text;
    guint ids, classes, types;
    int pseudo;
  } rows[] = {
    { "*", 0, 0, 0, SELECTS_ELEMENT },
    { "p", 0, 0, 1, SELECTS_ELEMENT },
    { "P", 0, 0, 1, SELECTS_ELEMENT },
    { ".a", 0, 1, 0, SELECTS_ELEMENT },
    { "#a", 1, 0, 0, SELECTS_ELEMENT },
    { "p.a#b", 1, 1, 1, SELECTS_ELEMENT },
    { "div > p + b ~ i", 0, 0, 4, SELECTS_ELEMENT },
    { "  div>p+b~i  ", 0, 0, 4, SELECTS_ELEMENT },
    { "p:first-child", 0, 1, 1, SELECTS_ELEMENT },
    { "p:nth-child( 2n + 1 ):not(.a)", 0, 2, 1, SELECTS_ELEMENT },
    { "p:not(b)", 0, 0, 2, SELECTS_ELEMENT },
    { "p:not( #b )", 1, 0, 1, SELECTS_ELEMENT },
    { "p:only-child", 0, 1, 1, SELECTS_ELEMENT },
    { "a[href]", 0, 1, 1, SELECTS_ELEMENT },
    { "[a=b][ c ~= \"d\" ]", 0, 2, 0, SELECTS_ELEMENT },
    { "p::before", 0, 0, 2, PSEUDO_BEFORE },
    { "p:before", 0, 0, 2, PSEUDO_BEFORE },
    { "p::after", 0, 0, 2, PSEUDO_AFTER },
    { "li::marker", 0, 0, 2, PSEUDO_MARKER },
    { "::before", 0, 0, 1, PSEUDO_BEFORE },
    { ":root", 0, 1, 0, SELECTS_ELEMENT },
    { ".a\\:b", 0, 1, 0, SELECTS_ELEMENT },
    { "p/* x */.a", 0, 1, 1, SELECTS_ELEMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Arena) arena = arena_new ();
    g_auto (Result) result = read_selectors (rows[i].text, arena);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (result.faults, ==, "");
    g_assert_true (result.is_good);
    g_assert_cmpuint (result.selectors->len, ==, 1);
    const Selector *selector = &g_array_index (result.selectors, Selector, 0);
    g_assert_cmpuint (selector->specificity, ==,
                      rows[i].ids << 20 | rows[i].classes << 10 | rows[i].types);
    g_assert_cmpint (selector->pseudo, ==, rows[i].pseudo);
  }
}

static void
test_lists (void)
{
  g_autoptr (Arena) arena = arena_new ();
  g_auto (Result) result = read_selectors ("h1, .a > b ,#c", arena);

  g_assert_true (result.is_good);
  g_assert_cmpuint (result.selectors->len, ==, 3);
  const Selector *second = &g_array_index (result.selectors, Selector, 1);
  g_assert_cmpuint (second->n_compounds, ==, 2);
  g_assert_cmpint (second->compounds[0].combinator, ==, '>');
  g_assert_cmpint (second->compounds[1].combinator, ==, '\0');
  g_assert_true (second->compounds[0].simples[0].name == g_intern_static_string ("b"));
}

/* One wrong selector spoils the rule. */
static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "", "a.css:1:1: error: this is not a valid selector\n" },
    { "a,", "a.css:1:3: error: this is not a valid selector\n" },
    { ",a", "a.css:1:1: error: this is not a valid selector\n" },
    { "a >", "a.css:1:4: error: this is not a valid selector\n" },
    { "> a", "a.css:1:1: error: this is not a valid selector\n" },
    { "a > > b", "a.css:1:5: error: this is not a valid selector\n" },
    { "a..b", "a.css:1:2: error: this is not a valid selector\n" },
    { "a%", "a.css:1:2: error: this is not a valid selector\n" },
    { "3d", "a.css:1:1: error: this is not a valid selector\n" },
    { "a*", "a.css:1:2: error: this is not a valid selector\n" },
    { "a[", "a.css:1:1: error: a bracket that is opened here is never closed\na.css:1:3: error: "
            "this is not a valid selector\n" },
    { "[a b]", "a.css:1:2: error: this is not a valid selector\n" },
    { "[a=1]", "a.css:1:4: error: this is not a valid value of an attribute\n" },
    { "a:frist-child", "a.css:1:3: error: “:frist-child” is not known to print\n" },
    { "a:is(b)", "a.css:1:3: error: “:is” is not known to print\n" },
    { "a:nth-child", "a.css:1:3: error: “:nth-child” is not known to print\n" },
    { "a:nth-child()", "a.css:1:13: error: this does not count children\n" },
    { "a:nth-child(x)", "a.css:1:13: error: this does not count children\n" },
    { "a:nth-child(2x)", "a.css:1:13: error: this does not count children\n" },
    { "a:nth-child(2n3)", "a.css:1:13: error: this does not count children\n" },
    { "a:not(b c)", "a.css:1:9: error: :not() holds one simple selector\n" },
    { "a:not(.b, .c)", "a.css:1:9: error: :not() holds one simple selector\n" },
    { "a:not(:not(b))", "a.css:1:8: error: “:not” is not known to print\n" },
    { "a::first-line", "a.css:1:4: error: this pseudo-element is not known to print\n" },
    { "a::before b", "a.css:1:11: error: this is not a valid selector\n" },
    { "a::before.b", "a.css:1:10: error: this is not a valid selector\n" },
    { "b, a:frist-child", "a.css:1:6: error: “:frist-child” is not known to print\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Arena) arena = arena_new ();
    g_auto (Result) result = read_selectors (rows[i].text, arena);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (result.faults, ==, rows[i].faults);
    g_assert_false (result.is_good);
    g_assert_cmpuint (result.selectors->len, ==, 0);
  }
}

/* What happens on a screen alone selects nothing; what stands beside it does. */
static void
test_screens (void)
{
  g_autoptr (Arena) arena = arena_new ();
  g_auto (Result) result = read_selectors ("a:hover, a, b:not(:focus)", arena);

  g_assert_true (result.is_good);
  g_assert_cmpuint (result.selectors->len, ==, 2);
  g_assert_cmpstr (result.faults, ==,
                   "a.css:1:3: warning: “:hover” has no effect on paper\na.css:1:20: warning: "
                   "“:focus” has no effect on paper\n");
}

static void
test_hostile (void)
{
  GString *many = g_string_new ("a"), *classes = g_string_new ("a"), *list = g_string_new ("a");

  for (guint i = 0; i < 10000; i++) {
    g_string_append (many, " > a");
    g_string_append (classes, ".a");
    g_string_append (list, ",a");
  }
  g_autofree char *many_text = g_string_free (many, FALSE),
                  *classes_text = g_string_free (classes, FALSE),
                  *list_text = g_string_free (list, FALSE);
  g_autoptr (Arena) arena = arena_new ();
  g_auto (Result) first = read_selectors (many_text, arena);
  g_auto (Result) second = read_selectors (classes_text, arena);
  g_auto (Result) third = read_selectors (list_text, arena);

  g_assert_false (first.is_good);
  g_assert_true (strstr (first.faults, "this selector has too many parts") != NULL);
  g_assert_true (second.is_good);
  g_assert_cmpuint (g_array_index (second.selectors, Selector, 0).specificity, ==, 1023 << 10 | 1);
  g_assert_cmpuint (third.selectors->len, ==, 10001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selector/specificity", test_specificity);
  g_test_add_func ("/selector/lists", test_lists);
  g_test_add_func ("/selector/faults", test_faults);
  g_test_add_func ("/selector/screens", test_screens);
  g_test_add_func ("/selector/hostile", test_hostile);
  return g_test_run ();
}
