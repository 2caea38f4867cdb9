/* SPDX-License-Identifier: MIT */
#include "editor/listing.h"

#include "base/i18n.h"

#include <string.h>

typedef struct {
  const ReportLine *line; /* a copy; its texts are the report's */
  const char *code;
  ReportLevel level;
  const Waiver *waiver; /* or NULL */
} Item;

typedef struct {
  const Site *site;
  gboolean is_strict;
  GArray *items;     /* Item */
  GPtrArray *copies; /* ReportLine, owned */
  GHashTable *used;  /* Set<Waiver>: those that hold something back */
  GHashTable *said;  /* Set<place and code> of what the editor found; owned */
} Listing;

static const char *const level_words[] = {
  [REPORT_ERROR] = "error", [REPORT_WARNING] = "warning", [REPORT_NOTE] = "note"
};

/* What keeps the site from being loaded at all cannot be waived: there would be no site. */
static const Waiver *
find_waiver (const Listing *listing, const ReportLine *line, const char *code)
{
  const Document *document = listing->site ? site_document (listing->site, line->path) : NULL;

  if (document == NULL && listing->site && listing->site->home
      && strcmp (listing->site->home->path, line->path) == 0)
    document = listing->site->home;
  if (document == NULL || (line->code == NULL && line->level == REPORT_ERROR))
    return NULL;
  for (guint i = 0; i < document->n_waivers; i++)
    if (g_ascii_strcasecmp (document->waivers[i].code, code) == 0)
      return &document->waivers[i];
  return NULL;
}

static char *
place_and_code (const ReportLine *line, const char *code)
{
  return g_strdup_printf ("%s:%u:%s", line->path, line->place.line, code);
}

static void
note_line (const ReportLine *line, gpointer data)
{
  if (line->code)
    g_hash_table_add (((Listing *) data)->said, place_and_code (line, line->code));
}

/* What the build says of the same line under the same code is said once. */
static gboolean
is_said (const Listing *listing, const ReportLine *line, const char *code)
{
  g_autofree char *key = place_and_code (line, code);
  return line->code == NULL && g_hash_table_contains (listing->said, key);
}

static void
add_line (const ReportLine *line, gpointer data)
{
  Listing *listing = data;
  const char *code = line->code ? line->code : rule_code_of_text (line->text);
  if (code && is_said (listing, line, code))
    return;
  ReportLine *copy = g_memdup2 (line, sizeof *line);

  g_ptr_array_add (listing->copies, copy);
  code = code ? code : rule_other_code;
  Item item = { copy, code, line->level, find_waiver (listing, line, code) };
  if (listing->is_strict && item.level == REPORT_WARNING)
    item.level = copy->level = REPORT_ERROR;
  if (item.waiver)
    g_hash_table_add (listing->used, (gpointer) item.waiver);
  g_array_append_val (listing->items, item);
}

static void
count (const Listing *listing, ListingTotals *totals)
{
  for (guint i = 0; i < listing->items->len; i++) {
    const Item *item = &g_array_index (listing->items, Item, i);
    if (item->waiver)
      totals->waived++;
    else if (item->level == REPORT_ERROR)
      totals->errors++;
    else if (item->level == REPORT_WARNING)
      totals->warnings++;
    else
      totals->notes++;
  }
}

/* --- text --- */

static void
print_text (const Listing *listing, FILE *stream)
{
  for (guint i = 0; i < listing->items->len; i++) {
    const Item *item = &g_array_index (listing->items, Item, i);
    if (item->waiver == NULL)
      report_print_line (item->line, item->code, stream);
  }
  for (guint i = 0; i < listing->items->len; i++) {
    const Item *item = &g_array_index (listing->items, Item, i);
    if (item->waiver)
      fprintf (stream, _ ("%s:%u: waived: %s [%s], because: %s\n"), item->line->path,
               item->line->place.line, item->line->text, item->code, item->waiver->reason);
  }
}

/* --- JSON --- */

