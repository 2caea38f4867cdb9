/* SPDX-License-Identifier: MIT */
#include "serve/desk_view.h"

#include "base/i18n.h"
#include "serve/json_text.h"
#include "text/fold.h"

#include <string.h>

#define MOST_PAGES 300

static const struct {
  const char *name, *text;
} words[] = {
  { "desk", N_ ("Preview desk") },
  { "search", N_ ("Find, without marks will do") },
  { "all", N_ ("All") },
  { "draft", N_ ("Draft") },
  { "waits", N_ ("Waits") },
  { "expired", N_ ("Expired") },
  { "published", N_ ("Published") },
  { "faulty", N_ ("Faulty") },
  { "pages", N_ ("Pages of the site") },
  { "desktop", N_ ("Computer") },
  { "phone", N_ ("Phone") },
  { "office", N_ ("As of office") },
  { "own_office", N_ ("its own") },
  { "now", N_ ("As of") },
  { "clock", N_ ("Now") },
  { "problems", N_ ("To look at: {n}") },
  { "good", N_ ("Nothing wrong") },
  { "checking", N_ ("looked through {done} of {total}") },
  { "error", N_ ("Error") },
  { "warning", N_ ("Doubt") },
  { "of_document", N_ ("This document") },
  { "of_channel", N_ ("This channel") },
  { "of_site", N_ ("The whole site") },
  { "left_out", N_ ("{n} more: mend some of these first") },
  { "line", N_ ("line {n}") },
  { "old", N_ ("This is the last good version; what is written now has an error:") },
  { "broken", N_ ("This cannot be shown yet:") },
  { "gone", N_ ("There is no such page any more.") },
  { "open", N_ ("Open by itself") },
  { "edit", N_ ("Open in the editor") },
  { "lost", N_ ("loa serve has ended; start it again") },
  { "time", N_ ("{time} of {slot}") },
  { "too_long", N_ ("too long by {time}") },
  { "page_of", N_ ("Page") },
  { "more", N_ ("{n} more: type to find them") },
  { "nothing", N_ ("Nothing found") },
  { "choose", N_ ("Choose a document to look at") },
  { "list", N_ ("Documents") },
  { "clicked", N_ ("Click a paragraph to see where it is written") },
};

void
desk_view_words (GString *out)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    json_member (out, words[i].name, _ (words[i].text));
  g_string_append_c (out, '}');
}

/* --- the site --- */

static const char *
state_of (const Document *document, Moment now)
{
  if (document->is_draft)
    return "draft";
  if (document->publish != MOMENT_NONE && document->publish > now)
    return "waits";
  return document_is_expired (document, now) ? "expired" : "published";
}

static void
begin_map (GString *out)
{
  char last = out->len > 0 ? out->str[out->len - 1] : '[';
  g_string_append (out, last == '[' || last == ':' ? "{" : ",{");
}

static void
append_counts (GString *out, GHashTable *counts, const char *path)
{
  const FaultCounts *found = g_hash_table_lookup (counts, path);

  json_number (out, "errors", found ? found->errors : 0);
  json_number (out, "warnings", found ? found->warnings : 0);
}

static void
append_facts (GString *out, const Document *document, Moment now)
{
  g_autofree char *date = date_is_set (document->date) ? date_short (document->date) : NULL;

  json_member (out, "path", document->path);
  json_member (out, "title", document->title);
  json_member (out, "kind", document->type ? document->type : document_kind_word (document->kind));
  json_member (out, "state", state_of (document, now));
  json_member (out, "date", date);
}

typedef struct {
  Desk *desk;
  GHashTable *counts;
  const char *path, *office;
  GString *out;
} View;

static void
append_document (View *view, const Document *document, Moment now)
{
  begin_map (view->out);
  append_facts (view->out, document, now);
  append_counts (view->out, view->counts, document->path);
  g_string_append_c (view->out, '}');
}

static const char *
page_title (const Site *site, const Output *output)
{
  if (output->section)
    return output->section->title;
  if (output->product->scope == PRODUCT_OF_OFFICE)
    return output->office->name;
  if (output->offices && output->offices->province)
    return output->offices->province->name;
  if (output->product->text)
    return site_text (site, output_lang (output), output->product->text);
  return output->path;
}

static void
append_pages (View *view, const Site *site, const Plan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->outputs->len && n < MOST_PAGES; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    gboolean is_home = output->product->data == PRODUCT_DATA_HOME;
    if (output->product->form != PRODUCT_PAGE || (output->document && !is_home))
      continue;
    begin_map (view->out);
    json_member (view->out, "path", output->path);
    json_member (view->out, "title", page_title (site, output));
    g_string_append_c (view->out, '}');
    n++;
  }
}

static void
append_site (const Site *site, const Press *press, gpointer data)
{
  View *view = data;
  Moment asked = desk_now (view->desk);
  g_autofree char *now = moment_iso (site->now);

  json_member (view->out, "title", site->title ? site->title : site->root);
  json_member (view->out, "root", site->root);
  json_member (view->out, "now", now);
  json_number (view->out, "fixed", asked != MOMENT_NONE);
  json_name (view->out, "documents");
  g_string_append_c (view->out, '[');
  for (guint i = 0; i < site->documents->len; i++)
    append_document (view, site->documents->pdata[i], site->now);
  g_string_append_c (view->out, ']');
  json_name (view->out, "pages");
  g_string_append_c (view->out, '[');
  append_pages (view, site, press_plan (press));
  g_string_append_c (view->out, ']');
}

