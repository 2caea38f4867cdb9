/* SPDX-License-Identifier: MIT */
#include "speech/clean.h"

#include <string.h>

static void
test_text (void)
{
  static const struct {
    const char *text, *clean; /* NULL: clean already */
  } rows[] = {
    { "", NULL },
    { "Ủy ban, “xã”", NULL },
    { "u\xCC\x89y ban", "ủy ban" },
    { "vie\xCC\xA3\xCC\x82t", "việt" },
    { "Ủ\xC2\xAD"
      "y\xE2\x80\x8B ban",
      "Ủy ban" },
    { "\xEF\xBB\xBFXin", "Xin" },
    { "5\xC2\xA0kg\xE2\x80\xAFgạo", "5 kg gạo" },
    { "\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x85", "12%" },
    { "H₂O, ₀₉", "H2O, 09" },
    { "a①b⑨ c", "a1 b9 c" },
    { "⑩ ⓪ ⁿ ₊ ₏", NULL },
    { "𝟎𝟗𝟘𝟡𝟢𝟿", "090909" },
  };
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (CleanShift));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean is_changed = clean_text (rows[i].text, strlen (rows[i].text), clean, shifts);
    g_assert_cmpint (is_changed, ==, rows[i].clean != NULL);
    if (is_changed)
      g_assert_cmpstr (clean->str, ==, rows[i].clean);
  }
}

/* A place in the clean text is found again in the original one. */
static void
test_original (void)
{
  const char *text = "vie\xCC\xA3\xCC\x82t \xC2\xAD"
                     "59/2022";
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (CleanShift));

  g_assert_true (clean_text (text, strlen (text), clean, shifts));
  gsize offset = strstr (clean->str, "59") - clean->str;
  g_assert_cmpuint (clean_original (shifts, offset), ==, strstr (text, "59") - text);
  g_assert_cmpuint (clean_original (shifts, 0), ==, 0);
  /* the end of the text is that of its last letter with all marks */
  const char *end = "xa\xCC\x83";
  g_assert_true (clean_text (end, strlen (end), clean, shifts));
  g_assert_cmpuint (clean_original (shifts, clean->len), ==, strlen (end));
  /* so is that of a digit behind which a space was put: no letter is cut */
  const char *enclosed = "a②b";
  g_assert_true (clean_text (enclosed, strlen (enclosed), clean, shifts));
  g_assert_cmpuint (clean_original (shifts, strlen ("a2")), ==, strlen ("a②"));
  g_assert_cmpuint (clean_original (shifts, strlen ("a2 ")), ==, strlen ("a②"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/clean/text", test_text);
  g_test_add_func ("/speech/clean/original", test_original);
  return g_test_run ();
}
