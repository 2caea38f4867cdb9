/* SPDX-License-Identifier: MIT */
/* The data a template is filled with: null, bool, text, list, map. One small immutable tree that
 * can be dumped, so that a page can be tested before any template is involved.
 *
 * A value is built by one thread, from the root down or the leaves up, and is constant afterwards.
 * Lists and maps own what is added to them, except what is shared: a shared value must outlive its
 * borrower. Numbers are texts: nothing here computes, and 1.50 must stay 1.50. */
#pragma once

#include <glib.h>

typedef enum {
  VALUE_NULL,
  VALUE_BOOL,
  VALUE_TEXT,
  VALUE_LIST,
  VALUE_MAP,
} ValueKind;

typedef struct Value Value;

/* A key made ready to be looked up often. */
typedef struct {
  const char *text;
  guint64 head; /* its first eight bytes as one number, which mostly decides alone */
} ValueKey;

Value *value_null (void);                             /* the only one, shared: free it or not */
Value *value_bool (gboolean truth);                   /* likewise, one of each */
Value *value_text (const char *text);                 /* copies; NULL gives null */
Value *value_text_n (const char *text, gsize length); /* copies */
Value *value_text_take (char *text);                  /* keeps; NULL gives null */
Value *value_list (void);                             /* empty, to be added to */
Value *value_map (void);                              /* the same, with keys */
/* With all it owns. NULL is allowed. */
void value_free (Value *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Value, value_free)

/* At the end of the list, which owns it from now on. */
void value_add (Value *list, Value *item_take);
/* The same, but it stays its owner's. */
void value_share (Value *list, const Value *item);

/* `key` is not copied: a literal, or g_intern_string(). Setting a key again replaces its value. */
void value_set (Value *map, const char *key, Value *item_take);
/* The same with a key that was read from a file: it is copied, and goes with the map. */
void value_set_read (Value *map, const char *key, Value *item_take);
/* The same, but it stays its owner's. */
void value_set_shared (Value *map, const char *key, const Value *item);
/* The same with a value made here. */
void value_set_text (Value *map, const char *key, const char *text); /* copies; NULL gives null */
void value_set_text_take (Value *map, const char *key,
                          char *text_take);                        /* keeps; NULL gives null */
void value_set_bool (Value *map, const char *key, gboolean truth); /* TRUE or FALSE, not null */
/* As text with two decimals and a point, as style sheets and drawings want it. */
void value_set_number (Value *map, const char *key, double number);

/* The keys of maps that are made by the thousand: sorted once, by whoever makes the first. */
#define VALUE_SHAPE_MOST 16
typedef struct {
  const char *keys[VALUE_SHAPE_MOST]; /* literals, each once; NULL behind the last */
  /* The shape's own: */
  gsize is_sorted;
  guint n;
  ValueKey sorted[VALUE_SHAPE_MOST];
  guint8 places[VALUE_SHAPE_MOST]; /* of each key, among the sorted */
} ValueShape;

/* A map with these keys, and what belongs to each in their order, which it owns from now on. It is
 * a map like others. From any thread. */
Value *value_shaped (ValueShape *shape, Value *const *items_take);

/* What may be asked of it: for text, items or entries of another kind is a bug of the caller. */
ValueKind value_kind (const Value *value);
/* What a template section asks: null, false, the empty text and the empty list are not. */
gboolean value_is_truthy (const Value *value);
const char *value_get_text (const Value *value, gsize *length); /* VALUE_TEXT only */
guint value_length (const Value *value);                        /* items of a list or map, else 0 */
const Value *value_item (const Value *list, guint index);       /* from 0, below the length */
const Value *value_find (const Value *map, const char *key);    /* NULL when absent or not a map */
/* The text of that name; "" when it is absent or none. */
const char *value_find_text (const Value *map, const char *key);
gboolean value_find_truth (const Value *map, const char *key); /* as value_is_truthy(); or FALSE */
ValueKey value_key_of (const char *text);                      /* borrows */
const Value *value_find_key (const Value *map, const ValueKey *key); /* the same */
const char *value_key (const Value *map, guint index);               /* keys are sorted */

/* As JSON with sorted keys, two spaces of indentation and a final newline. Caller frees. */
char *value_dump (const Value *value);
/* The same on one line, without a space that is not needed. Caller frees. */
char *value_json (const Value *value);
