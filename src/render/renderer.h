/* SPDX-License-Identifier: MIT */
/* Outputs to bytes. Pure: the same site and output give the same bytes, whichever thread asks. */
#pragma once

#include "model/body.h"
#include "plan/plan.h"
#include "render/templates.h"
#include "speech/speech.h"

typedef struct Renderer Renderer;

/* Makes ready whatever the outputs of `plan` need: templates, frames, offices. What is wrong with a template is reported.
 * `style_path` is where the style sheet stands, from the root. All arguments must outlive the renderer. */
Renderer *renderer_new (const Site *site, const Plan *plan, const Lexicon *lexicon, Templates *templates,
                        const char *style_path, const Source *style, Report *report);
void renderer_free (Renderer *renderer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Renderer, renderer_free)

/* TRUE when the output is made from the body of its document. */
gboolean renderer_needs_body (const Output *output);

/* What several outputs of one document share: its body, its data, its script. One thread's own. */
typedef struct RenderJob RenderJob;

/* `body` and `source` are those of `document`; all three are NULL for outputs that need none. They must outlive the job. */
RenderJob *render_job_new (const Renderer *renderer, const Document *document, cmark_node *body,
                           const Source *source);
void render_job_free (RenderJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RenderJob, render_job_free)

/* Appends the bytes of `output` to `out`. FALSE after reporting. Not for PAGE_COPY. */
gboolean render_job_render (RenderJob *job, const Output *output, GString *out, Report *report);
