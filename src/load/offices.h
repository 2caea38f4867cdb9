/* SPDX-License-Identifier: MIT */
/* Offices: the records of content/offices.yaml, and those made by rule from a locality. */
#pragma once

#include "base/report.h"
#include "load/record.h"
#include "model/site.h"

/* Fills site->offices from the records of `source`, whose localities must be there already; wrong
 * records are reported and left out. */
void offices_load (Site *site, const Source *source, Report *report);

/* The office with `id`: a record, or the people's committee of the locality with that code on
 * `date`, whose letterhead follows by rule and which is then part of the site. NULL when there is
 * neither. Not for workers. */
const Office *office_find_or_make (Site *site, const char *id, Date date);

/* A FieldRead. const char *: #rrggbb. */
void read_any_colour (RecordReader *reader, const YamlNode *node, gpointer target);
/* The same, but only what is readable on white. */
void read_colour (RecordReader *reader, const YamlNode *node, gpointer target);
