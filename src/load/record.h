/* SPDX-License-Identifier: MIT */
/* A YAML map into a C struct, by a table of fields. Every key has an English and a Vietnamese
 * spelling. */
#pragma once

#include "base/arena.h"
#include "load/yaml.h"

typedef struct {
  const Source *source;
  Arena *arena; /* owns every text of the record */
  Report *report;
  /* The key by which a variant says what it cannot say by `key`, in the same language; NULL for
   * none. NULL: no record has such. */
  const char *(*other_way) (const char *key);
} RecordReader;

/* Reads `node` into what `target` points to; reports what is wrong with it and leaves `target` as
 * it is then. */
typedef void (*FieldRead) (RecordReader *reader, const YamlNode *node, gpointer target);

typedef struct {
  const char *english, *vietnamese;
  FieldRead read;
  gsize offset;            /* of the target in the record */
  guint required, allowed; /* masks of variants of the record; 0 allowed: all */
} Field;

#define ALWAYS (~0u)

/* Fills `record` from `map`; FALSE after reporting when it is no map. `variant` is the bit of
 * this record's variant (its kind), or ALWAYS; `named` says what it is, for messages (N_ ("a
 * letter")). `places`, NULL or one for each field, receives where each value stands (line 0:
 * absent). Unknown, doubled, missing and misplaced keys are reported. */
gboolean record_read (RecordReader *reader, const Field *fields, guint n_fields, guint variant,
                      const char *named, const YamlNode *map, gpointer record, Place *places);

/* The entry of `map` for the field, in either spelling, or NULL. It belongs to `map`. */
const YamlNode *record_find (const YamlNode *map, const Field *field);

/* The field of this name, in either language; NULL when there is none. */
const Field *record_field (const Field *fields, guint n_fields, const char *key);

/* Reports that `map` has no value for a key it must have, with an example of one. */
void record_report_missing (RecordReader *reader, const char *named, const YamlNode *map,
                            const char *english, const char *vietnamese);

/* Ready-made readers; what each writes is the type of its target. All report a value that is none
 * of theirs, at its place. Texts and lists must not be empty; they live in the reader's arena. */

/* const char *, without the space around it. */
void read_text (RecordReader *reader, const YamlNode *node, gpointer target);
/* const char *const *, ended by NULL: one text, or a list of them. Good ones are kept. */
void read_texts (RecordReader *reader, const YamlNode *node, gpointer target);
/* gboolean: true, false, có, không. */
void read_bool (RecordReader *reader, const YamlNode *node, gpointer target);
/* Date, as date_parse() reads it. */
void read_date (RecordReader *reader, const YamlNode *node, gpointer target);
/* Moment, as moment_parse() reads it. */
void read_moment (RecordReader *reader, const YamlNode *node, gpointer target);
/* Moment: of a day without an hour, the end; everybody reads “đến 26/11” as all of that day. */
void read_end (RecordReader *reader, const YamlNode *node, gpointer target);
/* const char *const *, ended by NULL: times of day, written "05:30" however they were typed. */
void read_clock_times (RecordReader *reader, const YamlNode *node, gpointer target);
/* "5:30", "05h30", "17h" → "05:30"; NULL when it is no time of day. Caller frees. */
char *clock_time_parse (const char *text);
/* const char *: an http or https address with a host and without a user. */
void read_url (RecordReader *reader, const YamlNode *node, gpointer target);

/* FALSE after reporting when `node` is not a scalar with text in it. */
gboolean record_expect_text (RecordReader *reader, const YamlNode *node);
/* Reports a list without items. */
void record_expect_items (RecordReader *reader, const YamlNode *node, guint n_items);
/* FALSE after reporting when `node` is of another kind. */
gboolean record_expect_kind (RecordReader *reader, const YamlNode *node, YamlKind kind);
