/* SPDX-License-Identifier: MIT */
/* Template files: those of the site before the built-in ones. */
#pragma once

#include "base/digest.h"
#include "base/report.h"

typedef struct {
  const char *root;    /* of the site; NULL: its own are not used */
  const char *theme;   /* folder below it whose templates come behind its own, or NULL */
  DigestState *digest; /* what is found is added to it */
  GHashTable *read;    /* Set<path, owned> of the site's own that were found, or NULL */
  Report *report;      /* files that cannot be read are reported there */
} TemplateFiles;

/* Before a name: the one behind the first that is found, as template/template.h has it. */
#define TEMPLATE_FILES_SUPER "super/"

/* Looks in templates/offices/<office_id>/, templates/provinces/<province>/, templates/, in
 * templates/ of the theme and among the built-in ones; `data` is a TemplateFiles. The first two may
 * be NULL. `name` is "web/page" for web/page.mustache, or ends in ".css"; one that leads out of the
 * folders is nowhere. A file that cannot be read is reported, and the next one looked for. A new
 * Source, or NULL. */
Source *template_files_find (const char *office_id, const char *province, const char *name,
                             gpointer data);
