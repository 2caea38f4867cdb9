/* SPDX-License-Identifier: MIT */
/* Outputs to bytes. Pure: the same site and output give the same bytes, whichever thread asks. */
#pragma once

#include "model/body_facts.h"
#include "plan/plan.h"
#include "print/typeset.h"
#include "render/templates.h"
#include "speech/speech.h"

typedef struct Renderer Renderer;
typedef struct FitOutcome FitOutcome;

/* TRUE when something of the plan is made of what the voice says. */
gboolean renderer_speaks (const Plan *plan);

/* Makes ready whatever the outputs of `plan` need: templates, frames, offices. What is wrong with a
 * template is reported, and what needs it then cannot be rendered. `files` gives pictures and fonts
 * for sheets of paper, `style` is what stands at the plan's style_path, `lexicon` may be NULL where
 * nothing speaks. All arguments must outlive
 * the renderer, which is constant afterwards and shared by threads. Never NULL; caller frees. */
Renderer *renderer_new (const Site *site, const Plan *plan, const Lexicon *lexicon,
                        Templates *templates, const PrintFiles *files, const Source *style,
                        Report *report);
void renderer_free (Renderer *renderer); /* after its jobs; NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Renderer, renderer_free)

/* From now on pages say in `data-line` which line of its document a block comes from: for those who
 * look at them while they write. Before any job. */
void renderer_show_lines (Renderer *renderer);

/* What several outputs of one document share: its body, its data, its script. One thread's own. */
typedef struct RenderJob RenderJob;

/* `outputs` are those of the job in the plan, of one document and for one office; `body`, what
 * in it is filled for an office (`facts`) and `source` are those of the document, and NULL when
 * output_needs_body() of none that will be asked for. All must outlive the job. Caller frees. */
RenderJob *render_job_new (const Renderer *renderer, const Output *outputs, guint n_outputs,
                           cmark_node *body, BodyFacts *facts, const Source *source);
void render_job_free (RenderJob *job); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RenderJob, render_job_free)

/* Appends the bytes of `output`, one of the job's, to `out`. FALSE after reporting: what was
 * appended is then not to be used. Not for copies of files. Sheets are best made before the page
 * that says how long they are, which otherwise makes them once more. */
gboolean render_job_render (RenderJob *job, const Output *output, GString *out, Report *report);
/* The template that wrote the byte at `offset` of a page which render_job_render() has made, and in
 * `place` the line there; NULL when that cannot be known. The template's own. */
const Source *render_job_trace (RenderJob *job, const Output *output, gsize offset, Place *place);

/* The body as HTML, as it stands in the pages of the document; NULL when none was asked for that
 * shows it. The job's own. */
const char *render_job_body (const RenderJob *job, gsize *length, gboolean *has_pictures);

/* How the sheet that was rendered for `output` was made to fit; the job's own. NULL when it was
 * not, or takes the pages it takes. */
const FitOutcome *render_job_fit (const RenderJob *job, const Output *output);

/* What is in the sheet that was rendered for `output`; the job's own. NULL when it was not, or is
 * no sheet. */
const SheetFacts *render_job_facts (const RenderJob *job, const Output *output);

/* How long the script takes to be read, in seconds, once it was made; 0 before. */
guint render_job_seconds (const RenderJob *job);
