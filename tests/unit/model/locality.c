/* SPDX-License-Identifier: MIT */
#include "model/locality.h"

#include "../support.h"

#define EVER                                                                                       \
  {                                                                                                \
    0, 0, 0                                                                                        \
  }

static const Locality *
find (const LocalityTable *table, const char *code, Date date)
{
  const Locality *locality = locality_find (table, code, date);
  g_test_message ("%s on %d-%d-%d", code, date.year, date.month, date.day);
  g_assert_nonnull (locality);
  return locality;
}

/* 34 provinces and cities since July 2025, 63 before. */
static void
test_counts (void)
{
  g_autoptr (LocalityTable) table = locality_table_new ();
  static const struct {
    Date date;
    guint provinces, cities;
  } rows[] = {
    { { 2024, 12, 31 }, 58, 5 }, { { 2025, 1, 1 }, 57, 6 },  { { 2025, 6, 30 }, 57, 6 },
    { { 2025, 7, 1 }, 28, 6 },   { { 2026, 4, 29 }, 28, 6 }, { { 2026, 4, 30 }, 27, 7 },
    { { 2026, 8, 31 }, 27, 7 },  { { 2026, 9, 1 }, 26, 8 },  { { 2026, 9, 20 }, 25, 9 },
    { { 2030, 1, 1 }, 25, 9 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint n[LOCALITY_N_KINDS] = { 0 };
    for (guint j = 0; j < locality_table_size (table); j++) {
      const Locality *row = locality_table_row (table, j);
      n[row->kind] += locality_is_valid_on (row, rows[i].date);
    }
    g_assert_cmpuint (n[LOCALITY_PROVINCE], ==, rows[i].provinces);
    g_assert_cmpuint (n[LOCALITY_CITY], ==, rows[i].cities);
  }
}

/* One code may have meant another unit before. */
static void
test_periods (void)
{
  static const struct {
    const char *code;
    Date date;
    const char *full_name;
  } rows[] = {
    { "75", { 2025, 7, 1 }, "tỉnh Đồng Nai" },
    { "75", { 2026, 4, 29 }, "tỉnh Đồng Nai" },
    { "75", { 2026, 4, 30 }, "thành phố Đồng Nai" },
    { "75", EVER, "thành phố Đồng Nai" },
    { "15", { 2025, 6, 30 }, "tỉnh Yên Bái" },
    { "15", { 2025, 7, 1 }, "tỉnh Lào Cai" },
    { "10", { 2025, 6, 30 }, "tỉnh Lào Cai" },
    { "24", { 2025, 6, 30 }, "tỉnh Bắc Giang" },
    { "24", { 2026, 9, 19 }, "tỉnh Bắc Ninh" },
    { "24", { 2026, 9, 20 }, "thành phố Bắc Ninh" },
    { "22", { 2026, 8, 31 }, "tỉnh Quảng Ninh" },
    { "22", { 2026, 9, 1 }, "thành phố Quảng Ninh" },
    { "46", { 2024, 12, 31 }, "tỉnh Thừa Thiên Huế" },
    { "46", { 2025, 1, 1 }, "thành phố Huế" },
    { "79", { 1999, 1, 1 }, "Thành phố Hồ Chí Minh" },
    { "79", EVER, "Thành phố Hồ Chí Minh" },
    { "91", { 2025, 6, 30 }, "tỉnh Kiên Giang" },
    { "91", { 2025, 7, 1 }, "tỉnh An Giang" },
    { "01", EVER, "thành phố Hà Nội" },
  };
  g_autoptr (LocalityTable) table = locality_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = locality_full_name (find (table, rows[i].code, rows[i].date));
    g_assert_cmpstr (name, ==, rows[i].full_name);
  }
  g_assert_null (locality_find (table, "10", (Date){ 2025, 7, 1 }));
  g_assert_null (locality_find (table, "99", (Date) EVER));
  g_assert_null (locality_find_any (table, ""));
  g_assert_cmpstr (locality_find_any (table, "10")->name, ==, "Lào Cai");
}

