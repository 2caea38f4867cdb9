/* SPDX-License-Identifier: MIT */
#include "print/read/path.h"

#include "print/read/number.h"

#include <math.h>
#include <string.h>

/* A quarter of a circle by a cubic curve: how far its control points stand out, of the radius. */
#define QUARTER 0.5522847498307936

#define NEARLY_NOTHING 1e-9

typedef struct {
  double x, y;
} Point;

/* --- steps --- */

static void
append_step (GArray *steps, DrawVerb verb, Point one, Point two, Point three)
{
  DrawStep step = { verb, { { one.x, one.y }, { two.x, two.y }, { three.x, three.y } } };
  g_array_append_val (steps, step);
}

static void
append_point (GArray *steps, DrawVerb verb, double x, double y)
{
  DrawStep step = { verb, { { x, y } } };
  g_array_append_val (steps, step);
}

static void
append_close (GArray *steps)
{
  append_point (steps, DRAW_CLOSE, 0, 0);
}

/* --- numbers in a row --- */

typedef struct {
  const char *at, *end;
} Numbers;

static void
skip_space (Numbers *numbers)
{
  while (numbers->at < numbers->end && g_ascii_isspace (*numbers->at))
    numbers->at++;
}

/* White space, with a comma in it or not. */
static void
skip_comma (Numbers *numbers)
{
  skip_space (numbers);
  if (numbers->at == numbers->end || *numbers->at != ',')
    return;
  numbers->at++;
  skip_space (numbers);
}

/* `n` numbers. FALSE when there are fewer. */
static gboolean
read_numbers (Numbers *numbers, double *values, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (!number_read (&numbers->at, numbers->end, &values[i]))
      return FALSE;
    skip_comma (numbers);
  }
  return TRUE;
}

/* --- transformations --- */

Matrix
matrix_times (Matrix outer, Matrix inner)
{
  return (Matrix){
    outer.xx * inner.xx + outer.xy * inner.yx,
    outer.yx * inner.xx + outer.yy * inner.yx,
    outer.xx * inner.xy + outer.xy * inner.yy,
    outer.yx * inner.xy + outer.yy * inner.yy,
    outer.xx * inner.dx + outer.xy * inner.dy + outer.dx,
    outer.yx * inner.dx + outer.yy * inner.dy + outer.dy,
  };
}

static gboolean
make_translation (const double *values, guint n, Matrix *matrix)
{
  *matrix = (Matrix){ 1, 0, 0, 1, values[0], n > 1 ? values[1] : 0 };
  return n == 1 || n == 2;
}

static gboolean
make_scale (const double *values, guint n, Matrix *matrix)
{
  *matrix = (Matrix){ values[0], 0, 0, n > 1 ? values[1] : values[0], 0, 0 };
  return n == 1 || n == 2;
}

static gboolean
make_rotation (const double *values, guint n, Matrix *matrix)
{
  double angle = values[0] * G_PI / 180, x = n == 3 ? values[1] : 0, y = n == 3 ? values[2] : 0;
  Matrix turn = { cos (angle), sin (angle), -sin (angle), cos (angle), x, y };

  *matrix = matrix_times (turn, (Matrix){ 1, 0, 0, 1, -x, -y });
  return n == 1 || n == 3;
}

static gboolean
make_skew_x (const double *values, guint n, Matrix *matrix)
{
  *matrix = (Matrix){ 1, 0, tan (values[0] * G_PI / 180), 1, 0, 0 };
  return n == 1;
}

static gboolean
make_skew_y (const double *values, guint n, Matrix *matrix)
{
  *matrix = (Matrix){ 1, tan (values[0] * G_PI / 180), 0, 1, 0, 0 };
  return n == 1;
}

static gboolean
make_matrix (const double *values, guint n, Matrix *matrix)
{
  *matrix = (Matrix){ values[0], values[1], values[2], values[3], values[4], values[5] };
  return n == 6;
}

