/* SPDX-License-Identifier: MIT */
#include "speech/tokens.h"

#include <string.h>

/* The tokens of a text: "w" words with their shape, "n" numbers, "m" marks; spaces where they are.
 */
static char *
tokens_text (const char *text)
{
  static const char shapes[] = {
    [SHAPE_SMALL] = 's', [SHAPE_CAPITAL] = 'c', [SHAPE_CAPITALS] = 'C', [SHAPE_MIXED] = 'x'
  };
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (SpeechToken));
  g_autoptr (GString) out = g_string_new (NULL);

  tokens_cut (tokens, text, strlen (text));
  for (guint i = 0; i < tokens->len; i++) {
    const SpeechToken *token = &g_array_index (tokens, SpeechToken, i);
    if (token->space_before && i > 0)
      g_string_append_c (out, ' ');
    g_string_append_c (out, '[');
    g_string_append_len (out, text + token->start, token->end - token->start);
    if (token->kind == SPEECH_WORD)
      g_string_append_printf (out, " %c%u", shapes[token->shape], token->n_letters);
    g_string_append_printf (out, "]%s", token->address ? "@" : "");
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_cut (void)
{
  static const struct {
    const char *text, *tokens;
  } rows[] = {
    { "", "" },
    { "  ", "" },
    { "Phường 5", "[Phường c6] [5]" },
    { "UBND, ĐT353", "[UBND C4][,] [ĐT C2][353]" },
    { "VNeID TTg a", "[VNeID x5] [TTg x3] [a s1]" },
    { "59/2022/NĐ-CP", "[59][/][2022][/][NĐ C2][-][CP C2]" },
    { "Ơ ở Ư", "[Ơ c1] [ở s1] [Ư c1]" },
    { "Đàỹ Ỵẹ ÀĂĨ ẠđũƠ", "[Đàỹ c3] [Ỵẹ c2] [ÀĂĨ C3] [ẠđũƠ x4]" },
    { "a×b÷c ẩ", "[a s1][×][b s1][÷][c s1] [ẩ s1]" },
    /* stars that make words bold are nothing; between numbers they multiply */
    { "**Bước 1**: 2*3", "[Bước c4] [1][:] [2][*][3]" },
    { "một\xC2\xA0hai\nba", "[một s3] [hai s3] [ba s2]" },
    /* what may be an address is known at its start */
    { "xem a.vn", "[xem s3] [a s1]@[.][vn s2]" },
    { "an@b.vn", "[an s2]@[@][b s1][.][vn s2]" },
    { "Xong. Rồi", "[Xong c4][.] [Rồi c3]" },
    { "🙂", "[🙂]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *tokens = tokens_text (rows[i].text);
    g_assert_cmpstr (tokens, ==, rows[i].tokens);
  }
}

/* The hash of a word is that of its bytes, however it is reached. */
static void
test_hash (void)
{
  const char *text = "về UBND";
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (SpeechToken));

  tokens_cut (tokens, text, strlen (text));
  g_assert_cmpuint (g_array_index (tokens, SpeechToken, 1).hash, ==, tokens_hash ("UBND", 4));
  g_assert_cmpuint (tokens_hash ("UBND", 4), !=, tokens_hash ("UBNĐ", 5));
}

static void
test_long_word (void)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (SpeechToken));

  tokens_cut (tokens, text, strlen (text));
  g_assert_cmpuint (tokens->len, ==, 1);
  g_assert_cmpuint (g_array_index (tokens, SpeechToken, 0).n_letters, ==, 255);
  g_assert_cmpuint (g_array_index (tokens, SpeechToken, 0).end, ==, 100000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/tokens/cut", test_cut);
  g_test_add_func ("/speech/tokens/hash", test_hash);
  g_test_add_func ("/speech/tokens/long-word", test_long_word);
  return g_test_run ();
}
