/* SPDX-License-Identifier: MIT */
/* The loudspeaker script as template data: `script` of docs/templates.md. */
#pragma once

#include "base/value.h"
#include "plan/plan.h"
#include "speech/script.h"

/* Sentences as data: what the scripts of a document have in common is made once. One thread's own.
 */
typedef struct ScriptViews ScriptViews;

/* Never NULL; caller frees, after the views made with it. */
ScriptViews *script_views_new (void);
void script_views_free (ScriptViews *views); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScriptViews, script_views_free)

/* What a view has besides what all have. */
typedef struct {
  gboolean has_lines; /* paragraphs say which line they come from */
  gboolean has_rows;  /* sentences are cut into the rows of a sheet; or have none */
} ScriptViewOptions;

/* `output` says for which office, and whether as a part of its kit: then its station's own times
 * are shown. Times are minutes and seconds, “1:05”. The sentences in it are shared: it is valid
 * until the next one is asked for. Caller frees. */
Value *script_view (ScriptViews *views, const Script *script, const Output *output,
                    ScriptViewOptions options);
