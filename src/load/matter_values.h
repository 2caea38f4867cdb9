/* SPDX-License-Identifier: MIT */
/* How the values of front matter are read, but those that only letters have (load/official.h): what
 * each reader writes is the type of its target, and what is wrong is reported at its place. */
#pragma once

#include "load/front_matter.h"
#include "load/record.h"

typedef struct {
  const char *english, *vietnamese;
  guint64 value; /* one of an enum, or bits of a set */
} ValueWord;

/* FALSE when `text` is none of the words. */
gboolean value_word_match (const char *text, const ValueWord *words, guint n, guint64 *value);
/* The same of a node; reports what is none of them. */
gboolean value_word_read (RecordReader *reader, const YamlNode *node, const ValueWord *words,
                          guint n, guint64 *value);

/* FrontMatter: products, a set of product_bit(); “none” is for texts that only stand in others. */
void read_outputs (RecordReader *reader, const YamlNode *node, gpointer target);
/* guint: set of PrintOption. */
void read_print_options (RecordReader *reader, const YamlNode *node, gpointer target);
/* FrontMatter: an address, a document of the site, a short link, the page itself, or false. */
void read_manual (RecordReader *reader, const YamlNode *node, gpointer target);
/* const char *: "vi", "en", "zh-Hant": it goes into pages as it is. */
void read_lang (RecordReader *reader, const YamlNode *node, gpointer target);
/* Broadcast. */
void read_broadcast (RecordReader *reader, const YamlNode *node, gpointer target);
/* A key of a broadcast whose text is said. */
gboolean broadcast_key_is_text (const char *key);
/* FrontMatter: attachments, how many, and where they stand. */
void read_attachments (RecordReader *reader, const YamlNode *node, gpointer target);
/* FrontMatter: phases, one or a list. */
void read_rounds (RecordReader *reader, const YamlNode *node, gpointer target);
/* FrontMatter: phases; a day, or with its hours, or a list of them. */
void read_event (RecordReader *reader, const YamlNode *node, gpointer target);
/* const char *: what it is called in the menu; “có” is its title, "". */
void read_menu_title (RecordReader *reader, const YamlNode *node, gpointer target);
/* const char *: digits alone are dong. */
void read_fee (RecordReader *reader, const YamlNode *node, gpointer target);
/* Series: its name alone, or with the place in it. */
void read_series (RecordReader *reader, const YamlNode *node, gpointer target);
/* Cover. */
void read_cover (RecordReader *reader, const YamlNode *node, gpointer target);
/* FrontMatter: rules that are not held against it, each with its reason: “ND30-08: số của năm cũ”.
 */
void read_waivers (RecordReader *reader, const YamlNode *node, gpointer target);
/* FrontMatter: extras, fields for templates of the site. */
void read_extras (RecordReader *reader, const YamlNode *node, gpointer target);
