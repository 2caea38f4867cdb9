/* SPDX-License-Identifier: MIT */
#include "editor/glance.h"

#include "../support.h"

/* Wherever it stands, at the start and the end, too. */
static gboolean
stops_everywhere (const char *what, gboolean expected)
{
  for (guint before = 0; before < 70; before++)
    for (guint behind = 0; behind < 70; behind++) {
      g_autofree char *front = g_strnfill (before, 'a'), *back = g_strnfill (behind, ' ');
      g_autofree char *text = g_strconcat (front, what, back, NULL);
      if (glance_may_stop (text, strlen (text)) != expected)
        return FALSE;
    }
  return TRUE;
}

static void
test_rows (void)
{
  static const struct {
    const char *what;
    gboolean stops;
  } rows[] = {
    { "", FALSE },
    { "Đăng ký thường trú, ở ấp Ỷ Lan – “nhớ”…", FALSE },
    { "12345678", FALSE },
    { "1234 5678 9012", FALSE },
    { "1234x5678y9", FALSE }, /* digits where a number would have its first, middle and last */
    { "123456789", TRUE },
    { "079123456789", TRUE },
    { "\320\260", TRUE }, /* Cyrillic а */
    { "\316\277", TRUE }, /* Greek ο */
    { "ð", TRUE },
    { "Ð", TRUE },
    { "ı", TRUE },
    { "ɡ", TRUE },
    { "Ａ", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!stops_everywhere (rows[i].what, rows[i].stops))
      g_error ("“%s”", rows[i].what);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glance/rows", test_rows);
  return g_test_run ();
}
