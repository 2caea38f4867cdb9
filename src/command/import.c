/* SPDX-License-Identifier: MIT */
/* loa import: Word files in, documents of the site out. A new document is written; over one that is
 * there, the differences are shown, and taken when that is asked for. */
#include "command/command.h"
#include "command/options.h"

#include "base/i18n.h"
#include "load/site.h"
#include "text/fold.h"
#include "word/import.h"
#include "word/json.h"
#include "word/markdown.h"
#include "word/merge.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define MAX_FILE        (256 << 20) /* bytes of a file that is read at all */
#define CONVERT_SECONDS "60"

typedef struct {
  char *to, *kind_word, *office, *format;
  gboolean write, as_json;
  ImportedKind kind;
} ImportOptions;

/* One file on its way. */
typedef struct {
  const ImportOptions *options;
  const char *path;
  const Site *site; /* or NULL */
  WordPackage *package;
  Origin *origin; /* NULL: it was not made of a document of ours */
  Imported *imported;
  const Office *office; /* or NULL: not known */
} Job;

/* --- where it came from --- */

/* Where a file of ours came from, when that is still a document of this site; a file may say what
 * it likes. */
static const char *
own_document (const Job *job)
{
  const char *path = job->origin ? job->origin->path : NULL;

  return path && g_str_has_prefix (path, "content/") && g_str_has_suffix (path, ".md")
             && strstr (path, "..") == NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR)
           ? path
           : NULL;
}

/* --- the office --- */

/* All lines as one, without marks: “uy ban nhan dan phuong tan mai”. */
static void
append_folded (GString *out, const char *text)
{
  g_autofree char *slug = text_slug (text);
  if (*slug)
    g_string_append_printf (out, "%s%s", out->len ? "-" : "", slug);
}

static gboolean
is_named (const Office *office, const char *parents, const char *names)
{
  g_autoptr (GString) own_parents = g_string_new (NULL);
  g_autoptr (GString) own_names = g_string_new (NULL);

  for (guint i = 0; office->parent_lines && office->parent_lines[i]; i++)
    append_folded (own_parents, office->parent_lines[i]);
  for (guint i = 0; office->name_lines && office->name_lines[i]; i++)
    append_folded (own_names, office->name_lines[i]);
  return strcmp (own_parents->str, parents) == 0 && strcmp (own_names->str, names) == 0;
}

/* FALSE when the office did not exist on that day. */
static gboolean
is_alive (const Office *office, Date date)
{
  return !date_is_set (date)
         || ((!date_is_set (office->valid_from) || date_compare (office->valid_from, date) <= 0)
             && (!date_is_set (office->valid_to) || date_compare (date, office->valid_to) <= 0));
}

static const Office *
find_office (const Site *site, const Imported *imported)
{
  g_autoptr (GString) parents = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < imported->parent_lines->len; i++)
    append_folded (parents, imported->parent_lines->pdata[i]);
  for (guint i = 0; i < imported->name_lines->len; i++)
    append_folded (names, imported->name_lines->pdata[i]);
  for (guint i = 0; site && names->len > 0 && i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    if (is_named (office, parents->str, names->str) && is_alive (office, imported->date))
      return office;
  }
  return NULL;
}

static void
settle_office (Job *job)
{
  if (!imported_kind_is_letter (job->imported->kind))
    return;
  job->office = job->options->office && job->site ? site_office (job->site, job->options->office)
                                                  : find_office (job->site, job->imported);
  if (job->office && g_strcmp0 (job->office->name, job->imported->issuer) == 0)
    job->imported->issuer = NULL;
  if (job->office == NULL && job->options->office == NULL && own_document (job) == NULL)
    finding_add (job->imported->flow->findings, job->imported->flow->arena, FINDING_OFFICE_UNKNOWN,
                 0, NULL, NULL);
}

static void
print_lines (const char *key, const GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  fprintf (stderr, "  %s: [", key);
  for (guint i = 0; i < lines->len; i++)
    fprintf (stderr, "%s\"%s\"", i > 0 ? ", " : "", (char *) lines->pdata[i]);
  fprintf (stderr, "]\n");
}

