/* SPDX-License-Identifier: MIT */
#include "load/signs.h"

#include "load/leftover.h"

#include <string.h>

static void
test_signs (void)
{
  static const struct {
    const char *text;
    guint signs;
  } rows[] = {
    { "", 0 },
    { "Bà con mang theo thẻ căn cước, “bản gốc” – không cần bản sao…", 0 },
    /* Links. */
    { "https://a.vn", SIGN_LINK | SIGN_LEFTOVER },
    { "Hạn:/ 5/9", SIGN_LEFTOVER },
    { "xem www.a.vn", SIGN_LINK },
    { "wwwa, ww.a", 0 },
    { "a@b.vn", SIGN_LINK },
    { "gọi 113", SIGN_LINK },
    { "10 hộ, 12", 0 },
    { "912 hộ", 0 },
    { "2113", 0 },
    { "0.9 0", SIGN_LINK },
    { "0..90, 0 a", 0 },
    { "+84", SIGN_LINK },
    { "+8", 0 },
    { "1", 0 },
    /* Menu paths. */
    { "A → B", SIGN_ARROW },
    { "A ⇒ B", SIGN_ARROW },
    { "A => B", SIGN_ARROW | SIGN_LEFTOVER },
    { "a = b", SIGN_LEFTOVER },
    /* Struck. */
    { "~~a~~", SIGN_STRIKE },
    { "~5", 0 },
    /* The rest, one by one. */
    { "#", SIGN_LEFTOVER },
    { "|", SIGN_LEFTOVER },
    { "\t", SIGN_LEFTOVER },
    { "*", SIGN_LEFTOVER },
    { "{", SIGN_LEFTOVER },
    { "]", SIGN_LEFTOVER },
    { "^", SIGN_LEFTOVER },
    { "[", 0 },
    /* All of them. */
    { "113 → ~~ *", SIGN_LINK | SIGN_ARROW | SIGN_STRIKE | SIGN_LEFTOVER },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].text);
    g_assert_cmpuint (signs_in (rows[i].text), ==, rows[i].signs);
  }
}

/* No markup of other programs is passed over: texts of one to five signs, all there are. */
static void
test_leftovers (void)
{
  static const char letters[] = "#:|\t*{}[]()^=. a1";
  gsize n_letters = strlen (letters);
  const char *fault, *advice;
  gsize length;

  for (guint size = 1, n = n_letters; size <= 5; size++, n *= n_letters)
    for (guint i = 0; i < n; i++) {
      char text[6] = "";
      for (guint j = 0, rest = i; j < size; j++, rest /= n_letters)
        text[j] = letters[rest % n_letters];
      if (signs_in (text) & SIGN_LEFTOVER)
        continue;
      const char *found =
        leftover_find (text, LEFTOVER_LINE | LEFTOVER_BLOCK, &length, &fault, &advice);
      if (found)
        g_test_message ("“%s” was passed over", text);
      g_assert_null (found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signs/in", test_signs);
  g_test_add_func ("/signs/leftovers", test_leftovers);
  return g_test_run ();
}