static const struct {
  const char *name;
  gboolean (*make) (const double *values, guint n, Matrix *matrix);
} transformations[] = {
  { "translate", make_translation }, { "scale", make_scale },  { "rotate", make_rotation },
  { "skewX", make_skew_x },          { "skewY", make_skew_y }, { "matrix", make_matrix },
};

/* name(numbers) */
static gboolean
parse_transformation (Numbers *numbers, Matrix *matrix)
{
  double values[6] = { 0 };
  guint n = 0, kind = 0;
  gsize length = strcspn (numbers->at, "( \t\n");

  while (kind < G_N_ELEMENTS (transformations)
         && (strlen (transformations[kind].name) != length
             || strncmp (numbers->at, transformations[kind].name, length) != 0))
    kind++;
  numbers->at += length;
  skip_space (numbers);
  if (kind == G_N_ELEMENTS (transformations) || numbers->at == numbers->end
      || *numbers->at++ != '(')
    return FALSE;
  skip_space (numbers);
  while (n < G_N_ELEMENTS (values) && read_numbers (numbers, &values[n], 1))
    n++;
  if (numbers->at == numbers->end || *numbers->at++ != ')')
    return FALSE;
  return transformations[kind].make (values, n, matrix);
}

gboolean
matrix_parse (const char *text, Matrix *matrix)
{
  Numbers numbers = { text, text + strlen (text) };
  Matrix one;

  *matrix = MATRIX_SAME;
  for (skip_space (&numbers); numbers.at < numbers.end; skip_comma (&numbers)) {
    if (!parse_transformation (&numbers, &one))
      return FALSE;
    *matrix = matrix_times (*matrix, one);
  }
  return TRUE;
}

/* Whatever was multiplied before, what comes out is a number. */
static double
limited (double value)
{
  return isnan (value) ? 0 : CLAMP (value, -NUMBER_MOST, NUMBER_MOST);
}

static Point
transform_point (Matrix matrix, double x, double y)
{
  return (Point){ limited (matrix.xx * x + matrix.xy * y + matrix.dx),
                  limited (matrix.yx * x + matrix.yy * y + matrix.dy) };
}

void
path_transform (GArray *steps, Matrix matrix)
{
  static const guint n_points[] = {
    [DRAW_MOVE] = 1, [DRAW_LINE] = 1, [DRAW_CURVE] = 3, [DRAW_CLOSE] = 0
  };

  for (guint i = 0; i < steps->len; i++) {
    DrawStep *step = &g_array_index (steps, DrawStep, i);
    for (guint j = 0; j < n_points[step->verb]; j++) {
      Point point = transform_point (matrix, step->points[j].x, step->points[j].y);
      step->points[j].x = point.x;
      step->points[j].y = point.y;
    }
  }
}

/* --- path data --- */

typedef struct {
  Numbers numbers;
  GArray *steps;
  Point now, start; /* where the pen is, where the figure began */
  Point control;    /* of the curve before, for S and T */
  char previous;    /* command, in capitals */
  gboolean is_relative;
} Pen;

static Point
pen_point (const Pen *pen, const double *values)
{
  Point base = pen->is_relative ? pen->now : (Point){ 0, 0 };
  return (Point){ base.x + values[0], base.y + values[1] };
}

static void
draw_line (Pen *pen, Point to)
{
  append_point (pen->steps, DRAW_LINE, to.x, to.y);
  pen->now = pen->control = to;
}

static void
draw_curve (Pen *pen, Point one, Point two, Point to)
{
  append_step (pen->steps, DRAW_CURVE, one, two, to);
  pen->control = two;
  pen->now = to;
}

/* A quadratic curve is a cubic one whose control points stand two thirds of the way to its own. */
static void
draw_quadratic (Pen *pen, Point control, Point to)
{
  Point one = { pen->now.x + (control.x - pen->now.x) * 2 / 3,
                pen->now.y + (control.y - pen->now.y) * 2 / 3 };
  Point two = { to.x + (control.x - to.x) * 2 / 3, to.y + (control.y - to.y) * 2 / 3 };

  draw_curve (pen, one, two, to);
  pen->control = control;
}

