/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include "../support.h"

enum { N = 400 };

static Digest
digest_in_pieces (const guint8 *bytes, gsize length, gsize piece)
{
  DigestState state;

  digest_start (&state);
  for (gsize i = 0; i < length; i += piece)
    digest_add (&state, bytes + i, MIN (piece, length - i));
  return digest_finish (&state);
}

/* In whatever pieces the bytes come. */
static void
test_pieces (void)
{
  guint8 bytes[N];

  for (guint i = 0; i < N; i++)
    bytes[i] = i * 7 + 1;
  for (gsize length = 0; length < N; length++) {
    Digest whole = digest_of (bytes, length);
    for (gsize piece = 1; piece < 70; piece += 3) {
      Digest digest = digest_in_pieces (bytes, length, piece);
      g_assert_true (digest_equal (&digest, &whole));
    }
  }
}

/* Every bit of every byte counts, and so does the length. */
static void
test_differs (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint8 bytes[N] = { 0 };
  char hex[DIGEST_HEX_LENGTH + 1];

  for (gsize length = 0; length <= N; length++) {
    Digest digest = digest_of (bytes, length);
    digest_to_hex (&digest, hex);
    g_assert_true (g_hash_table_add (seen, g_strdup (hex)));
  }
  for (guint bit = 0; bit < 8 * N; bit++) {
    bytes[bit / 8] ^= 1 << bit % 8;
    Digest digest = digest_of (bytes, N);
    digest_to_hex (&digest, hex);
    g_assert_true (g_hash_table_add (seen, g_strdup (hex)));
    bytes[bit / 8] ^= 1 << bit % 8;
  }
}

/* What xxh128sum says of the same bytes: other programs can check what we wrote. */
static void
test_is_xxh3 (void)
{
  static const struct {
    const char *text, *hex;
  } rows[] = {
    { "", "99aa06d3014798d86001c324468d497f" },
    { "loa", "1691139cc8607a1e8ad597aee8c217a3" },
    { "Xin chào bà con, đây là loa truyền thanh.", "d007f9193a06fcbbf334cd686fa534f5" },
  };
  char hex[DIGEST_HEX_LENGTH + 1];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Digest digest = digest_of (rows[i].text, strlen (rows[i].text));
    digest_to_hex (&digest, hex);
    g_assert_cmpstr (hex, ==, rows[i].hex);
  }
}

/* A state may stand at any address that a struct of numbers may stand at. */
static void
test_anywhere (void)
{
  g_autofree guint8 *memory = g_malloc0 (sizeof (DigestState) + 128);
  Digest whole = digest_of ("loa", 3);

  for (guint shift = 0; shift < 128; shift += 8) {
    DigestState *state = (DigestState *) (memory + shift);
    digest_start (state);
    digest_add (state, "lo", 2);
    digest_add (state, NULL, 0);
    digest_add (state, "a", 1);
    Digest digest = digest_finish (state);
    g_assert_true (digest_equal (&digest, &whole));
    g_assert_cmpuint (state->length, ==, 3);
  }
}

static void
test_hex (void)
{
  Digest digest = digest_of ("loa", 3), again;
  char hex[DIGEST_HEX_LENGTH + 1];

  digest_to_hex (&digest, hex);
  g_assert_cmpuint (strlen (hex), ==, DIGEST_HEX_LENGTH);
  g_assert_true (digest_from_hex (hex, &again));
  g_assert_true (digest_equal (&digest, &again));
  hex[DIGEST_HEX_LENGTH - 1] = 'x';
  g_assert_false (digest_from_hex (hex, &again));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/pieces", test_pieces);
  g_test_add_func ("/digest/differs", test_differs);
  g_test_add_func ("/digest/is-xxh3", test_is_xxh3);
  g_test_add_func ("/digest/anywhere", test_anywhere);
  g_test_add_func ("/digest/hex", test_hex);
  return g_test_run ();
}