void
desk_view_site (Desk *desk, GString *out)
{
  g_autoptr (GHashTable) counts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free); /* path → FaultCounts */
  View view = { .desk = desk, .counts = counts, .out = out };

  fault_book_count_files (desk_faults (desk), counts);
  g_string_append_c (out, '{');
  desk_use (desk, append_site, &view);
  g_string_append_c (out, '}');
}

/* --- a document --- */

static gboolean
is_shown (const Output *output, const Document *document, const char *office)
{
  if (output->document != document || output->file)
    return FALSE;
  return office ? output->is_kit && strcmp (output->office->id, office) == 0 : !output->is_kit;
}

/* “tờ rơi a4” → “Tờ rơi A4”, “mã qr” → “Mã QR”: sizes of paper, and what is spelled out. */
static char *
word_as_title (const char *word)
{
  g_auto (GStrv) syllables = g_strsplit (word, " ", -1);

  for (char **syllable = syllables; *syllable; syllable++) {
    gboolean has_vowel = !g_str_is_ascii (*syllable) || strpbrk (*syllable, "aeiouy");
    if (has_vowel && strpbrk (*syllable, "0123456789") == NULL)
      continue;
    char *capitals = g_ascii_strup (*syllable, -1);
    g_free (*syllable);
    *syllable = capitals;
  }
  g_autofree char *whole = g_strjoinv (" ", syllables);
  return text_capitalise (whole);
}

/* Several things are asked for by one word: then the second has its title. */
static char *
channel_title (const Output *output, GHashTable *used)
{
  const Product *product = output->product;
  const char *word = product->word.vietnamese;

  if (product->form == PRODUCT_PAGE && product->data != PRODUCT_DATA_SCRIPT)
    return g_strdup (_ ("Page"));
  if (word && g_hash_table_add (used, (gpointer) word))
    return word_as_title (word);
  return g_strdup (product->title ? product->title : output->path);
}

static const char *
form_of (const Output *output)
{
  static const char *const forms[] = { [PRODUCT_PAGE] = "page",
                                       [PRODUCT_SHEET] = "sheet",
                                       [PRODUCT_TEXT] = "text",
                                       [PRODUCT_XML] = "text",
                                       [PRODUCT_DRAWING] = "picture",
                                       [PRODUCT_BYTES] = "text" };
  if (g_str_has_suffix (output->path, ".svg"))
    return "picture";
  if (g_str_has_suffix (output->path, ".docx"))
    return "file";
  return forms[output->product->form];
}

static void
append_channels (View *view, const Document *document, const Plan *plan)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    if (!is_shown (output, document, view->office))
      continue;
    g_autofree char *title = channel_title (output, used);
    begin_map (view->out);
    json_member (view->out, "path", output->path);
    json_member (view->out, "title", title);
    json_member (view->out, "form", form_of (output));
    g_string_append_c (view->out, '}');
  }
}

/* How long its script takes to be read, or 0. */
static guint
script_seconds (const Press *press, const Document *document, const char *office)
{
  const Plan *plan = press_plan (press);
  g_autoptr (Report) report = report_new (); /* it is told where the script is looked at */
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (guint i = 0; i < plan->jobs->len; i++) {
    const Job *job = &g_array_index (plan->jobs, Job, i);
    for (guint j = job->first; j < job->first + job->n; j++) {
      const Output *output = &g_array_index (plan->outputs, Output, j);
      if (output->product->data != PRODUCT_DATA_SCRIPT || !is_shown (output, document, office))
        continue;
      g_autoptr (PressJob) making =
        press_is_ready (press) ? press_job_new (press, job, TRUE, report) : NULL;
      return making && press_job_make (making, output, bytes, report) ? press_job_seconds (making)
                                                                      : 0;
    }
  }
  return 0;
}

static void
append_offices (View *view, const Document *document)
{
  for (guint i = 0; i < document->n_kits; i++) {
    begin_map (view->out);
    json_member (view->out, "id", document->kits[i]->id);
    json_member (view->out, "name", document->kits[i]->name);
    g_string_append_c (view->out, '}');
  }
}

static void
append_whole_document (const Site *site, const Press *press, gpointer data)
{
  View *view = data;
  const Document *document = site_document (site, view->path);

  if (document == NULL) {
    g_string_append (view->out, "null");
    return;
  }
  begin_map (view->out);
  append_facts (view->out, document, site->now);
  json_member (view->out, "office", document->office ? document->office->name : NULL);
  json_number (view->out, "seconds", script_seconds (press, document, view->office));
  json_number (view->out, "slot", document->broadcast.slot_seconds);
  json_name (view->out, "channels");
  g_string_append_c (view->out, '[');
  append_channels (view, document, press_plan (press));
  g_string_append_c (view->out, ']');
  json_name (view->out, "offices");
  g_string_append_c (view->out, '[');
  append_offices (view, document);
  g_string_append (view->out, "]}");
}

void
desk_view_document (Desk *desk, const char *path, const char *office, GString *out)
{
  View view = { .desk = desk, .path = path, .office = office, .out = out };
  desk_use (desk, append_whole_document, &view);
}

static void
append_output (G_GNUC_UNUSED const Site *site, const Press *press, gpointer data)
{
  View *view = data;
  const Plan *plan = press_plan (press);

  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    if (strcmp (output->path, view->path) != 0)
      continue;
    begin_map (view->out);
    json_member (view->out, "document", output->document ? output->document->path : NULL);
    json_member (view->out, "office", output->is_kit ? output->office->id : NULL);
    g_string_append_c (view->out, '}');
    return;
  }
  g_string_append (view->out, "null");
}

void
desk_view_output (Desk *desk, const char *path, GString *out)
{
  View view = { .desk = desk, .path = path, .out = out };
  desk_use (desk, append_output, &view);
}
