/* SPDX-License-Identifier: MIT */
#include "base/value.h"

#include "../support.h"

static void
test_dump (void)
{
  g_autoptr (Value) map = value_map ();
  Value *list = value_list ();

  value_set_text (map, "tên", "Hà Đông");
  value_set_text (map, "none", NULL);
  value_set_bool (map, "good", TRUE);
  value_set (map, "empty_list", value_list ());
  value_set (map, "empty_map", value_map ());
  value_set_text (map, "escapes", "\"a\\b\"\n\t\x1b");
  value_add (list, value_text ("1.50"));
  value_add (list, value_bool (FALSE));
  value_add (list, value_null ());
  value_set (map, "list", list);
  g_autofree char *dump = value_dump (map);
  g_autofree char *json = value_json (map);
  g_assert_cmpstr (dump, ==,
                   "{\n"
                   "  \"empty_list\": [],\n"
                   "  \"empty_map\": {},\n"
                   "  \"escapes\": \"\\\"a\\\\b\\\"\\n\\u0009\\u001b\",\n"
                   "  \"good\": true,\n"
                   "  \"list\": [\n"
                   "    \"1.50\",\n"
                   "    false,\n"
                   "    null\n"
                   "  ],\n"
                   "  \"none\": null,\n"
                   "  \"tên\": \"Hà Đông\"\n"
                   "}\n");
  g_assert_cmpstr (json, ==,
                   "{\"empty_list\":[],\"empty_map\":{},"
                   "\"escapes\":\"\\\"a\\\\b\\\"\\n\\u0009\\u001b\",\"good\":true,"
                   "\"list\":[\"1.50\",false,null],\"none\":null,\"tên\":\"Hà Đông\"}");
}

/* A map is the same, however it was made. */
static void
test_shape (void)
{
  static ValueShape shape = { .keys = { "syllables", "is_long", "is_longest", "a" } };
  g_autoptr (Value) map = value_map ();

  value_set_text (map, "syllables", "12");
  value_set_bool (map, "is_long", TRUE);
  value_set_text (map, "is_longest", NULL);
  value_set (map, "a", value_list ());
  g_autofree char *expected = value_dump (map);
  for (guint i = 0; i < 2; i++) {
    Value *const items[] = { value_text ("12"), value_bool (TRUE), value_null (), value_list () };
    g_autoptr (Value) shaped = value_shaped (&shape, items);
    g_autofree char *dump = value_dump (shaped);
    g_assert_cmpstr (dump, ==, expected);
    value_set_text (shaped, "is_long", "it is"); /* and can be set like one */
    value_set_text (shaped, "b", "B");
    g_assert_cmpuint (value_length (shaped), ==, 5);
    g_assert_cmpstr (value_find_text (shaped, "is_long"), ==, "it is");
    g_assert_cmpstr (value_find_text (shaped, "syllables"), ==, "12");
  }
}

/* Keys stay sorted and findable in whatever order they come. */
static void
test_map (void)
{
  g_autoptr (Value) map = value_map ();
  enum { N = 97 };

  for (guint i = 0; i < N; i++) {
    g_autofree char *key = g_strdup_printf ("%02u", i * 31 % N);
    value_set_text (map, g_intern_string (key), key);
  }
  g_assert_cmpuint (value_length (map), ==, N);
  for (guint i = 0; i < N; i++) {
    g_autofree char *key = g_strdup_printf ("%02u", i);
    g_assert_cmpstr (value_key (map, i), ==, key);
    g_assert_cmpstr (value_get_text (value_find (map, key), NULL), ==, key);
  }
  g_assert_null (value_find (map, "97"));
  g_assert_null (value_find (map, ""));

  value_set_text (map, "05", "năm");
  g_assert_cmpuint (value_length (map), ==, N);
  g_assert_cmpstr (value_get_text (value_find (map, "05"), NULL), ==, "năm");
  g_assert_null (value_find (value_find (map, "05"), "05"));
}