static void
test_successors (void)
{
  static const struct {
    const char *code;
    Date date;
    const char *name;
  } rows[] = {
    { "02", { 2025, 1, 1 }, "Tuyên Quang" }, { "15", { 2025, 1, 1 }, "Lào Cai" },
    { "10", { 2025, 1, 1 }, "Lào Cai" },     { "24", { 2025, 1, 1 }, "Bắc Ninh" },
    { "27", { 2025, 1, 1 }, "Bắc Ninh" },    { "46", { 2024, 1, 1 }, "Huế" },
    { "70", { 2025, 1, 1 }, "Đồng Nai" },    { "75", { 2026, 1, 1 }, "Đồng Nai" },
    { "74", { 2025, 1, 1 }, "Hồ Chí Minh" }, { "01", { 2025, 1, 1 }, "Hà Nội" },
    { "87", { 2025, 1, 1 }, "Đồng Tháp" },   { "82", { 2025, 1, 1 }, "Đồng Tháp" },
  };
  g_autoptr (LocalityTable) table = locality_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Locality *successor =
      locality_successor (table, find (table, rows[i].code, rows[i].date));
    g_assert_nonnull (successor);
    g_assert_cmpstr (successor->name, ==, rows[i].name);
    g_assert_false (date_is_set (successor->valid_to));
  }
  /* Every unit that ended has one that did not. */
  for (guint i = 0; i < locality_table_size (table); i++)
    g_assert_nonnull (locality_successor (table, locality_table_row (table, i)));
}

static const Locality ha_dong = { .code = "09886",
                                  .name = "Hà Đông",
                                  .kind = LOCALITY_WARD,
                                  .parent_code = "01",
                                  .valid_from = { 2025, 7, 1 } };

