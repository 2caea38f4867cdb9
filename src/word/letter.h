/* SPDX-License-Identifier: MIT */
/* A letter or typed document as a Word file, laid out as the PDF is (Decree 30/2020, annex I): for
 * those who change a word before it is signed. */
#pragma once

#include "base/value.h"
#include "model/body.h"
#include "model/document.h"

/* A picture as Word can show it. */
typedef struct {
  GBytes *bytes;        /* JPEG or PNG; the receiver unrefs */
  double width, height; /* its natural size (CSS 2.2, 10.3.2), px */
} LetterPicture;

/* Gives what `address` of the body names, fit for a place at most `width` and `height` px large.
 * FALSE when there is nothing to show. */
typedef gboolean (*LetterPictureFunc) (const char *address, double width, double height,
                                       LetterPicture *picture, gpointer data);

/* How a table of the letter stands on paper. */
typedef struct {
  double size;           /* of its letters, points */
  gboolean is_wide;      /* it lies on its side */
  const GArray *columns; /* double: their widths, mm */
} LetterTable;

/* What of a letter is printed otherwise than it is stored. */
typedef struct {
  const Value *form;         /* what its sheet is filled with (docs/templates.md, document.…) */
  const char *contacts;      /* the foot of the first page, or NULL */
  const Value *contents;     /* what is listed before the text (docs/templates.md); or NULL */
  const Value *appendices;   /* of the sheet, with what each lists of itself (likewise); or NULL */
  GHashTable *pages;         /* id of what is listed → the page it stands on; NULL: not known */
  const GArray *tables;      /* LetterTable, in their order; NULL: not known */
  LetterPictureFunc picture; /* NULL: their descriptions stand for them */
  gpointer data;             /* of `picture` */
} LetterLines;

/* Appends the file to `out`. `body` is shared and stays as it is. */
void letter_docx (const Document *document, const LetterLines *lines, cmark_node *body,
                  GString *out);
