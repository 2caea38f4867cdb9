/* SPDX-License-Identifier: MIT */
#include "search/abridge.h"

#include "../support.h"

/* The places where “#” stands are those of new words. */
static char *
abridged (const char *text)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (const char *));
  GString *out = g_string_new (NULL);

  for (const char *at = strchr (text, '#'); at; at = strchr (at + 1, '#'))
    g_array_append_val (firsts, at);
  abridge (text, strlen (text), firsts, out);
  return g_string_free (out, FALSE);
}

static void
test_short (void)
{
  g_autofree char *text = abridged ("Một câu. Hai câu.\nBa câu.\n");
  g_assert_cmpstr (text, ==, "Một câu. Hai câu.\nBa câu.\n");
}

/* Behind the beginning, what says nothing new is left out. */
static void
test_repeated (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < 100; i++) {
    const char *sentence = i == 60 ? "#Mới ở đây. " : i == 99 ? "#Cuối.\n" : "Câu cũ đó. ";
    g_string_append (long_text, sentence);
    if (long_text->len <= ABRIDGE_BEGIN)
      g_string_append (wanted, sentence);
  }
  g_string_append (wanted, "… #Mới ở đây. … #Cuối.\n");
  g_autofree char *text = abridged (long_text->str);
  g_assert_cmpstr (text, ==, wanted->str);
}

/* However much is new, and however long a sentence, words stay whole and the room is kept to. */
static void
test_much (void)
{
  static const char *const sentences[] = { "#dài #dài #dài", "#dài #dài. ", "#dài\n",
                                           "#dàidàidài" };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autoptr (GString) long_text = g_string_new (NULL);
    while (long_text->len < 5000)
      g_string_append (long_text, sentences[i]);
    g_autofree char *text = abridged (long_text->str);
    g_assert_cmpuint (strlen (text), <=, ABRIDGE_MOST + strlen ("… "));
    g_assert_true (g_utf8_validate (text, -1, NULL));
    g_assert_true (i == 3 || strlen (text) > ABRIDGE_MOST - 100);
  }
}

/* Wherever the room ends, also within what says that something is left out. */
static void
test_room (void)
{
  for (guint n = 1; n < 40; n++) {
    g_autoptr (GString) long_text = g_string_new (NULL);
    g_autofree char *filler = g_strnfill (n, 'x');
    while (long_text->len < 5000)
      g_string_append_printf (long_text, "#mới %s. cũ cũ. ", filler);
    g_autofree char *text = abridged (long_text->str);
    g_assert_cmpuint (strlen (text), <=, ABRIDGE_MOST + strlen ("… "));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/abridge/short", test_short);
  g_test_add_func ("/abridge/repeated", test_repeated);
  g_test_add_func ("/abridge/much", test_much);
  g_test_add_func ("/abridge/room", test_room);
  return g_test_run ();
}
