/* SPDX-License-Identifier: MIT */
/* GLib's locks and containers, made visible to ThreadSanitizer: “make tsan” includes this before
 * all else. */
#pragma once

/* The locks are those of locks.c, under names of their own. */
#define g_mutex_init             visible_g_mutex_init
#define g_mutex_clear            visible_g_mutex_clear
#define g_mutex_lock             visible_g_mutex_lock
#define g_mutex_trylock          visible_g_mutex_trylock
#define g_mutex_unlock           visible_g_mutex_unlock
#define g_cond_init              visible_g_cond_init
#define g_cond_clear             visible_g_cond_clear
#define g_cond_wait              visible_g_cond_wait
#define g_cond_wait_until        visible_g_cond_wait_until
#define g_cond_signal            visible_g_cond_signal
#define g_cond_broadcast         visible_g_cond_broadcast
#define g_rw_lock_init           visible_g_rw_lock_init
#define g_rw_lock_clear          visible_g_rw_lock_clear
#define g_rw_lock_writer_lock    visible_g_rw_lock_writer_lock
#define g_rw_lock_writer_trylock visible_g_rw_lock_writer_trylock
#define g_rw_lock_writer_unlock  visible_g_rw_lock_writer_unlock
#define g_rw_lock_reader_lock    visible_g_rw_lock_reader_lock
#define g_rw_lock_reader_trylock visible_g_rw_lock_reader_trylock
#define g_rw_lock_reader_unlock  visible_g_rw_lock_reader_unlock
#define g_once_impl              visible_g_once_impl

#include <glib.h>

/* The sanitizer cannot see what GLib does to a container, so each call says what it reads or
 * changes. */
void __tsan_read_range (void *start, long size);
void __tsan_write_range (void *start, long size);

/* What is made once is made before it is handed out. */
void __tsan_acquire (void *address);
void __tsan_release (void *address);

static inline gboolean
visible_once_init_enter (void *location)
{
  gboolean is_first = (g_once_init_enter) (location);

  if (!is_first)
    __tsan_acquire (location);
  return is_first;
}

static inline void
visible_once_init_leave (void *location, gsize result)
{
  __tsan_release (location);
  (g_once_init_leave) (location, result);
}
#undef g_once_init_enter
#undef g_once_init_leave
#define g_once_init_enter(location)         visible_once_init_enter (location)
#define g_once_init_leave(location, result) visible_once_init_leave (location, (gsize) (result))

#define CHANGE(container) __tsan_write_range (container, sizeof *(container))
/* A GHashTable is opaque: its first field stands for all of it. */
#define READ_TABLE   __tsan_read_range (table, sizeof (int))
#define CHANGE_TABLE __tsan_write_range (table, sizeof (int))

#define VISIBLE(access, result, name, parameters, arguments)                                          \
  static inline result visible_##name parameters                                                   \
  {                                                                                                \
    access;                                                                                        \
    return (name) arguments;                                                                       \
  }

VISIBLE (READ_TABLE, gpointer, g_hash_table_lookup, (GHashTable *table, gconstpointer key),
         (table, key))
VISIBLE (READ_TABLE, gboolean, g_hash_table_contains, (GHashTable *table, gconstpointer key),
         (table, key))
VISIBLE (READ_TABLE, guint, g_hash_table_size, (GHashTable *table), (table))
VISIBLE (READ_TABLE, void, g_hash_table_iter_init, (GHashTableIter * iter, GHashTable *table),
         (iter, table))
VISIBLE (CHANGE_TABLE, gboolean, g_hash_table_insert,
         (GHashTable *table, gpointer key, gpointer value), (table, key, value))
VISIBLE (CHANGE_TABLE, gboolean, g_hash_table_replace,
         (GHashTable *table, gpointer key, gpointer value), (table, key, value))
VISIBLE (CHANGE_TABLE, gboolean, g_hash_table_add, (GHashTable *table, gpointer key), (table, key))
VISIBLE (CHANGE_TABLE, gboolean, g_hash_table_remove, (GHashTable *table, gconstpointer key),
         (table, key))
VISIBLE (CHANGE_TABLE, void, g_hash_table_remove_all, (GHashTable *table), (table))
VISIBLE (CHANGE (array), void, g_ptr_array_add, (GPtrArray * array, gpointer data), (array, data))
VISIBLE (CHANGE (array), void, g_ptr_array_set_size, (GPtrArray * array, int length),
         (array, length))
VISIBLE (CHANGE (array), gpointer, g_ptr_array_remove_index, (GPtrArray * array, guint index),
         (array, index))
VISIBLE (CHANGE (array), gpointer, g_ptr_array_steal_index, (GPtrArray * array, guint index),
         (array, index))
VISIBLE (CHANGE (array), GArray *, g_array_append_vals,
         (GArray * array, gconstpointer data, guint n), (array, data, n))
VISIBLE (CHANGE (array), GArray *, g_array_set_size, (GArray * array, guint length),
         (array, length))
VISIBLE (CHANGE (string), GString *, g_string_append, (GString * string, const char *text),
         (string, text))
VISIBLE (CHANGE (string), GString *, g_string_append_len,
         (GString * string, const char *text, gssize n), (string, text, n))
VISIBLE (CHANGE (string), GString *, g_string_append_unichar, (GString * string, gunichar letter),
         (string, letter))
VISIBLE (CHANGE (string), GString *, g_string_truncate, (GString * string, gsize length),
         (string, length))
VISIBLE (CHANGE (queue), gpointer, g_queue_pop_tail, (GQueue * queue), (queue))
VISIBLE (CHANGE (queue), void, g_queue_push_head_link, (GQueue * queue, GList *link), (queue, link))
VISIBLE (CHANGE (queue), void, g_queue_unlink, (GQueue * queue, GList *link), (queue, link))

#define g_hash_table_lookup      visible_g_hash_table_lookup
#define g_hash_table_contains    visible_g_hash_table_contains
#define g_hash_table_size        visible_g_hash_table_size
#define g_hash_table_iter_init   visible_g_hash_table_iter_init
#define g_hash_table_insert      visible_g_hash_table_insert
#define g_hash_table_replace     visible_g_hash_table_replace
#define g_hash_table_add         visible_g_hash_table_add
#define g_hash_table_remove      visible_g_hash_table_remove
#define g_hash_table_remove_all  visible_g_hash_table_remove_all
#define g_ptr_array_add          visible_g_ptr_array_add
#define g_ptr_array_set_size     visible_g_ptr_array_set_size
#define g_ptr_array_remove_index visible_g_ptr_array_remove_index
#define g_ptr_array_steal_index  visible_g_ptr_array_steal_index
#define g_array_append_vals      visible_g_array_append_vals
#define g_array_set_size         visible_g_array_set_size
#define g_string_append          visible_g_string_append
#define g_string_append_len      visible_g_string_append_len
#define g_string_append_unichar  visible_g_string_append_unichar
#define g_string_truncate        visible_g_string_truncate
#define g_queue_pop_tail         visible_g_queue_pop_tail
#define g_queue_push_head_link   visible_g_queue_push_head_link
#define g_queue_unlink           visible_g_queue_unlink
