/* SPDX-License-Identifier: MIT */
/* loa new: a site, or a document of one, for somebody to write. */
#include "command/new.h"

#include "base/i18n.h"
#include "command/command.h"
#include "command/options.h"
#include "load/blank.h"
#include "load/offices.h"
#include "load/site.h"
#include "text/fold.h"

#include <string.h>

#define MOST_IN_PROGRAMME 3

typedef struct {
  char *site, *office, *to;
  FrontMatterKind kind;
  const char *title;
} Wanted;

/* The folder of the site around the one the user is in; NULL when there is none. */
static char *
find_site (const char *start)
{
  g_autofree char *folder = g_canonicalize_filename (start, NULL);

  while (!site_check_folder (folder, NULL)) {
    char *parent = g_path_get_dirname (folder);
    gboolean is_root = strcmp (parent, folder) == 0;
    g_free (folder);
    folder = parent;
    if (is_root)
      return NULL;
  }
  return g_steal_pointer (&folder);
}

static int
fail_kind (const char *word)
{
  complain (_ ("“%s” is no kind of document"), word);
  fputs (_ ("Kinds are:"), stderr);
  for (DocumentKind kind = 0; kind < N_KINDS; kind++)
    fprintf (stderr, "%s %s", kind == 0 ? "" : ",", front_matter_kind_word (kind));
  fputs (_ (", and the kinds of official documents:"), stderr);
  for (const OfficialKind *kind = official_kind_next (NULL); kind; kind = official_kind_next (kind))
    fprintf (stderr, "%s %s", kind == official_kind_next (NULL) ? "" : ",", kind->word);
  fputs (".\n", stderr);
  return EXIT_USAGE;
}

/* A record by its id or its name, or the committee of a unit; NULL after saying what there is. */
static const Office *
find_office (Site *site, const char *words)
{
  Date today = date_of_moment (site->now);
  const Office *office = office_find_or_make (site, words, today);
  g_autofree char *slug = text_slug (words);

  for (guint i = 0; i < site->office_list->len && office == NULL; i++) {
    const Office *other = site->office_list->pdata[i];
    g_autofree char *name = text_slug (other->name);
    if (strcmp (name, slug) == 0)
      office = other;
  }
  if (office)
    return office;
  gboolean is_called;
  g_autoptr (GPtrArray) found = locality_search (site->localities, words, today, &is_called);
  if (is_called && found->len == 1)
    return office_find_or_make (site, ((const Locality *) found->pdata[0])->code, today);
  complain (found->len > 0 ? _ ("“%s” may be one of these; write its code")
                           : _ ("no office or unit of the site is called “%s”; write the id of a "
                                "record in content/offices.yaml, or the code of a locality"),
            words);
  new_print_localities (site->localities, found, today);
  return NULL;
}

/* Where documents of this kind are in the site already, or usually are. */
static const char *
find_section (const Site *site, DocumentKind kind)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (document->kind == kind && *document->section)
      return document->section;
  }
  return blank_section (kind);
}

/* What a programme may begin with: the newest bulletins of the site, as paths from content/ without
 * “.md”. NULL-terminated; caller frees with g_strfreev(). */
static char **
newest_bulletins (const Site *site)
{
  g_autoptr (GPtrArray) bulletins = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (document->kind == KIND_BULLETIN && !document->is_draft
        && !document_is_expired (document, site->now))
      g_ptr_array_add (bulletins, site->documents->pdata[i]);
  }
  g_ptr_array_sort (bulletins, document_compare_newest);
  for (guint i = 0; i < MIN (bulletins->len, MOST_IN_PROGRAMME); i++) {
    const char *from = ((const Document *) bulletins->pdata[i])->path + strlen ("content/");
    g_autofree char *path = g_strndup (from, strlen (from) - strlen (".md"));
    g_strv_builder_add (paths, path);
  }
  return g_strv_builder_end (paths);
}

static char *
quote_id (const char *id)
{
  return g_ascii_isdigit (*id) ? g_strdup_printf ("\"%s\"", id) : g_strdup (id);
}