/* The control point of the curve before, on the other side of the pen, when that was a curve of the
 * same kind. */
static Point
mirrored_control (const Pen *pen, const char *kinds)
{
  if (pen->previous == '\0' || !strchr (kinds, pen->previous))
    return pen->now;
  return (Point){ 2 * pen->now.x - pen->control.x, 2 * pen->now.y - pen->control.y };
}

static void
draw_move (Pen *pen, const double *values)
{
  pen->now = pen->start = pen->control = pen_point (pen, values);
  append_point (pen->steps, DRAW_MOVE, pen->now.x, pen->now.y);
}

static void
draw_l (Pen *pen, const double *values)
{
  draw_line (pen, pen_point (pen, values));
}

static void
draw_h (Pen *pen, const double *values)
{
  draw_line (pen, (Point){ values[0] + (pen->is_relative ? pen->now.x : 0), pen->now.y });
}

static void
draw_v (Pen *pen, const double *values)
{
  draw_line (pen, (Point){ pen->now.x, values[0] + (pen->is_relative ? pen->now.y : 0) });
}

static void
draw_c (Pen *pen, const double *values)
{
  draw_curve (pen, pen_point (pen, values), pen_point (pen, values + 2),
              pen_point (pen, values + 4));
}

static void
draw_s (Pen *pen, const double *values)
{
  draw_curve (pen, mirrored_control (pen, "CS"), pen_point (pen, values),
              pen_point (pen, values + 2));
}

static void
draw_q (Pen *pen, const double *values)
{
  draw_quadratic (pen, pen_point (pen, values), pen_point (pen, values + 2));
}

static void
draw_t (Pen *pen, const double *values)
{
  draw_quadratic (pen, mirrored_control (pen, "QT"), pen_point (pen, values));
}

static void
draw_z (Pen *pen, G_GNUC_UNUSED const double *values)
{
  append_close (pen->steps);
  pen->now = pen->control = pen->start;
}

/* --- arcs (SVG 1.1, F.6) --- */

typedef struct {
  Point centre;
  double rx, ry, turn; /* radians */
  double from, sweep;  /* angles on the ellipse */
} Arc;

/* The centre of the ellipse through two points, in its own turned coordinates, where the middle
 * between the points is the origin and `half` the first of them. */
static Point
arc_centre (Arc *arc, Point half, gboolean is_large, gboolean is_sweep)
{
  double x = half.x / arc->rx, y = half.y / arc->ry;
  double distance = x * x + y * y;

  if (distance > 1) { /* the radii do not reach: they grow until they do */
    arc->rx *= sqrt (distance);
    arc->ry *= sqrt (distance);
    return (Point){ 0, 0 };
  }
  double away = sqrt (1 / MAX (distance, NEARLY_NOTHING) - 1) * (is_large == is_sweep ? -1 : 1);
  return (Point){ away * arc->rx * y, -away * arc->ry * x };
}

static Point
turned (Point point, double angle)
{
  return (Point){ point.x * cos (angle) - point.y * sin (angle),
                  point.x * sin (angle) + point.y * cos (angle) };
}

static Arc
arc_between (Point from, Point to, const double *values)
{
  gboolean is_large = values[3] != 0, is_sweep = values[4] != 0;
  Arc arc = { .rx = fabs (values[0]), .ry = fabs (values[1]), .turn = values[2] * G_PI / 180 };
  Point half = turned ((Point){ (from.x - to.x) / 2, (from.y - to.y) / 2 }, -arc.turn);
  Point centre = arc_centre (&arc, half, is_large, is_sweep);
  double end = atan2 ((-half.y - centre.y) / arc.ry, (-half.x - centre.x) / arc.rx);

  arc.from = atan2 ((half.y - centre.y) / arc.ry, (half.x - centre.x) / arc.rx);
  arc.sweep = end - arc.from;
  if (is_sweep && arc.sweep < 0)
    arc.sweep += 2 * G_PI;
  else if (!is_sweep && arc.sweep > 0)
    arc.sweep -= 2 * G_PI;
  Point middle = turned (centre, arc.turn);
  arc.centre = (Point){ middle.x + (from.x + to.x) / 2, middle.y + (from.y + to.y) / 2 };
  return arc;
}

