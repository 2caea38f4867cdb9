/* SPDX-License-Identifier: MIT */
#include "word/refusal.h"

static void
test_refuse (void)
{
  for (WordRefusal refusal = 0; refusal < N_WORD_REFUSALS; refusal++) {
    g_autoptr (GError) error = NULL;
    g_assert_false (word_refuse (&error, refusal));
    g_assert_error (error, WORD_ERROR, (int) refusal);
    g_assert_cmpuint (strlen (error->message), >, 20);
    g_assert_cmpuint (strlen (word_refusal_id (refusal)), >, 0);
  }
  g_assert_cmpstr (word_refusal_id (WORD_TOO_LARGE), ==, "too-large");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusal/refuse", test_refuse);
  return g_test_run ();
}
