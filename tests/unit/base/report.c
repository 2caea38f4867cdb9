/* SPDX-License-Identifier: MIT */
#include "base/report.h"

#include "../support.h"

#define assert_prints(report, wanted)                                                              \
  do {                                                                                             \
    g_autofree char *text_ = report_text (report);                                                 \
    g_assert_cmpstr (text_, ==, wanted);                                                           \
  } while (0)

/* The order of arrival does not matter; what is said twice is printed once. */
static void
test_sorted (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) a = source_new ("a.md", "một\nhai\nba\n", -1);
  g_autoptr (Source) b = source_new ("b.md", "bốn\n", -1);

  report_error (report, b, (Place){ 1, 1 }, NULL, "last");
  report_error (report, a, (Place){ 3, 2 }, NULL, "six");
  report_error (report, a, (Place){ 3, 1 }, NULL, "five");
  report_warning (report, a, (Place){ 2, 3 }, NULL, "three");
  report_error (report, a, (Place){ 2, 3 }, NULL, "two");
  report_error (report, a, (Place){ 2, 3 }, NULL, "two");
  report_error (report, a, (Place){ 2, 0 }, "do this", "one");
  report_error (report, a, (Place){ 0, 0 }, NULL, "zero");
  report_error (report, a, (Place){ 2, 3 }, NULL, "again two");
  report_error (report, NULL, (Place){ 0, 0 }, NULL, "no file");
  g_assert_cmpuint (report_n_errors (report), ==, 9);
  g_assert_cmpuint (report_n_warnings (report), ==, 1);
  assert_prints (report, "error: no file\n"
                         "a.md: error: zero\n"
                         "a.md:2: error: one\n"
                         "    2 | hai\n"
                         "      = do this\n"
                         "a.md:2:3: error: again two\n"
                         "    2 | hai\n"
                         "      |   ^\n"
                         "a.md:2:3: error: two\n"
                         "    2 | hai\n"
                         "      |   ^\n"
                         "a.md:2:3: warning: three\n"
                         "    2 | hai\n"
                         "      |   ^\n"
                         "a.md:3:1: error: five\n"
                         "    3 | ba\n"
                         "      | ^\n"
                         "a.md:3:2: error: six\n"
                         "    3 | ba\n"
                         "      |  ^\n"
                         "b.md:1:1: error: last\n"
                         "    1 | bốn\n"
                         "      | ^\n");
}

static void
test_join (void)
{
  g_autoptr (Report) into = report_new ();
  g_autoptr (Report) from = report_new ();

  report_error (into, NULL, (Place){ 0, 0 }, NULL, "b");
  report_error (from, NULL, (Place){ 0, 0 }, NULL, "a");
  report_warning (from, NULL, (Place){ 0, 0 }, NULL, "c");
  report_join (into, from);
  g_assert_cmpuint (report_n_errors (into), ==, 2);
  g_assert_cmpuint (report_n_warnings (into), ==, 1);
  g_assert_cmpuint (report_n_errors (from) + report_n_warnings (from), ==, 0);
  assert_prints (from, "");
  assert_prints (into, "error: a\nerror: b\nwarning: c\n");
  /* What was emptied can be filled again. */
  report_error (from, NULL, (Place){ 0, 0 }, NULL, "d");
  assert_prints (from, "error: d\n");
}

/* What was said of something is said again by a later run in the same words, each once. */
static void
test_note (void)
{
  g_autoptr (Report) first = report_new ();
  g_autoptr (Report) later = report_new ();
  g_autoptr (Source) a = source_new ("a b.md", "một\n\nba\n", -1);

  g_assert_null (report_note (first));
  report_warning (first, a, (Place){ 3, 2 }, "do this; or that", "later");
  report_warning (first, a, (Place){ 2, 1 }, NULL, "an empty line");
  report_warning (first, a, (Place){ 0, 0 }, "", "the file");
  report_warning (first, NULL, (Place){ 0, 0 }, NULL, "no file");
  report_error (first, a, (Place){ 1, 1 }, NULL, "not of the note");
  g_autofree char *note = report_note (first);
  report_recall (later, note);
  report_recall (later, note);
  report_recall (later, "no note\036\037\036");
  report_warning (later, a, (Place){ 2, 1 }, NULL, "an empty line");
  g_assert_cmpuint (report_n_errors (later), ==, 0);
  assert_prints (later, "warning: no file\n"
                        "a b.md: warning: the file\n"
                        "      = \n"
                        "a b.md:2:1: warning: an empty line\n"
                        "    2 | \n"
                        "      | ^\n"
                        "a b.md:3:2: warning: later\n"
                        "    3 | ba\n"
                        "      |  ^\n"
                        "      = do this; or that\n");
  g_autofree char *again = report_note (later);
  g_assert_cmpstr (again, ==, note);
}

