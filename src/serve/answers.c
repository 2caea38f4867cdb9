/* SPDX-License-Identifier: MIT */
#include "serve/answers.h"

#include "base/i18n.h"
#include "load/builtin.h"
#include "picture/sheet_picture.h"
#include "serve/desk_view.h"
#include "serve/json_text.h"
#include "serve/mime.h"
#include "serve/sheet_page.h"

#include <string.h>

#define OURS        ".desk/" /* below the secret of the site: no file of a site begins with a dot */
#define SHEET       "sheet/" /* below that: pages that show sheets */
#define MOST_FAULTS 2000

static const char json_type[] = "application/json; charset=utf-8";

static void
give_text (HttpReply *reply, const char *type, GString *text_take)
{
  reply->status = 200;
  reply->type = type;
  reply->body = g_string_free_to_bytes (text_take);
}

static void
give_builtin (HttpReply *reply, const char *path)
{
  g_autoptr (Source) source = builtin_source (path);

  reply->status = 200;
  reply->type = mime_type (path);
  reply->body = g_bytes_new (source->text, source->length);
}

/* --- the desk --- */

/* The frame: its words and where the site is stand in it as data. */
static void
give_frame (const Answers *answers, HttpReply *reply)
{
  g_autoptr (Source) source = builtin_source ("src/serve/desk.html");
  g_autoptr (GString) data = g_string_new ("{");
  const char *site = gate_host (answers->gate, GATE_SITE);
  GString *page = g_string_new (source->text);

  g_autofree char *address =
    g_strdup_printf ("http://%s/%s", site, gate_prefix (answers->gate, GATE_SITE));
  json_member (data, "site", address);
  json_member (data, "editor", answers->editor);
  json_name (data, "words");
  desk_view_words (data);
  g_string_append_c (data, '}');
  g_string_replace (page, "{{data}}", data->str, 1);
  g_string_replace (page, "{{title}}", _ ("Preview desk"), 0);
  g_string_replace (page, "{{lang}}", _ ("en"), 1);
  give_text (reply, "text/html; charset=utf-8", page);
  reply->policy = g_strdup_printf ("default-src 'none'; script-src 'self'; style-src 'self'; "
                                   "connect-src 'self'; img-src 'self' data:; frame-src http://%s; "
                                   "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
                                   site);
}

static void
give_faults (const Answers *answers, const HttpRequest *request, HttpReply *reply)
{
  g_autofree char *path = http_argument (request, "path");
  GString *json = g_string_new ("{");
  FaultCounts counts = fault_book_count (desk_faults (answers->desk), NULL);
  guint done, total;

  desk_progress (answers->desk, &done, &total);
  json_number (json, "errors", counts.errors);
  json_number (json, "warnings", counts.warnings);
  json_number (json, "done", done);
  json_number (json, "total", total);
  json_name (json, "list");
  fault_book_json (desk_faults (answers->desk), path, MOST_FAULTS, json);
  g_string_append_c (json, '}');
  give_text (reply, json_type, json);
}

/* How the output stands at `path` is, before the frame asks the other door for its bytes. */
static void
give_look (const Answers *answers, const HttpRequest *request, HttpReply *reply)
{
  g_autofree char *path = http_argument (request, "path");
  g_auto (DeskPage) page = { 0 };
  GString *json = g_string_new ("{");

  if (path)
    desk_look (answers->desk, path, &page);
  json_number (json, "known", page.is_known);
  json_number (json, "old", page.is_old);
  json_number (json, "broken", page.is_broken);
  json_number (json, "shown", page.bytes != NULL);
  json_number (json, "view", page.view != NULL && sheet_n_pages (page.bytes) > 0);
  g_string_append_c (json, '}');
  give_text (reply, json_type, json);
}

static void
give_now (const Answers *answers, const HttpRequest *request, HttpReply *reply)
{
  g_autofree char *at = http_argument (request, "at");
  Moment now = MOMENT_NONE;

  if (at && *at && moment_parse (at, &now) != DATE_GOOD) {
    reply->status = 400;
    return;
  }
  answers->set_now (now, answers->data);
  give_text (reply, json_type, g_string_new ("{}"));
}

