/* SPDX-License-Identifier: MIT */
#include "serve/fault_book.h"

#include "../support.h"

static void
add (Report *report, gboolean is_error, const char *path, guint line, const char *text)
{
  g_autoptr (Source) source = source_new (path, "một dòng\nhai dòng\n", -1);

  if (is_error)
    report_error (report, source, (Place){ line, 1 }, "sửa \"<\" đi", "%s", text);
  else
    report_warning (report, source, (Place){ line, 1 }, NULL, "%s", text);
}

static gboolean
is_not_b (const char *where, G_GNUC_UNUSED gpointer data)
{
  return strcmp (where, "b.html") != 0;
}

static void
assert_counts (FaultBook *book, const char *path, guint errors, guint warnings)
{
  FaultCounts counts = fault_book_count (book, path);
  g_assert_cmpuint (counts.errors, ==, errors);
  g_assert_cmpuint (counts.warnings, ==, warnings);
}

/* Equal faults of several outputs are one; what is found anew takes the place of what was. */
static void
test_book (void)
{
  g_autoptr (FaultBook) book = fault_book_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (Report) empty = report_new ();

  add (report, TRUE, "a.md", 2, "sai");
  add (report, FALSE, "a.md", 1, "ngờ");
  add (report, TRUE, "c.md", 1, "sai");
  g_assert_true (fault_book_put (book, "a.html", report));
  g_assert_false (fault_book_put (book, "a.html", report));
  g_assert_true (fault_book_put (book, "b.html", report));
  assert_counts (book, NULL, 2, 1);
  assert_counts (book, "a.md", 1, 1);
  assert_counts (book, "none.md", 0, 0);

  g_autoptr (GString) json = g_string_new (NULL);
  fault_book_json (book, "a.md", 10, json);
  g_assert_cmpstr (
    json->str, ==,
    "[{\"level\":\"warning\",\"file\":\"a.md\",\"line\":1,\"column\":1,\"text\":\"ngờ\",\"advice\":"
    "null,\"shown\":\"một dòng\",\"caret\":0,\"outputs\":[\"a.html\",\"b.html\"]},{\"level\":"
    "\"error\",\"file\":\"a.md\",\"line\":2,\"column\":1,\"text\":\"sai\",\"advice\":\"sửa "
    "\\\"\\u003c\\\" đi\",\"shown\":\"hai "
    "dòng\",\"caret\":0,\"outputs\":[\"a.html\",\"b.html\"]}]");
  g_string_truncate (json, 0);
  fault_book_json (book, NULL, 1, json);
  g_assert_cmpuint (g_strcmp0 (strstr (json->str, "},{"), NULL), ==, 0);

  g_assert_true (fault_book_put_of (book, "a.html", "a.md", empty)); /* c.md stays there */
  fault_book_keep (book, is_not_b, NULL);
  assert_counts (book, NULL, 1, 0);
  g_assert_true (fault_book_put (book, "a.html", empty));
  assert_counts (book, NULL, 0, 0);
  g_assert_false (fault_book_put (book, "a.html", empty));
}

static void
test_files (void)
{
  g_autoptr (FaultBook) book = fault_book_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  add (report, TRUE, "a.md", 2, "sai");
  add (report, TRUE, "a.md", 1, "sai");
  add (report, FALSE, "b.md", 1, "ngờ");
  fault_book_put (book, "", report);
  fault_book_count_files (book, counts);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 2);
  g_assert_cmpuint (((FaultCounts *) g_hash_table_lookup (counts, "a.md"))->errors, ==, 2);
  g_assert_cmpuint (((FaultCounts *) g_hash_table_lookup (counts, "b.md"))->warnings, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serve/fault_book/book", test_book);
  g_test_add_func ("/serve/fault_book/files", test_files);
  return g_test_run ();
}
