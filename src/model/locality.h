/* SPDX-License-Identifier: MIT */
/* Administrative units of Viet Nam and their life spans (two levels since 1 July 2025).
 *
 * One Locality is one period in the life of a unit: when a unit changes kind or name, its code has
 * a second row. Codes are those of the National Statistics Office; one code may have meant another
 * unit before a merger (15 was Yên Bái, is Lào Cai), so a code means something only on a date. */
#pragma once

#include "base/date.h"

#include <glib.h>

typedef enum {
  LOCALITY_PROVINCE,       /* tỉnh */
  LOCALITY_CITY,           /* thành phố */
  LOCALITY_WARD,           /* phường */
  LOCALITY_COMMUNE,        /* xã */
  LOCALITY_SPECIAL_ZONE,   /* đặc khu */
  LOCALITY_DISTRICT,       /* huyện, until 2025 */
  LOCALITY_URBAN_DISTRICT, /* quận, until 2025 */
  LOCALITY_TOWN,           /* thị xã, until 2025 */
  LOCALITY_TOWNSHIP,       /* thị trấn, until 2025 */
  LOCALITY_N_KINDS
} LocalityKind;

/* How many copies of a product are printed. */
typedef struct {
  guint64 products; /* set of product_bit() */
  guint n;
} PrintQuantity;

typedef struct Locality Locality;
struct Locality {
  const char *code; /* "01", "09886" */
  const char *name; /* "Hà Đông", without the word for its kind */
  LocalityKind kind;
  const char *parent_code;    /* or NULL for provinces and cities */
  const char *place;          /* địa danh where the plain name is not it, or NULL */
  const char *successor_code; /* the unit that took over after valid_to, or NULL */
  /* Of its people's committee, where the list has columns for them; else NULL. */
  const char *address, *phone, *email, *web, *hours, *station;
  const char *const *slots;
  const PrintQuantity *quantities;
  guint n_quantities;
  Date valid_from; /* unset: since ever */
  Date valid_to;   /* the last day; unset: still */
  gboolean built_in;
};

typedef struct LocalityTable LocalityTable;

/* Holds the 34 provinces and cities of 2025, and those they were formed from. Caller frees. */
LocalityTable *locality_table_new (void);
/* Frees every row too; NULL is nothing. */
void locality_table_free (LocalityTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LocalityTable, locality_table_free)

/* Adds one row. Strings are copied. A row of the site replaces built-in rows of the same code whose
 * life span meets its own. Returns FALSE when another row of the site has this code in the same
 * period. */
gboolean locality_table_add (LocalityTable *table, const Locality *row);

/* The rows that are asked for below belong to `table`, and stay where they are. */

/* The unit with `code` on `date` (unset: the newest); NULL when there is none. */
const Locality *locality_find (const LocalityTable *table, const char *code, Date date);
/* Any period of `code`, the newest. */
const Locality *locality_find_any (const LocalityTable *table, const char *code);
/* Who does its work now: follows successors to one without an end, or NULL. */
const Locality *locality_successor (const LocalityTable *table, const Locality *locality);
/* The unit it belongs to on `date` (unset: the newest); NULL for provinces and cities, and when the
 * table has none. */
const Locality *locality_parent (const LocalityTable *table, const Locality *locality, Date date);
/* The province or city it belongs to on `date`, or itself; NULL when the table has none. */
const Locality *locality_province (const LocalityTable *table, const Locality *locality, Date date);
/* How many rows there are, periods of built-in units included. */
guint locality_table_size (const LocalityTable *table);
/* Row `index`, from 0, in the order they were added. */
const Locality *locality_table_row (const LocalityTable *table, guint index);

/* "phường", as it stands before a name in a sentence. */
const char *locality_kind_word (LocalityKind kind);
/* LOCALITY_N_KINDS when `word` (any case) names no kind. */
LocalityKind locality_kind_from_word (const char *word);

/* "phường Hà Đông", "Thành phố Hồ Chí Minh", "Phường 1 Bảo Lộc": capitals by annex II. Caller
 * frees. */
char *locality_full_name (const Locality *locality);
/* The place of the date line, annex I and rule 4.3: the plain name, but the full name for units
 * named after a person, a number or an event. Caller frees. */
char *locality_place (const Locality *locality);
/* TRUE from its first day to its last, both included; an unset end is none. */
gboolean locality_is_valid_on (const Locality *locality, Date date);
