/* SPDX-License-Identifier: MIT */
#include "render/view.h"

#include "model/symbol.h"
#include "model/web.h"
#include "render/events.h"
#include "render/name_lines.h"
#include "render/qr.h"
#include "text/address_break.h"
#include "text/no_break.h"
#include "text/fold.h"

#include <string.h>

/* Points of the text of a letter that does not say. */
#define LETTER_SIZE 14
/* Letters from which on a place and its date need more than the right half of the line. */
#define LONG_PLACE 15
/* Entries of a menu, besides those of every site, that a phone shows at once. */
#define SHORT_MENU 6

/* Running text, with spaces that hold. */
static Value *
bound_text (const char *text)
{
  gsize length = text ? strlen (text) : 0;

  if (text == NULL || text_next_no_break (text, text, text + length) == text + length)
    return value_text (text);
  g_autoptr (GString) buffer = g_string_sized_new (2 * length);
  text = text_with_no_breaks (text, &length, buffer);
  return value_text_n (text, length);
}

static void
set_bound (Value *map, const char *key, const char *text)
{
  value_set (map, key, bound_text (text));
}

static Value *
text_list (const char *const *texts)
{
  Value *list = value_list ();
  for (; *texts; texts++)
    value_add (list, value_text (*texts));
  return list;
}

/* --- lists --- */

void
view_list_add (Value *list, Value *item_take)
{
  value_set_bool (item_take, "is_first", value_length (list) == 0);
  value_set_bool (item_take, "is_last", FALSE);
  value_add (list, item_take);
}

void
view_list_end (Value *list, guint n)
{
  if (n > 0)
    value_set_bool ((Value *) value_item (list, n - 1), "is_last", TRUE);
}

/* Without the stop that authors put after a line of a list; templates put it. */
static Value *
line_text (const char *line)
{
  gsize length = strlen (line);

  if (length > 1
      && (line[length - 1] == ';' || (line[length - 1] == '.' && !g_str_has_suffix (line, "..."))))
    length--;
  return value_text_n (line, length);
}

/* Lines of a letter: maps, for the stops between them. */
static Value *
line_list (const char *const *lines)
{
  Value *list = value_list ();
  guint n = 0;

  for (; lines[n]; n++) {
    Value *line = value_map ();
    value_set (line, "text", line_text (lines[n]));
    view_list_add (list, line);
  }
  view_list_end (list, n);
  return list;
}

Value *
view_reference (const Document *document)
{
  if (document == NULL)
    return value_null ();
  Value *map = value_map ();
  set_bound (map, "title", document->title);
  value_set_text (map, "href", document->href);
  value_set_text (map, "lang", document->lang);
  return map;
}

static void
set_date (Value *map, Date date)
{
  gboolean is_set = date_is_set (date);

  value_set_text_take (map, "date", is_set ? date_short (date) : NULL);
  value_set_text_take (map, "date_iso", is_set ? date_iso (date) : NULL);
  value_set_text_take (map, "date_official", is_set ? date_official (date) : NULL);
}

char *
view_letter_text (const char *letter)
{
  if (*letter == 'd')
    return g_strdup ("D, Đ");
  return *letter == '0' ? g_strdup ("0–9") : g_ascii_strup (letter, -1);
}

Value *
view_item (const Site *site, const Document *document)
{
  static ValueShape shape = { .keys = { "title", "href", "lang", "summary", "kind", "kind_text",
                                        "is_foreign", "office_name", "is_expired", "is_replaced",
                                        "event", "date", "date_iso", "date_official" } };
  Date date = document->date;
  gboolean is_dated = date_is_set (date);
  Value *const items[] = {
    bound_text (document->title),
    value_text (document->href),
    value_text (document->lang),
    bound_text (document->summary),
    value_text (document_kind_id (document->kind)),
    value_text_take (site_kind_text (site, document)),
    value_bool (site_language (site, document->lang) != NULL),
    value_text (document->office->name),
    value_bool (document_is_expired (document, site->now)),
    value_bool (document->replaced_by != NULL),
    view_event (site, document),
    value_text_take (is_dated ? date_short (date) : NULL),
    value_text_take (is_dated ? date_iso (date) : NULL),
    value_text_take (is_dated ? date_official (date) : NULL),
  };

  return value_shaped (&shape, items);
}

Value *
view_items (const Site *site, const GPtrArray *documents, guint first, guint most)
{
  Value *list = value_list ();
  guint n = 0;

  for (guint i = first; documents && i < documents->len && n < most; i++, n++)
    view_list_add (list, view_item (site, documents->pdata[i]));
  view_list_end (list, n);
  return list;
}

static void
close_group (Value *groups, const char *title, Value *items)
{
  Value *group = value_map ();

  view_list_end (items, value_length (items));
  value_set_text (group, "title", title);
  value_set (group, "items", items);
  view_list_add (groups, group);
}

