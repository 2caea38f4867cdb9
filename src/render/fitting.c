/* SPDX-License-Identifier: MIT */
#include "render/fitting.h"

#include "base/i18n.h"
#include "render/view.h"

#include <string.h>

static double
aspect_of (const char *href, gpointer data)
{
  return paper_aspect (data, href);
}

/* With the sheet view, whose pieces they are. */
static const Pieces *
pieces_of (RenderJob *job)
{
  const Site *site = job->renderer->site;

  if (job->pieces == NULL)
    job->pieces = pieces_new (job_sheet_view (job), site, job->document, job->body, aspect_of,
                              job->renderer->paper);
  return job->pieces;
}

/* --- who --- */

static const Value *
office_view (const RenderJob *job, const Office *office)
{
  return g_hash_table_lookup (job->renderer->offices, office);
}

/* As on a letter: who stands above in light, the name in bold. A name of several lines begins
 * light. */
static Value *
view_who (const RenderJob *job, const Office *office)
{
  if (office == NULL)
    return value_null ();
  Value *map = value_map ();
  Value *light = value_list ();
  const char *const *name = office->name_lines;
  const char *const *above = office->parent_lines;

  for (; *above; above++)
    value_add (light, value_text (*above));
  if (above == office->parent_lines && name[0] && name[1]) {
    value_add (light, value_text (name[0]));
    name++;
  }
  value_set (map, "light", light);
  value_set_text_take (map, "bold", g_strjoinv (" ", (char **) name));
  value_set_shared (map, "picture", value_find (office_view (job, office), "picture"));
  return map;
}

static void
set_masthead (PageContext *page)
{
  const Output *output = page->output;
  const Document *document = page->job->document;
  const Office *issuer = output->document->office;
  const Office *partner = document->co_issuer;
  gboolean is_sent = output->is_kit && output->office != issuer;
  Value *map = value_map ();

  value_set (map, "left", view_who (page->job, is_sent ? issuer : output->office));
  value_set (map, "right", view_who (page->job, is_sent ? output->office : partner));
  const Office *other = is_sent ? output->office : partner;
  value_set_text_take (map, "issuer",
                       other ? g_strdup_printf ("%s, %s", issuer->name, other->name)
                             : g_strdup (issuer->name));
  value_set (page->data, "masthead", map);
}

/* Whom to call: the office nearest to the reader that has a phone. */
static const Office *
office_to_call (const Output *output)
{
  const Office *issuer = output->document->office;
  return output->office->phone ? output->office : issuer->phone ? issuer : NULL;
}

static void
set_contact (PageContext *page)
{
  const Office *office = office_to_call (page->output), *own = page->output->office;
  const Value *contacts = value_find (office_view (page->job, own), "contacts");
  Value *map = office ? value_map () : value_null ();

  if (office) {
    value_set_text (map, "who", office->name);
    value_set_shared (map, "phone", value_find (office_view (page->job, office), "phone"));
    value_set_bool (map, "has_others", value_length (contacts) > (own->phone ? 1 : 0));
  }
  value_set (page->data, "contact", map);
}

/* --- what the front matter says --- */

static const char *const said_ids[] = { "needs", "who",   "duration",    "fee",     "where",
                                        "areas", "hours", "help_points", "contacts" };

static const Value *
texts_of (const Value *details, const char *id)
{
  for (guint i = 0; i < value_length (details); i++) {
    const Value *detail = value_item (details, i);
    if (strcmp (value_get_text (value_find (detail, "id"), NULL), id) == 0)
      return value_find (detail, "texts");
  }
  return NULL;
}

static Value *
view_said (const Value *details)
{
  Value *said = value_map ();

  for (guint i = 0; i < G_N_ELEMENTS (said_ids); i++) {
    const Value *texts = texts_of (details, said_ids[i]);
    Value *list = value_list ();
    for (guint j = 0; texts && j < value_length (texts); j++) {
      Value *map = value_map ();
      value_set_shared (map, "html", value_find (value_item (texts, j), "print"));
      view_list_add (list, map);
    }
    view_list_end (list, value_length (list));
    value_set (said, said_ids[i], list);
  }
  return said;
}

