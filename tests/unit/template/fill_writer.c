/* SPDX-License-Identifier: MIT */
#include "template/fill_writer.h"

#include <string.h>

static FillWriter
writer_new (void)
{
  return (FillWriter){ .out = g_string_new (NULL),
                       .indentation = g_string_new (NULL),
                       .at_line_start = TRUE };
}

static void
check_end (FillWriter *writer, const char *expected)
{
  g_assert_cmpstr (writer->out->str, ==, expected);
  g_string_free (writer->out, TRUE);
  g_string_free (writer->indentation, TRUE);
}

static void
text (FillWriter *writer, const char *piece)
{
  writer_text (writer, piece, strlen (piece));
}

static void
value (FillWriter *writer, const char *piece)
{
  writer_value (writer, piece, strlen (piece), template_escape_html);
}

static Node
node_of (NodeLayout layout, const char *indentation)
{
  return (Node){ .layout = layout,
                 .indentation = indentation,
                 .indentation_length = strlen (indentation) };
}

/* Each line gets the indentation, empty ones none; line ends in values count as letters. */
static void
test_lines (void)
{
  const Node lines = node_of (LAYOUT_LINES, "  ");
  FillWriter writer = writer_new ();

  text (&writer, "a\n");
  FillMark mark = writer_enter (&writer, &lines);
  text (&writer, "b\n\nc");
  text (&writer, "");
  text (&writer, "d\n\r\n\re\n");
  value (&writer, "<f>\ng");
  text (&writer, "\n");
  value (&writer, "");
  text (&writer, "\n");
  value (&writer, "h");
  writer_leave (&writer, mark);
  text (&writer, "i\n");
  check_end (&writer, "a\n  b\n\n  cd\n\r\n  \re\n  &lt;f&gt;\ng\n\n  hi\n");
}

static void
test_nested (void)
{
  const Node outer = node_of (LAYOUT_LINES, " ");
  const Node inner = node_of (LAYOUT_LINES, "\t");
  FillWriter writer = writer_new ();

  FillMark out = writer_enter (&writer, &outer);
  text (&writer, "a\n");
  FillMark in = writer_enter (&writer, &inner);
  text (&writer, "b\n");
  writer_leave (&writer, in);
  text (&writer, "c\n");
  writer_leave (&writer, out);
  text (&writer, "d");
  check_end (&writer, " a\n \tb\n c\nd");
}

/* In the middle of a line nothing is indented; the rest of the line goes on behind it. */
static void
test_inline (void)
{
  const Node outer = node_of (LAYOUT_LINES, "  ");
  const Node inner = node_of (LAYOUT_INLINE, "    ");
  FillWriter writer = writer_new ();

  FillMark out = writer_enter (&writer, &outer);
  FillMark in = writer_enter (&writer, &inner);
  text (&writer, "a\nb\n");
  writer_leave (&writer, in);
  text (&writer, "c\nd");
  writer_leave (&writer, out);
  check_end (&writer, "  a\nb\nc\n  d");
}

/* Lines within something in the middle of a line are indented by what was opened there alone. */
static void
test_lines_in_inline (void)
{
  const Node outer = node_of (LAYOUT_LINES, "  ");
  const Node middle = node_of (LAYOUT_INLINE, "");
  const Node inner = node_of (LAYOUT_LINES, "\t");
  FillWriter writer = writer_new ();

  FillMark out = writer_enter (&writer, &outer);
  FillMark between = writer_enter (&writer, &middle);
  text (&writer, "a\n");
  FillMark in = writer_enter (&writer, &inner);
  text (&writer, "b\nc\n");
  writer_leave (&writer, in);
  text (&writer, "d\n");
  writer_leave (&writer, between);
  text (&writer, "e\n");
  writer_leave (&writer, out);
  check_end (&writer, "  a\n\tb\n\tc\nd\ne\n");
}

/* Behind the indentation of a line, which is text already: only further lines get it. */
static void
test_hanging (void)
{
  const Node hanging = node_of (LAYOUT_HANGING, "  ");
  FillWriter writer = writer_new ();

  text (&writer, "x\n  ");
  FillMark mark = writer_enter (&writer, &hanging);
  text (&writer, "a\nb\n");
  writer_leave (&writer, mark);
  text (&writer, "c");
  check_end (&writer, "x\n  a\n  b\nc");
}

/* A partial before did not end its line: what is set on lines is indented all the same. */
static void
test_after_unfinished_line (void)
{
  const Node lines = node_of (LAYOUT_LINES, "  ");
  FillWriter writer = writer_new ();

  for (guint i = 0; i < 2; i++) {
    FillMark mark = writer_enter (&writer, &lines);
    value (&writer, "a");
    writer_leave (&writer, mark);
  }
  check_end (&writer, "  a  a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fill-writer/lines", test_lines);
  g_test_add_func ("/fill-writer/nested", test_nested);
  g_test_add_func ("/fill-writer/inline", test_inline);
  g_test_add_func ("/fill-writer/lines-in-inline", test_lines_in_inline);
  g_test_add_func ("/fill-writer/hanging", test_hanging);
  g_test_add_func ("/fill-writer/after-unfinished-line", test_after_unfinished_line);
  return g_test_run ();
}
