/* SPDX-License-Identifier: MIT */
#include "speech/measures.h"

#include "saying_support.h"

/* Whether the first dash of the line stands between two measures. */
static void
test_joined (void)
{
  static const struct {
    const char *text;
    gboolean are_joined;
  } rows[] = {
    { "15kVA-380V", TRUE },       { "12m-7,2kN", TRUE },           { "5km-10km", FALSE },
    { "5-10km", FALSE },          { "180kVA-10(22)/0,4kV", TRUE }, { "250kVA-22/0,4kV", TRUE },
    { "30kg-5 thùng", FALSE },    { "30kg-lớn", FALSE },           { "2ha-500m", TRUE },
    { "09°15'N-103°42'E", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Line) line = line_new (rows[i].text);
    int at = 0;
    while (!saying_is_dash (&line->saying, at))
      at++;
    if (measures_are_joined (&line->saying, at) != rows[i].are_joined)
      g_test_fail_printf ("%s", rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/measures/joined", test_joined);
  return g_test_run ();
}
