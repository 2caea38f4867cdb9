/* SPDX-License-Identifier: MIT */
/* Vietnamese letters without their marks. */
#pragma once

#include <glib.h>

/* Lower case without marks, đ as d: “Đồng Nai” → “dong nai”. Other characters stay. Caller frees.
 */
char *text_fold (const char *text);

/* Folded, with a hyphen between words and nothing but a–z, 0–9 and hyphens: “Phường 1 Bảo Lộc” →
 * “phuong-1-bao-loc”. Empty when nothing is left. Caller frees. */
char *text_slug (const char *text);

/* The first letter as a capital: “phường Hà Đông” → “Phường Hà Đông”. Caller frees. */
char *text_capitalise (const char *text);
