/* SPDX-License-Identifier: MIT */
#include "render/details.h"

#include "load/texts.h"

#include "model/fact.h"

static const char *const nothing[] = { NULL };
static const Locality locality = { .code = "1", .name = "An", .kind = LOCALITY_COMMUNE };
static const Office own = {
  .id = "a", .locality = &locality, .name = "A", .phone = "02703800201", .web = "https://a.vn"
};
static const Office other = { .id = "b", .locality = &locality, .name = "B", .phone = "115" };

static Document
document_with (Details details)
{
  details.needs = details.needs ? details.needs : nothing;
  details.help_points = details.contacts = nothing;
  return (Document){ .office = &own, .title = "T", .lang = "vi", .keywords = nothing, .details = details };
}

/* What is set of the document, as `office` says it. */
static Value *
view_of (const Document *document, const Office *office)
{
  g_autoptr (Site) site = site_new ();
  Value *map = value_map ();

  texts_load_builtin (site);
  details_set (map, site, document, office, NULL);
  return map;
}

/* A text at a way of keys and numbers of items, “campaign/partners/0/name”; NULL where there is
 * null.
 */
static const char *
text_at (const Value *value, const char *path)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);

  for (char **key = keys; *key; key++) {
    if (value_kind (value) == VALUE_LIST) {
      guint at = (guint) g_ascii_strtoull (*key, NULL, 10);
      g_assert_cmpuint (at, <, value_length (value));
      value = value_item (value, at);
    } else {
      value = value_find (value, *key);
    }
    g_assert_nonnull (value);
  }
  g_assert_true (value_kind (value) == VALUE_TEXT || value_kind (value) == VALUE_NULL);
  return value_kind (value) == VALUE_TEXT ? value_get_text (value, NULL) : NULL;
}

/* Facts lead on where that is of use; all else is text. */
static void
test_texts (void)
{
  static const struct {
    const char *where;
    const Office *office;
    const char *html, *print;
  } rows[] = {
    { "a < b & c", &own, "a &lt; b &amp; c", "a &lt; b &amp; c" },
    { "{{office.phone}}", &own, "{{office.phone}}", "{{office.phone}}" },
    { FACT_MARK "{{office.name}} <", &own, "A &lt;", "A &lt;" },
    { FACT_MARK "{{office.name}} <", &other, "B &lt;", "B &lt;" },
    { FACT_MARK "{{office.phone}}", &other, "<a href=\"tel:115\">115</a>", "115" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Document document = document_with ((Details){ .where = rows[i].where });
    g_autoptr (Value) view = view_of (&document, rows[i].office);
    g_test_message ("%s", rows[i].where);
    g_assert_cmpstr (text_at (view, "details/0/id"), ==, "where");
    g_assert_cmpstr (text_at (view, "details/0/label"), ==, "Ở đâu");
    g_assert_cmpstr (text_at (view, "details/0/texts/0/html"), ==, rows[i].html);
    g_assert_cmpstr (text_at (view, "details/0/texts/0/print"), ==, rows[i].print);
  }
}

static gboolean
is_true (const Value *map, const char *key)
{
  return value_is_truthy (value_find (map, key));
}

/* The first and the last of the details, and of the texts in each, are marked. */
static void
test_ends (void)
{
  static const char *const three[] = { "x", "y", "z", NULL };
  const Document document = document_with ((Details){ .needs = three, .fee = "f", .where = "w" });
  g_autoptr (Value) view = view_of (&document, &own);
  const Value *lists[] = { value_find (view, "details"), NULL };

  lists[1] = value_find (value_item (lists[0], 0), "texts");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_assert_cmpuint (value_length (lists[i]), ==, 3);
    for (guint j = 0; j < 3; j++) {
      g_assert_true (is_true (value_item (lists[i], j), "is_first") == (j == 0));
      g_assert_true (is_true (value_item (lists[i], j), "is_last") == (j == 2));
    }
  }
}

/* Days alone, with a capital: what else is said has its place among the details. */
static void
test_dates (void)
{
  static const Phase phases[] = { { { 2026, 11, 2 }, { 2026, 11, 3 }, NULL },
                                  { { 2026, 12, 5 }, { 0, 0, 0 }, "8h" } };
  Document document = document_with ((Details){ .fee = "f" });

  for (guint n = 0; n <= G_N_ELEMENTS (phases); n++) {
    document.phases = phases;
    document.n_phases = n;
    g_autoptr (Value) view = view_of (&document, &own);
    g_assert_cmpuint (value_length (value_find (view, "dates")), ==, n);
    if (n > 0)
      g_assert_cmpstr (text_at (view, "dates/0"), ==, "Từ ngày 02/11/2026 đến ngày 03/11/2026");
    if (n > 1)
      g_assert_cmpstr (text_at (view, "dates/1"), ==, "Ngày 05/12/2026, 8h");
  }
}

static const Partner partners[] = { { "P", "p.svg", NULL }, { "Q", NULL, "https://q.vn" } };
static const Campaign campaign = { .name = "C", .partners = partners, .n_partners = 2 };
static const char *const keywords[] = { "a", "b c", NULL };

