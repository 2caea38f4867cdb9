/* SPDX-License-Identifier: MIT */
/* Texts are looked at one by one, but told by the block: what follows each other, comes from one
 * line and is wrong on the same side is one fault. What lies at an angle is there to be seen, not
 * to be read, and never counts. */
#include "print/bounds.h"

#include "base/i18n.h"

#include <math.h>
#include <string.h>

#define MM_PER_POINT (25.4 / 72)

/* Points from the edge of a page that text has to keep: 3 mm. */
#define SAFE_EDGE (3 / MM_PER_POINT)

/* Letters reach about so far from the baseline, in sizes of the font. */
#define REACH_UP   0.75
#define REACH_DOWN 0.25

/* Points beyond an edge that nobody sees. */
#define TOLERANCE 0.5

/* Letters of a text that are told of it, at its start and at its end. */
#define MOST_START 50
#define MOST_END   20

typedef enum {
  FAULT_OUTSIDE,
  FAULT_NEAR,
  FAULT_BELOW,
  FAULT_WIDE,
  FAULT_HIDDEN,
  N_FAULT_KINDS
} FaultKind;

/* Texts of one block with the same fault. */
typedef struct {
  const Faults *faults;
  char *file;
  FaultKind kind;
  Side side;
  const Element *element; /* of the first; NULL with an empty text: there is none yet */
  guint line, page;
  GString *text;
  double by; /* points: the most */
  double baseline;
  guint n_lines; /* of text; the last stands at `baseline` */
  Bounds *bounds;
  gboolean is_good;
} Told;

static const char *
words_of (FaultKind kind, Side side)
{
  static const char *const outside[N_SIDES] = {
    [SIDE_TOP] = N_ ("%s, page %u: “%s” lies outside the paper, %.0f mm above its upper edge"),
    [SIDE_RIGHT] =
      N_ ("%s, page %u: “%s” lies outside the paper, %.0f mm to the right of its right edge"),
    [SIDE_BOTTOM] = N_ ("%s, page %u: “%s” lies outside the paper, %.0f mm below its lower edge"),
    [SIDE_LEFT] =
      N_ ("%s, page %u: “%s” lies outside the paper, %.0f mm to the left of its left edge"),
  };
  static const char *const others[N_FAULT_KINDS] = {
    [FAULT_NEAR] =
      N_ ("%s, page %u: “%s” stands %.1f mm from the edge of the paper; 3 mm are safe"),
    [FAULT_BELOW] = N_ ("%s, page %u: “%s” reaches %.0f mm into the lower margin"),
    [FAULT_WIDE] = N_ ("%s, page %u: “%s” is %.1f mm wider than its place"),
    [FAULT_HIDDEN] = N_ ("%s, page %u: “%s” is cut off: %.1f mm of it lie outside its box"),
  };
  return kind == FAULT_OUTSIDE ? outside[side] : others[kind];
}

static char *
shortened (const char *text)
{
  glong n = g_utf8_strlen (text, -1);

  if (n <= MOST_START + MOST_END + 3)
    return g_strdup (text);
  g_autofree char *start = g_utf8_substring (text, 0, MOST_START);
  const char *end = g_utf8_offset_to_pointer (text, n - MOST_END), *space = strchr (end, ' ');
  char *last = strrchr (start, ' ');
  if (last)
    *last = '\0';
  return g_strconcat (start, " … ", space ? space + 1 : end, NULL);
}

/* Which item of a numbered list an element stands in, from 1; 0: in none. */
static guint
item_of (const Element *element)
{
  guint n = 1;

  while (element && !(element_is (element, "li") && element_is (element->parent, "ol")))
    element = element->parent;
  if (element == NULL)
    return 0;
  for (const Element *before = element->previous; before; before = before->previous)
    n += element_is (before, "li");
  return n;
}

/* How much of a block it is, where that is more than one line, and of which step. Caller frees. */
static char *
place_in_text (const Told *told)
{
  guint item = item_of (told->element), n = told->n_lines;

  if (told->kind == FAULT_NEAR || (n < 2 && item == 0))
    return g_strdup ("");
  if (item && n && told->side == SIDE_BOTTOM)
    return g_strdup_printf (
      ngettext (" (%u line at the end of item %u)", " (%u lines at the end of item %u)", n), n,
      item);
  return item ? g_strdup_printf (_ (" (in item %u)"), item)
              : g_strdup_printf (ngettext (" (%u line)", " (%u lines)", n), n);
}

