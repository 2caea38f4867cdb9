/* SPDX-License-Identifier: MIT */
#include "word/field.h"

#include <string.h>

static const struct {
  const char *word;
  FieldKind kind;
} kinds[] = {
  { "HYPERLINK", FIELD_LINK },
  { "INCLUDETEXT", FIELD_FETCHES },
  { "INCLUDEPICTURE", FIELD_FETCHES },
  { "INCLUDE", FIELD_FETCHES },
  { "IMPORT", FIELD_FETCHES },
  { "DDE", FIELD_FETCHES },
  { "DDEAUTO", FIELD_FETCHES },
  { "LINK", FIELD_FETCHES },
  { "DATABASE", FIELD_FETCHES },
  { "RD", FIELD_FETCHES },
  { "PAGE", FIELD_SILENT },
  { "NUMPAGES", FIELD_SILENT },
  { "SECTIONPAGES", FIELD_SILENT },
  { "TOC", FIELD_CONTENTS },
  { "TC", FIELD_SILENT },
  { "XE", FIELD_SILENT },
};

/* The first argument that is no switch. Caller frees. */
static char *
first_argument (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  if (*p == '"') {
    const char *end = strchr (p + 1, '"');
    return end ? g_strndup (p + 1, end - p - 1) : NULL;
  }
  gsize length = strcspn (p, " \t");
  return length > 0 && *p != '\\' ? g_strndup (p, length) : NULL;
}

FieldKind
field_read (const char *instruction, char **address)
{
  const char *p = instruction + strspn (instruction, " \t\n");
  gsize length = strcspn (p, " \t\n\\\"");

  *address = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strlen (kinds[i].word) == length && g_ascii_strncasecmp (kinds[i].word, p, length) == 0) {
      if (kinds[i].kind == FIELD_LINK)
        *address = first_argument (p + length);
      return kinds[i].kind;
    }
  return FIELD_RESULT;
}
