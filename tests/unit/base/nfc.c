/* SPDX-License-Identifier: MIT */
#include "base/nfc.h"

#include <string.h>

static void
test_text (void)
{
  static const struct {
    const char *text, *composed;
  } rows[] = {
    { "", "" },
    { "Hà Nội", "Hà Nội" },
    { "Ha\xCC\x80 No\xCC\x82\xCC\xA3i", "Hà Nội" },
    { "No\xCC\xA3\xCC\x82i", "Nội" }, /* the marks in the other order */
    { "N\xC3\xB4\xCC\xA3i", "Nội" },  /* half composed */
    { "U\xCC\x9B\xCC\x81ng", "Ứng" },
    { "\xCC\x81", "\xCC\x81" },   /* a mark without a letter */
    { "x\xCC\x82", "x\xCC\x82" }, /* nothing to compose to */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize length;
    g_autofree char *composed = nfc_text (rows[i].text, strlen (rows[i].text), &length);
    g_assert_cmpstr (composed, ==, rows[i].composed);
    g_assert_cmpuint (length, ==, strlen (composed));
  }
}

/* Only the bytes it was given; of more marks than a letter can have the first eight count. */
static void
test_part (void)
{
  static const struct {
    const char *text;
    gsize length;
    const char *composed;
  } rows[] = {
    { "a\xCC\x81", 1, "a" },
    { "ba\xCC\x81o", 4, "bá" },
    { "a\xCC\x81\xCC\xA3", 3, "á" },
    { "a\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88\xCC\xA3x", 20,
      "á\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88x" },
    { "a\xCD\xAF", 3, "a\xCD\xAF" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize length;
    g_autofree char *composed = nfc_text (rows[i].text, rows[i].length, &length);
    g_assert_cmpstr (composed, ==, rows[i].composed);
    g_assert_cmpuint (length, ==, strlen (composed));
  }
  g_assert_true (nfc_is_mark (0x300) && nfc_is_mark (0x36F));
  g_assert_false (nfc_is_mark (0x2FF) || nfc_is_mark (0x370));
}

/* Where the library is slow: this would take minutes. */
static void
test_much (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length;

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "a\xCC\x81\xCC\xA3");
  g_autofree char *composed = nfc_text (text->str, text->len, &length);
  g_assert_cmpuint (g_utf8_strlen (composed, -1), ==, 600000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/nfc/text", test_text);
  g_test_add_func ("/base/nfc/part", test_part);
  g_test_add_func ("/base/nfc/much", test_much);
  return g_test_run ();
}
