/* SPDX-License-Identifier: MIT */
#include "text/invisible.h"

#include "../support.h"

#define ZWSP "\xE2\x80\x8B"
#define ZWJ  "\xE2\x80\x8D"
#define RLO  "\xE2\x80\xAE"
#define SHY  "\xC2\xAD"

static void
test_clean (void)
{
  static const struct {
    const char *text, *clean, *faults;
  } rows[] = {
    { "Kích hoạt tài khoản ngày 2/11", "Kích hoạt tài khoản ngày 2/11", "" },
    { "Kích" ZWSP " hoạt" SHY "\n" SHY "a", "Kích hoạt\na",
      "a.md:1:5: warning: an invisible character (U+200B)\n"
      "a.md:2:1: warning: an invisible character (U+00AD)\n" },
    { "\xEF\xBB\xBF"
      "x",
      "x", "a.md:1:1: warning: an invisible character (U+FEFF)\n" },
    { "gọi 09" ZWSP "01", "gọi 0901",
      "a.md:1:7: error: an invisible character in a number or an address (U+200B)\n" },
    { "https://vn" ZWSP "eid.gov.vn", "https://vneid.gov.vn",
      "a.md:1:11: error: an invisible character in a number or an address (U+200B)\n" },
    { "vneid" SHY ".gov.vn", "vneid.gov.vn",
      "a.md:1:6: error: an invisible character in a number or an address (U+00AD)\n" },
    { "a" ZWSP "b@c.vn", "ab@c.vn",
      "a.md:1:2: error: an invisible character in a number or an address (U+200B)\n" },
    { "https://vneid.gov.vn" ZWSP " nay", "https://vneid.gov.vn nay",
      "a.md:1:21: warning: an invisible character (U+200B)\n" },
    { "a" RLO "b", "ab",
      "a.md:1:2: error: a character that turns the direction of the text around (U+202E)\n" },
    { "\xF0\x9F\x91\xA8" ZWJ "\xF0\x9F\x91\xA9", "\xF0\x9F\x91\xA8" ZWJ "\xF0\x9F\x91\xA9", "" },
    { "a" ZWJ "b", "ab", "a.md:1:2: warning: an invisible character (U+200D)\n" },
    { "\xE2\x9A\xA0\xEF\xB8\x8F → “ế” …", "\xE2\x9A\xA0\xEF\xB8\x8F → “ế” …", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source =
      invisible_clean (source_new ("a.md", rows[i].text, -1), FALSE, report);
    g_autofree char *faults = report_faults (report);
    g_assert_cmpstr (source->text, ==, rows[i].clean);
    g_assert_cmpuint (source->length, ==, strlen (rows[i].clean));
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

/* Written as “&shy;”: all is said at the place of the piece. */
static void
test_piece (void)
{
  static const struct {
    const char *text, *clean, *faults;
  } rows[] = {
    { "kích hoạt", NULL, "" },
    { "kích" SHY " ho" ZWSP "ạt", "kích hoạt",
      "a.md:3:7: warning: an invisible character (U+00AD)\n" },
    { "gọi 09" SHY "01", "gọi 0901",
      "a.md:3:7: error: an invisible character in a number or an address (U+00AD)\n" },
    { "a" RLO "b", "ab",
      "a.md:3:7: error: a character that turns the direction of the text around (U+202E)\n" },
    { "\xF0\x9F\x91\xA8" ZWJ "\xF0\x9F\x91\xA9", "\xF0\x9F\x91\xA8" ZWJ "\xF0\x9F\x91\xA9", "" },
  };
  g_autoptr (Source) source = source_new ("a.md", "a\nb\nc &shy; d", -1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autofree char *clean =
      invisible_clean_piece (rows[i].text, FALSE, source, (Place){ 3, 7 }, report);
    g_autofree char *faults = report_faults (report);
    g_assert_cmpstr (clean, ==, rows[i].clean);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

/* Wherever in the blocks that are looked at together, and whatever is around it. */
static void
test_places (void)
{
  static const char *const around[] = { "a", "ế", "–", "Ư", "\xC2\xA0" };
  static const char *const unseen[] = {
    SHY, ZWSP, RLO, "\xEF\xBB\xBF", "\xCD\x8F", "\xE1\xA0\x8E", "\xF3\xA0\x80\xA0"
  };

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    for (guint k = 0; k < G_N_ELEMENTS (unseen); k++)
      for (guint n = 0; n < 70; n++) {
        g_autoptr (GString) text = g_string_new (NULL);
        for (guint m = 0; m < 70; m++)
          g_string_append (text, m == n ? unseen[k] : around[i]);
        const char *found = invisible_find (text->str);
        g_assert_nonnull (found);
        g_assert_cmpuint (found - text->str, ==, n * strlen (around[i]));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invisible/clean", test_clean);
  g_test_add_func ("/invisible/piece", test_piece);
  g_test_add_func ("/invisible/places", test_places);
  return g_test_run ();
}
