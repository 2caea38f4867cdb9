/* SPDX-License-Identifier: MIT */
#include "print/paint/content_stream.h"

#include "print/paint/cmyk.h"
#include "print/paint/notation.h"

#include <math.h>

#define RED  ((Colour){ 255, 0, 0, FALSE })
#define GREY ((Colour){ 51, 51, 51, FALSE })

static void
colours (ContentStream *content)
{
  content_fill_colour (content, RED);
  content_fill_colour (content, RED);
  content_stroke_colour (content, RED);
  content_fill_colour (content, GREY);
}

/* What was set within q and Q is unset behind it. */
static void
saved_colours (ContentStream *content)
{
  content_fill_colour (content, RED);
  content_save (content);
  content_fill_colour (content, GREY);
  content_restore (content);
  content_fill_colour (content, RED);
  content_fill_colour (content, GREY);
}

static void
paths (ContentStream *content)
{
  content_move (content, 1, 2);
  content_line (content, 3, 4);
  content_curve (content, 1, 2, 3, 4, 5, 6);
  content_rectangle (content, 10, 20, 30, 40);
}

static void
images (ContentStream *content)
{
  content_image (content, 10, 20, 30, 40, 7);
}

static void
turns (ContentStream *content)
{
  content_rotate (content, 90, 10, 20);
  content_rotate (content, 450, 10, 20);
  content_rotate (content, NAN, 0, 0);
  content_scale (content, 10, 20, 0.5);
}

/* Each line from the one before; the font once. */
static void
texts (ContentStream *content)
{
  content_text (content, 2, 13, 10, 20);
  content_text (content, 2, 13, 10, 35);
  content_text (content, 2, 14, 12, 35);
  content_text_end (content);
  content_text_end (content);
  content_text (content, 2, 14, 10, 20);
  content_save (content);
}

static void
test_operators (void)
{
  Cmyk red = cmyk_of ((Colour){ 255, 0, 0, FALSE });
  g_autoptr (GString) numbers = g_string_new (NULL);
  for (guint i = 0; i < 4; i++) {
    notation_number (numbers, (&red.cyan)[i]);
    g_string_append_c (numbers, ' ');
  }
  g_autofree char *inked = g_strdup_printf ("%sk\n%sK\n0 0 0 .8 k\n", numbers->str, numbers->str);
  const struct {
    void (*write) (ContentStream *content);
    Ink ink;
    const char *operators;
  } rows[] = {
    { colours, INK_COLOUR, "1 0 0 rg\n1 0 0 RG\n.2 g\n" },
    { colours, INK_GREY, ".3 g\n.3 G\n.2 g\n" },
    { colours, INK_CMYK, inked },
    { saved_colours, INK_COLOUR, "1 0 0 rg\nq\n.2 g\nQ\n.2 g\n" },
    { paths, INK_COLOUR, "101 798 m\n103 796 l\n101 798 103 796 105 794 c\n110 740 30 40 re\n" },
    { images, INK_COLOUR, "30 0 0 40 110 740 cm\n/I7 Do\n" },
    { turns, INK_COLOUR,
      "0 -1 1 0 -670 890 cm\n0 -1 1 0 -670 890 cm\n1 0 0 1 0 0 cm\n.5 0 0 -.5 110 780 cm\n" },
    { texts, INK_COLOUR,
      "BT\n/F2 13 Tf\n110 780 Td\n0 -15 Td\n/F2 14 Tf\n2 0 Td\nET\nBT\n110 780 Td\nET\nq\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    ContentStream content;
    content_start (&content, out, rows[i].ink, 100, 800);
    rows[i].write (&content);
    g_test_message ("%u", i);
    g_assert_cmpstr (out->str, ==, rows[i].operators);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content-stream/operators", test_operators);
  return g_test_run ();
}
