/* SPDX-License-Identifier: MIT */
/* An office that issues documents: its letterhead, its address, its loudspeaker station. */
#pragma once

#include "base/date.h"
#include "base/source.h"
#include "model/locality.h"

/* How a station reads; zero is the northern, official way. */
typedef struct {
  gboolean use_le;            /* "lẻ" for "linh" */
  gboolean use_ngan;          /* "ngàn" for "nghìn" */
  gboolean use_mung;          /* "mùng" before solar days 1 to 10 */
  gboolean use_sounds;        /* letters by their sound, "bờ", for by their name, "bê" */
  guint syllables_per_minute; /* 0: 200, outdoors */
} Reading;

typedef struct {
  const char *name;         /* "Đài truyền thanh phường Hà Đông", or NULL */
  const char *sign_on;      /* spoken first, or NULL for the built-in one */
  const char *sign_off;     /* spoken last, or NULL */
  const char *const *slots; /* "05:30", in the order of the file */
  const char *voice;        /* what its speech engine calls the one it reads with, or NULL */
  Reading reading;
} Station;

typedef struct Office Office;
struct Office {
  const char *id;
  const Locality *locality;        /* never NULL */
  const char *const *parent_lines; /* cơ quan chủ quản, as printed: capitals; may be empty */
  const char *const *name_lines;   /* cơ quan ban hành, at least one line */
  const char *name;                /* in a sentence: "Ủy ban nhân dân phường Hà Đông" */
  const char *place;               /* địa danh of the date line */
  const char *symbol;              /* "UBND", or NULL */
  const char *address, *phone, *email, *web; /* or NULL */
  const char *hours;  /* when it is open, “7:30–11:30, 13:30–17:00”, or NULL */
  const char *emblem; /* path in static/, or NULL */
  const char *colour; /* "#b3131b", or NULL */
  gboolean is_party;  /* its letters follow the rule of the Party */
  Station station;
  const PrintQuantity *quantities; /* how many of each product are printed for it */
  guint n_quantities;
  Date valid_from, valid_to;
  const char *successor; /* id, or NULL */
  gboolean by_rule;      /* made from its locality, without a record */
  const char *path;      /* file of its record, for messages */
  Place place_in_file;
};

/* TRUE when `id` can be part of addresses: small letters, digits and hyphens. “index” is the list
 * of all. */
gboolean office_id_is_good (const char *id);

/* TRUE after the last day of its life. */
gboolean office_is_former (const Office *office, Moment now);
