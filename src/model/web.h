/* SPDX-License-Identifier: MIT */
/* Web addresses: what may be linked, what may stand behind a QR code; and how the numbers and
 * addresses of an office are written. */
#pragma once

#include "base/web_scheme.h"

/* TRUE when `url` is an http or https address whose host matches one of the `patterns` ("*.gov.vn",
 * "vneid.gov.vn"): ASCII letters only (look-alikes from other alphabets are refused), no user name
 * before the host, no other port than the scheme's. */
gboolean web_host_is_allowed (const char *url, const char *const *patterns);
/* The first sign of `url` that no address has as it is, and that such a host is refused for:
 * spaces, quotation marks, brackets < > { }. Within `url`, or NULL. */
const char *web_odd_sign (const char *url);

/* Hosts links may lead to without a word when a site names no others: authorities, the stores of
 * apps, what citizens are written to by. NULL-terminated. */
extern const char *const web_usual_hosts[];

typedef enum {
  WEB_GOOD,
  WEB_NOT_WHOLE,      /* "https:x": browsers and people read it differently */
  WEB_USER_NAME,      /* "https://vneid.gov.vn@elsewhere" */
  WEB_INVISIBLE,      /* characters nobody sees, or that turn the direction around */
  WEB_OTHER_ALPHABET, /* letters in the host that look like those of another alphabet */
  WEB_BAD_MAIL,       /* "mailto:" with headers, or no address */
  WEB_BAD_PHONE,      /* "tel:" with something else than a number */
  WEB_UNKNOWN_HOST,   /* good, but its host is not on the list: for a warning */
} WebFault;

/* What is wrong with an absolute address people are led to; addresses without one of the safe
 * schemes are not its business. `patterns`, or NULL for any host, as in web_host_is_allowed(),
 * which looks at the host. */
WebFault web_link_fault (const char *url, const char *const *patterns);
/* A sentence about it, with the address in it for “%s”; translated. */
const char *web_fault_message (WebFault fault);
/* What to do about it; translated. */
const char *web_fault_advice (WebFault fault);

/* The host of `url`, in small letters, as people read it (punycode undone), without “www.”; NULL
 * when it has none. Caller frees. */
char *web_host (const char *url);

/* TRUE when the words of a link name a host, a number or a mail address and the link leads to
 * another one. `own_url` is an address of the site, for links within it, or NULL. */
gboolean web_text_lies (const char *text, const char *url, const char *own_url);

/* "0251 3822 501", "(+84) 251.3822.501 - 3822.502", "1900 1234 nhánh 2", "0900 000 000 (Zalo)": one
 * number or several, with signs between, an extension, a word on it. */
gboolean web_is_phone (const char *text);
/* The address that dials the first of these numbers, without its extension. Caller frees. */
char *web_phone_link (const char *text);
/* One address, nothing else: no headers, no name. */
gboolean web_is_mail (const char *text);

/* The address as an URI (RFC 3986), whatever it looks like in clear: what may not stand in one is
 * in per cent, “l%C5%A9” for “lũ”; per cent signs stay. Caller frees. */
char *web_uri (const char *address);
