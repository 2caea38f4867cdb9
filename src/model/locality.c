/* SPDX-License-Identifier: MIT */
#include "model/locality.h"

#include "base/arena.h"

#include <string.h>

static const Locality provinces[] = {
#include "model/provinces.inc"
};

struct LocalityTable {
  GPtrArray *rows;     /* Locality, in the arena */
  GHashTable *by_code; /* code → GPtrArray of Locality, the oldest first; owned */
  Arena *arena;
};

static const struct {
  const char *word;
  const char *capitalised;
} kinds[] = {
  [LOCALITY_PROVINCE] = { "tỉnh", "Tỉnh" },
  [LOCALITY_CITY] = { "thành phố", "Thành phố" },
  [LOCALITY_WARD] = { "phường", "Phường" },
  [LOCALITY_COMMUNE] = { "xã", "Xã" },
  [LOCALITY_SPECIAL_ZONE] = { "đặc khu", "Đặc khu" },
  [LOCALITY_DISTRICT] = { "huyện", "Huyện" },
  [LOCALITY_URBAN_DISTRICT] = { "quận", "Quận" },
  [LOCALITY_TOWN] = { "thị xã", "Thị xã" },
  [LOCALITY_TOWNSHIP] = { "thị trấn", "Thị trấn" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == LOCALITY_N_KINDS);

LocalityTable *
locality_table_new (void)
{
  LocalityTable *table = g_new0 (LocalityTable, 1);
  table->arena = arena_new ();
  table->rows = g_ptr_array_new ();
  table->by_code =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (provinces); i++) {
    Locality row = provinces[i];
    row.built_in = TRUE;
    gboolean is_new = locality_table_add (table, &row);
    g_assert (is_new);
  }
  return table;
}

void
locality_table_free (LocalityTable *table)
{
  if (table == NULL)
    return;
  g_hash_table_unref (table->by_code);
  g_ptr_array_unref (table->rows);
  arena_free (table->arena);
  g_free (table);
}

static gboolean
lives_meet (const Locality *a, const Locality *b)
{
  return (!date_is_set (a->valid_to) || date_compare (b->valid_from, a->valid_to) <= 0)
         && (!date_is_set (b->valid_to) || date_compare (a->valid_from, b->valid_to) <= 0);
}

/* Makes room for `row` among the periods of its code. */
static gboolean
displace (LocalityTable *table, GPtrArray *periods, const Locality *row)
{
  for (guint i = 0; i < periods->len;) {
    Locality *other = periods->pdata[i];
    if (!lives_meet (other, row)) {
      i++;
      continue;
    }
    if (!other->built_in || row->built_in)
      return FALSE;
    g_ptr_array_remove (table->rows, other);
    g_ptr_array_remove_index (periods, i);
  }
  return TRUE;
}

static const char *const *
copy_list (Arena *arena, const char *const *texts)
{
  guint n = texts ? g_strv_length ((char **) texts) : 0;
  const char **copies = texts ? arena_alloc (arena, (n + 1) * sizeof *copies) : NULL;

  for (guint i = 0; i < n; i++)
    copies[i] = arena_copy (arena, texts[i]);
  return copies;
}

gboolean
locality_table_add (LocalityTable *table, const Locality *row)
{
  GPtrArray *periods = g_hash_table_lookup (table->by_code, row->code);
  Locality *copy = arena_alloc (table->arena, sizeof *copy);

  *copy = *row;
  copy->code = arena_copy (table->arena, row->code);
  copy->name = arena_copy (table->arena, row->name);
  copy->parent_code = arena_copy (table->arena, row->parent_code);
  copy->place = arena_copy (table->arena, row->place);
  copy->successor_code = arena_copy (table->arena, row->successor_code);
  copy->address = arena_copy (table->arena, row->address);
  copy->phone = arena_copy (table->arena, row->phone);
  copy->email = arena_copy (table->arena, row->email);
  copy->web = arena_copy (table->arena, row->web);
  copy->hours = arena_copy (table->arena, row->hours);
  copy->station = arena_copy (table->arena, row->station);
  copy->slots = copy_list (table->arena, row->slots);
  PrintQuantity *quantities =
    arena_alloc (table->arena, MAX (row->n_quantities, 1) * sizeof *quantities);
  for (guint i = 0; i < row->n_quantities; i++)
    quantities[i] = row->quantities[i];
  copy->quantities = quantities;
  if (periods == NULL) {
    periods = g_ptr_array_new ();
    g_hash_table_insert (table->by_code, (char *) copy->code, periods);
  } else if (!displace (table, periods, row)) {
    return FALSE;
  }
  guint at = 0;
  while (at < periods->len
         && date_compare (((Locality *) periods->pdata[at])->valid_from, row->valid_from) < 0)
    at++;
  g_ptr_array_insert (periods, at, copy);
  g_ptr_array_add (table->rows, copy);
  return TRUE;
}

