/* SPDX-License-Identifier: MIT */
/* A map keeps its entries sorted by key: lookups are binary searches in one small array, and a dump
 * needs no sorting. Null, true and false are constants that are never freed. */
#include "base/value.h"

#include "base/append.h"
#include "base/block.h"

#include <string.h>

typedef struct {
  ValueKey key; /* none in lists */
  const Value *value;
  gboolean owned, owns_key;
} Entry;

struct Value {
  ValueKind kind;
  guint length; /* entries in use; bytes of a text */
  guint room;   /* entries allocated */
  gboolean truth;
  union {
    char *text; /* own memory, or `inside` */
    Entry *entries;
  };
  char inside[]; /* a text that was copied */
};

static Value null_value = { .kind = VALUE_NULL };
static Value true_value = { .kind = VALUE_BOOL, .truth = TRUE };
static Value false_value = { .kind = VALUE_BOOL };

Value *
value_null (void)
{
  return &null_value;
}

Value *
value_bool (gboolean truth)
{
  return truth ? &true_value : &false_value;
}

static Value *
value_new (ValueKind kind)
{
  /* calloc() of glibc does not look where malloc() keeps what was just freed, and is still in the
   * cache. */
  Value *value = g_new (Value, 1);
  *value = (Value){ .kind = kind };
  return value;
}

static Value *
text_take_n (char *text, gsize length)
{
  Value *value = value_new (VALUE_TEXT);
  g_assert (length <= G_MAXUINT);
  value->text = text;
  value->length = length;
  return value;
}

Value *
value_text (const char *text)
{
  return text ? value_text_n (text, strlen (text)) : value_null ();
}

Value *
value_text_n (const char *text, gsize length)
{
  g_assert (length <= G_MAXUINT);
  Value *value = g_malloc (sizeof *value + length + 1);
  *value = (Value){ .kind = VALUE_TEXT, .length = length };
  value->text = value->inside;
  memcpy (value->inside, text, length);
  value->inside[length] = '\0';
  return value;
}

Value *
value_text_take (char *text)
{
  return text ? text_take_n (text, strlen (text)) : value_null ();
}

Value *
value_list (void)
{
  return value_new (VALUE_LIST);
}

Value *
value_map (void)
{
  return value_new (VALUE_MAP);
}

static void
entry_clear (const Entry *entry)
{
  if (entry->owned)
    value_free ((Value *) entry->value);
  if (entry->owns_key)
    g_free ((char *) entry->key.text);
}

void
value_free (Value *value)
{
  if (value == NULL || value->kind == VALUE_NULL || value->kind == VALUE_BOOL)
    return;
  if (value->kind == VALUE_TEXT) {
    if (value->text != value->inside)
      g_free (value->text);
  } else {
    for (guint i = 0; i < value->length; i++)
      entry_clear (&value->entries[i]);
    g_free (value->entries);
  }
  g_free (value);
}

static void
entry_insert (Value *value, guint at, Entry entry)
{
  if (value->length == value->room) {
    value->room = value->room ? value->room * 2 : 8;
    value->entries = g_renew (Entry, value->entries, value->room);
  }
  memmove (value->entries + at + 1, value->entries + at, (value->length - at) * sizeof (Entry));
  value->entries[at] = entry;
  value->length++;
}

void
value_add (Value *list, Value *item_take)
{
  g_assert (list->kind == VALUE_LIST);
  entry_insert (list, list->length, (Entry){ { 0 }, item_take, TRUE, FALSE });
}

void
value_share (Value *list, const Value *item)
{
  g_assert (list->kind == VALUE_LIST);
  entry_insert (list, list->length, (Entry){ { 0 }, item, FALSE, FALSE });
}

ValueKey
value_key_of (const char *text)
{
  guint64 head = 0;
  memcpy (&head, text, strnlen (text, sizeof head));
  return (ValueKey){ text, GUINT64_FROM_BE (head) };
}

