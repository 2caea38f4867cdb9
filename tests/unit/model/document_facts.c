/* SPDX-License-Identifier: MIT */
#include "model/document_facts.h"

#define PHONE FACT_MARK "Gọi {{office.phone}}"

static const Locality locality = { .code = "1", .name = "An", .kind = LOCALITY_COMMUNE };
static const Office own = { .id = "a", .locality = &locality, .name = "A", .phone = "115" };
static const Office other = { .id = "b", .locality = &locality, .name = "B", .phone = "114" };
static const Office silent = { .id = "c", .locality = &locality, .name = "C" };

/* Every text that may name the office, and some that may not. */
static const struct {
  const char *name;
  gsize offset;
  gboolean is_voiced;
} texts[] = {
  { "title", G_STRUCT_OFFSET (Document, title), TRUE },
  { "summary", G_STRUCT_OFFSET (Document, summary), TRUE },
  { "subject", G_STRUCT_OFFSET (Document, subject), TRUE },
  { "slogan", G_STRUCT_OFFSET (Document, slogan), TRUE },
  { "poster title", G_STRUCT_OFFSET (Document, poster_title), TRUE },
  { "opening", G_STRUCT_OFFSET (Document, broadcast.opening), TRUE },
  { "closing", G_STRUCT_OFFSET (Document, broadcast.closing), TRUE },
  { "slug", G_STRUCT_OFFSET (Document, slug), FALSE },
  { "number", G_STRUCT_OFFSET (Document, number), FALSE },
  { "manual", G_STRUCT_OFFSET (Document, manual), FALSE },
  { "place", G_STRUCT_OFFSET (Document, details.where), FALSE },
};

static const char *
text_at (const Document *document, guint i)
{
  return G_STRUCT_MEMBER (const char *, document, texts[i].offset);
}

/* Each of them alone is filled for its own office, and anew for another; the rest stays. */
static void
test_each (void)
{
  const Site site = { .data = NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (Arena) arena = arena_new (), others = arena_new ();
    Document document = { .arena = arena, .office = &own };
    const char *const wanted = texts[i].is_voiced ? "Gọi 115" : PHONE;
    g_test_message ("%s", texts[i].name);
    g_assert_true (document_is_voiced (texts[i].offset) == texts[i].is_voiced);
    G_STRUCT_MEMBER (const char *, &document, texts[i].offset) = PHONE;
    document_fill (&site, &document);
    g_assert_cmpstr (text_at (&document, i), ==, wanted);
    g_assert_true ((document.voiced != NULL) == texts[i].is_voiced);
    const Document *copy = document_of_office (&site, &document, &other, others);
    g_assert_true ((copy != &document) == texts[i].is_voiced);
    g_assert_cmpstr (text_at (copy, i), ==, texts[i].is_voiced ? "Gọi 114" : PHONE);
    g_assert_cmpstr (text_at (&document, i), ==, wanted); /* its own is left alone */
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      g_assert_true (j == i || text_at (copy, j) == NULL);
  }
}

/* A copy is made only where it would say something else. */
static void
test_copies (void)
{
  static const struct {
    const char *title, *filled, *of_other, *of_silent;
    gboolean is_copied;
  } rows[] = {
    { PHONE, "Gọi 115", "Gọi 114", "Gọi ", TRUE },
    { FACT_MARK "{{cơ quan.tên gọi}} báo", "A báo", "B báo", "C báo", TRUE },
    { FACT_MARK "{{#office.phone}}có{{/office.phone}}{{^office.phone}}không{{/office.phone}}", "có",
      "có", "không", TRUE },
    { FACT_MARK "{{data.x}} và {{office.phone}}", "1 và 115", "1 và 114", "1 và ", TRUE },
    { FACT_MARK "{{data.x}}", "1", "1", "1", FALSE },
    { FACT_MARK "{{campaign.name}}", "T", "T", "T", FALSE },
    { "Tin", "Tin", "Tin", "Tin", FALSE },
    { NULL, NULL, NULL, NULL, FALSE },
  };
  g_autoptr (Value) data = value_map (), values = value_map ();
  const Site site = { .data = data };
  const Campaign campaign = { .values = values };

  value_set_text (data, "x", "1");
  value_set_text (values, "name", "T");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Arena) arena = arena_new ();
    Document document = {
      .arena = arena, .office = &own, .campaign = &campaign, .title = rows[i].title, .number = "7"
    };
    g_test_message ("%s", rows[i].title ? rows[i].title : "none");
    document_fill (&site, &document);
    g_assert_cmpstr (document.title, ==, rows[i].filled);
    g_assert_true ((document.voiced != NULL) == rows[i].is_copied);
    g_assert_true (document_of_office (&site, &document, &own, arena) == &document);
    const Document *of_other = document_of_office (&site, &document, &other, arena);
    const Document *of_silent = document_of_office (&site, &document, &silent, arena);
    g_assert_true ((of_other != &document) == rows[i].is_copied);
    g_assert_cmpstr (of_other->title, ==, rows[i].of_other);
    g_assert_cmpstr (of_silent->title, ==, rows[i].of_silent);
    g_assert_cmpstr (of_other->number, ==, "7");
    g_assert_true (of_other->office == &own); /* who issues it stays who issues it */
  }
}

static void
test_scope (void)
{
  const Site site = { .data = NULL };
  const Campaign campaign = { .values = NULL };
  const Document document = { .office = &own, .campaign = &campaign };
  const FactScope scope = document_scope (&site, &document, &other);

  g_assert_true (scope.site == &site && scope.campaign == &campaign && scope.office == &other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-facts/each", test_each);
  g_test_add_func ("/document-facts/copies", test_copies);
  g_test_add_func ("/document-facts/scope", test_scope);
  return g_test_run ();
}