static void
print_string (const char *text, FILE *stream)
{
  fputc ('"', stream);
  for (const char *p = text ? text : ""; *p; p++)
    if (*p == '"' || *p == '\\')
      fprintf (stream, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      fprintf (stream, "\\u%04x", (guint) (guchar) *p);
    else
      fputc (*p, stream);
  fputc ('"', stream);
}

static void
print_member (const char *name, const char *text, FILE *stream)
{
  fprintf (stream, "\"%s\": ", name);
  print_string (text, stream);
}

static void
print_json (const Listing *listing, FILE *stream)
{
  gboolean is_first = TRUE;

  fputs ("[", stream);
  for (guint i = 0; i < listing->items->len; i++) {
    const Item *item = &g_array_index (listing->items, Item, i);
    const ReportLine *line = item->line;
    fputs (is_first ? "\n  { " : ",\n  { ", stream);
    is_first = FALSE;
    print_member ("file", line->path, stream);
    fprintf (stream, ", \"line\": %u, \"column\": %u, \"length\": %u, ", line->place.line,
             line->place.col, line->length);
    print_member ("code", item->code, stream);
    fputs (", ", stream);
    print_member ("level", item->waiver ? "waived" : level_words[item->level], stream);
    fputs (", ", stream);
    print_member ("message", line->text, stream);
    fputs (", ", stream);
    print_member ("advice", line->advice, stream);
    if (item->waiver) {
      fputs (", ", stream);
      print_member ("reason", item->waiver->reason, stream);
    }
    fputs (" }", stream);
  }
  fputs (is_first ? "]\n" : "\n]\n", stream);
}

/* --- SARIF 2.1.0 --- */

static void
print_sarif_rules (FILE *stream)
{
  for (const Rule *rule = rule_next (NULL); rule; rule = rule_next (rule)) {
    fputs (rule == rule_next (NULL) ? "\n        { " : ",\n        { ", stream);
    print_member ("id", rule->code, stream);
    fputs (", \"shortDescription\": { ", stream);
    print_member ("text", _ (rule->title), stream);
    fputs (" }, \"fullDescription\": { ", stream);
    print_member ("text", _ (rule->why), stream);
    fprintf (stream, " }, \"defaultConfiguration\": { \"level\": \"%s\" } }",
             level_words[rule->level]);
  }
}

static void
print_sarif_item (const Item *item, FILE *stream)
{
  const ReportLine *line = item->line;
  g_autofree char *uri = g_uri_escape_string (line->path, "/", FALSE);
  g_autofree char *text =
    line->advice ? g_strdup_printf ("%s (%s)", line->text, line->advice) : g_strdup (line->text);

  fputs ("{ ", stream);
  print_member ("ruleId", item->code, stream);
  fprintf (stream, ", \"level\": \"%s\", \"message\": { ", level_words[item->level]);
  print_member ("text", text, stream);
  fputs (" }", stream);
  if (*line->path) {
    fputs (", \"locations\": [{ \"physicalLocation\": { \"artifactLocation\": { ", stream);
    print_member ("uri", uri, stream);
    fputs (" }", stream);
    if (line->place.line > 0) {
      fprintf (stream, ", \"region\": { \"startLine\": %u", line->place.line);
      if (line->place.col > 0)
        fprintf (stream, ", \"startColumn\": %u, \"endColumn\": %u", line->place.col,
                 line->place.col + MAX (line->length, 1));
      fputs (" }", stream);
    }
    fputs (" } }]", stream);
  }
  if (item->waiver) {
    fputs (", \"suppressions\": [{ \"kind\": \"inSource\", ", stream);
    print_member ("justification", item->waiver->reason, stream);
    fputs (" }]", stream);
  }
  fputs (" }", stream);
}

static void
print_sarif (const Listing *listing, FILE *stream)
{
  fputs ("{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": "
         "\"2.1.0\",\n  \"runs\": [{\n"
         "    \"tool\": { \"driver\": {\n      \"name\": \"loa\", \"version\": \"" LOA_VERSION
         "\",\n      \"rules\": [",
         stream);
  print_sarif_rules (stream);
  fputs ("\n      ] } },\n    \"columnKind\": \"unicodeCodePoints\",\n    \"results\": [", stream);
  for (guint i = 0; i < listing->items->len; i++) {
    fputs (i ? ",\n      " : "\n      ", stream);
    print_sarif_item (&g_array_index (listing->items, Item, i), stream);
  }
  fputs ("\n    ]\n  }]\n}\n", stream);
}

/* --- the whole --- */

static void
add_unused (Listing *listing, const Document *document, Report *report)
{
  for (guint i = 0; i < document->n_waivers; i++) {
    const Waiver *waiver = &document->waivers[i];
    const Source named = { document->path, "", 0 };
    if (rule_find (waiver->code) == NULL)
      report_finding (report, REPORT_WARNING, "WAIVE-02",
                      document->source ? document->source : &named, waiver->place, 0,
                      _ ("write a code as “loa check” shows it"),
                      _ ("there is no rule “%s” to waive"), waiver->code);
    else if (!g_hash_table_contains (listing->used, waiver))
      report_finding (report, REPORT_WARNING, "WAIVE-01",
                      document->source ? document->source : &named, waiver->place, 0,
                      _ ("leave it out"), _ ("“%s” is waived, but nothing here breaks it"),
                      waiver->code);
  }
}

/* A waiver that holds nothing back says so at the end of the same list. */
static void
add_unused_waivers (Listing *listing, Report *report)
{
  const Site *site = listing->site;

  for (guint i = 0; site && i < site->documents->len; i++)
    add_unused (listing, site->documents->pdata[i], report);
  if (site && site->home)
    add_unused (listing, site->home, report);
  report_each (report, add_line, listing);
}

/* What a site is made of before its documents; then what is mended without asking; then the rest.
 */
static guint
turn_of (const Item *item)
{
  const Rule *rule = rule_find (item->code);

  if (!g_str_has_suffix (item->line->path, ".md"))
    return 0;
  return rule && rule->is_fixable ? 1 : 2;
}

static void
keep_errors_in_turn (Listing *listing)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint turn = 0; turn < 3; turn++)
    for (guint i = 0; i < listing->items->len; i++) {
      const Item *item = &g_array_index (listing->items, Item, i);
      if (item->level == REPORT_ERROR && item->waiver == NULL && turn_of (item) == turn)
        g_array_append_val (kept, *item);
    }
  g_array_unref (listing->items);
  listing->items = kept;
}