/* Each name, of a document that has it and of one that has nothing. */
static void
test_names (void)
{
  static const struct {
    const char *path, *full, *empty;
  } rows[] = {
    { "slogan", "S", NULL },
    { "poster_title", "Lớn", "T" }, /* else the title */
    { "series", "Bài 2, loạt bài “L”", NULL },
    { "keywords", "a, b c", NULL },
  };
  static const struct {
    const char *path, *text;
  } inner[] = {
    { "cover/href", "a/b.jpg" },
    { "cover/description", "Ảnh" },
    { "campaign/name", "C" },
    { "campaign/partners/0/name", "P" },
    { "campaign/partners/0/logo", "p.svg" },
    { "campaign/partners/0/web", NULL },
    { "campaign/partners/1/name", "Q" },
    { "campaign/partners/1/logo", NULL },
    { "campaign/partners/1/web", "https://q.vn" },
  };
  const Document bare = document_with ((Details){ .fee = NULL });
  Document document = bare;
  document.slogan = "S";
  document.poster_title = "Lớn";
  document.series = (Series){ "L", "2" };
  document.cover = (Cover){ "a/b.jpg", "Ảnh" };
  document.keywords = keywords;
  document.campaign = &campaign;
  g_autoptr (Value) full = view_of (&document, &own), empty = view_of (&bare, &own);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpstr (text_at (full, rows[i].path), ==, rows[i].full);
    g_assert_cmpstr (text_at (empty, rows[i].path), ==, rows[i].empty);
  }
  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    g_assert_cmpstr (text_at (full, inner[i].path), ==, inner[i].text);
  g_assert_null (text_at (empty, "cover"));
  g_assert_null (text_at (empty, "campaign"));
  g_assert_cmpuint (value_length (value_find (empty, "details")), ==, 0);
}

/* The view of who issues it too is borrowed, and null where nobody does. */
static void
test_co_issuer (void)
{
  const Site site = { .data = NULL };
  const Document document = document_with ((Details){ .fee = NULL });
  g_autoptr (Value) office = value_map ();
  g_autoptr (Value) with = value_map (), without = value_map ();

  value_set_text (office, "name", "B");
  details_set (with, &site, &document, &own, office);
  details_set (without, &site, &document, &own, NULL);
  g_assert_true (value_find (with, "co_issuer") == office);
  g_assert_null (text_at (without, "co_issuer"));
}

/* Where there is no template: a line for each, and a list. What an author wrote is text in both. */
static void
test_written (void)
{
  static const char *const needs[] = { "Sổ <b>", "Bút", NULL };
  const Document document = document_with ((Details){ .where = "Sân & nhà", .needs = needs });
  const Document silent = document_with ((Details){ .where = NULL });
  g_autoptr (Site) site = site_new ();
  g_autoptr (GString) html = g_string_new (NULL);

  texts_load_builtin (site);
  g_autofree char *text = details_text (site, &document, &own);
  g_assert_cmpstr (text, ==, "Bạn cần có: Sổ <b>; Bút\nỞ đâu: Sân & nhà\n");
  details_write_list (site, &document, &own, html);
  g_assert_cmpstr (html->str, ==,
                   "<ul>\n<li><strong>Bạn cần có:</strong> Sổ &lt;b&gt;; Bút</li>\n"
                   "<li><strong>Ở đâu:</strong> Sân &amp; nhà</li>\n</ul>\n");
  g_autofree char *nothing_said = details_text (site, &silent, &own);
  g_assert_cmpstr (nothing_said, ==, "");
  g_string_truncate (html, 0);
  details_write_list (site, &silent, &own, html);
  g_assert_cmpstr (html->str, ==, "");
}

/* A notice is somewhere, and for somebody. */
static void
test_labels (void)
{
  static const struct {
    DocumentKind kind;
    Details details;
    const char *label;
  } rows[] = {
    { KIND_NOTICE, { .where = "A" }, "Địa điểm" },
    { KIND_NOTICE, { .who = "A" }, "Dành cho" },
    { KIND_NOTICE, { .hours = "A" }, "Giờ làm việc" },
    { KIND_GUIDE, { .where = "A" }, "Ở đâu" },
    { KIND_GUIDE, { .who = "A" }, "Ai làm được" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Document document = document_with (rows[i].details);
    document.kind = rows[i].kind;
    g_autoptr (Value) view = view_of (&document, &own);
    g_assert_cmpstr (text_at (view, "details/0/label"), ==, rows[i].label);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render-details/texts", test_texts);
  g_test_add_func ("/render-details/ends", test_ends);
  g_test_add_func ("/render-details/dates", test_dates);
  g_test_add_func ("/render-details/names", test_names);
  g_test_add_func ("/render-details/co-issuer", test_co_issuer);
  g_test_add_func ("/render-details/written", test_written);
  g_test_add_func ("/details/labels", test_labels);
  return g_test_run ();
}