Value *
view_groups (const Site *site, const GPtrArray *documents, guint first, guint most)
{
  Date today = date_of_moment (site->now);
  Value *groups = value_list ();
  Value *items = NULL;
  const char *title = NULL;
  const char *rest = documents && documents->len && event_group (site, documents->pdata[0], today)
                       ? site_text (site, "vi", "other_news")
                       : NULL;

  for (guint i = first; documents && i < documents->len && i < first + most; i++) {
    const char *group = event_group (site, documents->pdata[i], today);
    if (group == NULL && (title || first > 0))
      group = rest;
    if (items && group != title) {
      close_group (groups, title, items);
      items = NULL;
    }
    if (items == NULL) {
      items = value_list ();
      title = group;
    }
    view_list_add (items, view_item (site, documents->pdata[i]));
  }
  if (items)
    close_group (groups, title, items);
  view_list_end (groups, value_length (groups));
  return groups;
}

/* --- offices --- */

static Value *
view_station (const Station *station)
{
  if (station->name == NULL)
    return value_null ();
  Value *map = value_map ();
  value_set_text (map, "name", station->name);
  value_set (map, "slots", text_list (station->slots));
  value_set_bool (map, "has_slots", *station->slots != NULL);
  return map;
}

/* The office that took over, when it is part of the site. */
static Value *
view_successor (const Site *site, const Office *office)
{
  const Office *successor = office->successor ? site_office (site, office->successor) : NULL;
  if (successor == NULL)
    return value_null ();
  Value *map = value_map ();
  value_set_text (map, "name", successor->name);
  value_set_text_take (map, "href", plan_office_path (successor, 1));
  return map;
}

static const char *
without_scheme (const char *url)
{
  const char *host = strstr (url, "://");
  return host ? host + 3 : url;
}

char *
view_width (const Site *site, const char *href, guint height)
{
  guint width = site_picture_width (site, href, height);
  return width > 0 ? g_strdup_printf ("%u", width) : NULL;
}

#define EMBLEM_HEIGHT 56 /* templates/web/letterhead */

/* Where the office can be reached, as at the foot of a letter. */
static Value *
view_contacts (const Office *office)
{
  const struct {
    const char *label, *text;
  } contacts[] = {
    { "Địa chỉ", office->address },
    { "Điện thoại", office->phone },
    { "Giờ làm việc", office->hours },
    { "Thư điện tử", office->email },
    { "Trang thông tin điện tử", office->web ? without_scheme (office->web) : NULL },
  };
  Value *list = value_list ();

  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++) {
    if (contacts[i].text == NULL)
      continue;
    Value *map = value_map ();
    value_set_text (map, "label", contacts[i].label);
    set_bound (map, "text", contacts[i].text);
    value_set_bool (map, "is_phone", contacts[i].text == office->phone);
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

/* The same as one line, for a style sheet: the foot of a page is made there. */
static char *
contacts_css (const Value *contacts)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < value_length (contacts); i++) {
    const Value *contact = value_item (contacts, i);
    g_string_append_printf (line, "%s%s: %s", i ? "; " : "",
                            value_get_text (value_find (contact, "label"), NULL),
                            value_get_text (value_find (contact, "text"), NULL));
  }
  return g_string_free (line, FALSE);
}

char *
view_contacts_line (const Office *office)
{
  g_autoptr (Value) contacts = view_contacts (office);
  return contacts_css (contacts);
}

char *
view_colour_class (const char *colour)
{
  return g_strconcat ("accent-", colour + 1, NULL);
}

static gboolean
has_long_place (const Office *office)
{
  return office->place && g_utf8_strlen (office->place, -1) >= LONG_PLACE;
}

Value *
view_office (const Site *site, const Office *office)
{
  Value *map = value_map ();
  g_autofree char *locality = locality_full_name (office->locality);

  value_set_text (map, "id", office->id);
  value_set_text (map, "name", office->name);
  value_set (map, "parent_lines", text_list (office->parent_lines));
  value_set (map, "name_lines", text_list (office->name_lines));
  value_set_text (map, "place", office->place);
  value_set_bool (map, "has_long_place", has_long_place (office));
  value_set_text (map, "address", office->address);
  set_bound (map, "phone", office->phone);
  value_set_text_take (map, "phone_href", office->phone ? web_phone_link (office->phone) : NULL);
  value_set_text (map, "hours", office->hours);
  value_set_text (map, "email", office->email);
  value_set_text (map, "web", office->web);
  value_set_text (map, "web_text", office->web ? without_scheme (office->web) : NULL);
  Value *contacts = view_contacts (office);
  value_set_text_take (map, "contacts_css", contacts_css (contacts));
  value_set (map, "contacts", contacts);
  value_set_text (map, "emblem", office->emblem);
  value_set_text_take (map, "emblem_width", view_width (site, office->emblem, EMBLEM_HEIGHT));
  value_set_text (map, "picture", office->emblem);
  value_set_text (map, "colour", office->colour);
  value_set_text_take (map, "colour_class",
                       office->colour ? view_colour_class (office->colour) : NULL);
  value_set_text_take (map, "href", plan_office_path (office, 1));
  value_set (map, "station", view_station (&office->station));
  value_set_bool (map, "is_former", office_is_former (office, site->now));
  value_set (map, "successor", view_successor (site, office));
  value_set_text_take (map, "locality", text_capitalise (locality));
  return map;
}

