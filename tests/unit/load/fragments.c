/* SPDX-License-Identifier: MIT */
/* What is done with the links is in tests/golden/errors-parts. */
#include "load/fragments.h"

#include <string.h>

static void
test_glance (void)
{
  static const struct {
    const char *text;
    gboolean may_be;
  } rows[] = {
    { "# Các bước\n\n## Hai\n", FALSE },
    { "Số 12#3 và C#", FALSE },
    { "", FALSE },
    { "#", FALSE },
    { "md#", FALSE },
    { "[a](https://vneid.gov.vn/#x)", FALSE },
    { "[a](#x)", TRUE },
    { "[a](<#x>)", TRUE },
    { "[a]\n\n[a]: #x", TRUE },
    { "[a](b.md#x)", TRUE },
    { "# Một\n\n[a](../b/c.md#x)", TRUE },
    { "[a]: /b.md#x", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (fragments_are_in (rows[i].text, strlen (rows[i].text)) != rows[i].may_be)
      g_error ("%s", rows[i].text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragments/glance", test_glance);
  return g_test_run ();
}