/* With all that are not listed. */
static void
test_note_of_many (void)
{
  g_autoptr (Report) first = report_new ();
  g_autoptr (Report) later = report_new ();
  g_autoptr (Source) a = source_new ("a.md", "x\n", -1);

  for (guint i = 0; i < 250; i++)
    report_warning (first, a, (Place){ 0, 0 }, NULL, "warning %u", i);
  g_autofree char *note = report_note (first);
  report_recall (later, note);
  g_autofree char *one = report_text (first);
  assert_prints (later, one);
  FILE *nowhere = fopen ("/dev/null", "w");
  g_assert_cmpuint (report_print (first, nowhere).warnings, ==,
                    report_print (later, nowhere).warnings);
  fclose (nowhere);
}

/* The fault of a document that is sent to many offices is one fault, whoever found it. */
static void
test_equal (void)
{
  g_autoptr (Report) into = report_new ();
  g_autoptr (Report) from = report_new ();
  g_autoptr (Source) a = source_new ("a\x1b.md", "một\n", -1);
  FILE *sink = fopen ("/dev/null", "w");

  for (guint i = 0; i < 1000; i++) {
    report_warning (into, a, (Place){ 1, 1 }, NULL, "same");
    report_warning (from, a, (Place){ 1, 1 }, NULL, i % 2 ? "same" : "other");
    report_error (from, a, (Place){ 1, 1 }, NULL, "same");
  }
  report_join (into, from);
  ReportTotals totals = report_print (into, sink);
  g_assert_cmpuint (totals.warnings, ==, 2);
  g_assert_cmpuint (totals.errors, ==, 1);
  g_assert_cmpuint (report_n_warnings (into), ==, 2000);
  for (guint i = 0; i < 300; i++) {
    report_warning (into, a, (Place){ 1, 1 }, NULL, "%u", i);
    report_warning (from, a, (Place){ 1, 1 }, NULL, "%u", i);
  }
  totals = report_print (into, sink);
  g_assert_cmpuint (totals.warnings, ==, 302);
  report_join (into, from);
  totals = report_print (into, sink);
  g_assert_cmpuint (totals.warnings, >=, 302);
  fclose (sink);
}

/* What would move a cursor or turn a line around is shown as a space, its neighbours as they are.
 */
static void
test_hidden (void)
{
  static const gunichar shown[] = { 0x20, 0xA1, 0x2027, 0x2030, 0x2065, 0x206A };
  static const gunichar hidden[] = { 0x1B,   0x7F,   0x9B,   0x2028, 0x2029, 0x202A,
                                     0x202E, 0x2066, 0x2067, 0x2068, 0x2069 };

  for (guint i = 0; i < G_N_ELEMENTS (shown) + G_N_ELEMENTS (hidden); i++) {
    gboolean is_hidden = i >= G_N_ELEMENTS (shown);
    gunichar c = is_hidden ? hidden[i - G_N_ELEMENTS (shown)] : shown[i];
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) text = g_string_new ("a");
    g_string_append_unichar (text, c);
    report_error (report, NULL, (Place){ 0, 0 }, NULL, "%s", text->str);
    g_autofree char *wanted = g_strdup_printf ("error: %s\n", is_hidden ? "a " : text->str);
    assert_prints (report, wanted);
  }
}

/* The caret stands under what it means, whatever the letters before it. */
static void
test_caret (void)
{
  static const struct {
    const char *line;
    guint col;
    const char *shown;
  } rows[] = {
    { "Tiếng Việt", 7, "    1 | Tiếng Việt\n      |       ^\n" },
    { "abc", 4, "    1 | abc\n      |    ^\n" },
    { "abc", 99, "    1 | abc\n      |    ^\n" },
    { "", 1, "    1 | \n      | ^\n" },
    { "\tx", 2, "    1 |  x\n      |  ^\n" },
    /* Two columns for each of these, none for a combining mark. */
    { "中文x", 3, "    1 | 中文x\n      |     ^\n" },
    { "q\xCC\xA3x", 3, "    1 | q\xCC\xA3x\n      |  ^\n" },
    { "📱x", 2, "    1 | 📱x\n      |   ^\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a", rows[i].line, -1);
    report_error (report, source, (Place){ 1, rows[i].col }, NULL, "x");
    g_autofree char *text = report_text (report);
    g_assert_cmpstr (strchr (text, '\n') + 1, ==, rows[i].shown);
  }
}

