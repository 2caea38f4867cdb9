/* SPDX-License-Identifier: MIT */
/* Files in templates/ that nothing asks for: mostly a name that is misspelt, and nobody sees that
 * the page stays as it was. */
#pragma once

#include "load/template_files.h"
#include "model/site.h"

/* Warns of each of `paths` (char *, relative to the site) that was not read through `files`, unless
 * it takes the place of a built-in one that no document of the site happens to need. Call it once
 * all templates are made ready. */
void unused_templates_check (const TemplateFiles *files, const GPtrArray *paths, const Site *site,
                             Report *report);
