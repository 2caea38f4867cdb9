/* SPDX-License-Identifier: MIT */
/* What an address begins with: what a link may lead to, on a page and on paper. */
#pragma once

#include <glib.h>

/* TRUE for http, https, mailto and tel; everything else that has a scheme (javascript:, data:,
 * file:) is refused. */
gboolean web_scheme_is_safe (const char *url);

/* The scheme of an absolute URL as a new lower-case string, or NULL when `link` has none
 * ("a.html"). */
char *web_scheme (const char *link);
