/* SPDX-License-Identifier: MIT */
#include "base/source.h"

#include "../support.h"

#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>

static void
test_read (void)
{
  static const struct {
    const char *what;
    const char *bytes;
    gssize length;
    const char *text; /* NULL: refused */
    const char *message;
  } rows[] = {
    { "plain", "Mở VNeID\n", -1, "Mở VNeID\n", NULL },
    { "empty", "", 0, "", NULL },
    { "byte order mark", "\xEF\xBB\xBFMở\n", -1, "Mở\n", NULL },
    { "byte order mark alone", "\xEF\xBB\xBF", -1, "", NULL },
    { "only the first mark is one",
      "\xEF\xBB\xBF\xEF\xBB\xBF"
      "a",
      -1,
      "\xEF\xBB\xBF"
      "a",
      NULL },
    { "CRLF", "a\r\nb\r\n", -1, "a\nb\n", NULL },
    { "mark and CRLF",
      "\xEF\xBB\xBF"
      "a\r\nb",
      -1, "a\nb", NULL },
    { "CR alone ends a line, too", "a\rb\r\rc\r", -1, "a\nb\n\nc\n", NULL },
    { "CR CR LF", "a\r\r\nb", -1, "a\n\nb", NULL },
    { "decomposed letters", "Tie\xCC\x82\xCC\x81ng Vie\xCC\xA3\xCC\x82t", -1, "Tiếng Việt", NULL },
    { "decomposed U+0340 and after", "a\xCD\x80", -1, "à", NULL },
    { "Greek that starts with CD stays", "\xCD\xBA", -1, "\xCD\xBA", NULL },
    { "not UTF-8", "một\nhai\nb\xE0 ba\n", -1, NULL, "line 3 is not UTF-8" },
    { "Latin-1 in the first line", "\xE9", -1, NULL, "line 1 is not UTF-8" },
    { "cut in the middle of a letter", "a\nb\n\xE1\xBB", -1, NULL, "line 3 is not UTF-8" },
    { "surrogate", "a\n\xED\xA0\x80", -1, NULL, "line 2 is not UTF-8" },
    { "overlong slash", "\xC0\xAF", -1, NULL, "line 1 is not UTF-8" },
    { "NUL", "a\nb\0c\n", 6, NULL, "line 2 is not UTF-8" },
    { "UTF-16", "\xFF\xFEM\0", 4, NULL, "line 1 is not UTF-8" },
  };
  char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "a.md", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    scratch_write (folder, "a.md", rows[i].bytes, rows[i].length);
    g_autoptr (Source) source = source_read (path, "content/a.md", &error);
    g_test_message ("%s", rows[i].what);
    if (rows[i].text == NULL) {
      g_assert_null (source);
      g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
      g_assert_nonnull (strstr (error->message, rows[i].message));
      continue;
    }
    g_assert_no_error (error);
    g_assert_cmpstr (source->text, ==, rows[i].text);
    g_assert_cmpuint (source->length, ==, strlen (rows[i].text));
    g_assert_cmpstr (source->path, ==, "content/a.md");
  }
  scratch_remove (folder);
}

/* Wherever it stands, before, in and after what is looked at in blocks, what GLib calls a letter is
 * one, and nothing else. */