/* A record for content/offices.yaml; its locality is for somebody who knows. */
static void
print_office (const Imported *imported)
{
  g_autoptr (GString) id = g_string_new (NULL);

  if (imported->name_lines->len == 0)
    return;
  for (guint i = 0; i < imported->name_lines->len; i++)
    append_folded (id, imported->name_lines->pdata[i]);
  fprintf (stderr, "\n%s:\n  địa phương: \"\"\n", id->str);
  print_lines ("cơ quan chủ quản", imported->parent_lines);
  print_lines ("tên", imported->name_lines);
  if (imported->place)
    fprintf (stderr, "  địa danh: %s\n", imported->place);
}

/* --- what there is to say --- */

/* The paragraphs of which something is said, each on the line of its number, so that a report shows
 * them as it shows lines of a text. */
static Source *
paragraphs_source (const Job *job)
{
  const GArray *findings = job->imported->flow->findings;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const Finding *finding = &g_array_index (findings, Finding, i);
    if (finding->paragraph >= lines->len)
      g_ptr_array_set_size (lines, finding->paragraph + 1);
    if (finding->paragraph > 0 && finding->words)
      lines->pdata[finding->paragraph] = (gpointer) finding->words;
  }
  for (guint i = 1; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", lines->pdata[i] ? (char *) lines->pdata[i] : "");
  Source *source = source_new (job->path, text->str, text->len);
  g_string_free (text, TRUE);
  return source;
}

static void
print_report (const Job *job)
{
  const GArray *findings = job->imported->flow->findings;
  g_autoptr (Source) source = paragraphs_source (job);
  g_autoptr (Report) report = report_new ();

  for (guint i = 0; i < findings->len; i++) {
    const Finding *finding = &g_array_index (findings, Finding, i);
    report_warning (report, source, (Place){ finding->paragraph, 0 },
                    finding_advice (finding->code), "%s%s%s [%s]", finding_sentence (finding->code),
                    finding->detail ? ": " : "", finding->detail ? finding->detail : "",
                    finding_id (finding->code));
  }
  report_print (report, stderr);
  if (finding_is_among (findings, FINDING_OFFICE_UNKNOWN))
    print_office (job->imported);
}

/* --- where it goes --- */

static const char *const sections[N_IMPORTED_KINDS] = {
  [IMPORTED_LETTER] = "content/cong-van",
  [IMPORTED_TYPED] = "content/cong-van",
  [IMPORTED_GUIDE] = "content/huong-dan",
  [IMPORTED_BULLETIN] = "content/ban-tin",
  [IMPORTED_PAGE] = "content",
};

/* The document: --to may name it, or its folder. Caller frees. */
static char *
target_path (const Job *job)
{
  if (job->options->to == NULL && own_document (job))
    return g_strdup (own_document (job));
  const char *to = job->options->to ? job->options->to : sections[job->imported->kind];

  if (g_str_has_suffix (to, ".md"))
    return g_strdup (to);
  g_autofree char *slug = markdown_slug (job->imported);
  if (!*slug) {
    g_autofree char *file = g_path_get_basename (job->path);
    char *dot = strrchr (file, '.');
    if (dot)
      *dot = '\0';
    g_free (slug);
    slug = text_slug (file);
  }
  g_autofree char *name = g_strconcat (*slug ? slug : "van-ban", ".md", NULL);
  return g_build_filename (to, name, NULL);
}

static gboolean
write_file (const char *path, const char *bytes, gsize length)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0777) == 0 && g_file_set_contents (path, bytes, length, &error))
    return TRUE;
  complain (_ ("%s cannot be written: %s"), path, error ? error->message : g_strerror (errno));
  return FALSE;
}

/* Beside the document, those it shows; under names of ours, none of which is there yet. */
static gboolean
write_pictures (const Job *job, const char *folder, const MarkdownNames *names, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < job->imported->blocks->len; i++) {
    const ImportedBlock *block = &g_array_index (job->imported->blocks, ImportedBlock, i);
    if (block->kind != BLOCK_PICTURE)
      continue;
    g_autofree char *name = markdown_picture (names, ++n, block->picture->part);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    GBytes *bytes = block->picture->bytes;
    if (strstr (text, name)
        && !write_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
      return FALSE;
  }
  return TRUE;
}

/* How many pictures of this name there are already. */
static guint
count_pictures (const char *folder, const char *slug)
{
  static const char *const endings[] = { "png", "jpg" };
  guint n = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strdup_printf ("%s-%u.%s", slug, n + 1, endings[i % 2]);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_EXISTS)) {
      n++;
      i = -1;
    }
  }
  return n;
}

/* --- one file --- */