/* --- documents --- */

/* "PDF" from "a/b.pdf"; "Trang" for pages, whatever makes them. */
static char *
file_type (const char *target)
{
  static const char *const pages[] = { ".html", ".htm", ".php", ".aspx", ".jsp", NULL };
  const char *host = strstr (target, "://");
  const char *start = host ? strchrnul (host + 3, '/') : target;
  g_autofree char *path = g_strndup (start, strcspn (start, "?#"));
  const char *name = strrchr (path, '/');
  const char *dot = strrchr (name ? name : path, '.');

  if (dot == NULL || strlen (dot) > 5 || strlen (dot) < 2 || g_strv_contains (pages, dot))
    return g_strdup ("Trang");
  return g_ascii_strup (dot + 1, -1);
}

/* "1,2 MB", "640 KB" */
static char *
file_size (guint64 bytes)
{
  if (bytes < 1024 * 1024)
    return g_strdup_printf ("%u\xC2\xA0KB", (guint) MAX (1, (bytes + 512) / 1024));
  guint tenths = (bytes * 10 + 524288) / 1048576;
  return g_strdup_printf ("%u,%u\xC2\xA0MB", tenths / 10, tenths % 10);
}

static Value *
view_attachments (const Site *site, const Document *document)
{
  Value *list = value_list ();

  for (guint i = 0; i < document->n_attachments; i++) {
    const Attachment *attachment = &document->attachments[i];
    const SiteFile *file = attachment->is_external ? NULL : site_file (site, attachment->target);
    Value *map = value_map ();
    value_set_text (map, "title", attachment->title);
    value_set_text (map, "href", attachment->target);
    value_set_bool (map, "is_external", attachment->is_external);
    value_set_text_take (map, "type", file_type (attachment->target));
    value_set_text_take (map, "size", file ? file_size (file->size) : NULL);
    view_list_add (list, map);
  }
  view_list_end (list, document->n_attachments);
  return list;
}

Value *
view_download (const char *title, const char *path, gsize bytes, guint n_pages)
{
  Value *map = value_map ();

  value_set_text (map, "title", title);
  value_set_text (map, "href", path);
  value_set_text_take (map, "type", g_ascii_strup (strrchr (path, '.') + 1, -1));
  value_set_text_take (map, "size", bytes ? file_size (bytes) : NULL);
  value_set_text_take (map, "pages", n_pages ? g_strdup_printf ("%u", n_pages) : NULL);
  return map;
}

/* What follows the host, in pieces: an address may break after its slashes. */
static Value *
address_rest (const char *rest)
{
  Value *list = value_list ();

  while (*rest) {
    gsize length = strcspn (rest + 1, "/") + 1;
    length += rest[length] == '/' && rest[length + 1] != '\0';
    value_add (list, value_text_n (rest, length));
    rest += length;
  }
  return list;
}

/* The same of a host, which on paper may stand in a narrow column. */
static Value *
host_parts (const char *host, gsize length)
{
  const char *end = host + length, *from = host;
  Value *list = value_list ();

  while (from < end) {
    const char *next = text_next_address_break (from, host, end);
    value_add (list, value_text_n (from, next - from));
    from = next;
  }
  return list;
}

Value *
view_qr (const Site *site, const char *url)
{
  g_autoptr (QrCode) code = url ? qr_new_uri (url, site->qr_ecc) : NULL;
  if (code == NULL)
    return value_null ();
  g_autoptr (GString) svg = g_string_new (NULL);
  qr_svg (code, NULL, svg);
  const char *host = without_scheme (url);
  gsize length = strcspn (host, "/?#");
  Value *map = value_map ();
  value_set (map, "svg", value_text_n (svg->str, svg->len));
  g_autoptr (GString) file = g_string_new (NULL);
  qr_svg (code, url, file);
  value_set (map, "file", value_text_n (file->str, file->len));
  /* By its class the typesetter knows a code, and says how wide its squares are; its label is said
   * to who cannot see it. */
  g_autofree char *escaped = g_markup_escape_text (url, -1);
  value_set_text_take (map, "drawing",
                       g_strdup_printf ("<svg class=\"qr\" role=\"img\" aria-label=\"Mã QR: %s\"%s",
                                        escaped, svg->str + strlen ("<svg")));
  value_set_text (map, "url", url);
  value_set (map, "host", value_text_n (host, length));
  value_set (map, "host_parts", host_parts (host, length));
  value_set (map, "rest", address_rest (host + length));
  return map;
}

