/* SPDX-License-Identifier: MIT */
/* A sheet as a page that browsers show like any other: pictures of its pages, and over them where
 * the lines of its document stand. What shows a PDF in a browser says nothing of clicks. */
#pragma once

#include "print/paint/line_map.h"

/* The page, in HTML; its pictures are asked for at its own address, with “?page=1”. Caller
 * unrefs. */
GBytes *sheet_page_new (const char *title, const LineMap *lines);

/* A page of `pdf`, from 0, as JPEG. NULL when there is none, or it cannot be painted here. Caller
 * unrefs. */
GBytes *sheet_page_picture (GBytes *pdf, guint number);