static int
write_new (const Job *job, const char *path, const char *folder, const MarkdownNames *names,
           const GString *text)
{
  if (!write_pictures (job, folder, names, text->str) || !write_file (path, text->str, text->len))
    return EXIT_SYSTEM;
  printf (_ ("%s: new, a draft (%s: %s)\n"), path, imported_kind_id (job->imported->kind),
          job->imported->rule);
  return EXIT_GOOD;
}

static void
print_changes (const char *path, const Merge *merge)
{
  printf (ngettext ("%s: %u change\n", "%s: %u changes\n", merge->changes->len), path,
          merge->changes->len);
  for (guint i = 0; i < merge->changes->len; i++)
    printf ("  %s\n", (char *) merge->changes->pdata[i]);
}

static int
merge_into (const Job *job, const char *path, const char *folder, const MarkdownNames *names,
            const GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Source) existing = source_read (path, path, &error);

  if (existing == NULL) {
    complain ("%s: %s", path, error->message);
    return EXIT_SYSTEM;
  }
  g_autoptr (Merge) merge = merge_documents (existing->text, text->str, job->origin);
  if (merge->changes->len == 0) {
    printf (_ ("%s: nothing has changed\n"), path);
    return EXIT_GOOD;
  }
  print_changes (path, merge);
  if (!job->options->write) {
    printf (_ ("Nothing was written; “loa import --write” takes these changes.\n"));
    return EXIT_GOOD;
  }
  return write_pictures (job, folder, names, merge->text)
             && write_file (path, merge->text, strlen (merge->text))
           ? EXIT_GOOD
           : EXIT_SYSTEM;
}

static int
place_document (const Job *job)
{
  g_autofree char *path = target_path (job);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *slug = g_strndup (file, strlen (file) - strlen (".md"));
  const MarkdownNames names = { slug, count_pictures (folder, slug),
                                job->office ? job->office->id : job->options->office };
  g_autoptr (GString) text = g_string_new (NULL);

  markdown_document (job->imported, &names, text);
  return g_file_test (path, G_FILE_TEST_EXISTS) ? merge_into (job, path, folder, &names, text)
                                                : write_new (job, path, folder, &names, text);
}

/* --- what only LibreOffice can read --- */

/* A .doc or .odt as .docx, where LibreOffice is installed; NULL otherwise. A file that only claims
 * to be a .docx is not handed on. */
static GBytes *
convert (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *folder = program ? g_dir_make_tmp ("loa-XXXXXX", NULL) : NULL;
  gboolean is_named_so = g_str_has_suffix (path, ".doc") || g_str_has_suffix (path, ".odt");
  char *bytes = NULL;
  gsize length = 0;

  if (folder == NULL || !is_named_so)
    return NULL;
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  char *command[] = { (char *) "timeout",
                      (char *) CONVERT_SECONDS,
                      program,
                      profile,
                      (char *) "--headless",
                      (char *) "--convert-to",
                      (char *) "docx",
                      (char *) "--outdir",
                      folder,
                      (char *) path,
                      NULL };
  g_spawn_sync (NULL, command, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, NULL, NULL);
  g_autofree char *name = g_path_get_basename (path);
  *strrchr (name, '.') = '\0';
  g_autofree char *made = g_strdup_printf ("%s/%s.docx", folder, name);
  g_file_get_contents (made, &bytes, &length, NULL);
  char *clean[] = { (char *) "rm", (char *) "-rf", folder, NULL };
  g_spawn_sync (NULL, clean, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return bytes ? g_bytes_new_take (bytes, length) : NULL;
}

static GBytes *
read_file (const char *path, GError **error)
{
  char *bytes;
  gsize length;
  GStatBuf status;
  gboolean is_there = g_stat (path, &status) == 0;

  /* A FIFO would wait for ever, and a device has no end. */
  if (is_there && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s", _ (source_not_regular));
    return NULL;
  }
  if (is_there && status.st_size > MAX_FILE) {
    word_refuse (error, WORD_TOO_LARGE);
    return NULL;
  }
  return g_file_get_contents (path, &bytes, &length, error) ? g_bytes_new_take (bytes, length)
                                                            : NULL;
}

static gboolean
open_file (Job *job, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (job->path, error);

  if (bytes == NULL)
    return FALSE;
  job->imported = word_import (bytes, job->options->kind, &job->package, error);
  if (job->imported
      || (!g_error_matches (*error, WORD_ERROR, WORD_OLD_FORMAT)
          && !g_error_matches (*error, WORD_ERROR, WORD_OPEN_DOCUMENT)))
    return job->imported != NULL;
  g_autoptr (GBytes) converted = convert (job->path);
  if (converted == NULL)
    return FALSE;
  g_clear_error (error);
  job->imported = word_import (converted, job->options->kind, &job->package, error);
  return job->imported != NULL;
}

static int
refuse (const Job *job, const GError *error)
{
  gboolean is_ours = error->domain == WORD_ERROR;

  complain ("%s: %s", job->path, error->message);
  if (is_ours && job->options->as_json) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_autofree char *name = g_path_get_basename (job->path);
    refusal_json (name, error->code, out);
    fputs (out->str, stdout);
  }
  return is_ours ? EXIT_CONTENT : EXIT_SYSTEM;
}