static void
tell (Told *told)
{
  g_autofree char *text = shortened (g_strstrip (told->text->str));
  const char *format = _ (words_of (told->kind, told->side));
  const char *advice = told->kind == FAULT_NEAR ? _ ("move it inwards in the template")
                                                : _ ("shorten the text, or change the template");

  if (told->text->len == 0)
    return;
  g_autofree char *where = place_in_text (told);
  g_autofree char *said =
    g_strdup_printf (format, told->file, told->page + 1, text, told->by * MM_PER_POINT);
  g_autofree char *message = g_strconcat (said, where, NULL);
  if (told->kind == FAULT_OUTSIDE) {
    told->is_good = FALSE;
    told->bounds->n_outside++;
    fault_error (told->faults, told->element, told->text->str, advice, "%s", message);
  } else
    fault_warning (told->faults, told->element, told->text->str, advice, "%s", message);
  told->bounds->n_unsafe += told->kind == FAULT_NEAR;
  g_string_truncate (told->text, 0);
  told->by = 0;
  told->n_lines = 0;
}

/* What is told of next is text of a line that stands at `baseline`. */
static void
note_line (Told *told, double baseline)
{
  if (told->n_lines == 0 || told->baseline != baseline)
    told->n_lines++;
  told->baseline = baseline;
}

static void
add (Told *told, FaultKind kind, Side side, guint page, const Element *element, const char *text,
     gsize length, double by)
{
  guint line = fault_line (told->faults, element);

  if (told->kind != kind || told->side != side || told->page != page || told->line != line)
    tell (told);
  if (told->text->len == 0) {
    told->kind = kind;
    told->side = side;
    told->page = page;
    told->line = line;
    told->element = element;
  } else if (!g_str_has_suffix (told->text->str, " "))
    g_string_append_c (told->text, ' ');
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    g_string_append_unichar (told->text, letter == 0x2028 || letter == '\n' ? ' ' : letter);
  }
  told->by = MAX (told->by, by);
}

/* --- what stands where --- */

/* What an item covers, as far as it is to be seen. */
typedef struct {
  double edge[N_SIDES];
} Extent;

static Extent
extent_of (const Placed *item)
{
  if (item->kind == PLACED_TEXT) {
    const TextRun *run = item->text.run;
    return (Extent){ { [SIDE_TOP] = item->text.baseline - REACH_UP * run->size,
                       [SIDE_RIGHT] = item->x + run->width,
                       [SIDE_BOTTOM] = item->text.baseline + REACH_DOWN * run->size,
                       [SIDE_LEFT] = item->x } };
  }
  return (Extent){ { [SIDE_TOP] = item->y,
                     [SIDE_RIGHT] = item->x + item->width,
                     [SIDE_BOTTOM] = item->y + item->height,
                     [SIDE_LEFT] = item->x } };
}

/* What of it its clip lets be seen. */
static Extent
seen_of (const PlacedPage *page, const Placed *item)
{
  Extent extent = extent_of (item);
  VisibleArea seen = placed_page_visible (page, item->clip);

  extent.edge[SIDE_TOP] = MAX (extent.edge[SIDE_TOP], seen.top);
  extent.edge[SIDE_LEFT] = MAX (extent.edge[SIDE_LEFT], seen.left);
  extent.edge[SIDE_RIGHT] = MIN (extent.edge[SIDE_RIGHT], seen.right);
  extent.edge[SIDE_BOTTOM] = MIN (extent.edge[SIDE_BOTTOM], seen.bottom);
  return extent;
}

/* The side on which it comes nearest to an edge, and how near; negative: beyond it. */
static double
room_of (const PageStyle *page, const Extent *extent, Side *side)
{
  const double rooms[N_SIDES] = { [SIDE_TOP] = extent->edge[SIDE_TOP],
                                  [SIDE_RIGHT] = page->width - extent->edge[SIDE_RIGHT],
                                  [SIDE_BOTTOM] = page->height - extent->edge[SIDE_BOTTOM],
                                  [SIDE_LEFT] = extent->edge[SIDE_LEFT] };

  *side = SIDE_TOP;
  for (Side other = 0; other < N_SIDES; other++)
    if (rooms[other] < rooms[*side])
      *side = other;
  return rooms[*side];
}

