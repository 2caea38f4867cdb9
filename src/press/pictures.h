/* SPDX-License-Identifier: MIT */
/* The photos of a site: all are looked into before anything is planned, since how many files one
 * becomes depends on how wide it is. */
#pragma once

#include "base/report.h"
#include "base/resampling.h"
#include "model/site.h"

typedef struct Pictures Pictures;

/* Looks into all photos and drawings of the site on `n_threads` threads and says in its files what
 * they become. Reports those that cannot be read. `work_folder` is where photos are kept between
 * builds, or NULL. Never NULL. Both are borrowed until pictures_free(). */
Pictures *pictures_new (Site *site, const char *work_folder, guint n_threads, Report *report);
void pictures_free (Pictures *pictures); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pictures, pictures_free)

/* What `file` is published as, `width` dots wide (of its widths; 0: itself). Borrowed; NULL when it
 * is no photo, or one that cannot be published. */
GBytes *pictures_published (const Pictures *pictures, const SiteFile *file, guint width);
/* For paper, before it is known how large it will be there: JPEG or PNG. NULL as above. Caller
 * unrefs. */
GBytes *pictures_for_layout (const Pictures *pictures, const SiteFile *file);
/* For paper, as a sheet wants it. NULL as above. Caller unrefs. */
GBytes *pictures_for_paper (const Pictures *pictures, const SiteFile *file,
                            const Resampling *wanted);
/* The same of a picture within a drawing, which has no file of its own: made once for all sheets it
 * is on. NULL: it is good as it is. Any thread; caller unrefs. */
GBytes *pictures_embedded_for_paper (Pictures *pictures, GBytes *bytes, const Resampling *wanted);
/* Forgets what is kept of photos that are no longer there. */
void pictures_sweep (const Pictures *pictures);

/* Appends warnings and errors that are true of `file` whoever names it. FALSE when it cannot be
 * published. */
gboolean pictures_check (const SiteFile *file, Report *report);