/* A key that was read is the map's own, also where it takes the place of another. */
static void
test_read_keys (void)
{
  g_autoptr (Value) map = value_map ();
  char key[] = "một khóa";

  value_set (map, "một khóa", value_text ("1"));
  value_set_read (map, key, value_text ("2"));
  value_set_read (map, key, value_text ("3"));
  key[0] = 'b';
  value_set_read (map, key, value_text ("4"));
  value_set (map, "bột khóa", value_text ("5"));
  g_assert_cmpuint (value_length (map), ==, 2);
  g_assert_cmpstr (value_key (map, 0), ==, "bột khóa");
  g_assert_cmpstr (value_key (map, 1), ==, "một khóa");
  g_assert_cmpstr (value_get_text (value_find (map, "bột khóa"), NULL), ==, "5");
  g_assert_cmpstr (value_get_text (value_find (map, "một khóa"), NULL), ==, "3");
}

/* What is shared is not freed with its borrower, and may be shared twice. */
static void
test_lent (void)
{
  g_autoptr (Value) text = value_text ("mượn");
  Value *list = value_list ();
  Value *map = value_map ();

  value_share (list, text);
  value_share (list, text);
  value_set_shared (map, "a", text);
  value_set (map, "b", list);
  value_set_text (map, "a", "own");
  value_set_shared (map, "a", text);
  g_assert_true (value_find (map, "a") == text);
  value_free (map);
  g_assert_cmpstr (value_get_text (text, NULL), ==, "mượn");
}

static void
test_truth (void)
{
  g_autoptr (Value) empty_text = value_text ("");
  g_autoptr (Value) zero = value_text ("0");
  g_autoptr (Value) list = value_list ();
  g_autoptr (Value) map = value_map ();

  g_assert_false (value_is_truthy (value_null ()));
  g_assert_false (value_is_truthy (value_bool (FALSE)));
  g_assert_true (value_is_truthy (value_bool (TRUE)));
  g_assert_false (value_is_truthy (empty_text));
  g_assert_true (value_is_truthy (zero));
  g_assert_false (value_is_truthy (list));
  value_add (list, value_null ());
  g_assert_true (value_is_truthy (list));
  g_assert_true (value_is_truthy (map));
}

/* What is absent, or of another kind, is no text and not true. */
static void
test_find (void)
{
  g_autoptr (Value) map = value_map ();

  value_set_text (map, "a", "chữ");
  value_set_bool (map, "b", TRUE);
  value_set (map, "c", value_list ());
  g_assert_cmpstr (value_find_text (map, "a"), ==, "chữ");
  g_assert_cmpstr (value_find_text (map, "b"), ==, "");
  g_assert_cmpstr (value_find_text (map, "d"), ==, "");
  g_assert_true (value_find_truth (map, "a"));
  g_assert_true (value_find_truth (map, "b"));
  g_assert_false (value_find_truth (map, "c"));
  g_assert_false (value_find_truth (map, "d"));
}

static void
test_text (void)
{
  gsize length;
  g_autoptr (Value) cut = value_text_n ("Hà Đông", 3);
  g_autoptr (Value) taken = value_text_take (g_strdup ("a"));

  g_assert_cmpstr (value_get_text (cut, &length), ==, "Hà");
  g_assert_cmpuint (length, ==, 3);
  g_assert_cmpstr (value_get_text (taken, NULL), ==, "a");
  g_assert_cmpint (value_kind (value_text (NULL)), ==, VALUE_NULL);
  g_assert_cmpint (value_kind (value_text_take (NULL)), ==, VALUE_NULL);
  g_assert_cmpuint (value_length (cut), ==, 0);
}

static void
test_number (void)
{
  g_autoptr (Value) map = value_map ();

  value_set_number (map, "width", 7.0 / 3);
  value_set_number (map, "size", 12);
  g_assert_cmpstr (value_find_text (map, "width"), ==, "2.33");
  g_assert_cmpstr (value_find_text (map, "size"), ==, "12.00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/shape", test_shape);
  g_test_add_func ("/value/dump", test_dump);
  g_test_add_func ("/value/map", test_map);
  g_test_add_func ("/value/read-keys", test_read_keys);
  g_test_add_func ("/value/shared", test_lent);
  g_test_add_func ("/value/truth", test_truth);
  g_test_add_func ("/value/find", test_find);
  g_test_add_func ("/value/text", test_text);
  g_test_add_func ("/value/number", test_number);
  return g_test_run ();
}
