/* SPDX-License-Identifier: MIT */
#include "print/read/image.h"

#include "../../support.h"

#include <libdeflate.h>

/* Gives the chunks of a PNG their checksums, as far as there are any. */
static void
set_sums (guint8 *bytes, gsize length)
{
  for (gsize at = 8; at + 12 <= length;) {
    gsize inside =
      (gsize) bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
    if (inside > length - at - 12)
      return;
    guint32 sum = GUINT32_TO_BE (libdeflate_crc32 (0, bytes + at + 4, inside + 4));
    memcpy (bytes + at + 8 + inside, &sum, sizeof sum);
    at += 12 + inside;
  }
}

/* Pieces of files, in hexadecimal: “89 504E” */
static GByteArray *
bytes_of (const char *hex)
{
  GByteArray *bytes = g_byte_array_new ();

  for (const char *p = hex; *p;) {
    if (*p == ' ') {
      p++;
      continue;
    }
    guint8 byte = g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]);
    g_byte_array_append (bytes, &byte, 1);
    p += 2;
  }
  if (bytes->len > 0 && bytes->data[0] == 0x89)
    set_sums (bytes->data, bytes->len);
  return bytes;
}

#define SIGNATURE          "89504E470D0A1A0A"
#define SUM                "00000000" /* for set_sums() */
#define HEADER(size, rest) "0000000D 49484452" size rest SUM
#define SMALL              "00000002 00000003"
#define DATA               "00000001 49444154 00" SUM
#define END                "00000000 49454E44" SUM
#define PALETTE            "00000003 504C5445 000000" SUM
#define CLEAR              "00000001 74524E53 00" SUM

#define JFIF                 "FFE0 0010 4A46494600010100000100010000"
#define ADOBE                "FFEE 000E 41646F626500640000000002"
#define FRAME(kind, n, rest) "FF" kind " 0011 08 0003 0002" n rest
#define THREE                "010101 020101 030101"
#define SCAN                 "FFDA 0008 01 0100 003F00 1122FF0033"