static gboolean
has_any (const char *const *texts)
{
  return texts && *texts;
}

static gboolean
has_places (const Details *said)
{
  return has_any (said->help_points) || has_any (said->contacts);
}

static FitFacts
facts_of (const RenderJob *job, const Output *output)
{
  const Document *document = job->document;
  const Details *said = &document->details;
  gboolean has_dates = FALSE;

  for (guint i = 0; i < document->n_phases; i++)
    has_dates |= date_is_set (document->phases[i].from);
  return (FitFacts){ .has_contact = office_to_call (output) || has_places (said),
                     .has_code = document->manual != NULL,
                     .has_dates = has_dates,
                     .has_facts = said->who || said->fee || said->duration || said->where
                                  || has_any (said->areas) };
}

/* --- doors --- */

void
fitting_fill (PageContext *page)
{
  RenderJob *job = page->job;
  const Pieces *pieces = pieces_of (job);
  const FitFacts facts = facts_of (job, page->output);
  Value *sheet = job->sheet_view;

  value_set (page->data, "said", view_said (value_find (job->document_view, "details")));
  set_masthead (page);
  set_contact (page);
  value_set_bool (sheet, "has_steps", pieces->is_numbered);
  value_set_bool (sheet, "has_beside", pieces->has_warning || office_to_call (page->output));
  value_set_bool (sheet, "has_needs", pieces->has_needs);
  value_set_bool (sheet, "has_points", pieces->has_points);
  value_set_bool (sheet, "has_facts", facts.has_facts);
  value_set_bool (sheet, "has_cards",
                  pieces->has_needs || pieces->has_points || facts.has_facts);
  value_set_bool (sheet, "has_dates", facts.has_dates);
  value_set_bool (sheet, "has_places", has_places (&job->document->details));
  if (job->fit)
    value_set_shared (page->data, "fit", job->fit);
  else
    value_set (page->data, "fit", value_null ());
}

Fitted
fitting_find (const Fitting *fitting)
{
  const FitFacts facts = facts_of (fitting->job, fitting->output);
  const Pieces *pieces = pieces_of (fitting->job);
  Fitted fitted = { .shape = pieces_shape (pieces) };
  static const PosterKind kinds[N_FITS] = { [FIT_POSTER_A4] = POSTER_A4,
                                            [FIT_POSTER_A3] = POSTER_A3,
                                            [FIT_NOTICE] = POSTER_NOTICE };
  ProductFit fit = fitting->output->product->fit;

  fitted.choice =
    fit == FIT_LEAFLET
      ? fit_leaflet (pieces, &facts, fitting->measure, (gpointer) fitting, &fitted.outcome)
    : fit == FIT_TRIFOLD
      ? fit_trifold (pieces, &facts, fitting->measure, (gpointer) fitting, &fitted.outcome)
      : fit_poster (pieces, kinds[fit], fitting->measure, (gpointer) fitting,
                    &fitted.outcome);
  return fitted;
}

PiecesShape
fitting_shape (RenderJob *job)
{
  return pieces_shape (pieces_of (job));
}

Value *
fitting_view (RenderJob *job, const Output *output, const FitChoice *choice)
{
  const FitFacts facts = facts_of (job, output);
  return fit_view (pieces_of (job), &facts, choice);
}