static Value *
view_broadcast (const Broadcast *broadcast)
{
  if (*broadcast->times == NULL && !date_is_set (broadcast->from)
      && !date_is_set (broadcast->until))
    return value_null ();
  Value *map = value_map ();
  gboolean is_one_day =
    date_is_set (broadcast->from) && date_compare (broadcast->from, broadcast->until) == 0;
  value_set (map, "times", text_list (broadcast->times));
  value_set_text_take (map, "on", is_one_day ? date_short (broadcast->from) : NULL);
  value_set_text_take (map, "from",
                       date_is_set (broadcast->from) ? date_short (broadcast->from) : NULL);
  value_set_text_take (map, "until",
                       date_is_set (broadcast->until) ? date_short (broadcast->until) : NULL);
  value_set_text_take (
    map, "slot_minutes",
    broadcast->slot_seconds ? g_strdup_printf ("%u", broadcast->slot_seconds / 60) : NULL);
  return map;
}

static Value *
view_signer (const Signer *signer)
{
  Value *map = value_map ();
  value_set (map, "authority", text_list (signer->authority));
  value_set_text (map, "title", signer->title);
  value_set_text (map, "name", signer->name);
  return map;
}

/* Those of joint offices sign in pairs, the one that leads at the right (05-HD/VPTW); so do two or
 * four others. Else three have a column each. */
static guint
signers_in_row (const Document *document)
{
  guint n = document->n_signers;
  return *document->joint_offices == NULL && (n == 3 || n > 4) ? 3 : 2;
}

/* One below the other: the first stands at the left, the last at the right. */
static Value *
view_signer_rows (const Document *document)
{
  Value *rows = value_list ();
  guint n = document->n_signers, n_in_row = signers_in_row (document);

  for (guint i = 0; i < n; i += n_in_row) {
    Value *row = value_map ();
    Value *columns = value_list ();
    value_set_bool (row, "has_three", n_in_row == 3);
    for (guint j = i; j < MIN (i + n_in_row, n); j++)
      view_list_add (columns, view_signer (&document->signers[j]));
    view_list_end (columns, value_length (columns));
    value_set (row, "columns", columns);
    view_list_add (rows, row);
  }
  view_list_end (rows, value_length (rows));
  return rows;
}

/* TRUE for a letter below which recipients are listed. */
static gboolean
has_copies (const Document *document)
{
  return document->kind == KIND_LETTER && document->attached_to == NULL
         && (!document->official->is_unaddressed || *document->copies);
}

/* “Như trên” opens the list of recipients where there are addressees, and “Lưu” closes it, whether
 * written or not (Decree 30/2020). */
static GPtrArray *
copy_lines (const Document *document)
{
  GPtrArray *lines = g_ptr_array_new ();
  guint n = g_strv_length ((char **) document->copies);
  gboolean has_above = n > 0 && g_str_has_prefix (document->copies[0], "Như trên");
  gboolean has_archive = n > 0 && g_str_has_prefix (document->copies[n - 1], "Lưu");
  gboolean is_above = g_strcmp0 (document->official->first_recipient, "Như trên") == 0
                      && (*document->to || document->official->introduction);

  if (!has_above && is_above)
    g_ptr_array_add (lines, (char *) "Như trên");
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines, (char *) document->copies[i]);
  if (!has_archive)
    g_ptr_array_add (lines,
                     document->office->is_party ? (char *) "Lưu Văn phòng" : (char *) "Lưu: VT");
  return lines;
}

static Value *
view_copies (const Document *document)
{
  g_autoptr (GPtrArray) lines = copy_lines (document);

  g_ptr_array_add (lines, NULL);
  return line_list ((const char *const *) lines->pdata);
}

#define BLANKS(n) blanks + (strlen (blanks) - (n) *strlen (NO_BREAK_SPACE))

/* Room for what is written or stamped in later: as wide as two digits of a hand, or five. */
static const char blanks[] =
  NO_BREAK_SPACE NO_BREAK_SPACE NO_BREAK_SPACE NO_BREAK_SPACE NO_BREAK_SPACE NO_BREAK_SPACE
    NO_BREAK_SPACE NO_BREAK_SPACE NO_BREAK_SPACE NO_BREAK_SPACE NO_BREAK_SPACE NO_BREAK_SPACE;

