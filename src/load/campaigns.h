/* SPDX-License-Identifier: MIT */
/* Campaigns: the records of content/chien-dich/. */
#pragma once

#include "load/record.h"
#include "model/site.h"

/* Adds the record of `source`, whose id is the name of its file, to site->campaigns. Wrong keys and
 * values are reported, and the rest is kept. */
void campaign_load (Site *site, const Source *source, Report *report);

/* A FieldRead. Phase: “from”, “until”, “hours”, in this order of days. */
void read_phase (RecordReader *reader, const YamlNode *node, gpointer target);
