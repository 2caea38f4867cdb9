/* SPDX-License-Identifier: MIT */
/* A site from its folder: the first of the steps, and the only room that reads. */
#pragma once

#include "base/report.h"
#include "model/site.h"

typedef struct {
  Moment now;         /* documents whose time has not come are left out */
  gboolean drafts;    /* with drafts */
  guint n_threads;    /* 0: one per processor */
  gboolean untrusted; /* lists of the site widen nothing, and doubts are errors */
  gboolean
    forgets_texts; /* bodies are read again when they are needed, and take no room until then */
  gboolean only_approved; /* and still what was approved */
} LoadOptions;

/* Whether there is a site in folder `root`: it has a configuration. Nothing is read or made. FALSE
 * with G_FILE_ERROR_NOENT when there is none, with another G_FILE_ERROR when that cannot be told.
 */
gboolean site_check_folder (const char *root, GError **error);

/* Loads the site in folder `root`. Faults of the content are reported, all of them; the site is
 * then not to be rendered. `inputs`, an array of owned paths, receives every file and folder that
 * was read or looked for, relative to `root`, so that a later run can tell whether anything
 * changed. NULL with `error` set when `root` is no site or cannot be read. */
Site *site_load (const char *root, const LoadOptions *options, GPtrArray *inputs, Report *report,
                 GError **error);

/* Appends the paths of the templates of the site and of its theme to `files`, as folder_list() does
 * (load/folder.h). */
void site_list_templates (const Site *site, GPtrArray *files, GPtrArray *inputs, Report *report);

/* Warns of sections that nobody named: their folders would stand in every menu. */
void site_check_sections (const Site *site, Report *report);
/* Reports languages whose fixed words nobody wrote. */
void site_check_languages (const Site *site, Report *report);

/* For sheets of paper: what stands at `href`, as seen from the root of the site's output. `site` is
 * a Site. A new reference, or NULL. */
GBytes *site_read_bytes (const char *href, gpointer site);
/* The path of that file on the disk, or NULL when the site has none there. Caller frees. */
char *site_file_path (const char *href, gpointer site);
