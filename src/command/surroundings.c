/* SPDX-License-Identifier: MIT */
#include "command/surroundings.h"

#include "print/system_fonts.h"

#include <link.h>
#include <string.h>
#include <sys/stat.h>

static int
add_object (struct dl_phdr_info *object, G_GNUC_UNUSED size_t size, void *paths)
{
  if (object->dlpi_name && *object->dlpi_name == '/')
    g_ptr_array_add (paths, g_strdup (object->dlpi_name));
  return 0;
}

void
surroundings_list_program (GPtrArray *paths)
{
  char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program)
    g_ptr_array_add (paths, program);
  dl_iterate_phdr (add_object, paths);
}

char *
surroundings_variables (void)
{
  GString *text = g_string_new (NULL);

  for (const char *const *name = system_fonts_variables; *name; name++) {
    const char *value = g_getenv (*name);
    if (value)
      g_string_append_printf (text, "%s=%s\t", *name, value);
  }
  return g_string_free (text, FALSE);
}

static gint64
nanoseconds (struct timespec time)
{
  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

void
surroundings_add_file (DigestState *state, const char *root, const char *path, gint64 start_ns)
{
  g_autofree char *whole =
    g_path_is_absolute (path) ? g_strdup (path) : g_build_filename (root, path, NULL);
  struct stat info = { 0 };
  gint64 known[6] = { 0 };

  if (stat (whole, &info) == 0) {
    gint64 changed = nanoseconds (info.st_ctim);
    gint64 young = changed >= start_ns ? g_get_real_time () : 0;
    gint64 about[] = { info.st_size,         nanoseconds (info.st_mtim), changed,
                       (gint64) info.st_ino, (gint64) info.st_dev,       young };
    memcpy (known, about, sizeof known);
  }
  digest_add_text (state, path);
  digest_add (state, known, sizeof known);
}
