/* SPDX-License-Identifier: MIT */
#include "print/style/syntax.h"

#include "../../support.h"

/* A CssHandler that writes down what it gets: name=value; */
static void
note_declaration (Css *css, const Token *name, Cursor value, gboolean is_important, gpointer data)
{
  g_autofree char *shown = css_shown (css, value);
  g_string_append_printf (data, "%.*s=%s%s;", (int) name->length, name->text, shown,
                          is_important ? "!" : "");
}

static void
note_at_rule (Css *css, const Token *name, gpointer data)
{
  g_string_append_printf (data, "@%.*s;", (int) name->length, name->text);
  css_skip_rule (css);
}

typedef struct {
  GString *noted;
  char *faults;
  gsize rest; /* bytes behind the block */
  gboolean is_closed;
} Result;

static void
result_clear (Result *result)
{
  g_string_free (result->noted, TRUE);
  g_free (result->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
read_block (const char *text, gboolean has_at_rules)
{
  CssHandler handler = { note_declaration, has_at_rules ? note_at_rule : NULL };
  Source source = { "a.css", text, strlen (text) };
  g_autoptr (Arena) arena = arena_new ();
  g_autoptr (Report) report = report_new ();
  Result result = { .noted = g_string_new (NULL) };
  Css css;

  css_init (&css, &source, text, source.length, (Place){ 1, 1 }, arena, report);
  result.is_closed = css_block (&css, &handler, result.noted);
  result.rest = css.token.kind == TOKEN_END ? 0 : source.length - css.token.start;
  css_finish (&css);
  result.faults = report_faults (report);
  return result;
}

static void
test_blocks (void)
{
  static const struct {
    const char *text, *noted;
  } rows[] = {
    { "a: b", "a=b;" },
    { " a : b ; c : d e ", "a=b;c=d e;" },
    { ";;a:b;;", "a=b;" },
    { "a: b /* c */ d", "a=b /* c */ d;" },
    { "a:;b:c", "a=;b=c;" },
    { "a: b !important", "a=b!;" },
    { "a: b ! /* x */ IMPORTANT ; c: d", "a=b!;c=d;" },
    { "a: b !importan", "a=b !importan;" },
    { "a: !important", "a=!;" },
    { "a: f(b; c) d; e: [f;g]; h: {i;j}", "a=f(b; c) d;e=[f;g];h={i;j};" },
    { "a: ';'; b: \"}\"", "a=';';b=\"}\";" },
    { "a: url(b;c); d: e", "a=url(b;c);d=e;" },
    { "A: b", "A=b;" },
    { "--x: y", "--x=y;" },
    { "@x y { z: 1 } a: b; @z; c: d", "@x;a=b;@z;c=d;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Result) result = read_block (rows[i].text, TRUE);
    g_assert_cmpstr (result.noted->str, ==, rows[i].noted);
    g_assert_cmpstr (result.faults, ==, "");
    g_assert_false (result.is_closed);
  }
}

/* The rules of CSS for going on behind a fault. */
static void
test_recovery (void)
{
  static const struct {
    const char *text, *noted, *faults;
  } rows[] = {
    { "a; b: c", "b=c;", "a.css:1:1: error: this is not a valid declaration\n" },
    { "a b; c: d", "c=d;", "a.css:1:1: error: this is not a valid declaration\n" },
    { "1: 2; c: d", "c=d;", "a.css:1:1: error: this is not a valid declaration\n" },
    { "*a: 2; c: d", "c=d;", "a.css:1:1: error: this is not a valid declaration\n" },
    { "{ a: b } c: d; e: f", "e=f;", "a.css:1:1: error: a rule may not stand inside a rule\n" },
    { "p { a: b; c: d } e: f; g: h", "g=h;",
      "a.css:1:1: error: a rule may not stand inside a rule\n" },
    { "& p { a: b }; g: h", "g=h;", "a.css:1:1: error: a rule may not stand inside a rule\n" },
    { "a: (b; c: d", "a=(b; c: d;",
      "a.css:1:4: error: a bracket that is opened here is never closed\n" },
    { "a: b) c; d: e", "a=b) c;d=e;", "" },
    { "a: 'b\n; c: d", "a='b;c=d;", "" },
    { "a: 'b", "a='b;", "a.css:1:4: error: what starts here has no end\n" },
    { "a: b /* c", "a=b;", "a.css:1:6: error: what starts here has no end\n" },
    { "ă: b;\n\n  ế 1; c: d", "ă=b;c=d;", "a.css:3:3: error: this is not a valid declaration\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Result) result = read_block (rows[i].text, TRUE);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (result.noted->str, ==, rows[i].noted);
    g_assert_cmpstr (result.faults, ==, rows[i].faults);
  }
}

static void
test_end_of_block (void)
{
  g_auto (Result) result = read_block ("a: b } c: d", TRUE);
  g_auto (Result) nested = read_block ("@x { y: z", TRUE);
  g_auto (Result) refused = read_block ("@x { y: z } a: b", FALSE);

  g_assert_true (result.is_closed);
  g_assert_cmpuint (result.rest, ==, strlen (" c: d"));
  g_assert_cmpstr (result.noted->str, ==, "a=b;");
  g_assert_false (nested.is_closed);
  g_assert_cmpstr (refused.noted->str, ==, "a=b;");
  g_assert_cmpstr (refused.faults, ==, "a.css:1:1: error: “@x” may not stand inside a rule\n");
}

/* Faults of a part stand where the part stands. */
static void
test_places (void)
{
  static const struct {
    Place start, line_1, line_2;
  } rows[] = {
    { { 1, 1 }, { 1, 3 }, { 2, 2 } },
    { { 10, 5 }, { 10, 7 }, { 11, 2 } },
    { { 10, 0 }, { 10, 0 }, { 11, 2 } },
  };
  static const char text[] = "ế a\n b";

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Source source = { "a.css", text, strlen (text) };
    g_autoptr (Arena) arena = arena_new ();
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) wanted = g_string_new (NULL);
    Css css;
    css_init (&css, &source, text, source.length, rows[i].start, arena, report);
    css_error (&css, strlen ("ế a\n "), NULL, "second");
    css_error (&css, strlen ("ế "), NULL, "first"); /* backwards, too */
    css_finish (&css);
    g_autofree char *faults = report_faults (report);
    if (rows[i].line_1.col)
      g_string_append_printf (wanted, "a.css:%u:%u: error: first\n", rows[i].line_1.line,
                              rows[i].line_1.col);
    else
      g_string_append_printf (wanted, "a.css:%u: error: first\n", rows[i].line_1.line);
    g_string_append_printf (wanted, "a.css:%u:%u: error: second\n", rows[i].line_2.line,
                            rows[i].line_2.col);
    g_assert_cmpstr (faults, ==, wanted->str);
  }
}

static void
test_shown (void)
{
  static const char text[] = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba";
  Source source = { "a.css", text, strlen (text) };
  g_autoptr (Arena) arena = arena_new ();
  g_autoptr (Report) report = report_new ();
  Css css;

  css_init (&css, &source, text, source.length, (Place){ 1, 1 }, arena, report);
  Cursor all = css_collect (&css, "");
  g_autofree char *shown = css_shown (&css, all);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_true (g_str_has_prefix (shown, "một hai"));
  g_assert_true (g_str_has_suffix (shown, "…"));
  g_autofree char *nothing = css_shown (&css, (Cursor){ all.at, all.at });
  g_assert_cmpstr (nothing, ==, "");
  css_finish (&css);
}

static void
test_hostile (void)
{
  static const char *const pieces[] = { "{", "(", "a:", "a{", "}", ";", "@x{", "a:(;", "f(", "[" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    GString *text = g_string_new (NULL);
    for (guint n = 0; n < 1000000; n++)
      g_string_append (text, pieces[i]);
    g_autofree char *whole = g_string_free (text, FALSE);
    g_auto (Result) result = read_block (whole, FALSE);
    g_assert_nonnull (result.faults);
  }
}

/* A million faults in one file take no longer than reading it. */
static void
test_many_faults (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "x;\n");
  g_autofree char *whole = g_string_free (text, FALSE);
  g_auto (Result) result = read_block (whole, FALSE);
  g_assert_true (strstr (result.faults, "there are more errors in this file") != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syntax/blocks", test_blocks);
  g_test_add_func ("/syntax/recovery", test_recovery);
  g_test_add_func ("/syntax/end-of-block", test_end_of_block);
  g_test_add_func ("/syntax/places", test_places);
  g_test_add_func ("/syntax/shown", test_shown);
  g_test_add_func ("/syntax/hostile", test_hostile);
  g_test_add_func ("/syntax/many-faults", test_many_faults);
  return g_test_run ();
}
