/* SPDX-License-Identifier: MIT */
/* What the front matter of a letter says of its form (Decree 30/2020): readers of its keys, and
 * what its kind asks of them (model/official_kind.h). */
#pragma once

#include "load/front_matter.h"
#include "load/record.h"

/* guint: 13 or 14 points */
void read_size (RecordReader *reader, const YamlNode *node, gpointer target);
/* Document: number; “chờ”, also before a symbol (“chờ/UBND-NC”): it waits. */
void read_number (RecordReader *reader, const YamlNode *node, gpointer target);
/* const char *: "UBND-NC", or "4907/UBND-NC". */
void read_symbol (RecordReader *reader, const YamlNode *node, gpointer target);
/* Document: date; “chờ”: it waits. */
void read_letter_date (RecordReader *reader, const YamlNode *node, gpointer target);
/* const char *const *, ended by NULL: who a letter goes to. Reports what was rather one name with a
 * comma in it. */
void read_addressees (RecordReader *reader, const YamlNode *node, gpointer target);
/* Document: signers, one map or a list of them. */
void read_signers (RecordReader *reader, const YamlNode *node, gpointer target);
/* const char *: "HỎA TỐC", "THƯỢNG KHẨN", "KHẨN". */
void read_urgency (RecordReader *reader, const YamlNode *node, gpointer target);
/* Nothing: what is marked for few must not be held by a press for all. */
void refuse_mark (RecordReader *reader, const YamlNode *node, gpointer target);
/* FrontMatter: copy mark and the id of its office. */
void read_copy_mark (RecordReader *reader, const YamlNode *node, gpointer target);

/* The front matter, and where keys of it stand (line 0: they do not). */
typedef struct {
  const YamlNode *matter;
  Place number, symbol, date, subject, to, signer, copies, outputs;
} OfficialPlaces;

/* Number and symbol, which may have been written as one, are told apart; what the kind of a letter
 * asks for and is not there, or is there and means nothing, is reported. */
void official_resolve (RecordReader *reader, FrontMatter *matter, const OfficialPlaces *places);
