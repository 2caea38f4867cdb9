/* SPDX-License-Identifier: MIT */
/* The whole of a site, from its folder to all its pages. The input is its files: each begins with a
 * form feed and a line with its path; what comes before the first is the document of a site that is
 * otherwise in order. */
#include "folder.h"
#include "fuzz.h"
#include "lexicon.h"

#include "load/body.h"
#include "load/site_source.h"
#include "load/site.h"
#include "load/template_files.h"
#include "render/renderer.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const struct {
  const char *path, *text;
} usual[] = {
  { "content/site.yaml", "title: T\nbase_url: https://a.gov.vn/\noffice: so\n"
                         "manual: https://vneid.gov.vn/a.pdf\n" },
  { "content/offices.yaml", "so:\n  locality: \"75\"\n  name_lines: [SỞ]\n  name: Sở\n"
                            "  station: {name: Đài, slots: [\"05:30\"]}\n" },
};

/* --- the folder --- */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) names = g_dir_open (path, 0, NULL);
  const char *name;

  while (names && (name = g_dir_read_name (names))) {
    g_autofree char *inner = g_build_filename (path, name, NULL);
    if (g_unlink (inner) != 0)
      remove_tree (inner);
  }
  g_rmdir (path);
}

/* A path that leaves the folder is none. */
static void
write_file (const char *path, const char *text, gsize length)
{
  g_autofree char *whole = g_build_filename (fuzz_folder_path (), path, NULL);
  g_autofree char *parent = g_path_get_dirname (whole);

  if (strstr (path, "..") || g_mkdir_with_parents (parent, 0755) != 0)
    return;
  FILE *file = fopen (whole, "wb");
  if (file == NULL)
    return;
  fwrite (text, 1, length, file);
  fclose (file);
}

static void
write_site (const Source *source)
{
  g_auto (GStrv) files = g_strsplit (source->text, "\f", 40);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    write_file (usual[i].path, usual[i].text, strlen (usual[i].text));
  if (files[0] && *files[0])
    write_file ("content/ban-tin/a.md", files[0], strlen (files[0]));
  for (char **file = files; *file && *++file;) {
    char *end = strchr (*file, '\n');
    if (end == NULL)
      continue;
    *end = '\0';
    write_file (*file, end + 1, strlen (end + 1));
  }
}

/* --- its pages --- */

static gboolean
is_sheet (const Output *output)
{
  return output->product && output->product->form == PRODUCT_SHEET;
}

static void
render_output (RenderJob *job, const Output *output, Report *report)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_told = report_n_errors (report) + report_n_warnings (report);
  gboolean is_good = render_job_render (job, output, out, report);

  /* A sheet nobody asked for is left out with a warning. */
  g_assert_true (is_good || report_n_errors (report) + report_n_warnings (report) > n_told);
  if (is_good && is_sheet (output))
    g_assert_true (g_str_has_prefix (out->str, "%PDF-"));
  else if (is_good)
    g_assert_true (g_utf8_validate_len (out->str, out->len, NULL));
}

/* As the command does: the sheets first. */
static void
render_job (const Renderer *renderer, const Site *site, const Output *outputs, guint n,
            Report *report)
{
  g_autoptr (Source) reread = NULL;
  const Document *document = outputs->document;
  const Source *source = document ? site_document_source (site, document, &reread, report) : NULL;
  g_autoptr (Body) body =
    source ? body_load (site, document, outputs->office, source, report) : NULL;

  if (document && body == NULL)
    return;
  g_autoptr (RenderJob) job = render_job_new (renderer, outputs, n, body ? body_root (body) : NULL,
                                              body ? body_facts (body) : NULL, source);
  for (guint sheets = 0; sheets < 2; sheets++)
    for (guint i = 0; i < n; i++)
      if (outputs[i].file == NULL && is_sheet (&outputs[i]) == (sheets == 0))
        render_output (job, &outputs[i], report);
}

static void
render_site (Site *site, Report *report)
{
  static const char style_path[] = "assets/loa.css";
  TemplateFiles files = { site->root, NULL, &site->digest, NULL, report };
  const PrintFiles print_files = { NULL, site_read_bytes, NULL, site_file_path, site, NULL };
  g_autoptr (Source) style = template_files_find (NULL, NULL, "web/style.css", &files);
  g_autoptr (Plan) plan = plan_new (site, style_path, TRUE);
  g_autoptr (Templates) templates = templates_new (site, template_files_find, &files);
  g_autoptr (Renderer) renderer =
    renderer_new (site, plan, fuzz_lexicon (), templates, &print_files, style, report);

  for (guint i = 0; i < plan->jobs->len && report_n_errors (report) == 0; i++) {
    const Job *job = &g_array_index (plan->jobs, Job, i);
    render_job (renderer, site, &g_array_index (plan->outputs, Output, job->first), job->n, report);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  const LoadOptions options = { .now = 1790000000, .drafts = TRUE, .n_threads = 1 };
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);

  if (source == NULL)
    return 0;
  write_site (source);
  g_autoptr (Site) site = site_load (fuzz_folder_path (), &options, inputs, report, NULL);
  if (site && report_n_errors (report) == 0)
    render_site (site, report);
  fuzz_print (report);
  remove_tree (fuzz_folder_path ());
  g_mkdir (fuzz_folder_path (), 0755);
  return 0;
}
