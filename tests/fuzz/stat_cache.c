/* SPDX-License-Identifier: MIT */
/* What the last build remembered, planted by somebody who knows how it is sealed: the input is its
 * lines, the first one and the digest at the end are added. What is read may be looked through and
 * written again. */
#include "fuzz.h"
#include "folder.h"

#include "write/stat_cache.h"

static void
set_lines (const guint8 *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_new ("loa-stat-cache 1\n");
  char hex[DIGEST_HEX_LENGTH + 1];

  g_string_append_len (text, (const char *) bytes, (gssize) length);
  Digest digest = digest_of (text->str, text->len);
  digest_to_hex (&digest, hex);
  g_string_append_printf (text, "end %s\n", hex);
  fuzz_folder_set ("stat-cache", text->str, text->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  set_lines (bytes, length);
  g_autoptr (StatCache) cache = stat_cache_read (fuzz_folder ());

  if (cache == NULL)
    return 0;
  for (guint i = 0; i < cache->outputs->len; i++) {
    StatOutput *output = &g_array_index (cache->outputs, StatOutput, i);
    output->key = stat_output_key (output);
  }
  stat_cache_look (cache, fuzz_folder (), 0, 1);
  stat_cache_holds (cache, fuzz_folder (), fuzz_folder (), 1);
  g_assert_cmpint (stat_cache_write (cache, fuzz_folder ()), ==, 0);
  g_autoptr (StatCache) again = stat_cache_read (fuzz_folder ());
  g_assert_nonnull (again);
  g_assert_cmpuint (again->inputs->len, ==, cache->inputs->len);
  return 0;
}