static void
test_letters (void)
{
  static const char *const pieces[] = {
    "\xC4\x91",
    "\xE1\xBB\x9F",
    "\xF0\x9F\x93\xA2",
    "\xC2\x80",
    "\xE0\xA0\x80",
    "\xED\x9F\xBF",
    "\xEE\x80\x80",
    "\xF0\x90\x80\x80",
    "\xF4\x8F\xBF\xBF",
    "\x80",
    "\xBF",
    "\xC0\x80",
    "\xC1\xBF",
    "\xC4",
    "\xC4"
    "a",
    "\xC4\xC4\x91",
    "\xC4\x91\x91",
    "\xE0\x9F\xBF",
    "\xE1\xBB",
    "\xE1"
    "a\x9F",
    "\xE1\xBB\x9F\x9F",
    "\xED\xA0\x80",
    "\xED\xBF\xBF",
    "\xF0\x8F\xBF\xBF",
    "\xF0\x9F\x93",
    "\xF0\x9F\x93\xA2\xA2",
    "\xF4\x90\x80\x80",
    "\xF5\x80\x80\x80",
    "\xFE",
    "\xFF",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint before = 0; before < 40; before++)
      for (guint after = 0; after < 40; after += before % 3 + 1) {
        g_autofree char *start = g_strnfill (before, 'a');
        g_autofree char *end = g_strnfill (after, 'b');
        g_autofree char *text = g_strconcat (start, pieces[i], end, NULL);
        g_autoptr (Source) source = source_clean ("a.md", g_strdup (text), strlen (text), NULL);
        g_assert_cmpint (source != NULL, ==, g_utf8_validate (text, -1, NULL));
      }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (source_read ("/nonexistent/a.md", "a.md", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_place (void)
{
  static const struct {
    gsize offset;
    Place place;
  } rows[] = {
    { 0, { 1, 1 } }, { 1, { 1, 2 } }, { 4, { 1, 3 } }, /* after ở, three bytes */
    { 5, { 2, 1 } }, { 6, { 3, 1 } }, { 7, { 3, 2 } }, { 8, { 4, 1 } }, { 99, { 4, 1 } },
  };
  g_autoptr (Source) source = source_new ("a", "Mở\n\nx\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Place place = source_place (source, rows[i].offset);
    g_assert_cmpuint (place.line, ==, rows[i].place.line);
    g_assert_cmpuint (place.col, ==, rows[i].place.col);
  }
}

static void
test_line (void)
{
  static const char *const lines[] = { NULL, "Mở", "", "x", "", NULL };
  g_autoptr (Source) source = source_new ("a", "Mở\n\nx\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *line = source_line (source, i);
    g_assert_cmpstr (line, ==, lines[i]);
  }
}

/* A file of a site is a file: nothing else is waited for or followed. */
static void
test_regular (void)
{
  static const struct {
    const char *name;
    int code; /* of G_FILE_ERROR; -1: it is read */
  } rows[] = { { "file", -1 },
               { "empty", -1 },
               { "link", G_FILE_ERROR_INVAL },
               { "pipe", G_FILE_ERROR_INVAL },
               { "folder", G_FILE_ERROR_INVAL },
               { "/dev/null", G_FILE_ERROR_INVAL },
               { "nothing", G_FILE_ERROR_NOENT },
               { "file/x", G_FILE_ERROR_NOTDIR } };
  g_autofree char *folder = scratch_new ();
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *fifo = g_build_filename (folder, "pipe", NULL);

  scratch_write (folder, "file", "\xEF\xBB\xBFx\r\ny", -1);
  scratch_write (folder, "empty", "", 0);
  scratch_write (folder, "folder/x", "x", -1);
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = *rows[i].name == '/' ? g_strdup (rows[i].name)
                                                 : g_build_filename (folder, rows[i].name, NULL);
    g_autoptr (Source) source = source_read_regular (path, "shown", &error);
    g_test_message ("%s", rows[i].name);
    if (rows[i].code < 0) {
      g_assert_no_error (error);
      g_assert_cmpstr (source->text, ==, i == 0 ? "x\ny" : "");
      g_assert_cmpstr (source->path, ==, "shown");
    } else {
      g_assert_error (error, G_FILE_ERROR, rows[i].code);
      g_assert_null (source);
    }
  }
  scratch_remove (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/read", test_read);
  g_test_add_func ("/source/regular", test_regular);
  g_test_add_func ("/source/letters", test_letters);
  g_test_add_func ("/source/missing", test_missing);
  g_test_add_func ("/source/place", test_place);
  g_test_add_func ("/source/line", test_line);
  return g_test_run ();
}
