/* SPDX-License-Identifier: MIT */
/* The list of what loa wrote, as it may have been cut, edited or planted. Whatever is taken from it is
 * safe to be written to, and what is taken prints as a manifest that reads as the same. */
#include "fuzz.h"
#include "folder.h"

#include "write/manifest.h"

static Manifest *
read_as (const char *bytes, gsize length)
{
  fuzz_folder_set (MANIFEST_NAME, bytes, length);
  Manifest *manifest = manifest_read (fuzz_folder (), MANIFEST_NAME);
  g_assert_nonnull (manifest);
  return manifest;
}

static void
check_entries (const Manifest *manifest)
{
  for (guint i = 0; i < manifest->entries->len; i++) {
    const char *path = manifest_at (manifest, i)->path;
    g_assert_true (manifest_path_is_good (path));
    g_assert_cmpuint (manifest_find (manifest, path), ==, i);
    if (i > 0)
      g_assert_cmpint (strcmp (manifest_at (manifest, i - 1)->path, path), <, 0);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Manifest) manifest = read_as ((const char *) bytes, length);
  check_entries (manifest);

  g_autoptr (GString) printed = manifest_print (manifest);
  g_autoptr (Manifest) again = read_as (printed->str, printed->len);
  g_autoptr (GString) printed_again = manifest_print (again);
  g_assert_cmpstr (printed->str, ==, printed_again->str);
  return 0;
}
