/* SPDX-License-Identifier: MIT */
#include "model/fact.h"

#include <string.h>

static void
test_kinds (void)
{
  static const struct {
    const char *text;
    FactKind kind;
    const char *written;
  } rows[] = {
    { "0967000115", FACT_PHONE, "0967 000 115" },
    { "0967.000.115", FACT_PHONE, "0967 000 115" },
    { "02703800115", FACT_PHONE, "0270 3800 115" },
    { "0243 8251234", FACT_PHONE, "024 3825 1234" },
    { "028-38291234", FACT_PHONE, "028 3829 1234" },
    { "18001098", FACT_PHONE, "1800 1098" },
    { "1900633512", FACT_PHONE, "1900 633 512" },
    { "+84 967 000 115", FACT_PHONE, "+84 967 000 115" },
    { "096700011", FACT_PHONE, "096700011" },
    { "115", FACT_TEXT, "115" },
    { "1/12/2026", FACT_DATE, "01/12/2026" },
    { "2026-12-01", FACT_DATE, "01/12/2026" },
    { "31/11/2026", FACT_TEXT, "31/11/2026" },
    { "50000 đồng", FACT_MONEY, "50.000 đồng" },
    { "3.486.000.000đ", FACT_MONEY, "3.486.000.000 đồng" },
    { "500 VND", FACT_MONEY, "500 đồng" },
    { "50 nghìn", FACT_TEXT, "50 nghìn" },
    { "https://a.gov.vn/x", FACT_URL, "https://a.gov.vn/x" },
    { "a@b.gov.vn", FACT_MAIL, "a@b.gov.vn" },
    { "a @ b.vn", FACT_TEXT, "a @ b.vn" },
    { " hai\n dòng\t", FACT_TEXT, "hai dòng" },
    { "a\u202Eb\u2069c", FACT_TEXT, "abc" },
    { "مرحبا", FACT_TEXT, "\u2068مرحبا\u2069" },
    { "*a* <b> {{c}} | d", FACT_TEXT, "*a* <b> {{c}} | d" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *written = fact_written (rows[i].kind, rows[i].text);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (fact_kind_of (rows[i].text), ==, rows[i].kind);
    g_assert_cmpstr (written, ==, rows[i].written);
  }
}

static void
test_tags (void)
{
  static const struct {
    const char *text;
    gboolean found;
    TagKind kind;
    const char *name;
  } rows[] = {
    { "a", FALSE, TAG_VALUE, "" },
    { "{a}", FALSE, TAG_VALUE, "" },
    { "x {{ a b.c }} y", TRUE, TAG_VALUE, "a b.c" },
    { "{{#a}}", TRUE, TAG_SECTION, "a" },
    { "{{^ a}}", TRUE, TAG_INVERSE, "a" },
    { "{{/a }}", TRUE, TAG_END, "a" },
    { "{{>b/c}}", TRUE, TAG_PART, "b/c" },
    { "{{a", TRUE, TAG_UNCLOSED, "" },
    { "{{a\nb}}", TRUE, TAG_UNCLOSED, "" },
    { "{{}}", TRUE, TAG_VALUE, "" },
    { "{{", TRUE, TAG_UNCLOSED, "" },
    { "{{#}}", TRUE, TAG_SECTION, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Tag tag;
    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (tag_find (rows[i].text, &tag), ==, rows[i].found);
    if (!rows[i].found)
      continue;
    g_autofree char *name = g_strndup (tag.name, tag.length);
    g_assert_cmpint (tag.kind, ==, rows[i].kind);
    g_assert_cmpstr (name, ==, rows[i].name);
  }
}

/* Values of all three kinds. */
typedef struct {
  Site site;
  Campaign campaign;
  Office office;
  Locality locality;
  FactScope scope;
} World;

static const char *const no_slots[] = { NULL };

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);
  Value *hotlines = value_map ();

  value_set_text (hotlines, "sở", "115");
  world->site.data = value_map ();
  value_set_text (world->site.data, "a", "x");
  value_set (world->site.data, "rỗng", value_list ());
  world->campaign.values = value_map ();
  value_set_text (world->campaign.values, "name", "T");
  value_set (world->campaign.values, "slogan", value_null ());
  value_set (world->campaign.values, "đường dây nóng", hotlines);
  world->locality = (Locality){ .code = "1", .name = "Phú", .kind = LOCALITY_COMMUNE };
  world->office = (Office){ .id = "o",
                            .name = "N",
                            .locality = &world->locality,
                            .phone = "02703800201",
                            .station = { .slots = no_slots } };
  world->scope = (FactScope){ &world->site, &world->campaign, &world->office };
  return world;
}

