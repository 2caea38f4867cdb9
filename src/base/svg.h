/* SPDX-License-Identifier: MIT */
/* What may stand in a drawing (SVG 1.1, SVG 2): the one list for those that are published, and for
 * those that paper shows, as a file or within a page. Lists end with NULL. */
#pragma once

extern const char *const svg_elements[];
/* Beside “style” and the properties, which may be attributes, too. */
extern const char *const svg_attributes[];
/* As attributes or in a style. */
extern const char *const svg_properties[];