static int
write_document (const Wanted *wanted, const Site *site, const Office *office, const char *slug)
{
  const char *section = wanted->to ? wanted->to : find_section (site, wanted->kind.kind);
  g_autofree char *name = g_strconcat (slug, ".md", NULL);
  g_autofree char *path = g_build_filename ("content", section, name, NULL);
  g_autofree char *whole = g_build_filename (site->root, path, NULL);
  g_autofree char *id = wanted->office ? quote_id (office->id) : NULL;
  g_auto (GStrv) bulletins = wanted->kind.kind == KIND_PROGRAMME ? newest_bulletins (site) : NULL;
  const Blank blank = { .kind = wanted->kind,
                        .title = wanted->title,
                        .office_id = id,
                        .office = office,
                        .date = date_of_moment (site->now),
                        .bulletins = (const char *const *) bulletins,
                        .is_draft = TRUE };
  g_autofree char *text = blank_text (&blank);
  g_autoptr (GError) error = NULL;

  if (new_write (whole, text, &error)) {
    printf ("%s\n", path);
    fprintf (stderr,
             _ ("Write in it with any editor; “loa serve” shows what becomes of it. It is a "
                "draft until its line “nháp: có” (“draft: true”) is taken out.\n"));
    return EXIT_GOOD;
  }
  if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST)) {
    complain ("%s", error->message);
    return EXIT_SYSTEM;
  }
  complain (
    _ ("there is “%s” already, and it stays as it is; give another title, or another folder "
       "with --to"),
    path);
  return EXIT_USAGE;
}

static gboolean
is_folder_name (const char *name)
{
  return *name && name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-_/")] == '\0'
         && *name != '/' && strstr (name, "//") == NULL;
}

static int
new_document (Wanted *wanted)
{
  g_autofree char *root = find_site (wanted->site ? wanted->site : ".");
  g_autofree char *slug = text_slug (wanted->title);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Report) report = report_new (); /* what is wrong elsewhere is told when it is built */
  g_autoptr (GError) error = NULL;
  const LoadOptions options = { g_get_real_time () / G_USEC_PER_SEC, TRUE, 0, FALSE, FALSE, FALSE };

  if (*slug == '\0') {
    complain (_ ("the title “%s” has no letters to name a file by"), wanted->title);
    return EXIT_USAGE;
  }
  if (wanted->to && !is_folder_name (wanted->to)) {
    complain (_ ("“%s” is no folder below content/: only a–z, 0–9, “-” and “_”"), wanted->to);
    return EXIT_USAGE;
  }
  if (root == NULL) {
    complain (
      _ ("this folder belongs to no site; go to the folder of one, or make one with “loa new "
         "site FOLDER”"));
    return EXIT_USAGE;
  }
  g_autoptr (Site) site = site_load (root, &options, inputs, report, &error);
  if (site == NULL) {
    complain ("%s", error->message);
    return EXIT_SYSTEM;
  }
  const Office *office = wanted->office ? find_office (site, wanted->office) : site->office;
  if (wanted->office && office == NULL)
    return EXIT_USAGE;
  return write_document (wanted, site, office, slug);
}

int
command_new (int argc, char **argv)
{
  Wanted wanted = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *localities = NULL;
  const GOptionEntry entries[] = {
    { "office", 0, 0, G_OPTION_ARG_STRING, &wanted.office,
      N_ ("of this office: its id, its code or its name, with or without marks"), N_ ("OFFICE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &wanted.to,
      N_ ("put the document into FOLDER below content/"), N_ ("FOLDER") },
    { "site", 0, 0, G_OPTION_ARG_FILENAME, &wanted.site,
      N_ ("the site it is for (default: the one around this folder)"), N_ ("FOLDER") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("name of a new site"), N_ ("TITLE") },
    { "localities", 0, 0, G_OPTION_ARG_FILENAME, &localities,
      N_ ("list of communes and wards for a new site, as localities.csv"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  int status = EXIT_USAGE;

  if (!options_parse (
        entries, N_ ("site FOLDER | KIND \"TITLE\""),
        N_ ("Makes the folder of a new site, or a new document in one. Nothing that is "
            "there is ever changed."),
        2, 2, &argc, &argv))
    return EXIT_USAGE;
  wanted.title = argv[2];
  if (strcmp (argv[1], "site") == 0 || strcmp (argv[1], "trang-web") == 0)
    status = new_site (argv[2], title, wanted.office, localities);
  else if (title || localities)
    complain (_ ("--title and --localities are for “loa new site”"));
  else if (!front_matter_kind (argv[1], &wanted.kind))
    status = fail_kind (argv[1]);
  else
    status = new_document (&wanted);
  g_free (wanted.office);
  g_free (wanted.to);
  g_free (wanted.site);
  return status;
}