/* Annex II for capitals, rule 4.3 of annex I for the place of the date line. */
static void
test_names (void)
{
  static const struct {
    Locality locality;
    const char *full_name, *place;
  } rows[] = {
    { { .name = "Hà Đông", .kind = LOCALITY_WARD }, "phường Hà Đông", "Hà Đông" },
    { { .name = "1 Bảo Lộc", .kind = LOCALITY_WARD }, "Phường 1 Bảo Lộc", "Phường 1 Bảo Lộc" },
    { { .name = "Hồ Chí Minh", .kind = LOCALITY_CITY, .place = "Thành phố Hồ Chí Minh" },
      "Thành phố Hồ Chí Minh",
      "Thành phố Hồ Chí Minh" },
    { { .name = "Điện Biên Phủ", .kind = LOCALITY_WARD, .place = "Phường Điện Biên Phủ" },
      "Phường Điện Biên Phủ",
      "Phường Điện Biên Phủ" },
    { { .name = "Đồng Nai", .kind = LOCALITY_PROVINCE }, "tỉnh Đồng Nai", "Đồng Nai" },
    { { .name = "Phú Quốc", .kind = LOCALITY_SPECIAL_ZONE }, "đặc khu Phú Quốc", "Phú Quốc" },
    { { .name = "Ba Vì", .kind = LOCALITY_COMMUNE }, "xã Ba Vì", "Ba Vì" },
    { { .name = "3", .kind = LOCALITY_URBAN_DISTRICT }, "Quận 3", "Quận 3" },
    { { .name = "Sa Pa", .kind = LOCALITY_TOWN }, "thị xã Sa Pa", "Sa Pa" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *full_name = locality_full_name (&rows[i].locality);
    g_autofree char *place = locality_place (&rows[i].locality);
    g_assert_cmpstr (full_name, ==, rows[i].full_name);
    g_assert_cmpstr (place, ==, rows[i].place);
  }
}

static void
test_kinds (void)
{
  for (LocalityKind kind = 0; kind < LOCALITY_N_KINDS; kind++) {
    const char *word = locality_kind_word (kind);
    g_autofree char *capitals = g_utf8_strup (word, -1);
    g_assert_cmpint (locality_kind_from_word (word), ==, kind);
    g_assert_cmpint (locality_kind_from_word (capitals), ==, kind);
  }
  g_assert_cmpint (locality_kind_from_word ("Đặc khu"), ==, LOCALITY_SPECIAL_ZONE);
  g_assert_cmpint (locality_kind_from_word ("làng"), ==, LOCALITY_N_KINDS);
  g_assert_cmpint (locality_kind_from_word (""), ==, LOCALITY_N_KINDS);
}

static void
test_add (void)
{
  g_autoptr (LocalityTable) table = locality_table_new ();
  guint size = locality_table_size (table);
  Locality before = ha_dong;

  g_assert_true (locality_table_add (table, &ha_dong));
  g_assert_false (locality_table_add (table, &ha_dong));
  before.name = "Hà Đông cũ";
  before.valid_from = (Date) EVER;
  before.valid_to = (Date){ 2025, 7, 1 }; /* one day too many */
  g_assert_false (locality_table_add (table, &before));
  before.valid_to = (Date){ 2025, 6, 30 };
  g_assert_true (locality_table_add (table, &before));
  g_assert_cmpuint (locality_table_size (table), ==, size + 2);
  g_assert_cmpstr (find (table, "09886", (Date){ 2025, 6, 30 })->name, ==, "Hà Đông cũ");
  g_assert_cmpstr (find (table, "09886", (Date){ 2025, 7, 1 })->name, ==, "Hà Đông");
  g_assert_cmpstr (find (table, "09886", (Date) EVER)->name, ==, "Hà Đông");
  g_assert_cmpstr (locality_parent (table, find (table, "09886", (Date) EVER), (Date) EVER)->name,
                   ==, "Hà Nội");
  g_assert_cmpstr (locality_province (table, find (table, "09886", (Date) EVER), (Date) EVER)->name,
                   ==, "Hà Nội");
  const Locality *city = find (table, "01", (Date) EVER);
  g_assert_true (locality_province (table, city, (Date) EVER) == city);
  g_assert_null (locality_parent (table, city, (Date) EVER));
}

/* Rows of a site stand in for built-in ones of the same time; those of another time stay. */
static void
test_displace (void)
{
  g_autoptr (LocalityTable) table = locality_table_new ();
  Locality lao_cai = {
    .code = "15", .name = "Lào Cai mới", .kind = LOCALITY_PROVINCE, .valid_from = { 2025, 7, 1 }
  };

  g_assert_true (locality_table_add (table, &lao_cai));
  g_assert_cmpstr (find (table, "15", (Date){ 2025, 6, 30 })->name, ==, "Yên Bái");
  g_assert_cmpstr (find (table, "15", (Date){ 2025, 7, 1 })->name, ==, "Lào Cai mới");
  g_assert_false (locality_table_add (table, &lao_cai));
  /* The list itself says nothing twice. */
  const Locality again = { .code = "01", .name = "A", .kind = LOCALITY_CITY, .built_in = TRUE };
  g_assert_false (locality_table_add (table, &again));
}

/* Circles of parents and successors come to an end. */
static void
test_circles (void)
{
  g_autoptr (LocalityTable) table = locality_table_new ();
  Locality a = { .code = "a",
                 .name = "A",
                 .kind = LOCALITY_COMMUNE,
                 .parent_code = "b",
                 .successor_code = "b",
                 .valid_to = { 2025, 1, 1 } };
  Locality b = { .code = "b",
                 .name = "B",
                 .kind = LOCALITY_COMMUNE,
                 .parent_code = "a",
                 .successor_code = "a",
                 .valid_to = { 2025, 1, 1 } };

  locality_table_add (table, &a);
  locality_table_add (table, &b);
  g_assert_null (locality_successor (table, find (table, "a", (Date) EVER)));
  locality_province (table, find (table, "a", (Date) EVER), (Date) EVER);
  Locality lost = { .code = "c",
                    .name = "C",
                    .kind = LOCALITY_COMMUNE,
                    .parent_code = "nowhere",
                    .successor_code = "nowhere",
                    .valid_to = { 2025, 1, 1 } };
  locality_table_add (table, &lost);
  g_assert_null (locality_successor (table, find (table, "c", (Date) EVER)));
  g_assert_null (locality_province (table, find (table, "c", (Date) EVER), (Date) EVER));
}

/* The lists in circulation say the same as the table. */
static void
test_published_lists (void)
{
  g_autofree char *path = shared_data ("data/former-provinces.csv");
  g_autoptr (LocalityTable) table = locality_table_new ();
  g_autofree char *text = NULL;
  guint n = 0;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] && *lines[i]; i++, n++) {
    g_auto (GStrv) fields = g_strsplit (g_strstrip (lines[i]), ",", -1);
    const Locality *old = find (table, fields[0], (Date){ 2025, 6, 30 });
    const Locality *now = find (table, fields[3], (Date) EVER);
    g_autofree char *old_name = locality_full_name (old);
    g_autofree char *now_name = locality_full_name (now);
    g_assert_cmpstr (old->name, ==, fields[1]);
    g_assert_cmpint (g_ascii_strcasecmp (strchr (old_name, ' '), strchr (fields[2], ' ')), ==, 0);
    g_assert_cmpstr (now->name, ==, fields[4]);
    g_assert_cmpstr (strchr (now_name, ' '), ==, strchr (fields[5], ' '));
    g_assert_true (locality_successor (table, old) == now);
  }
  g_assert_cmpuint (n, ==, 63);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locality/counts", test_counts);
  g_test_add_func ("/locality/periods", test_periods);
  g_test_add_func ("/locality/successors", test_successors);
  g_test_add_func ("/locality/names", test_names);
  g_test_add_func ("/locality/kinds", test_kinds);
  g_test_add_func ("/locality/add", test_add);
  g_test_add_func ("/locality/displace", test_displace);
  g_test_add_func ("/locality/circles", test_circles);
  g_test_add_func ("/locality/published-lists", test_published_lists);
  return g_test_run ();
}