static void
world_free (World *world)
{
  value_free (world->site.data);
  value_free (world->campaign.values);
  g_free (world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static void
test_find (void)
{
  static const struct {
    const char *name;
    FactStatus status;
    FactKind kind;
    const char *text, *advice;
  } rows[] = {
    { "campaign.name", FACT_FOUND, FACT_TEXT, "T", NULL },
    { "ngoặc", FACT_FOUND, FACT_TEXT, "{{", NULL },
    { "braces.x", FACT_UNKNOWN, 0, NULL, NULL },
    { "chiến dịch . name", FACT_FOUND, FACT_TEXT, "T", NULL },
    { "chiến dịch.slogan", FACT_ABSENT, 0, NULL, NULL },
    { "chiến dịch.đường dây nóng.sở", FACT_FOUND, FACT_PHONE, "115", NULL },
    { "chiến dịch.đường dây nóng", FACT_SEVERAL, 0, NULL, NULL },
    { "chiến dịch.đường dây nong.sở", FACT_UNKNOWN, 0, NULL, "chiến dịch.đường dây nóng" },
    { "chiến dịch.đường dây nóng.so", FACT_UNKNOWN, 0, NULL, "chiến dịch.đường dây nóng.sở" },
    { "chiến dịch.name.x", FACT_UNKNOWN, 0, NULL, NULL },
    { "cơ quan.điện thoại", FACT_FOUND, FACT_PHONE, "0270 3800 201", NULL },
    { "office.phone", FACT_FOUND, FACT_PHONE, "0270 3800 201", NULL },
    { "cơ quan.địa phương", FACT_FOUND, FACT_TEXT, "xã Phú", NULL },
    { "cơ quan.địa chỉ", FACT_ABSENT, 0, NULL, NULL },
    { "cơ quan.giờ phát", FACT_ABSENT, 0, NULL, NULL },
    { "cơ quan.điện thoai", FACT_UNKNOWN, 0, NULL, "cơ quan.điện thoại" },
    { "cơ quan.điện thoại.x", FACT_UNKNOWN, 0, NULL, NULL },
    { "cơ quan", FACT_SEVERAL, 0, NULL, NULL },
    { "data.a", FACT_FOUND, FACT_TEXT, "x", NULL },
    { "dữ liệu.a", FACT_FOUND, FACT_TEXT, "x", NULL },
    { "data.rỗng", FACT_ABSENT, 0, NULL, NULL },
    { "data.b", FACT_UNKNOWN, 0, NULL, NULL },
    { "chien dịch.name", FACT_UNKNOWN, 0, NULL, NULL },
    { "", FACT_UNKNOWN, 0, NULL, NULL },
  };
  g_autoptr (World) world = world_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Fact) fact = { FACT_TEXT, NULL };
    gsize length = strlen (rows[i].name);
    g_test_message ("%s", rows[i].name);
    g_assert_cmpint (fact_find (&world->scope, rows[i].name, length, &fact), ==, rows[i].status);
    g_assert_cmpstr (fact.text, ==, rows[i].text);
    if (fact.text)
      g_assert_cmpint (fact.kind, ==, rows[i].kind);
    if (rows[i].status != FACT_UNKNOWN || rows[i].advice == NULL)
      continue;
    g_autofree char *advice = fact_advice (&world->scope, rows[i].name, length);
    g_assert_cmpstr (advice, ==, rows[i].advice);
  }
  g_autofree char *below =
    fact_names_below (&world->scope, "campaign.đường dây nóng", strlen ("campaign.đường dây nóng"));
  g_assert_cmpstr (below, ==, "campaign.đường dây nóng.sở");
  world->scope.campaign = NULL;
  g_assert_cmpint (fact_find (&world->scope, "campaign.name", 13, NULL), ==, FACT_NO_CAMPAIGN);
  world->scope.office = NULL;
  g_assert_cmpint (fact_find (&world->scope, "office.phone", 12, NULL), ==, FACT_ABSENT);
  g_assert_cmpint (fact_find (&world->scope, "office.x", 8, NULL), ==, FACT_UNKNOWN);
}

static void
test_fill (void)
{
  static const struct {
    const char *text, *filled;
  } rows[] = {
    { "{{office.phone}}", "{{office.phone}}" }, /* not marked: braces */
    { FACT_MARK "Gọi {{office.phone}}.", "Gọi 0270 3800 201." },
    { FACT_MARK "{{#office.phone}}có{{/office.phone}}{{^office.phone}}không{{/office.phone}}",
      "có" },
    { FACT_MARK "{{#office.address}}có{{office.name}}{{/office.address}}"
                "{{^office.address}}không{{/office.address}}!",
      "không!" },
    { FACT_MARK "{{#campaign.đường dây nóng}}x{{/campaign.đường dây nóng}}", "x" },
    { FACT_MARK "{{office.address}}{{lạ}}", "" },
    { FACT_MARK, "" },
  };
  g_autoptr (World) world = world_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *filled = fact_fill (&world->scope, rows[i].text);
    g_assert_cmpstr (filled, ==, rows[i].filled);
  }
  g_assert_null (fact_fill (&world->scope, NULL));
  g_assert_true (fact_names_office ("a {{data.x}} {{cơ quan.x}}"));
  g_assert_false (fact_names_office ("a {{data.x}} {{cơ quan"));
}

static void
test_href (void)
{
  const Fact facts[] = { { FACT_PHONE, (char *) "+84 (0)96 7" },
                         { FACT_MAIL, (char *) "a@b.vn" },
                         { FACT_URL, (char *) "https://a.vn" } };
  const char *const hrefs[] = { "tel:+840967", "mailto:a@b.vn", "https://a.vn" };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    g_autofree char *href = fact_href (&facts[i]);
    g_assert_cmpstr (href, ==, hrefs[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fact/kinds", test_kinds);
  g_test_add_func ("/fact/tags", test_tags);
  g_test_add_func ("/fact/find", test_find);
  g_test_add_func ("/fact/fill", test_fill);
  g_test_add_func ("/fact/href", test_href);
  return g_test_run ();
}