static void
give_document (const Answers *answers, const HttpRequest *request, HttpReply *reply)
{
  g_autofree char *path = http_argument (request, "path");
  g_autofree char *office = http_argument (request, "office");
  GString *json = g_string_new (NULL);

  desk_view_document (answers->desk, path ? path : "", office && *office ? office : NULL, json);
  give_text (reply, json_type, json);
}

static void
give_output (const Answers *answers, const HttpRequest *request, HttpReply *reply)
{
  g_autofree char *path = http_argument (request, "path");
  GString *json = g_string_new (NULL);

  desk_view_output (answers->desk, path ? path : "", json);
  give_text (reply, json_type, json);
}

static void
give_desk (const Answers *answers, const HttpRequest *request, HttpReply *reply)
{
  const char *path = request->path;

  if (strcmp (path, "") == 0)
    give_frame (answers, reply);
  else if (strcmp (path, "desk.css") == 0 || strcmp (path, "desk.js") == 0) {
    g_autofree char *name = g_strconcat ("src/serve/", path, NULL);
    give_builtin (reply, name);
  } else if (strcmp (path, "site.json") == 0) {
    GString *json = g_string_new (NULL);
    desk_view_site (answers->desk, json);
    give_text (reply, json_type, json);
  } else if (strcmp (path, "document.json") == 0)
    give_document (answers, request, reply);
  else if (strcmp (path, "output.json") == 0)
    give_output (answers, request, reply);
  else if (strcmp (path, "problems.json") == 0)
    give_faults (answers, request, reply);
  else if (strcmp (path, "look.json") == 0)
    give_look (answers, request, reply);
  else if (strcmp (path, "now.json") == 0)
    give_now (answers, request, reply);
  else if (strcmp (path, "events") == 0) {
    reply->status = 200;
    reply->type = "text/event-stream";
    reply->is_stream = TRUE;
  }
}

/* --- the site --- */

#define POLICY_OPEN "<meta http-equiv=\"Content-Security-Policy\" content=\""

/* What the press has put into a page of the site comes out again, as the text of a header. */
static char *
take_policy (GString *page)
{
  char *open = strstr (page->str, POLICY_OPEN);
  const char *text = open ? open + strlen (POLICY_OPEN) : NULL;
  const char *end = text ? strstr (text, "\">") : NULL;

  if (end == NULL)
    return g_strdup ("default-src 'none'");
  char *policy = g_strndup (text, end - text);
  g_string_erase (page, open - page->str, end + 2 - open);
  return policy;
}

/* The policy of a page that is shown, and out of it what the press had put there: scripts of the
 * site may run, and ours, without an origin, and in our frame alone. Caller frees. */
static char *
page_policy (GString *page, const char *script, const char *frame, gboolean is_boxed)
{
  g_autofree char *given = take_policy (page);
  GString *policy = g_string_new (given);
  g_autofree char *with_script = g_strdup_printf ("script-src %s ", script);
  guint n = g_string_replace (policy, "script-src ", with_script, 1);

  if (n == 0)
    g_string_append_printf (policy, "; script-src %s", script);
  g_string_append_printf (policy, "; frame-ancestors %s", frame);
  if (is_boxed)
    g_string_append (policy, "; sandbox allow-scripts");
  else
    g_string_append (policy, "; connect-src 'self'");
  return g_string_free (policy, FALSE);
}

/* Our script is the last thing of a page. */
static void
add_script (GString *page, const char *script)
{
  g_autofree char *tag = g_strdup_printf ("<script src=\"%s\"></script>", script);
  const char *end = g_strrstr (page->str, "</body>");

  g_string_insert (page, end ? end - page->str : -1, tag);
}

static void
finish_page (const Answers *answers, GateDoor door, GString *page, HttpReply *reply)
{
  gboolean is_boxed = door == GATE_SITE;
  g_autofree char *script =
    g_strdup_printf ("http://%s/%s" OURS "shown.js", gate_host (answers->gate, door),
                     gate_prefix (answers->gate, door));
  g_autofree char *frame = g_strdup_printf ("http://%s", gate_host (answers->gate, GATE_DESK));

  reply->policy = page_policy (page, script, is_boxed ? frame : "'none'", is_boxed);
  add_script (page, script);
}

/* Everything but a page: a drawing by itself runs nothing; browsers show a PDF only out of the
 * box. */
