/* SPDX-License-Identifier: MIT */
/* Web addresses: what may be linked, what may stand behind a QR code. */
#pragma once

#include <glib.h>

/* TRUE for http, https, mailto and tel; everything else that has a scheme (javascript:, data:,
 * file:) is refused. */
gboolean web_scheme_is_safe (const char *url);

/* The scheme of an absolute URL as a new lower-case string, or NULL when `link` has none
 * ("a.html"). */
char *web_scheme (const char *link);

/* TRUE when `url` is an http or https address whose host matches one of the `patterns` ("*.gov.vn",
 * "vneid.gov.vn"): ASCII letters only (look-alikes from other alphabets are refused), no user name
 * before the host, no other port than the scheme's. */
gboolean web_host_is_allowed (const char *url, const char *const *patterns);
