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

/* Asks `find` when a template is made ready, and never again for the same one. `site` and `data`
 * must outlive the templates. Never NULL; caller frees. */
Templates *templates_new (const Site *site, TemplatesFind find, gpointer data);
void templates_free (Templates *templates); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Templates, templates_free)

/* Makes template `name` ready for `office`; reports what is wrong with it, once. The name must
 * outlive the templates. Not for workers. */
void templates_prepare (Templates *templates, const Office *office, const char *name,
                        Report *report);
/* The same for a style sheet of print templates: "print/letter.css"; one that is nowhere is told by
 * whoever reads the page that names it. */
void templates_prepare_sheet (Templates *templates, const Office *office, const char *name);
/* A style sheet that was made ready, or NULL; borrowed, by any thread. */
const Source *templates_sheet (const Templates *templates, const Office *office, const char *name);
/* A template that was made ready; borrowed, by any thread. NULL when it could not be, or was not.
 */
const Template *templates_get (const Templates *templates, const Office *office, const char *name);