static char *
file_policy (const Answers *answers, const char *path)
{
  const char *desk = gate_host (answers->gate, GATE_DESK);

  if (g_str_has_suffix (path, ".pdf"))
    return g_strdup_printf ("frame-ancestors http://%s", desk);
  return g_strdup_printf ("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; "
                          "frame-ancestors http://%s",
                          desk);
}

static void
give_nothing (const Answers *answers, HttpReply *reply, guint status, const char *text)
{
  GString *page = g_string_new (NULL);

  g_string_append_printf (page, "%s\n", text);
  give_text (reply, "text/plain; charset=utf-8", page);
  reply->status = status;
  reply->policy = file_policy (answers, "");
}

static char *
output_path (const char *path)
{
  return *path == '\0' || g_str_has_suffix (path, "/") ? g_strconcat (path, "index.html", NULL)
                                                       : g_strdup (path);
}

static void
give_page (const Answers *answers, GateDoor door, GBytes *page, HttpReply *reply)
{
  gsize length;
  const char *bytes = g_bytes_get_data (page, &length);
  GString *text = g_string_new_len (bytes, length);

  finish_page (answers, door, text, reply);
  give_text (reply, mime_type (".html"), text);
}

/* FALSE when there is nothing to be shown, which is answered. */
static gboolean
look (const Answers *answers, const char *path, DeskPage *page, HttpReply *reply)
{
  desk_look (answers->desk, path, page);
  if (page->bytes)
    return TRUE;
  if (page->is_known)
    give_nothing (answers, reply, 500, _ ("This cannot be shown yet:"));
  else
    give_nothing (answers, reply, 404, _ ("There is no such page any more."));
  return FALSE;
}

static void
give_site (const Answers *answers, const HttpRequest *request, HttpReply *reply)
{
  g_autofree char *path = output_path (request->path);
  g_auto (DeskPage) page = { 0 };

  if (!look (answers, path, &page, reply))
    return;
  if (g_str_has_suffix (path, ".html")) {
    give_page (answers, request->door, page.bytes, reply);
    return;
  }
  reply->status = 200;
  reply->type = mime_type (path);
  reply->body = g_bytes_ref (page.bytes);
  reply->policy = file_policy (answers, path);
}

/* `number` from 1, as it was asked for. */
static void
give_picture (const Answers *answers, GBytes *pdf, const char *number, HttpReply *reply)
{
  guint64 page;
  GBytes *picture = g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT, &page, NULL)
                      ? sheet_page_picture (pdf, (guint) page - 1)
                      : NULL;

  if (picture == NULL) {
    give_nothing (answers, reply, 404, _ ("There is no such page any more."));
    return;
  }
  reply->status = 200;
  reply->type = mime_type (".jpg");
  reply->body = picture;
  reply->policy = file_policy (answers, "");
}

/* The page that shows the sheet at `path`, or, with “?page=1”, one of its pictures. */
static void
give_sheet (const Answers *answers, const HttpRequest *request, const char *path, HttpReply *reply)
{
  g_autofree char *number = http_argument (request, "page");
  g_auto (DeskPage) page = { 0 };

  if (!look (answers, path, &page, reply))
    return;
  if (page.view == NULL)
    give_nothing (answers, reply, 404, _ ("There is no such page any more."));
  else if (number)
    give_picture (answers, page.bytes, number, reply);
  else
    give_page (answers, request->door, page.view, reply);
}

static void
give_ours (const Answers *answers, const HttpRequest *request, HttpReply *reply)
{
  const char *path = request->path + strlen (OURS);

  if (strcmp (path, "shown.js") == 0)
    give_builtin (reply, "src/serve/shown.js");
  else if (g_str_has_prefix (path, SHEET) && request->door == GATE_SITE)
    give_sheet (answers, request, path + strlen (SHEET), reply);
  else if (strcmp (path, "events") == 0 && request->door == GATE_LAN) {
    reply->status = 200;
    reply->type = "text/event-stream";
    reply->is_stream = TRUE;
  }
}

void
answers_give (const HttpRequest *request, HttpReply *reply, gpointer data)
{
  const Answers *answers = data;

  if (request->door == GATE_DESK)
    give_desk (answers, request, reply);
  else if (g_str_has_prefix (request->path, OURS))
    give_ours (answers, request, reply);
  else
    give_site (answers, request, reply);
}
