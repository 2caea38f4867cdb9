/* SPDX-License-Identifier: MIT */
/* `giao diện` of site.yaml: how the site differs from the built-in look without a template. */
#pragma once

#include "load/record.h"
#include "model/site.h"

/* Where themes are, in the folder of the site. */
#define LOOK_THEMES "themes/"

/* SiteLook: the folder of a theme, or a map of colours, widths and fonts. A text that could not be
 * read on its ground is an error. */
void read_look (RecordReader *reader, const YamlNode *node, gpointer target);
