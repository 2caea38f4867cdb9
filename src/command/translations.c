/* SPDX-License-Identifier: MIT */
/* loa translations: what of a site is not translated, or was changed after its translation. */
#include "command/command.h"
#include "command/options.h"

#include "base/i18n.h"
#include "load/site.h"
#include "plan/plan.h"

/* Pages of which every reader should have one in his language: those that live. */
static gboolean
is_wanted (const Site *site, const Document *document)
{
  return document_is_listed (document, site->now) && site_language (site, document->lang) == NULL;
}

static gboolean
is_older (const Document *translation, const Document *original)
{
  return date_is_set (translation->date) && date_is_set (original->date)
         && date_compare (translation->date, original->date) < 0;
}

static void
print_language (const Site *site, const Plan *plan, const SiteLanguage *language)
{
  guint n = 0, n_translated = 0;

  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (!is_wanted (site, document))
      continue;
    const Document *translation = plan_translation (plan, site, document, language);
    n++;
    n_translated += translation != NULL;
    if (translation == NULL)
      printf (_ ("%s: no translation into “%s”\n"), document->path, language->code);
    else if (is_older (translation, document)) {
      g_autofree char *day = date_short (document->date);
      printf (_ ("%s: older than %s, which is of %s\n"), translation->path, document->path, day);
    }
  }
  printf (_ ("%s: %u of %u pages are translated\n"), language->code, n_translated, n);
}

static int
print_all (const Site *site, const Report *report)
{
  g_autoptr (Plan) plan = plan_new (site, "", FALSE);

  if (report_n_errors (report) > 0)
    report_print (report, stderr);
  if (site->languages->len == 0)
    printf (_ ("The site has no page in another language (“ngôn ngữ” in the front matter).\n"));
  for (guint i = 0; i < site->languages->len; i++)
    print_language (site, plan, &g_array_index (site->languages, SiteLanguage, i));
  return report_n_errors (report) > 0 ? EXIT_CONTENT : EXIT_GOOD;
}

int
command_translations (int argc, char **argv)
{
  g_autofree char *now = NULL;
  const GOptionEntry entries[] = { { "now", 0, 0, G_OPTION_ARG_STRING, &now,
                                     N_ ("list for this moment (\"2026-03-05 05:30\")"),
                                     N_ ("TIME") },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GError) error = NULL;
  LoadOptions loading = { 0 };

  if (!options_parse (entries, N_ ("[SITE]"),
                      N_ ("Lists pages that have no translation, and translations that are older "
                          "than their original,\nfor each language the site is written in."),
                      0, 1, &argc, &argv)
      || !options_parse_now (now, &loading.now))
    return EXIT_USAGE;
  g_autoptr (Site) site = site_load (argc > 1 ? argv[1] : ".", &loading, inputs, report, &error);
  if (site)
    return print_all (site, report);
  return complain_site (error);
}
