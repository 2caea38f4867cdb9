/* SPDX-License-Identifier: MIT */
/* A small site, planned and made ready to be rendered, with templates of the test before the
 * built-in ones. */
#pragma once

#include "render/renderer.h"

#include "../site_support.h"
#include "load/body.h"
#include "load/builtin.h"
#include "load/site_source.h"

typedef struct {
  TestSite test;
  const TestFile *templates; /* "web/page", up to a NULL name */
  Report *report;
  Plan *plan;
  Value *built_in;
  Lexicon *lexicon;
  Templates *shelves;
  Source *style;
  Renderer *renderer;
  PrintFiles files;
} RenderKit;

static inline Source *
render_kit_find (G_GNUC_UNUSED const char *office_id, G_GNUC_UNUSED const char *province,
                 const char *name, gpointer data)
{
  const RenderKit *kit = data;

  for (const TestFile *file = kit->templates; file->name; file++)
    if (strcmp (file->name, name) == 0)
      return source_new (name, file->text, -1);
  gboolean is_style = g_str_has_suffix (name, ".css");
  g_autofree char *path = g_strconcat ("templates/", name, is_style ? "" : ".mustache", NULL);
  return builtin_source (path);
}

static inline GBytes *
render_kit_bytes (G_GNUC_UNUSED const char *href, G_GNUC_UNUSED gpointer data)
{
  return NULL;
}

static inline char *
render_kit_path (G_GNUC_UNUSED const char *href, G_GNUC_UNUSED gpointer data)
{
  return NULL;
}

static inline void
render_kit_open (RenderKit *kit, const TestFile *files, guint n, const TestFile *templates)
{
  test_site_load (&kit->test, files, n, TEST_NOW, FALSE);
  g_assert_cmpstr (kit->test.faults, ==, "");
  kit->templates = templates;
  kit->report = report_new ();
  kit->plan = plan_new (kit->test.site, "assets/x.css", TRUE);
  kit->built_in = builtin_lexicon ();
  if (renderer_speaks (kit->plan))
    kit->lexicon = lexicon_new (kit->built_in, NULL, NULL, kit->report);
  kit->shelves = templates_new (kit->test.site, render_kit_find, kit);
  kit->style = source_new ("style.css", "p{}", -1);
  kit->files = (PrintFiles){ NULL, render_kit_bytes, NULL, render_kit_path, NULL, NULL };
  kit->renderer = renderer_new (kit->test.site, kit->plan, kit->lexicon, kit->shelves, &kit->files,
                                kit->style, kit->report);
}

static inline void
render_kit_clear (RenderKit *kit)
{
  renderer_free (kit->renderer);
  source_free (kit->style);
  templates_free (kit->shelves);
  lexicon_free (kit->lexicon);
  value_free (kit->built_in);
  plan_free (kit->plan);
  report_free (kit->report);
  test_site_clear (&kit->test);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RenderKit, render_kit_clear)

static inline const Job *
render_kit_job (const RenderKit *kit, const char *path, guint *index)
{
  for (guint i = 0; i < kit->plan->jobs->len; i++) {
    const Job *job = &g_array_index (kit->plan->jobs, Job, i);
    for (*index = job->first; *index < job->first + job->n; (*index)++)
      if (strcmp (g_array_index (kit->plan->outputs, Output, *index).path, path) == 0)
        return job;
  }
  g_error ("%s is not planned", path);
}

/* What stands at `path` of the site; NULL when it could not be made. `facts`, or NULL, receives a
 * copy of what is known of a sheet, without its lists. Caller frees. */
static inline char *
render_kit_render (RenderKit *kit, const char *path, SheetFacts *facts)
{
  guint index;
  const Job *job = render_kit_job (kit, path, &index);
  const Output *output = &g_array_index (kit->plan->outputs, Output, index);
  g_autoptr (Source) reread = NULL;
  g_autoptr (Body) body = NULL;
  const Source *source = NULL;

  if (output_needs_body (output)) {
    source = site_document_source (kit->test.site, output->document, &reread, kit->report);
    body = body_load (kit->test.site, output->document, output->office, source, kit->report);
  }
  g_autoptr (RenderJob) rendering =
    render_job_new (kit->renderer, &g_array_index (kit->plan->outputs, Output, job->first), job->n,
                    body ? body_root (body) : NULL, body ? body_facts (body) : NULL, source);
  GString *out = g_string_new (NULL);
  gboolean is_good = render_job_render (rendering, output, out, kit->report);
  const SheetFacts *found = render_job_facts (rendering, output);
  if (facts) {
    *facts = found ? *found : (SheetFacts){ .n_unsafe = G_MAXUINT };
    facts->pdf.fonts = NULL;
  }
  return g_string_free (out, !is_good);
}