/* The point at an angle, and how a curve leaves it, as long as `tangent`. */
static Point
arc_point (const Arc *arc, double angle, double tangent)
{
  Point own = { arc->rx * (cos (angle) - tangent * sin (angle)),
                arc->ry * (sin (angle) + tangent * cos (angle)) };
  Point point = turned (own, arc->turn);
  return (Point){ point.x + arc->centre.x, point.y + arc->centre.y };
}

static void
draw_a (Pen *pen, const double *values)
{
  Point to = pen_point (pen, values + 5);

  if (to.x == pen->now.x && to.y == pen->now.y)
    return;
  if (fabs (values[0]) < NEARLY_NOTHING || fabs (values[1]) < NEARLY_NOTHING) {
    draw_line (pen, to);
    return;
  }
  Arc arc = arc_between (pen->now, to, values);
  guint n = MAX (1, ceil (fabs (arc.sweep) / (G_PI / 2) - 1e-9));
  double step = arc.sweep / n, tangent = 4.0 / 3 * tan (step / 4);
  for (guint i = 0; i < n; i++) {
    double angle = arc.from + i * step;
    Point end = i + 1 == n ? to : arc_point (&arc, angle + step, 0);
    draw_curve (pen, arc_point (&arc, angle, tangent), arc_point (&arc, angle + step, -tangent),
                end);
  }
}

/* --- commands --- */

#define MOST_VALUES 7

typedef struct {
  char name;
  guint n_values;
  void (*draw) (Pen *pen, const double *values);
} Command;

static const Command commands[] = {
  { 'M', 2, draw_move }, { 'L', 2, draw_l }, { 'H', 1, draw_h }, { 'V', 1, draw_v },
  { 'C', 6, draw_c },    { 'S', 4, draw_s }, { 'Q', 4, draw_q }, { 'T', 2, draw_t },
  { 'A', 7, draw_a },    { 'Z', 0, draw_z },
};

static const Command *
command_find (char name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].name == g_ascii_toupper (name))
      return &commands[i];
  return NULL;
}

/* The flags of an arc may stand without anything between them: “a1 1 0 0110 0”. */
static gboolean
read_flag (Numbers *numbers, double *value)
{
  if (numbers->at == numbers->end || (*numbers->at != '0' && *numbers->at != '1'))
    return FALSE;
  *value = *numbers->at++ - '0';
  skip_comma (numbers);
  return TRUE;
}

static gboolean
read_values (Pen *pen, const Command *command, double *values)
{
  Numbers *numbers = &pen->numbers;

  if (command->name != 'A')
    return read_numbers (numbers, values, command->n_values);
  return read_numbers (numbers, values, 3) && read_flag (numbers, &values[3])
         && read_flag (numbers, &values[4]) && read_numbers (numbers, &values[5], 2);
}

static gboolean
number_ahead (const Numbers *numbers)
{
  return numbers->at < numbers->end
         && (g_ascii_isdigit (*numbers->at) || strchr ("+-.", *numbers->at));
}

/* The rest of a command, as often as its numbers are repeated. After M that means lines. FALSE when
 * numbers are missing. */
static gboolean
draw_command (Pen *pen, const Command *command)
{
  double values[MOST_VALUES];

  do {
    if (!read_values (pen, command, values))
      return FALSE;
    if (pen->previous == 'Z' && command->name != 'M' && command->name != 'Z')
      append_point (pen->steps, DRAW_MOVE, pen->now.x, pen->now.y);
    command->draw (pen, values);
    pen->previous = command->name;
    if (command->name == 'M')
      command = command_find ('L');
  } while (command->n_values > 0 && number_ahead (&pen->numbers));
  return TRUE;
}

