/* SPDX-License-Identifier: MIT */
#include "load/raw_lines.h"

#include <string.h>

/* The `n` lines from `first`, with “$” behind each. */
static char *
lines_of (const char *text, gsize offset, guint first_line, guint first, guint n)
{
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  g_autoptr (RawLines) lines = raw_lines_new (source, offset, first_line);
  g_autofree const char **texts = raw_lines_of_paragraph (lines, first, n);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s$", texts[i]);
  g_assert_null (texts[n]);
  return g_string_free (out, FALSE);
}

/* What stands before the text is gone: quotations on every line, the mark of an item on the first.
 */
static void
test_containers (void)
{
  static const struct {
    const char *text, *lines;
  } rows[] = {
    { "a\nb", "a$b$" },
    { "  a\n\tb", "a$b$" },
    { "> a\n> b", "a$b$" },
    { "> > a\n>b", "a$b$" },
    { "- a\n  b", "a$b$" },
    { "- > 1. a\n  > b", "a$b$" },
    { "* a\n+ b", "a$+ b$" },
    { "12) a\n1. b", "a$1. b$" },
    { "123456789. a\nb", "a$b$" },
    { "1234567890. a\nb", "1234567890. a$b$" },
    { "-a\n-", "-a$-$" },
    { "1.a\n", "1.a$$" },
    { "-\ta\nb", "a$b$" },
    { "5 a\nb", "5 a$b$" },
    { "- - a\nb", "a$b$" },
    { "-", "-$$" },
    { "1.", "1.$$" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *lines = lines_of (rows[i].text, 0, 1, 1, 2);
    g_assert_cmpstr (lines, ==, rows[i].lines);
  }
}

/* Lines count from the start of the body, which is not that of the file. */
static void
test_offset (void)
{
  g_autofree char *lines = lines_of ("---\n---\na\nb\n", strlen ("---\n---\n"), 3, 4, 1);
  g_assert_cmpstr (lines, ==, "b$");
}

static char *
definitions_for (const char *body, const char *text)
{
  g_autoptr (Source) source = source_new ("a.md", body, -1);
  g_autoptr (RawLines) lines = raw_lines_new (source, 0, 1);
  const char *texts[] = { "", text };
  return raw_lines_definitions_for (lines, texts, G_N_ELEMENTS (texts));
}

static void
test_definitions (void)
{
  static const struct {
    const char *body, *text, *found;
  } rows[] = {
    { "[r]: /x\n", "[a][r]", "\n[r]: /x\n" },
    { "[r]: /x\n", "[R]", "\n[r]: /x\n" },
    { "[Đơn  Từ]: /x\n", "[đơn từ]", "\n[Đơn  Từ]: /x\n" },
    { "[r]: /x\n[r]: /y\n", "[r] [r]", "\n[r]: /x\n" },
    { "> [r]: /x\n  [s]: /y\n", "[s] [r]", "\n[s]: /y\n[r]: /x\n" },
    { "[r]: /x\n[s]: /y\n", "[s]", "\n[s]: /y\n" },
    { "[r]: /x\n", "r [t] ] [r", "\n" },
    { "[r]: /x\n", "[ [r] ]", "\n[r]: /x\n" },
    { "a [r]: /x\n", "[r]", "\n" },
    { "", "[r]", "\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = definitions_for (rows[i].body, rows[i].text);
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

static void
test_is_definition (void)
{
  static const struct {
    const char *line;
    gboolean is_definition;
  } rows[] = {
    { "[a]: b", TRUE }, { "[a]:b", TRUE },    { "[a] : b", FALSE }, { "[a](b)", FALSE },
    { "[a", FALSE },    { "[a[]: b", FALSE }, { "a]: b", FALSE },   { "", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (raw_line_is_definition (rows[i].line), ==, rows[i].is_definition);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/raw-lines/containers", test_containers);
  g_test_add_func ("/raw-lines/offset", test_offset);
  g_test_add_func ("/raw-lines/definitions", test_definitions);
  g_test_add_func ("/raw-lines/is-definition", test_is_definition);
  return g_test_run ();
}