/* “bước 4 (31 chữ), bước 9 (28 chữ)”, in the language of the user. Caller frees. */
static char *
where_to_cut (const Pieces *pieces, const FitOutcome *outcome)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 2 && outcome->longest[i] != G_MAXUINT; i++) {
    guint n = pieces->items->len, index = outcome->longest[i];
    const Piece *piece = index < n ? &g_array_index (pieces->items, Piece, index)
                                   : &g_array_index (pieces->cards, Piece, index - n);
    const Value *number = value_find (piece->map, "number");
    const Value *title = value_find (piece->map, "short");
    const char *comma = i ? ", " : "";
    if (value_is_truthy (number))
      g_string_append_printf (text, _ ("%sstep %s (%u words)"), comma,
                              value_get_text (number, NULL), piece->n_words);
    else
      g_string_append_printf (text, _ ("%ssection “%s” (%u words)"), comma,
                              value_is_truthy (title) ? value_get_text (title, NULL) : "",
                              piece->n_words);
  }
  if (text->len == 0)
    g_string_append (text, _ ("the text"));
  return g_string_free (text, FALSE);
}

/* How much too long it is. Caller frees. */
static char *
by_how_much (const Pieces *pieces, const Output *output, const FitOutcome *outcome)
{
  g_autofree char *file = g_path_get_basename (output->path);
  guint n_words = pieces->n_around_words + pieces->n_opening_words, over = MAX (outcome->over, 101);

  for (guint i = 0; i < pieces->items->len; i++)
    n_words += g_array_index (pieces->items, Piece, i).n_words;
  for (guint i = 0; i < pieces->cards->len; i++)
    n_words += g_array_index (pieces->cards, Piece, i).n_words;
  n_words = outcome->n_over ? outcome->n_over : n_words * (over - 100) / over;
  if (output->product->most_pages == 1)
    return g_strdup_printf (_ ("%s: too much for one page (%u %%)"), file, over);
  return g_strdup_printf (_ ("%s: about %u words too long for two sides (%u %%)"), file, n_words,
                          over);
}

/* What to do about it. Caller frees. */
static char *
way_out (const Pieces *pieces, const Output *output, const FitOutcome *outcome)
{
  g_autofree char *where = where_to_cut (pieces, outcome);
  const char *word = output->product->word.vietnamese;

  if (output->product->most_pages == 1)
    return g_strdup_printf (_ ("give it a shorter “poster_title”, or leave “%s” out of “outputs”"),
                            word);
  if (output->product->fit == FIT_LEAFLET)
    return g_strdup_printf (_ ("shorten %s; or print it folded in three (leaflet_trifold), or "
                               "leave “%s” out of “outputs”"),
                            where, word);
  return g_strdup_printf (_ ("shorten %s; or leave “%s” out of “outputs”"), where, word);
}

gboolean
fitting_complain (RenderJob *job, const Output *output, const FitOutcome *outcome, Report *report)
{
  const Source named = { job->outputs->document->path, "", 0 };
  const Place whole = { 0, 0 };
  g_autofree char *fault = by_how_much (pieces_of (job), output, outcome);
  g_autofree char *advice = way_out (pieces_of (job), output, outcome);

  if (output->document->chooses_products)
    report_error (report, &named, whole, advice, _ ("%s, in %u arrangements"), fault,
                  outcome->n_tried);
  else
    report_warning (report, &named, whole, advice, _ ("%s, in %u arrangements; it is left out"),
                    fault, outcome->n_tried);
  return !output->document->chooses_products;
}

void
fitting_advise (const RenderJob *job, const Output *output, const FitChoice *choice, Report *report)
{
  const Source named = { job->outputs->document->path, "", 0 };
  g_autofree char *file = g_path_get_basename (output->path);
  guint n_bare = fit_bare_panels (choice);

  if (output->is_kit)
    return; /* said of the document */
  if (n_bare > 1)
    report_warning (report, &named, (Place){ 0, 0 },
                    _ ("add sections, of what is needed or asked; or print an A5 leaflet instead"),
                    _ ("%s: there is too little to say for six panels; %u are more box than text"),
                    file, n_bare);
  if (choice->title < fit_least_title (choice))
    report_warning (
      report, &named, (Place){ 0, 0 },
      _ ("add “poster_title” of at most nine syllables; the title stays what it is elsewhere"),
      _ ("%s: the headline is set in %.0f pt; from %.0f pt on it is read from three metres"), file,
      choice->title, fit_least_title (choice));
}