gboolean
locality_is_valid_on (const Locality *locality, Date date)
{
  return date_compare (locality->valid_from, date) <= 0
         && (!date_is_set (locality->valid_to) || date_compare (date, locality->valid_to) <= 0);
}

const Locality *
locality_find_any (const LocalityTable *table, const char *code)
{
  const GPtrArray *periods = g_hash_table_lookup (table->by_code, code);
  return periods && periods->len > 0 ? periods->pdata[periods->len - 1] : NULL;
}

const Locality *
locality_find (const LocalityTable *table, const char *code, Date date)
{
  const GPtrArray *periods = g_hash_table_lookup (table->by_code, code);

  if (!date_is_set (date))
    return locality_find_any (table, code);
  for (guint i = 0; periods && i < periods->len; i++)
    if (locality_is_valid_on (periods->pdata[i], date))
      return periods->pdata[i];
  return NULL;
}

const Locality *
locality_successor (const LocalityTable *table, const Locality *locality)
{
  /* The newest period of the successor's code; a chain cannot be longer than the table. */
  for (guint steps = table->rows->len; steps > 0; steps--) {
    if (!date_is_set (locality->valid_to))
      return locality;
    if (locality->successor_code == NULL)
      return NULL;
    locality = locality_find_any (table, locality->successor_code);
    if (locality == NULL)
      return NULL;
  }
  return NULL;
}

const Locality *
locality_parent (const LocalityTable *table, const Locality *locality, Date date)
{
  return locality->parent_code ? locality_find (table, locality->parent_code, date) : NULL;
}

const Locality *
locality_province (const LocalityTable *table, const Locality *locality, Date date)
{
  for (guint steps = LOCALITY_N_KINDS; locality && locality->parent_code && steps > 0; steps--) {
    const Locality *parent = locality_parent (table, locality, date);
    if (parent == NULL)
      return NULL;
    locality = parent;
  }
  return locality;
}

guint
locality_table_size (const LocalityTable *table)
{
  return table->rows->len;
}

const Locality *
locality_table_row (const LocalityTable *table, guint index)
{
  return table->rows->pdata[index];
}

const char *
locality_kind_word (LocalityKind kind)
{
  return kinds[kind].word;
}

LocalityKind
locality_kind_from_word (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (LocalityKind kind = 0; kind < LOCALITY_N_KINDS; kind++)
    if (strcmp (lower, kinds[kind].word) == 0)
      return kind;
  return LOCALITY_N_KINDS;
}

static gboolean
has_number (const char *name)
{
  return strpbrk (name, "0123456789") != NULL;
}

char *
locality_full_name (const Locality *locality)
{
  g_autofree char *capitalised =
    g_strdup_printf ("%s %s", kinds[locality->kind].capitalised, locality->name);

  if (has_number (locality->name) || g_strcmp0 (locality->place, capitalised) == 0)
    return g_steal_pointer (&capitalised);
  return g_strdup_printf ("%s %s", kinds[locality->kind].word, locality->name);
}

char *
locality_place (const Locality *locality)
{
  if (locality->place)
    return g_strdup (locality->place);
  return has_number (locality->name) ? locality_full_name (locality) : g_strdup (locality->name);
}
