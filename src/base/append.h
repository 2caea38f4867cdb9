/* SPDX-License-Identifier: MIT */
/* g_string_append_len() for the pieces a page is made of, hundreds to a page and mostly short. */
#pragma once

#include <glib.h>
#include <string.h>

static inline void
append_piece (GString *out, const char *text, gsize length)
{
  if (out->len + length >= out->allocated_len) {
    g_string_append_len (out, text, length);
    return;
  }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static inline void
append_text (GString *out, const char *text)
{
  append_piece (out, text, strlen (text));
}