static char *
number_symbol (const Document *document)
{
  if (document->symbol == NULL || document->attached_to)
    return NULL;
  g_autofree char *joined =
    symbol_join (document->number, document->symbol, document->office->is_party);
  return document->number ? g_steal_pointer (&joined) : g_strconcat (blanks, joined, NULL);
}

/* The date line of a letter without one is filled in by who gives the number, in the year it is
 * made. */
static char *
official_date (const Site *site, const Document *document)
{
  if (date_is_set (document->date))
    return date_official (document->date);
  return g_strdup_printf ("ngày%stháng%snăm %d", BLANKS (8), BLANKS (8),
                          date_of_moment (site->now).year);
}

/* What stands before the addressees: “Kính gửi:”, “Ủy ban nhân dân xã điện:”. */
static char *
address_words (const Document *document, const char *issuer)
{
  switch (document->official->address) {
  case ADDRESS_WIRE:
    return g_strconcat (issuer, " điện:", NULL);
  case ADDRESS_INVITES:
    return g_strconcat (issuer, " trân trọng kính mời:", NULL);
  default:
    return g_strdup (document->office->is_party
                         && g_strcmp0 (document->official->abbreviation, "TTr") == 0
                       ? "Kính trình:"
                       : "Kính gửi:");
  }
}

static void
set_address (Value *map, const Document *document)
{
  const char *issuer = document->issuer ? document->issuer : document->office->name;
  const OfficialKind *kind = document->official;
  guint n = g_strv_length ((char **) document->to);

  value_set_text_take (map, "to_words", address_words (document, issuer));
  value_set (map, "to", line_list (document->to));
  value_set_bool (map, "to_many", n > 1 || (n > 0 && kind->address == ADDRESS_WIRE));
  value_set_bool (map, "is_wire", kind->address == ADDRESS_WIRE);
  value_set_bool (map, "is_invitation", kind->address == ADDRESS_INVITES);
  value_set_text_take (map, "introduction",
                       kind->introduction ? g_strconcat (issuer, " ", kind->introduction, NULL)
                                          : NULL);
}

/* The subject below the name of a kind: with a capital, but as it was written, and “về việc …”, in
 * a document of the Party (05-HD/VPTW). Caller frees. */
static char *
heading_text (const Document *document)
{
  const char *subject = document->subject;

  if (subject == NULL || !document->office->is_party
      || !(document->subject_begins_small || g_str_has_prefix (subject, "Về ")))
    return g_strdup (subject);
  const char *rest = g_utf8_next_char (subject);
  g_autofree char *first = g_utf8_strdown (subject, rest - subject);
  return g_strconcat (first, rest, NULL);
}

static void
set_heading (Value *map, const Document *document)
{
  OfficialHeading heading = document->official->heading;
  gboolean has_name = heading == HEADING_NAMED || heading == HEADING_NAME;

  g_autofree char *about =
    heading == HEADING_ABOUT && document->subject
      ? g_strconcat (document->office->is_party ? "về việc " : "V/v ", document->subject, NULL)
      : NULL;

  set_bound (map, "about", about);
  value_set_text_take (map, "name", has_name ? text_capitalise (document->type) : NULL);
  g_autofree char *below = heading_text (document);
  set_bound (map, "heading", heading == HEADING_NAMED || heading == HEADING_SUBJECT ? below : NULL);
}

/* The column of names on a letter (templates/print/letter.css), which is wider for the Party. */
#define NAMES_ROOM       (67.1 / 25.4 * 72)
#define NAMES_ROOM_PARTY (79.5 / 25.4 * 72)

static guint
letter_size (const Document *document)
{
  return document->size ? document->size : LETTER_SIZE;
}

static void
add_names (Value *lines, const Document *document, const char *const *names, gboolean is_bold)
{
  double room = document->office->is_party ? NAMES_ROOM_PARTY : NAMES_ROOM;

  for (; *names; names++)
    name_lines_add (lines, *names, room, letter_size (document) - 1, is_bold);
}

static Value *
view_copy_mark (const Document *document)
{
  const CopyMark *mark = &document->copy_mark;

  if (mark->form == NULL)
    return value_null ();
  Value *map = value_map ();
  value_set_text (map, "form", mark->form);
  value_set_text_take (map, "electronic",
                       mark->signed_at ? g_strdup_printf ("%s; %s; %s", mark->form,
                                                          mark->office->name, mark->signed_at)
                                       : NULL);
  Value *names = value_list ();
  add_names (names, document, mark->office->name_lines, TRUE);
  value_set (map, "name_lines", names);
  value_set_text (map, "place", mark->office->place);
  value_set_text (map, "number_symbol", mark->number);
  value_set_text_take (map, "date_official",
                       date_is_set (mark->date) ? date_official (mark->date) : NULL);
  value_set (map, "copies", line_list (mark->copies));
  value_set (map, "signer", view_signer (&mark->signer));
  return map;
}

