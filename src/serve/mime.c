/* SPDX-License-Identifier: MIT */
#include "serve/mime.h"

#include <glib.h>
#include <string.h>

static const struct {
  const char *ending, *type;
} types[] = {
  { ".html", "text/html; charset=utf-8" },
  { ".css", "text/css; charset=utf-8" },
  { ".js", "text/javascript; charset=utf-8" },
  { ".json", "application/json; charset=utf-8" },
  { ".webmanifest", "application/manifest+json" },
  { ".ics", "text/calendar; charset=utf-8" },
  { ".txt", "text/plain; charset=utf-8" },
  { ".csv", "text/csv; charset=utf-8" },
  { ".xml", "application/xml; charset=utf-8" },
  { ".ssml", "text/plain; charset=utf-8" }, /* to be read, not to be kept */
  { ".svg", "image/svg+xml" },
  { ".png", "image/png" },
  { ".jpg", "image/jpeg" },
  { ".jpeg", "image/jpeg" },
  { ".webp", "image/webp" },
  { ".gif", "image/gif" },
  { ".ico", "image/x-icon" },
  { ".pdf", "application/pdf" },
  { ".woff2", "font/woff2" },
  { ".ttf", "font/ttf" },
  { ".otf", "font/otf" },
  { ".mp3", "audio/mpeg" },
  { ".ogg", "audio/ogg" },
  { ".wav", "audio/wav" },
  { ".mp4", "video/mp4" },
  { ".webm", "video/webm" },
  { ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { ".zip", "application/zip" },
};

const char *
mime_type (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    gsize length = strlen (path), n = strlen (types[i].ending);
    if (length >= n && g_ascii_strcasecmp (path + length - n, types[i].ending) == 0)
      return types[i].type;
  }
  return "application/octet-stream";
}