gboolean
path_parse (const char *data, GArray *steps, gsize *fault)
{
  Pen pen = { .numbers = { data, data + strlen (data) }, .steps = steps };

  for (skip_space (&pen.numbers); pen.numbers.at < pen.numbers.end; skip_space (&pen.numbers)) {
    const Command *command = command_find (*pen.numbers.at);
    gboolean is_good = command && (pen.previous || command->name == 'M');
    if (is_good) {
      pen.is_relative = g_ascii_islower (*pen.numbers.at++);
      skip_space (&pen.numbers);
      is_good = draw_command (&pen, command);
    }
    if (!is_good) {
      *fault = pen.numbers.at - data;
      return FALSE;
    }
  }
  return TRUE;
}

/* --- other shapes --- */

/* A quarter of an ellipse to (x, y), along x first or along y first. */
static void
append_corner (GArray *steps, Point from, Point to, gboolean is_along_x)
{
  Point corner = is_along_x ? (Point){ to.x, from.y } : (Point){ from.x, to.y };
  Point one = { from.x + (corner.x - from.x) * QUARTER, from.y + (corner.y - from.y) * QUARTER };
  Point two = { to.x + (corner.x - to.x) * QUARTER, to.y + (corner.y - to.y) * QUARTER };

  append_step (steps, DRAW_CURVE, one, two, to);
}

static void
append_round_rect (GArray *steps, double x, double y, double width, double height, double rx,
                   double ry)
{
  double right = x + width, bottom = y + height;

  append_point (steps, DRAW_MOVE, x + rx, y);
  append_point (steps, DRAW_LINE, right - rx, y);
  append_corner (steps, (Point){ right - rx, y }, (Point){ right, y + ry }, TRUE);
  append_point (steps, DRAW_LINE, right, bottom - ry);
  append_corner (steps, (Point){ right, bottom - ry }, (Point){ right - rx, bottom }, FALSE);
  append_point (steps, DRAW_LINE, x + rx, bottom);
  append_corner (steps, (Point){ x + rx, bottom }, (Point){ x, bottom - ry }, TRUE);
  append_point (steps, DRAW_LINE, x, y + ry);
  append_corner (steps, (Point){ x, y + ry }, (Point){ x + rx, y }, FALSE);
  append_close (steps);
}

void
path_append_rect (GArray *steps, double x, double y, double width, double height, double rx,
                  double ry)
{
  if (rx > 0 && ry > 0) {
    append_round_rect (steps, x, y, width, height, MIN (rx, width / 2), MIN (ry, height / 2));
    return;
  }
  append_point (steps, DRAW_MOVE, x, y);
  append_point (steps, DRAW_LINE, x + width, y);
  append_point (steps, DRAW_LINE, x + width, y + height);
  append_point (steps, DRAW_LINE, x, y + height);
  append_close (steps);
}

void
path_append_ellipse (GArray *steps, double x, double y, double rx, double ry)
{
  Point east = { x + rx, y }, south = { x, y + ry }, west = { x - rx, y }, north = { x, y - ry };

  append_point (steps, DRAW_MOVE, east.x, east.y);
  append_corner (steps, east, south, FALSE);
  append_corner (steps, south, west, TRUE);
  append_corner (steps, west, north, FALSE);
  append_corner (steps, north, east, TRUE);
  append_close (steps);
}

gboolean
path_append_points (GArray *steps, const char *points, gboolean is_closed)
{
  Numbers numbers = { points, points + strlen (points) };
  double values[2];
  guint before = steps->len;

  for (skip_space (&numbers); numbers.at < numbers.end;) {
    if (!read_numbers (&numbers, values, 2))
      return FALSE;
    append_point (steps, steps->len > before ? DRAW_LINE : DRAW_MOVE, values[0], values[1]);
  }
  if (is_closed && steps->len > before)
    append_close (steps);
  return TRUE;
}

void
path_append_line (GArray *steps, double x1, double y1, double x2, double y2)
{
  append_point (steps, DRAW_MOVE, x1, y1);
  append_point (steps, DRAW_LINE, x2, y2);
}

/* --- extents --- */

typedef struct {
  double least, most;
} Range;