static void
test_long_line (void)
{
  static const guint cols[] = { 1, 80, 81, 82, 500, 999, 1001 };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 1; i <= 1000; i++)
    g_string_append_c (line, 'a' + i % 26);
  g_autoptr (Source) source = source_new ("a", line->str, -1);
  for (guint i = 0; i < G_N_ELEMENTS (cols); i++) {
    g_autoptr (Report) report = report_new ();
    report_error (report, source, (Place){ 1, cols[i] }, NULL, "x");
    g_autofree char *text = report_text (report);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    const char *caret = strchr (lines[2], '^');
    g_assert_cmpint (g_utf8_strlen (lines[1], -1), <=, 8 + 122);
    /* What stands over the caret is the character meant. */
    const char *over = g_utf8_offset_to_pointer (lines[1], caret - lines[2]);
    g_assert_cmpint (*over, ==, cols[i] <= 1000 ? line->str[cols[i] - 1] : '\0');
  }
}

/* No file and no key in a file gives orders to a terminal, or looks like a second message. */
static void
test_controls (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a\x1b[2J.md",
                                          "\x1b[31mđỏ\x7f\xC2\x9B\xE2\x80\xAE"
                                          "abc\n",
                                          -1);

  report_error (report, source, (Place){ 1, 6 }, "tắt \x1b]0;x\x07", "khóa “%s”",
                "a\nb.md: error: b\xE2\x80\xAE");
  assert_prints (report, "a [2J.md:1:6: error: khóa “a b.md: error: b ”\n"
                         "    1 |  [31mđỏ   abc\n"
                         "      |      ^\n"
                         "      = tắt  ]0;x \n");
}

static void
test_large_line_number (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < 123456; i++)
    g_string_append_c (text, '\n');
  g_string_append (text, "ab");
  g_autoptr (Source) source = source_new ("a", text->str, -1);
  report_error (report, source, (Place){ 123456, 2 }, "c", "x");
  assert_prints (report, "a:123456:2: error: x\n123456 | ab\n       |  ^\n       = c\n");
}

/* A file that is wrong in every line is told so, not a million times; another file is not forgotten
 * for it, nor are errors for warnings. */
static void
test_flood (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) flood = source_new ("a", "x\n", -1);
  g_autoptr (Source) other = source_new ("b", "x\n", -1);

  for (guint i = 0; i < 100000; i++) {
    report_warning (report, flood, (Place){ 1, 1 }, NULL, "%06u", i);
    if (i % 2)
      report_error (report, flood, (Place){ 1, 1 }, NULL, "%06u", i);
  }
  report_error (report, other, (Place){ 1, 1 }, NULL, "also");
  g_assert_true (report_is_full (report, flood));
  g_assert_false (report_is_full (report, other));
  g_autofree char *text = report_faults (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==,
                   "a: error: there are more errors in this file; the first 200 are listed");
  g_assert_cmpstr (lines[1], ==,
                   "a: warning: there are more warnings in this file; the first 200 are listed");
  g_assert_cmpstr (lines[2], ==, "a:1:1: error: 000001");
  g_assert_cmpstr (lines[402], ==, "b:1:1: error: also");
  g_assert_cmpuint (g_strv_length (lines), ==, 404);
}

/* Joined reports are full together. */
static void
test_flood_joined (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Report) part = report_new ();
  g_autoptr (Source) flood = source_new ("a", "x\n", -1);

  for (guint i = 0; i < 150; i++) {
    report_error (report, flood, (Place){ 1, 1 }, NULL, "%06u", i);
    report_error (part, flood, (Place){ 1, 1 }, NULL, "%06u", 1000 + i);
  }
  report_join (report, part);
  g_assert_true (report_is_full (report, flood));
  g_assert_cmpuint (report_n_errors (report), ==, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/sorted", test_sorted);
  g_test_add_func ("/report/join", test_join);
  g_test_add_func ("/report/note", test_note);
  g_test_add_func ("/report/note-of-many", test_note_of_many);
  g_test_add_func ("/report/equal", test_equal);
  g_test_add_func ("/report/hidden", test_hidden);
  g_test_add_func ("/report/caret", test_caret);
  g_test_add_func ("/report/long-line", test_long_line);
  g_test_add_func ("/report/controls", test_controls);
  g_test_add_func ("/report/large-line-number", test_large_line_number);
  g_test_add_func ("/report/flood", test_flood);
  g_test_add_func ("/report/flood-joined", test_flood_joined);
  return g_test_run ();
}
