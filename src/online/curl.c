/* SPDX-License-Identifier: MIT */
#include "online/curl.h"

#include <dlfcn.h>

static const struct {
  const char *name;
  gsize offset;
} functions[] = {
#define CURL_ROW(name) { #name, G_STRUCT_OFFSET (Curl, name) },
  CURL_FUNCTIONS (CURL_ROW)
#undef CURL_ROW
};

static gboolean
find_functions (Curl *curl, void *library)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    gpointer function = dlsym (library, functions[i].name);
    if (function == NULL)
      return FALSE;
    G_STRUCT_MEMBER (gpointer, curl, functions[i].offset) = function;
  }
  return TRUE;
}

const Curl *
curl_library (void)
{
  static gsize is_ready;
  static gboolean is_good;
  static Curl curl;

  if (g_once_init_enter (&is_ready)) {
    void *library = dlopen ("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    is_good = library && find_functions (&curl, library)
              && curl.curl_global_init (CURL_GLOBAL_DEFAULT) == CURLE_OK;
    g_once_init_leave (&is_ready, 1);
  }
  return is_good ? &curl : NULL;
}