ListingTotals
listing_print (const Report *report, const Site *site, ListingFormat format, ListingChoice choice,
               FILE *stream)
{
  ListingTotals totals = { 0 };
  g_autoptr (Report) unused = report_new ();
  Listing listing = { .site = site,
                      .is_strict = choice == LISTING_STRICT,
                      .items = g_array_new (FALSE, FALSE, sizeof (Item)),
                      .copies = g_ptr_array_new_with_free_func (g_free),
                      .used = g_hash_table_new (NULL, NULL),
                      .said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  report_each (report, note_line, &listing);
  report_each (report, add_line, &listing);
  add_unused_waivers (&listing, unused);
  if (choice == LISTING_UPGRADE)
    keep_errors_in_turn (&listing);
  if (format == LISTING_JSON)
    print_json (&listing, stream);
  else if (format == LISTING_SARIF)
    print_sarif (&listing, stream);
  else
    print_text (&listing, stream);
  count (&listing, &totals);
  g_array_unref (listing.items);
  g_ptr_array_unref (listing.copies);
  g_hash_table_unref (listing.used);
  g_hash_table_unref (listing.said);
  return totals;
}

void
listing_print_totals (const ListingTotals *totals, guint n_documents, FILE *stream)
{
  fprintf (stream, ngettext ("%u document: ", "%u documents: ", n_documents), n_documents);
  fprintf (stream, ngettext ("%u error, ", "%u errors, ", totals->errors), totals->errors);
  fprintf (stream, ngettext ("%u warning, ", "%u warnings, ", totals->warnings), totals->warnings);
  fprintf (stream, ngettext ("%u note", "%u notes", totals->notes), totals->notes);
  if (totals->waived > 0)
    fprintf (stream, _ ("; %u waived"), totals->waived);
  fputc ('\n', stream);
}

static const char *
level_name (ReportLevel level)
{
  return level == REPORT_ERROR ? _ ("error") : level == REPORT_WARNING ? _ ("warning") : _ ("note");
}

void
listing_explain (const Rule *rule, FILE *stream)
{
  fprintf (stream, "%s: %s (%s)\n\n%s\n", rule->code, _ (rule->title), level_name (rule->level),
           _ (rule->why));
  if (rule->law)
    fprintf (stream, _ ("\nWhere it is written: %s\n"), rule->law);
  if (rule->is_fixable)
    fprintf (stream, _ ("\n“loa check --fix” knows what is meant.\n"));
  fprintf (
    stream,
    _ ("\nTo waive it in one document, say why in its front matter:\n    bỏ qua:\n      %s: …\n"),
    rule->code);
}

void
listing_rules (FILE *stream)
{
  for (const Rule *rule = rule_next (NULL); rule; rule = rule_next (rule))
    fprintf (stream, "%-10s %-8s %s\n", rule->code, level_name (rule->level), _ (rule->title));
}
