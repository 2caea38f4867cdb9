/* SPDX-License-Identifier: MIT */
#include "load/campaigns.h"

#include "../support.h"

#define FILE_NAME "content/chien-dich/diet-lang-quang.yaml"
#define AT        FILE_NAME ":"

/* A site with that campaign, and what was reported of it. */
static Site *
load (const char *text, const char *const *qr_hosts, char **faults)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new (FILE_NAME, text, -1);
  Site *site = site_new ();

  site->qr_hosts = qr_hosts;
  g_hash_table_add (site->hrefs, (gpointer) "logo.svg");
  campaign_load (site, source, report);
  *faults = report_faults (report);
  return site;
}

static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "name: T\n", "" },
    { "tên: T\nkhẩu hiệu: K\nmàu: \"#00695c\"\ncơ quan: [a]\n", "" },
    { "name: T\ncolour: đỏ\n", AT "2:9: error: “đỏ” is not a colour\n" },
    { "{}\n", AT "1:1: error: a campaign needs the key “name” (“tên”)\n" },
    { "- a\n", AT "1:1: error: keys with values are expected here\n" },
    { "name: T\ntên: U\n", AT "2:1: error: “name” and “tên” are the same key\n" },
    { "name: T\nhotlin: 115\n", AT "2:1: error: unknown key “hotlin”\n" },
    /* Values by name, as deep as one likes. */
    { "name: T\nplaces: {a: {b: C}, d: E}\nfees: {f: 5}\ndoses: G\nfigures: {h: 1}\n", "" },
    { "name: T\nplaces: [a]\n", AT "2:9: error: a text is expected here\n" },
    { "name: T\nplaces: {a: {b: [c]}}\n", AT "2:17: error: a text is expected here\n" },
    { "name: T\nhotlines: {a: 115, b: {c: 0270 3800 201}}\n", "" },
    { "name: T\nhotlines: {a: 115, b: {c: gọi}}\n",
      AT "2:27: error: “gọi” is not a telephone number\n" },
    { "name: T\nđường dây nóng: gọi\n", AT "2:17: error: “gọi” is not a telephone number\n" },
    /* Days. */
    { "name: T\ndates: 2/11/2026\n", "" },
    { "name: T\ndates: {a: 2/11/2026, b: {from: 2/11/2026, until: 2/11/2026, hours: 8h}}\n", "" },
    { "name: T\ndates: {b: {từ ngày: 2/11/2026, đến ngày: 1/11/2026}}\n",
      AT "2:12: error: this ends before it begins\n" },
    { "name: T\ndates: {b: {until: 1/11/2026}}\n",
      AT "2:12: error: a round needs the key “from” (“từ ngày”)\n" },
    { "name: T\ndates: 31/11/2026\n", AT "2:8: error: there is no day “31/11/2026”\n" },
    { "name: T\ndates: {a: mai}\n", AT "2:12: error: “mai” is not a date\n" },
    /* Partners. */
    { "name: T\npartners: [{name: P, logo: logo.svg, web: https://p.vn}]\n", "" },
    { "name: T\npartners: [{logo: logo.svg}]\n",
      AT "2:12: error: a partner needs the key “name” (“tên”)\n" },
    { "name: T\npartners: [P]\n", AT "2:12: error: keys with values are expected here\n" },
    { "name: T\npartners: P\n", AT "2:11: error: a list is expected here\n" },
    { "name: T\npartners: [{name: P, logo: x.svg}]\n",
      FILE_NAME ": error: there is no file “static/x.svg” for the logo of “P”\n" },
    { "name: T\npartners: [{name: P, web: javascript:x}]\n",
      AT "2:27: error: “javascript:x” is not a web address\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    g_test_message ("%s", rows[i].text);
    site_free (load (rows[i].text, NULL, &faults));
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

static void
test_manual (void)
{
  static const char *const hosts[] = { "*.gov.vn", NULL };
  static const struct {
    const char *text;
    const char *const *hosts;
    gboolean is_fault;
  } rows[] = {
    { "name: T\nmanual: https://a.gov.vn/x\n", hosts, FALSE },
    { "name: T\nmanual: https://a.vn/x\n", hosts, TRUE },
    { "name: T\ntài liệu: https://a.vn/x\n", hosts, TRUE },
    { "name: T\nmanual: https://a.vn/x\n", NULL, FALSE },
    { "name: T\n", hosts, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    g_test_message ("%s", rows[i].text);
    site_free (load (rows[i].text, rows[i].hosts, &faults));
    g_assert_true ((*faults != '\0') == rows[i].is_fault);
    g_assert_true (!rows[i].is_fault || strstr (faults, AT "2:") == faults);
  }
}

/* What may be shown stands in fields, whatever else is wrong. */
static void
test_record (void)
{
  g_autofree char *faults = NULL;
  g_autoptr (Site) site = load (
    "tên: T\nkhẩu hiệu: K\nmàu: \"#00695c\"\nsai: x\n"
    "đối tác: [{logo: logo.svg}, {tên: P, biểu trưng: logo.svg, trang web: 'https://p.vn'}]\n",
    NULL, &faults);
  g_assert_cmpuint (site->campaigns->len, ==, 1);
  const Campaign *campaign = site->campaigns->pdata[0];

  g_assert_cmpstr (campaign->id, ==, "diet-lang-quang");
  g_assert_cmpstr (campaign->path, ==, FILE_NAME);
  g_assert_cmpstr (campaign->name, ==, "T");
  g_assert_cmpstr (campaign->slogan, ==, "K");
  g_assert_cmpstr (campaign->colour, ==, "#00695c");
  g_assert_null (campaign->manual);
  g_assert_null (*campaign->offices);
  g_assert_cmpuint (campaign->n_partners, ==, 1); /* who has no name is left out */
  g_assert_cmpstr (campaign->partners[0].name, ==, "P");
  g_assert_cmpstr (campaign->partners[0].logo, ==, "logo.svg");
  g_assert_cmpstr (campaign->partners[0].web, ==, "https://p.vn");
}

/* Keys are found in both languages, in whichever they were written; what is not said is null. */
static void
test_values (void)
{
  static const struct {
    const char *path;
    gboolean is_known;
    const char *text;
  } rows[] = {
    { "name", TRUE, "T" },
    { "tên", TRUE, "T" },
    { "đường dây nóng/sở", TRUE, "115" },
    { "hotlines/sở", TRUE, "115" },
    { "hotlines/so", FALSE, NULL },
    { "dates/đợt/from", TRUE, "2/11/2026" },
    { "ngày/đợt/từ ngày", TRUE, "2/11/2026" },
    { "dates/đợt/until", TRUE, "3/11/2026" },
    { "dates/đợt/đến ngày", TRUE, "3/11/2026" },
    { "dates/đợt/hours", FALSE, NULL },
    { "dates/khác", TRUE, "4/11/2026" },
    { "slogan", TRUE, NULL },
    { "khẩu hiệu", TRUE, NULL },
    { "lạ", FALSE, NULL },
  };
  g_autofree char *faults = NULL;
  g_autoptr (Site) site =
    load ("name: T\nđường dây nóng: {sở: 115}\n"
          "dates: {đợt: {from: 2/11/2026, đến ngày: 3/11/2026}, khác: 4/11/2026}\n",
          NULL, &faults);
  const Campaign *campaign = site->campaigns->pdata[0];

  g_assert_cmpstr (faults, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) keys = g_strsplit (rows[i].path, "/", -1);
    const Value *value = campaign->values;
    for (char **key = keys; *key && value; key++)
      value = value_find (value, *key);
    g_test_message ("%s", rows[i].path);
    g_assert_true ((value != NULL) == rows[i].is_known);
    if (value == NULL)
      continue;
    gboolean is_text = value_kind (value) == VALUE_TEXT;
    g_assert_true (is_text || value_kind (value) == VALUE_NULL);
    g_assert_cmpstr (is_text ? value_get_text (value, NULL) : NULL, ==, rows[i].text);
  }
}

/* Without a map there is nothing to keep. */
static void
test_nothing (void)
{
  static const char *const texts[] = { "- a\n", "a: [\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *faults = NULL;
    g_autoptr (Site) site = load (texts[i], NULL, &faults);
    g_assert_cmpuint (site->campaigns->len, ==, 0);
    g_assert_cmpstr (faults, !=, "");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/campaigns/faults", test_faults);
  g_test_add_func ("/campaigns/manual", test_manual);
  g_test_add_func ("/campaigns/record", test_record);
  g_test_add_func ("/campaigns/values", test_values);
  g_test_add_func ("/campaigns/nothing", test_nothing);
  return g_test_run ();
}
