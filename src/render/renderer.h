/* SPDX-License-Identifier: MIT */
/* Outputs to bytes. Pure: the same site and output give the same bytes, whichever thread asks. */
#pragma once

#include "model/body.h"
#include "plan/plan.h"
#include "print/typeset.h"
#include "render/templates.h"
#include "speech/speech.h"

typedef struct Renderer Renderer;

/* Makes ready whatever the outputs of `plan` need: templates, frames, offices. What is wrong with a
 * template is reported. `files` gives pictures and fonts for sheets of paper; `style_path` is where
 * the style sheet stands, from the root. All arguments must outlive the renderer. */
Renderer *renderer_new (const Site *site, const Plan *plan, const Lexicon *lexicon,
                        Templates *templates, const PrintFiles *files, const Source *style,
                        Report *report);
void renderer_free (Renderer *renderer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Renderer, renderer_free)

/* What several outputs of one document share: its body, its data, its script. One thread's own. */
typedef struct RenderJob RenderJob;

/* `outputs` are those of the job, of one document and for one office; `body` and `source` are those
 * of the document, and NULL when none of the outputs needs one. All must outlive the job. */
RenderJob *render_job_new (const Renderer *renderer, const Output *outputs, guint n_outputs,
                           cmark_node *body, const Source *source);
void render_job_free (RenderJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RenderJob, render_job_free)

/* Appends the bytes of `output` to `out`. FALSE after reporting. Not for PAGE_COPY. */
gboolean render_job_render (RenderJob *job, const Output *output, GString *out, Report *report);

/* What is in the sheet that was rendered for `output`, or NULL. */
const SheetFacts *render_job_facts (const RenderJob *job, const Output *output);
