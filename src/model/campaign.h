/* SPDX-License-Identifier: MIT */
/* A campaign: what the documents of one push have in common, written once. Its values are reached
 * by name (model/fact.h); what pages and sheets show of it without being asked stands in fields. */
#pragma once

#include "base/value.h"
#include "model/office.h"

typedef struct {
  const char *name;
  const char *logo; /* path in static/, or NULL */
  const char *web;  /* or NULL */
} Partner;

typedef struct {
  const char *id;   /* of its file: "diet-lang-quang" */
  const char *path; /* for messages: "content/chien-dich/diet-lang-quang.yaml" */
  const char *name;
  const char *slogan; /* or NULL */
  const char *colour; /* "#00695c", or NULL */
  const char *manual; /* default address behind QR codes, or NULL */
  const Partner *partners;
  guint n_partners;
  const char *const *offices; /* who “phát hành đến: chiến dịch” means, as written; may be empty */
  Value *values;              /* all of it by name, in both languages; owned */
} Campaign;
