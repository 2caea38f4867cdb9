/* SPDX-License-Identifier: MIT */
#include "speech/sentence.h"

#include <string.h>

static void
test_end (void)
{
  g_assert_cmpuint (sentence_end ("Một. Hai.", 0), ==, strlen ("Một."));
  g_assert_cmpuint (sentence_end ("Một. Hai.", strlen ("Một. ")), ==, strlen ("Một. Hai."));
  g_assert_cmpuint (sentence_end ("Hỏi? Đáp", 0), ==, strlen ("Hỏi?"));
  g_assert_cmpuint (sentence_end ("a.b c", 0), ==, 5);
  g_assert_cmpuint (sentence_end ("", 0), ==, 0);
}

static void
test_close (void)
{
  static const struct {
    const char *spoken;
    gboolean leads_on;
    const char *closed;
  } rows[] = {
    { "Một", FALSE, "Một." },   { "Một.", FALSE, "Một." }, { "Một;", FALSE, "Một." },
    { "Một, ", FALSE, "Một." }, { "Gồm:", TRUE, "Gồm:" },  { "Gồm:", FALSE, "Gồm." },
    { "Ai?", FALSE, "Ai?" },    { "", FALSE, "" },         { ",", FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) spoken = g_string_new (rows[i].spoken);
    sentence_close (spoken, 0, rows[i].leads_on);
    g_assert_cmpstr (spoken->str, ==, rows[i].closed);
  }
}

static void
test_copy (void)
{
  g_autofree char *capital = sentence_copy ("ủy ban họp. Hết", strlen ("ủy ban họp."));
  g_autofree char *nothing = sentence_copy ("", 0);

  g_assert_cmpstr (capital, ==, "Ủy ban họp.");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/sentence/end", test_end);
  g_test_add_func ("/speech/sentence/close", test_close);
  g_test_add_func ("/speech/sentence/copy", test_copy);
  return g_test_run ();
}
