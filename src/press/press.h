/* SPDX-License-Identifier: MIT */
/* A loaded site, ready to be printed: pictures looked into, outputs planned, templates read. Any
 * output can then be made from it by itself, as often and in whatever order it is asked for; who
 * asks decides what becomes of the bytes. `loa build` writes them, `loa serve` shows them. */
#pragma once

#include "base/report.h"
#include "press/pictures.h"
#include "render/renderer.h"

typedef struct Press Press;

/* Reads a document as its own office says it; `root` is NULL where nothing can be made of its body.
 * From any thread. */
typedef void (*PressReader) (const Document *document, const Source *source, cmark_node *root,
                             gpointer data, Report *report);

typedef struct {
  const char *work_folder; /* where pictures are kept between builds; NULL: nowhere */
  guint n_threads;         /* 0: one per processor */
  gboolean has_bundles;    /* with the sheets of a province in one file */
  gboolean is_preview;     /* pages say which line a block comes from, and what is wrong with one is
                              reported when it is made */
  PressReader reader;      /* called with each body that is read; NULL: what stops a build is looked
                              for in it, and no more */
  gpointer reader_data;
} PressOptions;

/* Makes ready whatever outputs of `site` need, and reports what is wrong with that: templates,
 * style sheet, lexicon, names of files. The site is not changed but for its digest, to which all
 * that is read here is added, and the facts of its photos; it must outlive the press. Never NULL;
 * caller frees. */
Press *press_new (Site *site, const PressOptions *options, Report *report);
void press_free (Press *press); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Press, press_free)

/* Plans anew, and what depends on the plan, after a document of the site was read again; templates,
 * lexicon and pictures stay. Nothing may be made meanwhile. */
void press_plan_again (Press *press, Report *report);

/* The same after a text was read again of which nothing else depends on. Nothing may be made
 * meanwhile. */
void press_read_again (Press *press);

/* All that can be made, until the next press_plan_again(). */
const Plan *press_plan (const Press *press);
/* Its photos, looked into. */
const Pictures *press_pictures (const Press *press);
/* FALSE when nothing can be made: an office could not be found, which was reported. */
gboolean press_is_ready (const Press *press);

/* Warns of those of `paths` (char *), the files below templates/, that nothing uses. */
void press_check_templates (const Press *press, const GPtrArray *paths, Report *report);

/* For a site that will not be made, since something is wrong with it: reports what is wrong with
 * the bodies and files, too, so that it stands in the same list. */
void press_check_unrendered (const Press *press, Report *report);

/* What was found on several pages of one template, and links to parts of pages: reported once, when
 * all pages were made. */
void press_report_pages (const Press *press, Report *report);

/* What is made from the body of one document, for one office; one thread's own. */
typedef struct PressJob PressJob;

/* `job` is one of the plan. With `needs_body` the body is read, from what the site was loaded from,
 * and what is wrong with it is reported; NULL when nothing can be made of it, which is reported,
 * too. Caller frees. */
PressJob *press_job_new (const Press *press, const Job *job, gboolean needs_body, Report *report);
void press_job_free (PressJob *job); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PressJob, press_job_free)

/* Appends the bytes of an output of the job, which is no copy of a file, to `bytes`, and looks at
 * them as at everything that leaves the press. FALSE after reporting; they are not to be used then.
 */
gboolean press_job_make (PressJob *job, const Output *output, GString *bytes, Report *report);
/* Adds what an output is made from besides its document and what all have in common. */
void press_add_to_key (const Press *press, const Output *output, DigestState *state);
/* Adds to `state` all that a card is made from but the program and the fonts, and nothing else: it
 * is not drawn again when another document changed. FALSE when `output` is no card, or a template
 * of the site makes it, which may show anything. */
gboolean press_add_card (const Press *press, const Output *output, DigestState *state);
/* As render_job_facts(). */
const SheetFacts *press_job_facts (const PressJob *job, const Output *output);
/* As render_job_fit(). */
const FitOutcome *press_job_fit (const PressJob *job, const Output *output);

/* How long the script of its document takes to be read, in seconds, once it was made; 0 before. */
guint press_job_seconds (const PressJob *job);

/* A file of the site that is published as `output`: where it stands on the disk, and, when it is
 * not published as it is, what of it is (else left empty). FALSE after reporting why it may not be.
 */
gboolean press_file (const Press *press, const Output *output, char **source, GString *bytes,
                     Report *report);
