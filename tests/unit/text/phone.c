/* SPDX-License-Identifier: MIT */
#include "text/phone.h"

static void
test_begins (void)
{
  static const char *const phones[] = { "0905123456", "+84 905", "1900 1234", "18001234" };
  static const char *const others[] = { "905123456", "1950", "1890", "190", "", "gọi 0905" };

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    g_assert_true (text_begins_phone (phones[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (text_begins_phone (others[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/phone/begins", test_begins);
  return g_test_run ();
}
