/* SPDX-License-Identifier: MIT */
/* An entry is tried as an id, as a province, as a pattern. A commune is meant as those who live
 * there mean it: by its people's committee, recorded or by rule. */
#include "load/kits.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/offices.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

struct Kits {
  Site *site;
  GHashTable
    *committees; /* code of a locality → Office: recorded people's committees that still are */
};

/* One document being settled. */
typedef struct {
  Kits *kits;
  Date date;
  GHashTable *chosen; /* Set<const Office> */
  guint n;            /* of the entry at hand */
} Round;

Kits *
kits_new (Site *site)
{
  Kits *kits = g_new0 (Kits, 1);

  kits->site = site;
  kits->committees = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    gboolean is_committee = office->symbol && strcmp (office->symbol, "UBND") == 0;
    if (!office->by_rule && is_committee && !office_is_former (office, site->now))
      g_hash_table_insert (kits->committees, (gpointer) office->locality->code, (gpointer) office);
  }
  return kits;
}

void
kits_free (Kits *kits)
{
  if (kits == NULL)
    return;
  g_hash_table_unref (kits->committees);
  g_free (kits);
}

/* --- choosing --- */

static void
choose (Round *round, const Office *office)
{
  g_hash_table_add (round->chosen, (gpointer) office);
  round->n++;
}

static gboolean
is_commune (const Locality *locality)
{
  return locality->kind == LOCALITY_WARD || locality->kind == LOCALITY_COMMUNE
         || locality->kind == LOCALITY_SPECIAL_ZONE;
}

static void
choose_committee (Round *round, const Locality *commune)
{
  const Office *office = g_hash_table_lookup (round->kits->committees, commune->code);

  if (office == NULL)
    office = office_find_or_make (round->kits->site, commune->code, round->date);
  choose (round, office);
}

static void
choose_province (Round *round, const Locality *province)
{
  const LocalityTable *table = round->kits->site->localities;

  for (guint i = 0; i < locality_table_size (table); i++) {
    const Locality *row = locality_table_row (table, i);
    if (is_commune (row) && g_strcmp0 (row->parent_code, province->code) == 0
        && locality_is_valid_on (row, round->date))
      choose_committee (round, row);
  }
}

/* Ids of recorded offices, codes of communes. */
static void
choose_pattern (Round *round, const char *pattern)
{
  const Site *site = round->kits->site;
  guint n_offices = site->office_list->len; /* it grows on the way */

  for (guint i = 0; i < n_offices; i++) {
    const Office *office = site->office_list->pdata[i];
    if (!office->by_rule && !office_is_former (office, site->now)
        && g_pattern_match_simple (pattern, office->id))
      choose (round, office);
  }
  for (guint i = 0; i < locality_table_size (site->localities); i++) {
    const Locality *row = locality_table_row (site->localities, i);
    if (is_commune (row) && locality_is_valid_on (row, round->date)
        && g_pattern_match_simple (pattern, row->code))
      choose_committee (round, row);
  }
}

/* "56", "Khánh Hòa", "tỉnh Khánh Hòa"; NULL when it is none. */
static const Locality *
find_province (const Round *round, const char *text)
{
  const LocalityTable *table = round->kits->site->localities;
  g_autofree char *folded = text_fold (text);

  for (guint i = 0; i < locality_table_size (table); i++) {
    const Locality *row = locality_table_row (table, i);
    if ((row->kind != LOCALITY_PROVINCE && row->kind != LOCALITY_CITY)
        || !locality_is_valid_on (row, round->date))
      continue;
    g_autofree char *full_name = locality_full_name (row);
    g_autofree char *folded_full = text_fold (full_name);
    g_autofree char *folded_name = text_fold (row->name);
    if (strcmp (row->code, text) == 0 || strcmp (folded, folded_full) == 0
        || strcmp (folded, folded_name) == 0)
      return row;
  }
  return NULL;
}

/* --- one document --- */

static void
report_entry (Round *round, const char *entry, const Source *source, Place place, Report *report)
{
  const Site *site = round->kits->site;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < site->office_list->len; i++)
    g_ptr_array_add (ids, (char *) ((Office *) site->office_list->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  const char *nearest = suggest_word (entry, (const char *const *) ids->pdata);
  g_autofree char *advice =
    nearest
      ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
      : g_strdup (_ (
        "write the id of an office, a pattern like “ubnd-*”, the code of a commune, or the name of "
        "a province whose communes stand in content/localities.csv"));
  report_error (report, source, place, advice, _ ("“%s” distributes to nobody"), entry);
}

static void
resolve_entry (Round *round, const char *entry)
{
  Site *site = round->kits->site;
  const Office *office = site_office (site, entry);
  const Locality *province = office && !office->by_rule ? NULL : find_province (round, entry);

  round->n = 0;
  if (strpbrk (entry, "*?"))
    choose_pattern (round, entry);
  else if (province)
    choose_province (round, province);
  else if ((office = office_find_or_make (site, entry, round->date)) != NULL) {
    if (office->by_rule)
      choose_committee (round, office->locality);
    else
      choose (round, office);
  }
}

/* All that its record names. */
static gboolean
is_campaign (const char *entry)
{
  return strcmp (entry, "campaign") == 0 || strcmp (entry, "chiến dịch") == 0;
}

static int
compare_offices (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Office *const *) a)->id, (*(const Office *const *) b)->id);
}

static void
keep_chosen (Document *document, GHashTable *chosen)
{
  guint n;
  g_autofree gpointer *offices = g_hash_table_get_keys_as_array (chosen, &n);

  qsort (offices, n, sizeof *offices, compare_offices);
  const Office **kept = arena_alloc (document->arena, MAX (n, 1) * sizeof *kept);
  memcpy (kept, offices, n * sizeof *kept);
  document->kits = kept;
  document->n_kits = n;
}

void
kits_resolve (Kits *kits, FrontMatter *matter, const Source *source, Report *report)
{
  Document *document = &matter->document;
  Round round = { .kits = kits, .date = document->date };

  if (*document->distribute == NULL)
    return;
  if (!date_is_set (round.date))
    round.date = date_of_moment (kits->site->now);
  round.chosen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; document->distribute[i]; i++) {
    const char *const one[] = { document->distribute[i], NULL };
    gboolean means_campaign = document->campaign && is_campaign (one[0]);
    const char *const *entries = means_campaign ? document->campaign->offices : one;
    for (; *entries; entries++) {
      resolve_entry (&round, *entries);
      if (round.n == 0 && !site_lost_office (kits->site, *entries))
        report_entry (&round, *entries, source, matter->distribute_place, report);
    }
  }
  keep_chosen (document, round.chosen);
  g_hash_table_unref (round.chosen);
}