static int
print_json (const Job *job)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *name = g_path_get_basename (job->path);

  imported_json (job->imported, name, out);
  return fwrite (out->str, 1, out->len, stdout) == out->len ? EXIT_GOOD : EXIT_SYSTEM;
}

static int
import_file (const char *path, const Site *site, const ImportOptions *options)
{
  Job job = { .options = options, .path = path, .site = site };
  g_autoptr (GError) error = NULL;
  int status;

  if (!open_file (&job, &error))
    return refuse (&job, error);
  job.origin = origin_read (job.package);
  settle_office (&job);
  status = options->as_json ? print_json (&job) : place_document (&job);
  fflush (stdout);
  if (!options->as_json)
    print_report (&job);
  imported_free (job.imported);
  origin_free (job.origin);
  word_package_free (job.package);
  return status;
}

/* --- the command --- */

/* The site in this folder, for its offices; what is wrong with it does not matter here. NULL: there
 * is none. */
static Site *
load_offices (void)
{
  const LoadOptions load = { .now = g_get_real_time () / G_USEC_PER_SEC, .drafts = TRUE };
  g_autoptr (Report) report = report_new ();
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);

  if (!g_file_test ("content/site.yaml", G_FILE_TEST_EXISTS))
    return NULL;
  return site_load (".", &load, inputs, report, NULL);
}

static gboolean
check_options (ImportOptions *options, const Site *site)
{
  options->as_json = g_strcmp0 (options->format, "json") == 0;
  options->kind = N_IMPORTED_KINDS;
  if (options->format && !options->as_json && strcmp (options->format, "text") != 0)
    complain (_ ("there is no format “%s”"), options->format);
  else if (options->kind_word && !word_import_kind (options->kind_word, &options->kind))
    complain (_ ("there is no kind “%s”"), options->kind_word);
  else if (options->office && (site == NULL || site_office (site, options->office) == NULL))
    complain (_ ("the site in this folder has no office “%s”"), options->office);
  else if (site == NULL && options->to == NULL && !options->as_json)
    complain (_ ("there is no site in this folder; say with --to where the text goes"));
  else
    return TRUE;
  return FALSE;
}

static int
import_all (int n, char **paths, const Site *site, const ImportOptions *options)
{
  int worst = EXIT_GOOD;

  for (int i = 0; i < n; i++) {
    int status = import_file (paths[i], site, options);
    worst = MAX (worst, status);
  }
  return worst;
}

int
command_import (int argc, char **argv)
{
  ImportOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to,
      N_ ("write into this folder, or over this document"), N_ ("FOLDER") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind_word, N_ ("what the file is"),
      "letter|guide|bulletin|page" },
    { "office", 0, 0, G_OPTION_ARG_STRING, &options.office, N_ ("who issues it"), N_ ("ID") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("print what was understood, and write nothing"), "text|json" },
    { "write", 0, 0, G_OPTION_ARG_NONE, &options.write,
      N_ ("take the changes over into a document that is there"), NULL },
    { 0 },
  };

  if (!options_parse (entries, N_ ("FILE…"),
                      N_ ("Makes documents of Word files, or takes changes made in Word back."), 1,
                      G_MAXINT, &argc, &argv))
    return EXIT_USAGE;
  g_autoptr (Site) site = load_offices ();
  int status =
    check_options (&options, site) ? import_all (argc - 1, argv + 1, site, &options) : EXIT_USAGE;
  g_free (options.to);
  g_free (options.kind_word);
  g_free (options.office);
  g_free (options.format);
  return status;
}
