/* SPDX-License-Identifier: MIT */
#include "picture/vips.h"

#include <dlfcn.h>

static const struct {
  const char *name;
  gsize offset;
} functions[] = {
#define VIPS_ROW(name) { #name, G_STRUCT_OFFSET (Vips, name) },
  VIPS_FUNCTIONS (VIPS_ROW)
#undef VIPS_ROW
};

/* What it thinks of a picture is said by us, at the line that names the picture. */
static void
say_nothing (G_GNUC_UNUSED const char *domain, G_GNUC_UNUSED GLogLevelFlags level,
             G_GNUC_UNUSED const char *message, G_GNUC_UNUSED gpointer data)
{
}

static gboolean
find_functions (Vips *vips, void *library)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    gpointer function = dlsym (library, functions[i].name);
    if (function == NULL)
      return FALSE;
    G_STRUCT_MEMBER (gpointer, vips, functions[i].offset) = function;
  }
  return TRUE;
}

/* A worker has one picture in hand and needs no more threads for it; two builds in one process
 * have no picture in common that a cache of operations could save. */
static gboolean
start (const Vips *vips)
{
  static const char *const loaders[] = { "VipsForeignLoadJpeg", "VipsForeignLoadPng",
                                         "VipsForeignLoadWebp", "VipsForeignLoadNsgif",
                                         "VipsForeignLoadHeif", "VipsForeignLoadPdf", NULL };

  g_log_set_handler ("VIPS", G_LOG_LEVEL_MASK, say_nothing, NULL);
  if (vips->vips_init ("loa") != 0)
    return FALSE;
  vips->vips_concurrency_set (1);
  vips->vips_cache_set_max (0);
  vips->vips_operation_block_set ("VipsForeignLoad", TRUE);
  for (const char *const *loader = loaders; *loader; loader++)
    vips->vips_operation_block_set (*loader, FALSE);
  return TRUE;
}

const Vips *
vips_library (void)
{
  static gsize is_ready;
  static gboolean is_good;
  static Vips vips;

  if (g_once_init_enter (&is_ready)) {
    void *library = dlopen ("libvips.so.42", RTLD_NOW | RTLD_LOCAL);
    is_good = library && find_functions (&vips, library) && start (&vips);
    g_once_init_leave (&is_ready, 1);
  }
  return is_good ? &vips : NULL;
}
