/* SPDX-License-Identifier: MIT */
#include "command/preflight.h"

#include "../support.h"

/* Notes the sheet, and frees its facts. */
static void
add (Preflight *preflight, const char *path, gboolean is_kit, SheetFacts facts)
{
  const Output output = { .path = path, .is_kit = is_kit };
  preflight_add (preflight, &output, &facts, NULL);
  sheet_facts_clear (&facts);
}

/* The names, separated by blanks, as facts have them. */
static GPtrArray *
fonts_of (const char *names)
{
  GPtrArray *fonts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);
  for (guint i = 0; parts[i]; i++)
    g_ptr_array_add (fonts, g_strdup (parts[i]));
  return fonts;
}

static char *
text_of (const Preflight *preflight)
{
  char *text = NULL;
  size_t length = 0;
  FILE *stream = open_memstream (&text, &length);

  preflight_print (preflight, stream);
  fclose (stream);
  return text;
}

/* Sorted by path, each with what there is to say and nothing else; kits are counted. */
static void
test_lines (void)
{
  g_autoptr (Preflight) preflight = preflight_new ();

  add (preflight, "b.pdf", FALSE, (SheetFacts){ .pdf = { .n_pages = 1 } });
  add (preflight, "co-quan/1.pdf", TRUE, (SheetFacts){ .pdf = { .n_pages = 3 } });
  add (preflight, "co-quan/2.pdf", TRUE, (SheetFacts){ .pdf = { .n_pages = 4 } });
  add (preflight, "a.pdf", FALSE,
       (SheetFacts){ .pdf = { .n_pages = 2, .fonts = fonts_of ("A-Bold B"), .lowest_dpi = 149.6 },
                     .n_overfull = 1,
                     .n_unsafe = 2,
                     .smallest_module = 0.456 });
  g_autofree char *text = text_of (preflight);
  g_assert_cmpstr (text, ==,
                   "a.pdf: 2 pages; A-Bold, B; pictures from 150 dpi; QR squares of 0.46 mm; "
                   "overfull: 1; at the edge: 2\n"
                   "b.pdf: 1 page\n"
                   "kits: 2 sheets, 7 pages\n");
}

static void
test_nothing (void)
{
  g_autoptr (Preflight) preflight = preflight_new ();
  g_autofree char *none = text_of (preflight);

  g_assert_cmpstr (none, ==, "");
  add (preflight, "a.pdf", FALSE, (SheetFacts){ .pdf = { .n_pages = 1 } });
  g_autofree char *one = text_of (preflight);
  g_assert_cmpstr (one, ==, "a.pdf: 1 page\n");
  add (preflight, "co-quan/1.pdf", TRUE, (SheetFacts){ .pdf = { .n_pages = 3 } });
  g_autofree char *kit = text_of (preflight);
  g_assert_cmpstr (kit, ==, "a.pdf: 1 page\nkits: 1 sheets, 3 pages\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preflight/lines", test_lines);
  g_test_add_func ("/preflight/nothing", test_nothing);
  return g_test_run ();
}
