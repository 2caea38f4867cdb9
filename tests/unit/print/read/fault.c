/* SPDX-License-Identifier: MIT */
#include "print/read/fault.h"

#include "../../support.h"

/* All characters that XML does not allow are told, in the document when they are there. */
static void
test_controls (void)
{
  static const struct {
    const char *page, *origin, *told;
  } rows[] = {
    { "a\tb\r\nc", NULL, "" },
    { "a\vb", NULL, "p.html:1:2 (U+000B) stands here" },
    { "<p>a\vb</p>", "x\n\xe1\xba\xa3\f y\v\n",
      "a.md:2:2 (U+000C) stands here a.md:2:5 (U+000B) stands here" },
    { "<p>T\xc3\xaan ph\xc6\xb0\xe1\xbb\x9dng\x01</p>", "x",
      "a.md (U+0001) stands behind “Tên phường”" },
    { "a\xef\xbf\xbf", NULL, "p.html:1:2 (U+FFFF) stands here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Source) page = source_new ("p.html", rows[i].page, -1);
    g_autoptr (Source) origin = rows[i].origin ? source_new ("a.md", rows[i].origin, -1) : NULL;
    g_autoptr (Report) report = report_new ();
    const Faults faults = { page, origin, report };
    g_assert_true (fault_controls (&faults) == (*rows[i].told != '\0'));
    g_autofree char *text = report_text (report);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    g_autoptr (GString) told = g_string_new (NULL);
    for (char **line = lines; *line; line++) {
      const char *middle = strstr (*line, ": error: an invisible control character");
      if (middle)
        g_string_append_printf (told, "%s%.*s%s", told->len ? " " : "", (int) (middle - *line),
                                *line, middle + strlen (": error: an invisible control character"));
    }
    g_assert_cmpstr (told->str, ==, rows[i].told);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fault/controls", test_controls);
  return g_test_run ();
}