/* Heads are filled up with NUL, so keys are sorted like them. */
static int
key_compare (const ValueKey *a, const ValueKey *b)
{
  if (a->head != b->head)
    return a->head < b->head ? -1 : 1;
  gboolean has_more = (a->head & 0xFF) != 0;
  return has_more ? strcmp (a->text + sizeof a->head, b->text + sizeof b->head) : 0;
}

/* Where `key` is, or where it would stand. */
static gboolean
map_search (const Value *map, const ValueKey *key, guint *at)
{
  guint low = 0;
  guint high = map->length;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    int order = key_compare (key, &map->entries[middle].key);
    if (order == 0) {
      *at = middle;
      return TRUE;
    }
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  *at = low;
  return FALSE;
}

static void
map_put (Value *map, Entry entry)
{
  guint at;

  g_assert (map->kind == VALUE_MAP);
  if (!map_search (map, &entry.key, &at)) {
    entry_insert (map, at, entry);
    return;
  }
  entry_clear (&map->entries[at]);
  map->entries[at] = entry;
}

void
value_set (Value *map, const char *key, Value *item_take)
{
  map_put (map, (Entry){ value_key_of (key), item_take, TRUE, FALSE });
}

void
value_set_read (Value *map, const char *key, Value *item_take)
{
  map_put (map, (Entry){ value_key_of (g_strdup (key)), item_take, TRUE, TRUE });
}

void
value_set_shared (Value *map, const char *key, const Value *item)
{
  map_put (map, (Entry){ value_key_of (key), item, FALSE, FALSE });
}

void
value_set_text_take (Value *map, const char *key, char *text_take)
{
  value_set (map, key, value_text_take (text_take));
}

void
value_set_text (Value *map, const char *key, const char *text)
{
  value_set (map, key, value_text (text));
}

void
value_set_bool (Value *map, const char *key, gboolean truth)
{
  value_set (map, key, value_bool (truth));
}

void
value_set_number (Value *map, const char *key, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  value_set_text (map, key, g_ascii_formatd (text, sizeof text, "%.2f", number));
}

static void
shape_sort (ValueShape *shape)
{
  while (shape->n < VALUE_SHAPE_MOST && shape->keys[shape->n])
    shape->n++;
  for (guint i = 0; i < shape->n; i++) {
    ValueKey key = value_key_of (shape->keys[i]);
    for (guint j = 0; j < shape->n; j++) {
      ValueKey other = value_key_of (shape->keys[j]);
      shape->places[i] += key_compare (&other, &key) < 0;
    }
    shape->sorted[shape->places[i]] = key;
  }
}

Value *
value_shaped (ValueShape *shape, Value *const *items_take)
{
  if (g_once_init_enter (&shape->is_sorted)) {
    shape_sort (shape);
    g_once_init_leave (&shape->is_sorted, 1);
  }
  Value *map = value_map ();
  map->length = shape->n;
  map->room = shape->n + 2; /* in a list it gets is_first and is_last */
  map->entries = g_new (Entry, map->room);
  for (guint i = 0; i < shape->n; i++) {
    guint at = shape->places[i];
    map->entries[at] = (Entry){ shape->sorted[at], items_take[i], TRUE, FALSE };
  }
  return map;
}

ValueKind
value_kind (const Value *value)
{
  return value->kind;
}

gboolean
value_is_truthy (const Value *value)
{
  switch (value->kind) {
  case VALUE_NULL:
    return FALSE;
  case VALUE_BOOL:
    return value->truth;
  case VALUE_TEXT:
  case VALUE_LIST:
    return value->length > 0;
  case VALUE_MAP:
    return TRUE;
  }
  g_assert_not_reached ();
}

const char *
value_get_text (const Value *value, gsize *length)
{
  g_assert (value->kind == VALUE_TEXT);
  if (length)
    *length = value->length;
  return value->text;
}

