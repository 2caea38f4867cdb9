/* SPDX-License-Identifier: MIT */
#include "speech/atoms.h"

#include <string.h>

/* The atoms of a text: "w" words with their shape, "n" numbers, "m" marks; spaces where they are.
 */
static char *
atoms_text (const char *text)
{
  static const char shapes[] = {
    [SHAPE_SMALL] = 's', [SHAPE_CAPITAL] = 'c', [SHAPE_CAPITALS] = 'C', [SHAPE_MIXED] = 'x'
  };
  g_autoptr (GArray) atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  g_autoptr (GString) out = g_string_new (NULL);

  atoms_cut (atoms, text, strlen (text));
  for (guint i = 0; i < atoms->len; i++) {
    const Atom *atom = &g_array_index (atoms, Atom, i);
    if (atom->space_before && i > 0)
      g_string_append_c (out, ' ');
    g_string_append_c (out, '[');
    g_string_append_len (out, text + atom->start, atom->end - atom->start);
    if (atom->kind == ATOM_WORD)
      g_string_append_printf (out, " %c%u", shapes[atom->shape], atom->n_letters);
    g_string_append_printf (out, "]%s", atom->address ? "@" : "");
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_cut (void)
{
  static const struct {
    const char *text, *atoms;
  } rows[] = {
    { "", "" },
    { "  ", "" },
    { "Phường 5", "[Phường c6] [5]" },
    { "UBND, ĐT353", "[UBND C4][,] [ĐT C2][353]" },
    { "VNeID TTg a", "[VNeID x5] [TTg x3] [a s1]" },
    { "59/2022/NĐ-CP", "[59][/][2022][/][NĐ C2][-][CP C2]" },
    { "Ơ ở Ư", "[Ơ c1] [ở s1] [Ư c1]" },
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
    g_autofree char *atoms = atoms_text (rows[i].text);
    g_assert_cmpstr (atoms, ==, rows[i].atoms);
  }
}

/* The hash of a word is that of its bytes, however it is reached. */
static void
test_hash (void)
{
  const char *text = "về UBND";
  g_autoptr (GArray) atoms = g_array_new (FALSE, FALSE, sizeof (Atom));

  atoms_cut (atoms, text, strlen (text));
  g_assert_cmpuint (g_array_index (atoms, Atom, 1).hash, ==, atoms_hash ("UBND", 4));
  g_assert_cmpuint (atoms_hash ("UBND", 4), !=, atoms_hash ("UBNĐ", 5));
}

static void
test_long_word (void)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autoptr (GArray) atoms = g_array_new (FALSE, FALSE, sizeof (Atom));

  atoms_cut (atoms, text, strlen (text));
  g_assert_cmpuint (atoms->len, ==, 1);
  g_assert_cmpuint (g_array_index (atoms, Atom, 0).n_letters, ==, 255);
  g_assert_cmpuint (g_array_index (atoms, Atom, 0).end, ==, 100000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/atoms/cut", test_cut);
  g_test_add_func ("/speech/atoms/hash", test_hash);
  g_test_add_func ("/speech/atoms/long-word", test_long_word);
  return g_test_run ();
}
