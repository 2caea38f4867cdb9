/* SPDX-License-Identifier: MIT */
#include "base/block.h"

/* Where the first byte stands that is set, whatever stands behind it. */
static void
test_first (void)
{
  for (guint at = 0; at < BLOCK_LENGTH; at++)
    for (guint fill = 0; fill < 256; fill += 255) {
      char bytes[BLOCK_LENGTH] = { 0 };
      memset (bytes + at, (int) fill, BLOCK_LENGTH - at);
      bytes[at] = (char) 0xFF;
      g_assert_cmpuint (block_first (block_at (bytes)), ==, at);
    }
  const char none[BLOCK_LENGTH] = { 0 };
  g_assert_cmpuint (block_first (block_at (none)), ==, BLOCK_LENGTH);
}

/* A comparison has all bits of a byte set where it holds. */
static void
test_compare (void)
{
  const char *text = "0123456789abcdef#";

  for (guint at = 0; at < BLOCK_LENGTH; at++)
    g_assert_cmpuint (block_first ((Block) (block_at (text) == text[at])), ==, at);
  g_assert_cmpuint (block_first ((Block) (block_at (text) == '#')), ==, BLOCK_LENGTH);
  g_assert_cmpuint (block_first ((Block) (block_at (text + 1) == '#')), ==, BLOCK_LENGTH - 1);
}

static inline Block
may_be_sign (Block block)
{
  return block_between (block, '!', '/');
}

/* The byte that is wanted, not those that only may be one, wherever it stands. */
static void
test_find (void)
{
  static const guint8 wanted[256] = { ['#'] = 1 };

  for (guint length = 0; length < 50; length++)
    for (guint at = 0; at <= length; at++) {
      g_autofree char *text = g_strnfill (50, at % 3 ? '!' : 'a');
      text[at] = '#'; /* at the end: behind what is looked at */
      g_assert_true (block_find (text, text + length, may_be_sign, wanted) == text + at);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/first", test_first);
  g_test_add_func ("/block/compare", test_compare);
  g_test_add_func ("/block/find", test_find);
  return g_test_run ();
}
