/* SPDX-License-Identifier: MIT */
/* QR codes (ISO/IEC 18004) by libqrencode: a matrix, drawn by whoever needs it. */
#pragma once

#include <glib.h>

/* Light modules around the code; readers need them. */
#define QR_QUIET_ZONE 4

typedef struct {
  guint size;      /* modules along one side, without the quiet zone */
  guint8 *modules; /* size × size, row by row: 1 dark, 0 light */
} QrCode;

/* The smallest code that holds `text` with error correction `ecc` ('L' 'M' 'Q' 'H'). NULL when it
 * is too long for any. Caller frees. */
QrCode *qr_new (const char *text, char ecc);
/* The same for an address, which is an URI in a code (RFC 3986): letters beyond ASCII are in per
 * cent, whatever it looks like in clear. */
QrCode *qr_new_uri (const char *address, char ecc);
void qr_free (QrCode *code); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QrCode, qr_free)

/* Appends an SVG element: one path of one unit a module, on a white ground with the quiet zone.
 * `title`, for those who cannot see it, or NULL. */
void qr_svg (const QrCode *code, const char *title, GString *out);
