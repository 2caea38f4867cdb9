/* SPDX-License-Identifier: MIT */
#include "render/qr.h"

#include "base/append.h"
#include "base/printable.h"
#include "model/web.h"

#include <qrencode.h>
#include <string.h>

/* By its letter, which who reads it has looked at. */
static QRecLevel
level_of (char ecc)
{
  static const struct {
    char letter;
    QRecLevel level;
  } levels[] = {
    { 'L', QR_ECLEVEL_L }, { 'M', QR_ECLEVEL_M }, { 'Q', QR_ECLEVEL_Q }, { 'H', QR_ECLEVEL_H }
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i].letter == ecc)
      return levels[i].level;
  g_assert_not_reached ();
}

QrCode *
qr_new (const char *text, char ecc)
{
  QRcode *encoded = QRcode_encodeString8bit (text, 0, level_of (ecc));
  if (encoded == NULL)
    return NULL;
  QrCode *code = g_new (QrCode, 1);
  code->size = encoded->width;
  code->modules = g_malloc (code->size * code->size);
  for (guint i = 0; i < code->size * code->size; i++)
    code->modules[i] = encoded->data[i] & 1;
  QRcode_free (encoded);
  return code;
}

QrCode *
qr_new_uri (const char *address, char ecc)
{
  g_autofree char *uri = web_uri (address);
  return qr_new (uri, ecc);
}

void
qr_free (QrCode *code)
{
  if (code == NULL)
    return;
  g_free (code->modules);
  g_free (code);
}

static void
append_bar (GString *out, guint x, guint y, guint length)
{
  g_string_append_c (out, 'M');
  append_number (out, x);
  g_string_append_c (out, ' ');
  append_number (out, y);
  g_string_append_c (out, 'h');
  append_number (out, length);
  g_string_append (out, "v1h-");
  append_number (out, length);
  g_string_append_c (out, 'z');
}

/* Each run of dark modules in a row is a bar one module high: half the length of a square for each,
 * and no seams between neighbours in a row. */
void
qr_svg (const QrCode *code, const char *title, GString *out)
{
  guint whole = code->size + 2 * QR_QUIET_ZONE;

  g_string_append_printf (out,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %u %u\" "
                          "shape-rendering=\"crispEdges\">",
                          whole, whole);
  if (title) {
    g_autofree char *printable = printable_copy (title, PRINTABLE_LINE);
    g_autofree char *escaped = g_markup_escape_text (printable, -1);
    g_string_append_printf (out, "<title>%s</title>", escaped);
  }
  g_string_append_printf (out, "<rect width=\"%u\" height=\"%u\" fill=\"#fff\"/><path d=\"", whole,
                          whole);
  for (guint y = 0; y < code->size; y++) {
    const guint8 *row = code->modules + y * code->size;
    for (guint x = 0; x < code->size;) {
      guint start = x;
      while (x < code->size && row[x])
        x++;
      if (x > start)
        append_bar (out, start + QR_QUIET_ZONE, y + QR_QUIET_ZONE, x - start);
      x += x == start;
    }
  }
  g_string_append (out, "\"/></svg>");
}