static void
test_good (void)
{
  static const struct {
    const char *hex;
    Image image;
  } rows[] = {
    { SIGNATURE HEADER (SMALL, "0800000000") DATA END,
      { IMAGE_PNG, NULL, NULL, 2, 3, 8, 1, FALSE, FALSE, FALSE, FALSE } },
    { SIGNATURE HEADER (SMALL, "1000000000") DATA END,
      { IMAGE_PNG, NULL, NULL, 2, 3, 16, 1, FALSE, FALSE, FALSE, FALSE } },
    { SIGNATURE HEADER (SMALL, "0802000001") DATA DATA END,
      { IMAGE_PNG, NULL, NULL, 2, 3, 8, 3, FALSE, FALSE, TRUE, FALSE } },
    { SIGNATURE HEADER (SMALL, "0806000000") DATA END,
      { IMAGE_PNG, NULL, NULL, 2, 3, 8, 3, FALSE, TRUE, FALSE, FALSE } },
    { SIGNATURE HEADER (SMALL, "0804000000") DATA END,
      { IMAGE_PNG, NULL, NULL, 2, 3, 8, 1, FALSE, TRUE, FALSE, FALSE } },
    { SIGNATURE HEADER (SMALL, "0103000000") PALETTE DATA END,
      { IMAGE_PNG, NULL, NULL, 2, 3, 1, 1, TRUE, FALSE, FALSE, FALSE } },
    { SIGNATURE HEADER (SMALL, "0803000000") PALETTE CLEAR DATA END,
      { IMAGE_PNG, NULL, NULL, 2, 3, 8, 1, TRUE, TRUE, FALSE, FALSE } },
    { "FFD8" JFIF FRAME ("C0", "03", THREE) SCAN "FFD9",
      { IMAGE_JPEG, NULL, NULL, 2, 3, 8, 3, FALSE, FALSE, FALSE, FALSE } },
    { "FFD8" JFIF "FFFFFF" FRAME ("C2", "03", THREE) SCAN "FFD9 0000",
      { IMAGE_JPEG, NULL, NULL, 2, 3, 8, 3, FALSE, FALSE, FALSE, FALSE } },
    { "FFD8 FFC0 000B 08 0003 0002 01 010101" SCAN "FFD0 44 FFD9",
      { IMAGE_JPEG, NULL, NULL, 2, 3, 8, 1, FALSE, FALSE, FALSE, FALSE } },
    { "FFD8 FFC0 0014 08 0003 0002 04 010101020101030101040101" ADOBE SCAN "FFD9",
      { IMAGE_JPEG, NULL, NULL, 2, 3, 8, 4, FALSE, FALSE, FALSE, TRUE } },
    { "FFD8 FFC0 0014 08 0003 0002 04 010101020101030101040101" SCAN "FFD9",
      { IMAGE_JPEG, NULL, NULL, 2, 3, 8, 4, FALSE, FALSE, FALSE, FALSE } },
    { "FFD8" ADOBE FRAME ("C1", "03", THREE) SCAN "FFD9",
      { IMAGE_JPEG, NULL, NULL, 2, 3, 8, 3, FALSE, FALSE, FALSE, FALSE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (bytes_of (rows[i].hex));
    const char *why;
    g_test_message ("%s", rows[i].hex);
    g_autoptr (Image) image = image_new (bytes, &why);
    g_assert_cmpstr (why, ==, NULL);
    const Image *wanted = &rows[i].image;
    g_assert_cmpint (image->kind, ==, wanted->kind);
    g_assert_true (image->bytes == bytes);
    g_assert_cmpuint (image->width, ==, wanted->width);
    g_assert_cmpuint (image->height, ==, wanted->height);
    g_assert_cmpuint (image->bits, ==, wanted->bits);
    g_assert_cmpuint (image->n_components, ==, wanted->n_components);
    g_assert_cmpint (image->has_palette, ==, wanted->has_palette);
    g_assert_cmpint (image->has_alpha, ==, wanted->has_alpha);
    g_assert_cmpint (image->is_interlaced, ==, wanted->is_interlaced);
    g_assert_cmpint (image->is_inverted, ==, wanted->is_inverted);
  }
}

/* Of kinds of colour and depths those of the standard (PNG 11.2.2), and no other. */
static void
test_depths (void)
{
  static const guint good[] = { 0x0001, 0x0002, 0x0004, 0x0008, 0x0010, 0x0208, 0x0210, 0x0301,
                                0x0302, 0x0304, 0x0308, 0x0408, 0x0410, 0x0608, 0x0610 };
  guint n = 0;

  for (guint colour = 0; colour < 256; colour++)
    for (guint depth = 0; depth < 256; depth++) {
      gboolean is_good = n < G_N_ELEMENTS (good) && good[n] == (colour << 8 | depth);
      g_autofree char *hex =
        g_strdup_printf (SIGNATURE HEADER (SMALL, "%02X%02X000000") "%s" DATA END, depth, colour,
                         colour == 3 ? PALETTE : "");
      g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (bytes_of (hex));
      const char *why;
      g_autoptr (Image) image = image_new (bytes, &why);
      if ((image != NULL) != is_good)
        g_error ("colour %u, depth %u", colour, depth);
      n += is_good;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (good));
}

static void
test_bad (void)
{
  static const struct {
    const char *hex, *why;
  } rows[] = {
    { "", "is neither PNG nor JPEG" },
    { "89", "is neither PNG nor JPEG" },
    { "474946383961", "is neither PNG nor JPEG" },
    { SIGNATURE, "is cut off" },
    { SIGNATURE "0000000D 49484452" SMALL, "is cut off" },
    { SIGNATURE "0000000E 49484452" SMALL "0800000000 00" SUM, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0800000000"), "is cut off" },
    { SIGNATURE HEADER (SMALL, "0800000000") DATA, "is cut off" },
    { SIGNATURE HEADER (SMALL, "0800000000") END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0800000000") "FFFFFFFF 49444154 00" SUM, "is cut off" },
    { SIGNATURE HEADER (SMALL, "0800000000") "FFFFFFF4 49444154 00" SUM, "is cut off" },
    { SIGNATURE HEADER (SMALL, "0300000000") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0000000000") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "1802000000") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0402000000") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0801000000") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "08FF000000") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0800010000") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0800000002") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0803000000") DATA END, "is a broken PNG" },
    { SIGNATURE HEADER (SMALL, "0803000000") DATA PALETTE END, "is a broken PNG" },
    { SIGNATURE HEADER ("00000000 00000001", "0800000000") DATA END, "has no size" },
    { SIGNATURE HEADER ("7FFFFFFF 7FFFFFFF", "0800000000") DATA END,
      "has more than 100 million pixels" },
    { "FFD8FF", "is cut off" },
    { "FFD8" JFIF, "is cut off" },
    { "FFD8FFE0FFFF00", "is cut off" },
    { "FFD8FFE00001", "is a broken JPEG" },
    { "FFD8FF000000", "is a broken JPEG" },
    { "FFD8FFD90000", "is a broken JPEG" },
    { "FFD8" JFIF "00112233", "is a broken JPEG" },
    { "FFD8" JFIF SCAN "FFD9", "is a broken JPEG" },
    { "FFD8 FFC0 0007 08 0003 0002" SCAN "FFD9", "is a broken JPEG" },
    { "FFD8 FFC0 000B 08 0003 0002 03 010101" SCAN "FFD9", "is a broken JPEG" },
    { "FFD8" FRAME ("C0", "03", THREE) SCAN, "is cut off" },
    { "FFD8" FRAME ("C3", "03", THREE) SCAN "FFD9",
      "is a JPEG of a rare kind; save it anew as an ordinary one" },
    { "FFD8" FRAME ("C9", "03", THREE) SCAN "FFD9",
      "is a JPEG of a rare kind; save it anew as an ordinary one" },
    { "FFD8" FRAME ("C0", "02", THREE) SCAN "FFD9",
      "is a JPEG of a rare kind; save it anew as an ordinary one" },
    { "FFD8 FFC0 0011 0C 0003 0002 03" THREE SCAN "FFD9",
      "is a JPEG of a rare kind; save it anew as an ordinary one" },
    { "FFD8 FFC0 0011 08 0000 0002 03" THREE SCAN "FFD9", "has no size" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (bytes_of (rows[i].hex));
    const char *why = NULL;
    g_test_message ("%s", rows[i].hex);
    g_assert_null (image_new (bytes, &why));
    g_assert_cmpstr (why, ==, rows[i].why);
  }
}

/* However a good file is cut or bent, nothing is read that is not there (sanitizers look on). */
static void
test_bent (void)
{
  static const char *const files[] = {
    SIGNATURE HEADER (SMALL, "0803000000") PALETTE CLEAR DATA END,
    "FFD8" JFIF ADOBE FRAME ("C0", "03", THREE) SCAN "FFD9",
  };
  static const guint8 bends[] = { 0x00, 0x01, 0x7F, 0x80, 0xC0, 0xDA, 0xFF };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GByteArray) whole = bytes_of (files[i]);
    for (guint cut = 0; cut < whole->len; cut++) {
      /* a block of its own, so that reading behind it is seen */
      g_autoptr (GBytes) bytes = g_bytes_new (whole->data, cut);
      const char *why = NULL;
      g_assert_null (image_new (bytes, &why));
      g_assert_nonnull (why);
    }
    for (guint at = 0; at < whole->len; at++)
      for (guint j = 0; j < G_N_ELEMENTS (bends); j++) {
        g_autofree guint8 *bent = g_memdup2 (whole->data, whole->len);
        bent[at] = bends[j];
        if (j % 2 && bent[0] == 0x89)
          set_sums (bent, whole->len);
        g_autoptr (GBytes) bytes = g_bytes_new (bent, whole->len);
        const char *why = NULL;
        g_autoptr (Image) image = image_new (bytes, &why);
        g_assert_true ((image == NULL) == (why != NULL));
      }
  }
}

/* What was damaged on its way is found out. */
static void
test_damaged (void)
{
  g_autoptr (GByteArray) whole =
    bytes_of (SIGNATURE HEADER (SMALL, "0803000000") PALETTE CLEAR DATA END);

  for (guint at = 8; at < whole->len; at++)
    for (guint bit = 0; bit < 8; bit++) {
      g_autofree guint8 *damaged = g_memdup2 (whole->data, whole->len);
      damaged[at] ^= 1u << bit;
      g_autoptr (GBytes) bytes = g_bytes_new (damaged, whole->len);
      const char *why = NULL;
      g_assert_null (image_new (bytes, &why));
      g_assert_nonnull (why);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image/good", test_good);
  g_test_add_func ("/image/depths", test_depths);
  g_test_add_func ("/image/bad", test_bad);
  g_test_add_func ("/image/damaged", test_damaged);
  g_test_add_func ("/image/bent", test_bent);
  return g_test_run ();
}