static void
range_add (Range *range, double value)
{
  range->least = MIN (range->least, value);
  range->most = MAX (range->most, value);
}

static double
curve_at (double a, double b, double c, double d, double t)
{
  double u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/* Where a cubic curve turns around, along one axis. */
static void
range_add_curve (Range *range, double a, double b, double c, double d)
{
  double square = -a + 3 * b - 3 * c + d, linear = 2 * (a - 2 * b + c), constant = b - a;
  double times[2] = { -1, -1 };

  range_add (range, d);
  if (fabs (square) < NEARLY_NOTHING)
    times[0] = linear != 0 ? -constant / linear : -1;
  else {
    double root = linear * linear - 4 * square * constant;
    if (root < 0)
      return;
    times[0] = (-linear + sqrt (root)) / (2 * square);
    times[1] = (-linear - sqrt (root)) / (2 * square);
  }
  for (guint i = 0; i < 2; i++)
    if (times[i] > 0 && times[i] < 1)
      range_add (range, curve_at (a, b, c, d, times[i]));
}

gboolean
path_extents (const GArray *steps, double *left, double *top, double *right, double *bottom)
{
  Range x = { G_MAXDOUBLE, -G_MAXDOUBLE }, y = x;
  Point now = { 0, 0 };

  for (guint i = 0; i < steps->len; i++) {
    const DrawStep *step = &g_array_index (steps, DrawStep, i);
    guint last = step->verb == DRAW_CURVE ? 2 : 0;
    if (step->verb == DRAW_CLOSE)
      continue;
    if (step->verb == DRAW_CURVE) {
      range_add_curve (&x, now.x, step->points[0].x, step->points[1].x, step->points[2].x);
      range_add_curve (&y, now.y, step->points[0].y, step->points[1].y, step->points[2].y);
    }
    now = (Point){ step->points[last].x, step->points[last].y };
    range_add (&x, now.x);
    range_add (&y, now.y);
  }
  *left = x.least;
  *top = y.least;
  *right = x.most;
  *bottom = y.most;
  return x.most >= x.least;
}

/* --- corners --- */

/* Of the angle between two directions: a corner is cut below 29° with a limit of 4, below 11.5°
 * with one of 10. */
static gboolean
is_sharp (Point one, Point other)
{
  double lengths = hypot (one.x, one.y) * hypot (other.x, other.y);
  return one.x * other.x + one.y * other.y < -0.874 * lengths; /* it turns back by all but 29° */
}

gboolean
path_has_sharp_corner (const GArray *steps)
{
  Point now = { 0, 0 }, start = now, first = now, direction = now;
  gboolean has_direction = FALSE;

  for (guint i = 0; i < steps->len; i++) {
    const DrawStep *step = &g_array_index (steps, DrawStep, i);
    guint last = step->verb == DRAW_CURVE ? 2 : 0;
    Point to =
      step->verb == DRAW_CLOSE ? start : (Point){ step->points[last].x, step->points[last].y };
    Point out = { step->points[0].x - now.x, step->points[0].y - now.y };
    if (step->verb == DRAW_CLOSE)
      out = (Point){ to.x - now.x, to.y - now.y };
    if (step->verb == DRAW_MOVE) {
      start = now = to;
      has_direction = FALSE;
      continue;
    }
    if (hypot (out.x, out.y) > NEARLY_NOTHING) {
      if (has_direction && is_sharp (direction, out))
        return TRUE;
      first = has_direction ? first : out;
      has_direction = TRUE;
      direction = out;
      /* The end of a curve runs as its last control point that is not there already does. */
      for (guint p = 0; step->verb == DRAW_CURVE && p < 2; p++) {
        Point in = { to.x - step->points[p].x, to.y - step->points[p].y };
        if (hypot (in.x, in.y) > NEARLY_NOTHING)
          direction = in;
      }
    }
    if (step->verb == DRAW_CLOSE && has_direction && is_sharp (direction, first))
      return TRUE;
    now = to;
  }
  return FALSE;
}
