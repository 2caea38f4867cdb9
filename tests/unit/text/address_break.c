/* SPDX-License-Identifier: MIT */
#include "text/address_break.h"

#include <glib.h>
#include <string.h>

/* “|” stands where a line may end. */
static void
test_places (void)
{
  static const char *const rows[] = {
    "",
    "Mở dichvucong.|gov.|vn, chọn",
    "www.|vi-du.|gov.|vn/huong-dan.|html",
    "gửi về hoi.|dap@|vi-du.|vn",
    /* Too short, a number, the end of a sentence. */
    "Th.S Nguyễn",
    "tp.hcm",
    "1.000.000.000.000",
    "0967.000.115.113",
    "dichvucongquocgia. Rồi",
    "dichvucongquocgia.",
    ".dichvucongquocgia",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) parts = g_strsplit (rows[i], "|", -1);
    g_autofree char *text = g_strjoinv ("", parts);
    g_autoptr (GString) shown = g_string_new (NULL);
    const char *end = text + strlen (text), *from = text;
    for (const char *p; (p = text_next_address_break (from, text, end)) < end; from = p) {
      g_string_append_len (shown, from, p - from);
      g_string_append_c (shown, '|');
    }
    g_string_append (shown, from);
    g_assert_cmpstr (shown->str, ==, rows[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address-break/places", test_places);
  return g_test_run ();
}
