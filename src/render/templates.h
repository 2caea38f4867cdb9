/* SPDX-License-Identifier: MIT */
/* Which template serves which office: its own, its province's, the site's, the built-in one. */
#pragma once

#include "model/site.h"
#include "template/template.h"

typedef struct Templates Templates;

/* Finds a template for an office: its own, its province's, the site's or the built-in one.
 * `office_id` and `province` are NULL where there is no such folder. A new Source, or NULL. */
typedef Source *(*TemplatesFind) (const char *office_id, const char *province, const char *name,
                                  gpointer data);

/* `site` and `data` must outlive the templates. */
Templates *templates_new (const Site *site, TemplatesFind find, gpointer data);
void templates_free (Templates *templates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Templates, templates_free)

/* Makes template `name` ready for `office`; reports what is wrong with it. Not for workers. */
void templates_prepare (Templates *templates, const Office *office, const char *name,
                        Report *report);
/* The same for a style sheet of print templates: "print/letter.css". */
void templates_prepare_sheet (Templates *templates, const Office *office, const char *name);
/* A style sheet that was made ready, or NULL; by any thread. */
const Source *templates_sheet (const Templates *templates, const Office *office, const char *name);
/* A template that was made ready; by any thread. NULL when it could not be. */
const Template *templates_get (const Templates *templates, const Office *office, const char *name);