static const char *
name_of (const Placed *item, gsize *length)
{
  const char *name = item->kind == PLACED_TEXT ? item->text.run->text
                     : item->element           ? element_attribute (item->element, "alt")
                                               : NULL;

  if (item->kind != PLACED_TEXT && (name == NULL || *name == '\0'))
    name = item->kind == PLACED_IMAGE ? _ ("a picture") : _ ("a drawing");
  *length = item->kind == PLACED_TEXT ? item->text.run->length : strlen (name);
  return name;
}

static void
check_item (Told *told, const PlacedPage *page, guint index, const Placed *item)
{
  Extent extent = seen_of (page, item);
  double area = page->style.height - page->style.margin[SIDE_BOTTOM];
  gsize length;
  const char *name = name_of (item, &length);
  Side side;
  double room = room_of (&page->style, &extent, &side);
  /* A picture up to the edge goes as far as the knife may miss it. */
  double beyond = item->kind == PLACED_TEXT ? 0 : MAX (0, page->style.bleed);

  if (room < -beyond - TOLERANCE)
    add (told, FAULT_OUTSIDE, side, index, item->element, name, length, -room);
  else if (page->is_overfull && item->role != ROLE_ARTIFACT
           && extent.edge[SIDE_BOTTOM] > area + TOLERANCE)
    add (told, FAULT_BELOW, SIDE_BOTTOM, index, item->element, name, length,
         extent.edge[SIDE_BOTTOM] - area);
  else if (item->kind == PLACED_TEXT && room < SAFE_EDGE)
    add (told, FAULT_NEAR, side, index, item->element, name, length, room);
  else
    return;
  if (item->kind == PLACED_TEXT)
    note_line (told, item->text.baseline);
}

/* Colours and lines may run off the paper; pictures that are artifacts, too. */
static gboolean
counts (const Placed *item)
{
  return item->rotation == 0 && item->kind != PLACED_BOX
         && (item->kind == PLACED_TEXT || item->role != ROLE_ARTIFACT);
}

static void
check_page (Told *told, const PlacedPage *page, guint index)
{
  for (guint i = 0; i < page->items->len; i++) {
    const Placed *item = &g_array_index (page->items, Placed, i);
    if (counts (item))
      check_item (told, page, index, item);
  }
  tell (told);
}

static void
check_wide_lines (Told *told, const Placement *placement)
{
  for (guint i = 0; i < placement->wide_lines->len; i++) {
    const WideLine *wide = &g_array_index (placement->wide_lines, WideLine, i);
    if (wide->run)
      add (told, FAULT_WIDE, SIDE_RIGHT, wide->page, wide->element, wide->run->text,
           wide->run->length, wide->by);
    else
      add (told, FAULT_WIDE, SIDE_RIGHT, wide->page, wide->element, _ ("a picture"),
           strlen (_ ("a picture")), wide->by);
    tell (told);
  }
}

static void
check_hidden_texts (Told *told, const Placement *placement)
{
  for (guint i = 0; i < placement->hidden_texts->len; i++) {
    const HiddenText *hidden = &g_array_index (placement->hidden_texts, HiddenText, i);
    add (told, FAULT_HIDDEN, SIDE_BOTTOM, hidden->page, hidden->element, hidden->run->text,
         hidden->run->length, hidden->by);
  }
  tell (told);
}

gboolean
bounds_check (const Placement *placement, const Faults *faults, Bounds *bounds)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *file = g_path_get_basename (faults->page->path);
  Told told = { .faults = faults, .file = file, .text = text, .bounds = bounds, .is_good = TRUE };

  bounds->n_overfull = placement->wide_lines->len + placement->hidden_texts->len;
  for (guint i = 0; i < placement->pages->len; i++) {
    const PlacedPage *page = placement->pages->pdata[i];
    bounds->n_overfull += page->is_overfull;
    check_page (&told, page, i);
  }
  check_wide_lines (&told, placement);
  check_hidden_texts (&told, placement);
  return told.is_good;
}
