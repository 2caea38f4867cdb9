/* SPDX-License-Identifier: MIT */
/* Template files: those of the site before the built-in ones. */
#pragma once

#include "base/digest.h"
#include "base/report.h"

typedef struct {
  const char *root;    /* of the site; NULL: its own are not used */
  DigestState *digest; /* what is found is added to it */
  Report *report;      /* files that cannot be read are reported there */
} TemplateFiles;

/* Looks in templates/offices/<office_id>/, templates/provinces/<province>/, templates/ and among
 * the built-in ones; `data` is a TemplateFiles. The first two may be NULL. `name` is
 * "web/page" for web/page.mustache, or ends in ".css"; one that leads out of the folders is
 * nowhere. A file that cannot be read is reported, and the next one looked for. A new Source, or
 * NULL. */
Source *template_files_find (const char *office_id, const char *province, const char *name,
                             gpointer data);