/* All lines that name who issues it; the offices above them only where they share one. */
static void
set_issuers (Value *map, const Document *document)
{
  const Office *office = document->office;
  Value *issuers = value_list (), *parents = value_list ();
  gboolean is_common = TRUE;

  add_names (issuers, document, office->name_lines, TRUE);
  for (const Office *const *joint = document->joint_offices; *joint; joint++) {
    add_names (issuers, document, (*joint)->name_lines, TRUE);
    is_common &= g_strv_equal ((const char *const *) office->parent_lines,
                               (const char *const *) (*joint)->parent_lines);
  }
  if (is_common)
    add_names (parents, document, office->parent_lines, FALSE);
  value_set (map, "issuer_lines", issuers);
  value_set (map, "parent_lines", parents);
  value_set_bool (map, "is_party", office->is_party);
}

static void
set_form (Value *map, const Site *site, const Document *document)
{
  const OfficialKind *kind = document->official;
  gboolean is_dated = !kind->is_undated && document->attached_to == NULL;

  set_heading (map, document);
  set_address (map, document);
  set_issuers (map, document);
  value_set_text_take (map, "date_line", is_dated ? official_date (site, document) : NULL);
  value_set_text_take (map, "date_words", official_date (site, document));
  value_set_text (map, "attached_to", document->attached_to);
  value_set_text (map, "urgency", document->urgency);
  value_set_text (map, "urgency_class",
                  document->urgency == NULL                      ? NULL
                  : g_str_has_prefix (document->urgency, "HỎA")  ? "express"
                  : g_str_has_prefix (document->urgency, "KHẨN") ? "urgent"
                                                                 : "very-urgent");
  value_set_bool (map, "is_between_parties", kind->is_between_parties);
  value_set_bool (map, "is_confirmed", kind->is_confirmed);
  value_set_bool (map, "is_signed", document->attached_to == NULL);
  value_set_bool (map, "is_signed_digitally", document->is_signed_digitally);
  value_set_bool (map, "has_signers", document->n_signers > 1);
  value_set (map, "signer_rows", view_signer_rows (document));
  value_set (map, "copy_mark", view_copy_mark (document));
}

static void
set_letter (Value *map, const Site *site, const Document *document)
{
  value_set_text_take (map, "number_symbol", number_symbol (document));
  value_set_text_take (map, "type", document->type ? text_capitalise (document->type) : NULL);
  value_set_text_take (map, "size", g_strdup_printf ("%u", letter_size (document)));
  set_bound (map, "subject", document->subject);
  value_set (map, "signer", view_signer (&document->signer));
  value_set_bool (map, "has_copies", has_copies (document));
  value_set (map, "copies", has_copies (document) ? view_copies (document) : value_list ());
  if (document->kind == KIND_LETTER)
    set_form (map, site, document);
}

Value *
view_letter (const Site *site, const Document *document)
{
  Value *map = value_map ();

  set_letter (map, site, document);
  value_set_bool (map, "has_long_place", has_long_place (document->office));
  return map;
}

static Value *
view_section_link (const Section *section)
{
  if (section == NULL)
    return value_null ();
  Value *map = value_map ();
  value_set_text (map, "title", section->title);
  value_set_text_take (map, "href", plan_section_path (section, 1));
  return map;
}

static Value *
view_translations (const Plan *plan, const Document *document)
{
  const GPtrArray *translations = g_hash_table_lookup (plan->translations, document->path);
  Value *list = value_list ();

  for (guint i = 0; translations && i < translations->len; i++)
    view_list_add (list, view_reference (translations->pdata[i]));
  view_list_end (list, value_length (list));
  return list;
}

static void
set_whole (Value *map, const Site *site, const Document *document)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *whole = site->documents->pdata[i];
    if (whole->is_whole_series && strcmp (whole->series.name, document->series.name) == 0) {
      value_set_text (map, "series_href", whole->href);
      return;
    }
  }
}

/* What a series has, where in it the document stands, and what comes before and after. */
static void
set_series (Value *map, const Site *site, const Plan *plan, const Document *document)
{
  const GPtrArray *parts = document->series.name && !document->is_whole_series
                             ? g_hash_table_lookup (plan->series, document->series.name)
                             : NULL;
  const Document *before = NULL, *after = NULL;
  Value *list = value_list ();

  value_set (map, "series_href", value_null ());
  for (guint i = 0; parts && parts->len > 1 && i < parts->len; i++) {
    Value *part = view_reference (parts->pdata[i]);
    gboolean is_current = parts->pdata[i] == document;
    value_set_bool (part, "is_current", is_current);
    view_list_add (list, part);
    if (is_current) {
      before = i > 0 ? parts->pdata[i - 1] : NULL;
      after = i + 1 < parts->len ? parts->pdata[i + 1] : NULL;
    }
  }
  if (value_length (list) > 0)
    set_whole (map, site, document);
  view_list_end (list, value_length (list));
  value_set (map, "parts", list);
  value_set (map, "part_before", view_reference (before));
  value_set (map, "part_after", view_reference (after));
}

