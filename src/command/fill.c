/* SPDX-License-Identifier: MIT */
/* loa fill: one template over JSON or YAML data, for trying templates out and for tests of the
 * engine. */
#include "base/i18n.h"
#include "base/report.h"
#include "command/command.h"
#include "command/options.h"
#include "load/yaml.h"
#include "template/template.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* The template of the command line has no name that a tag could say. */
#define MAIN_NAME ""

typedef struct {
  const char *path;     /* of the template; "-" is standard input */
  const char *partials; /* folder */
  Report *report;
  gboolean has_failed; /* the system did; it was said */
} Loader;

static char *
read_stdin (gsize *length, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[65536];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, n);
  if (ferror (stdin)) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s", g_strerror (errno));
    return NULL;
  }
  *length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The text as it is: unlike in a site, the line ends of a template are kept, so that what is
 * written has them too. */
static Source *
read_text (const char *path, Report *report, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;
  const char *bad;

  if (strcmp (path, "-") == 0)
    text = read_stdin (&length, error);
  else
    g_file_get_contents (path, &text, &length, error);
  if (text == NULL)
    return NULL;
  gsize bom = g_str_has_prefix (text, "\xEF\xBB\xBF") ? 3 : 0;
  if (g_utf8_validate_len (text + bom, length - bom, &bad))
    return source_new (path, text + bom, length - bom);

  g_autofree char *shown = g_utf8_make_valid (text + bom, length - bom);
  Source *source = source_new (path, shown, -1);
  report_error (report, source, source_place (source, bad - text - bom),
                _ ("save the file as “UTF-8” in your editor"), _ ("this is not UTF-8 text"));
  return source;
}

/* Finds the template of the command line, and the partials in their folder. */
static Source *
loader_find (const char *name, gpointer data)
{
  Loader *loader = data;
  gboolean is_main = strcmp (name, MAIN_NAME) == 0;
  g_autofree char *file = g_strconcat (name, ".mustache", NULL);
  g_autofree char *path =
    is_main ? g_strdup (loader->path) : g_build_filename (loader->partials, file, NULL);
  g_autoptr (GError) error = NULL;

  Source *source = read_text (path, loader->report, &error);
  if (source == NULL && (is_main || !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))) {
    complain ("%s: %s", path, error->message);
    loader->has_failed = TRUE;
  }
  return source;
}

static Value *
read_data (const char *path, Report *report, gboolean *has_failed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Source) source = read_text (path, report, &error);

  if (source == NULL) {
    complain ("%s: %s", path, error->message);
    *has_failed = TRUE;
    return NULL;
  }
  g_autoptr (YamlNode) node =
    report_n_errors (report) == 0 ? yaml_parse (source, 0, source->length, 1, report) : NULL;
  return node ? yaml_to_value (node) : NULL;
}

/* Reads everything and fills; what is wrong is in the report, or was said and left `has_failed`
 * set. */
static gboolean
fill (Loader *loader, const char *data_path, TemplateFlags flags, TemplateEscape escape,
      GString *out)
{
  g_autoptr (TemplateSet) set = template_set_new (loader_find, loader, flags);
  const Template *template = template_set_get (set, MAIN_NAME, loader->report);
  g_autoptr (Value) data = NULL;

  if (!loader->has_failed)
    data = read_data (data_path, loader->report, &loader->has_failed);
  return template && data && template_fill (template, NULL, data, escape, out, loader->report);
}

static gboolean
write_out (const GString *out)
{
  if (fwrite (out->str, 1, out->len, stdout) == out->len && fflush (stdout) == 0)
    return TRUE;
  complain (_ ("cannot write: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
choose_escape (const char *name, TemplateEscape *escape)
{
  static const struct {
    const char *name;
    TemplateEscape escape;
  } escapes[] = { { "html", template_escape_html }, { "text", template_escape_none } };

  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (name == NULL || strcmp (name, escapes[i].name) == 0) {
      *escape = escapes[i].escape;
      return TRUE;
    }
  complain (_ ("--escape is “html” or “text”, not “%s”"), name);
  return FALSE;
}

int
command_fill (int argc, char **argv)
{
  g_autofree char *partials = NULL;
  g_autofree char *escape_name = NULL;
  gboolean is_lenient = FALSE;
  const GOptionEntry entries[] = {
    { "partials", 0, 0, G_OPTION_ARG_FILENAME, &partials,
      N_ ("where partials and parents are, as NAME.mustache (default: beside TEMPLATE)"),
      N_ ("FOLDER") },
    { "lenient", 0, 0, G_OPTION_ARG_NONE, &is_lenient, N_ ("unknown names are empty, not errors"),
      NULL },
    { "escape", 0, 0, G_OPTION_ARG_STRING, &escape_name,
      N_ ("what values are made safe for (default: html)"), "html|text" },
    G_OPTION_ENTRY_NULL,
  };
  TemplateEscape escape;

  if (!options_parse (entries, N_ ("TEMPLATE DATA"),
                      N_ ("Fills one Mustache template with the data of a JSON or YAML file and "
                          "prints the result.\n"
                          "Either of the two may be “-”, standard input."),
                      2, 2, &argc, &argv)
      || !choose_escape (escape_name, &escape))
    return EXIT_USAGE;
  if (strcmp (argv[1], "-") == 0 && strcmp (argv[2], "-") == 0) {
    complain (_ ("only one of the two can come from standard input"));
    return EXIT_USAGE;
  }

  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *beside = g_path_get_dirname (argv[1]);
  Loader loader = { argv[1], partials ? partials : beside, report, FALSE };
  gboolean is_good =
    fill (&loader, argv[2], is_lenient ? TEMPLATE_LENIENT : TEMPLATE_STRICT, escape, out);

  if (loader.has_failed)
    return EXIT_SYSTEM;
  report_print (report, stderr);
  if (!is_good || report_n_errors (report) > 0)
    return EXIT_CONTENT;
  return write_out (out) ? EXIT_GOOD : EXIT_SYSTEM;
}