guint
value_length (const Value *value)
{
  return value->kind == VALUE_LIST || value->kind == VALUE_MAP ? value->length : 0;
}

const Value *
value_item (const Value *list, guint index)
{
  g_assert (list->kind == VALUE_LIST && index < list->length);
  return list->entries[index].value;
}

const Value *
value_find_key (const Value *map, const ValueKey *key)
{
  guint at;
  return map->kind == VALUE_MAP && map_search (map, key, &at) ? map->entries[at].value : NULL;
}

const Value *
value_find (const Value *map, const char *key)
{
  const ValueKey made = value_key_of (key);
  return value_find_key (map, &made);
}

const char *
value_find_text (const Value *map, const char *key)
{
  const Value *value = value_find (map, key);
  return value && value_kind (value) == VALUE_TEXT ? value_get_text (value, NULL) : "";
}

gboolean
value_find_truth (const Value *map, const char *key)
{
  const Value *value = value_find (map, key);
  return value && value_is_truthy (value);
}

const char *
value_key (const Value *map, guint index)
{
  g_assert (map->kind == VALUE_MAP && index < map->length);
  return map->entries[index].key.text;
}

/* What a text of JSON cannot have as it is. */
static inline Block
may_be_special (Block block)
{
  return (Block) (block < 0x20) | (Block) (block == '"') | (Block) (block == '\\');
}

static void
dump_text (GString *out, const char *text, gsize length)
{
  static const guint8 is_special[256] = { [0 ... 0x1F] = 1, ['"'] = 1, ['\\'] = 1 };
  const char *run = text, *end = text + length;

  append_piece (out, "\"", 1);
  for (const char *p = text; (p = block_find (p, end, may_be_special, is_special)) < end; p++) {
    append_piece (out, run, (gsize) (p - run));
    run = p + 1;
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\n')
      append_piece (out, "\\n", 2);
    else
      g_string_append_printf (out, "\\u%04x", *p);
  }
  append_piece (out, run, (gsize) (end - run));
  append_piece (out, "\"", 1);
}

/* In place of a depth: all on one line. */
#define ONE_LINE G_MAXUINT

static void dump_value (GString *out, const Value *value, guint depth);

static void
dump_break (GString *out, guint depth)
{
  if (depth != ONE_LINE)
    g_string_append_printf (out, "\n%*s", (int) depth * 2, "");
}

static void
dump_entries (GString *out, const Value *value, guint depth)
{
  const char *brackets = value->kind == VALUE_MAP ? "{}" : "[]";
  guint inner = depth == ONE_LINE ? ONE_LINE : depth + 1;

  g_string_append_c (out, brackets[0]);
  for (guint i = 0; i < value->length; i++) {
    g_string_append (out, i ? "," : "");
    dump_break (out, inner);
    if (value->kind == VALUE_MAP) {
      dump_text (out, value->entries[i].key.text, strlen (value->entries[i].key.text));
      g_string_append (out, depth == ONE_LINE ? ":" : ": ");
    }
    dump_value (out, value->entries[i].value, inner);
  }
  if (value->length > 0)
    dump_break (out, depth);
  g_string_append_c (out, brackets[1]);
}

static void
dump_value (GString *out, const Value *value, guint depth)
{
  switch (value->kind) {
  case VALUE_NULL:
    g_string_append (out, "null");
    break;
  case VALUE_BOOL:
    g_string_append (out, value->truth ? "true" : "false");
    break;
  case VALUE_TEXT:
    dump_text (out, value->text, value->length);
    break;
  case VALUE_LIST:
  case VALUE_MAP:
    dump_entries (out, value, depth);
    break;
  }
}

char *
value_dump (const Value *value)
{
  GString *out = g_string_new (NULL);
  dump_value (out, value, 0);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

char *
value_json (const Value *value)
{
  GString *out = g_string_new (NULL);
  dump_value (out, value, ONE_LINE);
  return g_string_free (out, FALSE);
}