/* Fields of its own; those that other documents have alone are empty, so that one template does for
 * all. */
static Value *
view_extras (const Site *site, const Document *document)
{
  Value *map = value_map ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, site->extra_keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    value_set (map, key, value_null ());
  for (guint i = 0; i < document->n_extras; i++) {
    const Extra *extra = &document->extras[i];
    value_set (map, extra->key,
               extra->is_list ? text_list (extra->texts) : value_text (*extra->texts));
  }
  return map;
}

/* What a document belongs to: its section, or all there is in its language. */
static Value *
view_above (const Site *site, const Document *document)
{
  const SiteLanguage *language = site_language (site, document->lang);
  const Section *section = site_section_above (site, document);

  if (language == NULL || section)
    return view_section_link (section);
  Value *map = value_map ();
  value_set_text (map, "title", site_text (site, language->code, "home"));
  value_set_text_take (map, "href", plan_language_path (language, "index.html"));
  return map;
}

/* “28/11/2026, 18:00”; where a whole day is the last one, that day, and not the minute behind it.
 * Caller frees. */
static char *
last_moment (Moment end)
{
  Date day = date_of_moment (end);

  if (moment_of_date (day) == end)
    return date_short (date_plus (day, -1));
  g_autofree char *text = moment_official (end);
  return g_strdup_printf ("%.10s, %.5s", text, text + strlen ("05/03/2026 "));
}

Value *
view_document (const Site *site, const Plan *plan, const Document *document)
{
  Value *map = value_map ();
  gboolean expires = document->expires != MOMENT_NONE;

  value_set (map, "extra", view_extras (site, document));
  set_bound (map, "title", document->title);
  set_bound (map, "summary", document->summary);
  value_set_text (map, "kind", document_kind_id (document->kind));
  value_set_text_take (map, "kind_text", site_kind_text (site, document));
  value_set_text (map, "href", document->href);
  set_date (map, document->date);
  value_set (map, "section", view_above (site, document));
  value_set_bool (map, "is_draft", document->is_draft);
  value_set_bool (map, "is_sample", document->is_sample);
  value_set_bool (map, "is_expired", document_is_expired (document, site->now));
  value_set_text_take (map, "expires", expires ? last_moment (document->expires) : NULL);
  value_set_text_take (map, "deadline",
                       date_is_set (document->deadline) ? date_short (document->deadline) : NULL);
  value_set (map, "replaced_by", view_reference (document->replaced_by));
  value_set (map, "replaces", view_reference (document->replaces));
  value_set (map, "translation_of", view_reference (document->translation_of));
  value_set (map, "translations", view_translations (plan, document));
  value_set (map, "attachments", view_attachments (site, document));
  value_set (map, "broadcast", view_broadcast (&document->broadcast));
  value_set_bool (map, "expires_after_event", document->expires_after_event);
  set_series (map, site, plan, document);
  set_letter (map, site, document);
  return map;
}

/* --- the frame --- */

/* TRUE when no other section of its menu comes after it (`step` 1), or before (-1). */
static gboolean
is_at_end (const Site *site, guint index, int step)
{
  const SiteLanguage *language = g_array_index (site->sections, Section, index).language;

  for (guint i = index + step; i < site->sections->len; i += step)
    if (section_is_in_menu (&g_array_index (site->sections, Section, i), language))
      return FALSE;
  return TRUE;
}

static Value *
view_section (const Site *site, const Plan *plan, guint index, gboolean is_current)
{
  const Section *section = &g_array_index (site->sections, Section, index);
  const GPtrArray *documents = plan_section_documents (plan, section);
  Value *map = view_section_link (section);

  value_set_text (map, "summary", section->summary);
  value_set_text_take (map, "count", g_strdup_printf ("%u", documents ? documents->len : 0));
  value_set_bool (map, "is_current", is_current);
  value_set_bool (map, "is_first", is_at_end (site, index, -1));
  value_set_bool (map, "is_last", is_at_end (site, index, 1));
  return map;
}

Value *
view_sections (const Site *site, const Plan *plan)
{
  Value *list = value_list ();

  for (guint i = 0; i < site->sections->len; i++)
    value_add (list, view_section (site, plan, i, FALSE));
  return list;
}

/* Those of them in the menu of a language; all but the current one are shared, since there may be
 * thousands. */
