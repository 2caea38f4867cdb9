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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/first", test_first);
  g_test_add_func ("/block/compare", test_compare);
  return g_test_run ();
}
