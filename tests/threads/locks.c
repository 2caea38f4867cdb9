/* SPDX-License-Identifier: MIT */
/* GLib's locks, made of those of POSIX, for ThreadSanitizer.
 *
 * GLib's own are futexes inside a library that was compiled without the sanitizer, which so sees
 * two threads at the same memory and nothing that keeps them apart. visible.h has our code call
 * these; Pango's locks stay what they are, as the atomics beside them cannot be seen either. Like
 * those of GLib, a lock of zeros is made when it is first wanted. */
#include <errno.h>
#include <glib.h>
#include <pthread.h>

/* What `place`, a lock's only field, points to: `size` bytes of zeros, which are an unlocked
 * pthread_mutex_t, pthread_cond_t or pthread_rwlock_t in glibc. */
static gpointer
lock_at (gpointer *place, gsize size)
{
  gpointer lock = __atomic_load_n (place, __ATOMIC_ACQUIRE);

  if (lock)
    return lock;
  gpointer new_lock = g_malloc0 (size);
  if (__atomic_compare_exchange_n (place, &lock, new_lock, FALSE, __ATOMIC_ACQ_REL,
                                   __ATOMIC_ACQUIRE))
    return new_lock;
  g_free (new_lock);
  return lock;
}

#define MUTEX(mutex)  ((pthread_mutex_t *) lock_at (&(mutex)->p, sizeof (pthread_mutex_t)))
#define COND(cond)    ((pthread_cond_t *) lock_at (&(cond)->p, sizeof (pthread_cond_t)))
#define RW_LOCK(lock) ((pthread_rwlock_t *) lock_at (&(lock)->p, sizeof (pthread_rwlock_t)))

void
g_mutex_init (GMutex *mutex)
{
  mutex->p = NULL;
}

void
g_mutex_clear (GMutex *mutex)
{
  pthread_mutex_destroy (MUTEX (mutex));
  g_free (g_steal_pointer (&mutex->p));
}

void
g_mutex_lock (GMutex *mutex)
{
  g_assert (pthread_mutex_lock (MUTEX (mutex)) == 0);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  return pthread_mutex_trylock (MUTEX (mutex)) == 0;
}

void
g_mutex_unlock (GMutex *mutex)
{
  g_assert (pthread_mutex_unlock (MUTEX (mutex)) == 0);
}

void
g_cond_init (GCond *cond)
{
  cond->p = NULL;
}

void
g_cond_clear (GCond *cond)
{
  pthread_cond_destroy (COND (cond));
  g_free (g_steal_pointer (&cond->p));
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  pthread_cond_wait (COND (cond), MUTEX (mutex));
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  struct timespec end = { end_time / G_USEC_PER_SEC, end_time % G_USEC_PER_SEC * 1000 };
  return pthread_cond_clockwait (COND (cond), MUTEX (mutex), CLOCK_MONOTONIC, &end) != ETIMEDOUT;
}

void
g_cond_signal (GCond *cond)
{
  pthread_cond_signal (COND (cond));
}

void
g_cond_broadcast (GCond *cond)
{
  pthread_cond_broadcast (COND (cond));
}

void
g_rw_lock_init (GRWLock *lock)
{
  lock->p = NULL;
}

void
g_rw_lock_clear (GRWLock *lock)
{
  pthread_rwlock_destroy (RW_LOCK (lock));
  g_free (g_steal_pointer (&lock->p));
}

void
g_rw_lock_writer_lock (GRWLock *lock)
{
  g_assert (pthread_rwlock_wrlock (RW_LOCK (lock)) == 0);
}

gboolean
g_rw_lock_writer_trylock (GRWLock *lock)
{
  return pthread_rwlock_trywrlock (RW_LOCK (lock)) == 0;
}

void
g_rw_lock_writer_unlock (GRWLock *lock)
{
  g_assert (pthread_rwlock_unlock (RW_LOCK (lock)) == 0);
}

void
g_rw_lock_reader_lock (GRWLock *lock)
{
  g_assert (pthread_rwlock_rdlock (RW_LOCK (lock)) == 0);
}

gboolean
g_rw_lock_reader_trylock (GRWLock *lock)
{
  return pthread_rwlock_tryrdlock (RW_LOCK (lock)) == 0;
}

void
g_rw_lock_reader_unlock (GRWLock *lock)
{
  g_rw_lock_writer_unlock (lock);
}

/* One lock for all of them: what is made once takes no time afterwards. It is let go while
 * something is made, which may want something else that is made once. */
static GMutex once_lock;
static GCond once_done;

gpointer
g_once_impl (GOnce *once, GThreadFunc make, gpointer data)
{
  g_mutex_lock (&once_lock);
  while (once->status == G_ONCE_STATUS_PROGRESS)
    g_cond_wait (&once_done, &once_lock);
  if (once->status == G_ONCE_STATUS_NOTCALLED) {
    __atomic_store_n (&once->status, G_ONCE_STATUS_PROGRESS, __ATOMIC_RELAXED);
    g_mutex_unlock (&once_lock);
    gpointer made = make (data);
    g_mutex_lock (&once_lock);
    once->retval = made;
    __atomic_store_n (&once->status, G_ONCE_STATUS_READY, __ATOMIC_RELEASE);
    g_cond_broadcast (&once_done);
  }
  g_mutex_unlock (&once_lock);
  return once->retval;
}