static Value *
view_menu_sections (const Site *site, const Plan *plan, const Value *sections,
                    const SiteLanguage *language, const char *current)
{
  Value *list = value_list ();

  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    if (!section_is_in_menu (section, language))
      continue;
    if (strcmp (section->id, current) == 0)
      value_add (list, view_section (site, plan, i, TRUE));
    else
      value_share (list, value_item (sections, i));
  }
  return list;
}

/* Of a banner or the menu. Returns the entry, which is the list's. */
static Value *
add_link (Value *list, const char *title, const char *href, gboolean is_external)
{
  Value *map = value_map ();

  value_set_text (map, "title", title);
  value_set_text (map, "href", href);
  value_set_bool (map, "is_external", is_external);
  view_list_add (list, map);
  return map;
}

/* Readers are led to what they can read; a translation that is urgent, too, speaks for itself. */
static void
add_urgent (Value *list, const Site *site, const Plan *plan, const Document *document,
            const SiteLanguage *language)
{
  const Document *same = plan_translation (plan, site, document, language);

  if (same == NULL || !document_is_listed (same, site->now))
    same = document;
  if (same == document || !same->is_urgent) {
    Value *entry = add_link (list, same->title, same->href, FALSE);
    value_set_text (entry, "lang", same->lang);
  }
}

/* What stands above all else, on every page of a language. */
static Value *
view_banners (const Site *site, const Plan *plan, const SiteLanguage *language)
{
  Value *list = value_list ();

  if (site_has_emergency (site)) {
    Value *entry =
      add_link (list, site->emergency.title, site->emergency.href, site->emergency.is_external);
    value_set_text (entry, "lang", "vi");
  }
  for (guint i = 0; i < plan->urgent->len; i++)
    add_urgent (list, site, plan, plan->urgent->pdata[i], language);
  view_list_end (list, value_length (list));
  return list;
}

Value *
view_site_menu (const Site *site, const SiteLanguage *language)
{
  Value *list = value_list ();

  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (document->menu && document_has_page (document) && document->replaced_by == NULL
        && !document_is_expired (document, site->now)
        && site_language (site, document->lang) == language)
      add_link (list, document->menu, document->href, FALSE);
  }
  for (guint i = 0; language == NULL && i < site->menu->len; i++) {
    const SiteLink *link = &g_array_index (site->menu, SiteLink, i);
    add_link (list, link->title, link->href, TRUE);
  }
  view_list_end (list, value_length (list));
  return list;
}

/* The name of a file in static/ that every page links when it is there, or NULL. */
static const char *
own_file (const Site *site, const char *name)
{
  return site_file (site, name) ? name : NULL;
}

/* What other languages have of the site: the list of what is written in them, and the pages that
 * serve everybody. */
static void
set_in_language (Value *map, const Site *site, const Plan *plan, const ViewShared *shared,
                 const SiteLanguage *language, const char *section_id)
{
  gboolean is_named = language && language->title;

  value_set_text (map, "title", is_named ? language->title : site->title);
  value_set_text (map, "summary", is_named ? language->summary : site->summary);
  value_set_text_take (map, "home_href", plan_language_path (language, "index.html"));
  value_set_text_take (map, "search_href", plan_language_path (language, "tim-kiem.html"));
  value_set (map, "sections",
             view_menu_sections (site, plan, shared->sections, language, section_id));
  if (language)
    value_set (map, "menu", view_site_menu (site, language));
  else
    value_set_shared (map, "menu", shared->menu);
  value_set_bool (map, "has_broadcasts", language == NULL && plan->stations->len > 0);
  value_set_bool (map, "has_long_menu",
                  value_length (value_find (map, "sections"))
                      + value_length (value_find (map, "menu"))
                    > SHORT_MENU);
}

Value *
view_frame (const Site *site, const Plan *plan, const ViewShared *shared,
            const SiteLanguage *language, const char *root, const char *section_id)
{
  Value *frame = value_map ();
  Value *map = value_map ();

  set_in_language (map, site, plan, shared, language, section_id);
  value_set_text (map, "base_url", site->base_url);
  value_set_text (map, "colour", site->look.colour);
  value_set_text (map, "theme_style", own_file (site, "theme.css"));
  value_set_text (map, "theme_script", own_file (site, "theme.js"));
  value_set_text (map, "own_style", own_file (site, "site.css"));
  value_set_text (map, "own_script", own_file (site, "site.js"));
  value_set (map, "banners", view_banners (site, plan, language));
  value_set (frame, "site", map);
  value_set_text (frame, "root", root);
  value_set_shared (frame, "data", site->data);
  value_set_shared (frame, "text", site_texts (site, language ? language->code : "vi"));
  /* On a sheet “text” is what a step says. */
  value_set_shared (frame, "words", site_texts (site, language ? language->code : "vi"));
  return frame;
}
