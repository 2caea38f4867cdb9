/* SPDX-License-Identifier: MIT */
/* Threads take the next piece when they are done with one: pieces differ too much in size (a page,
 * a kit of forty sheets) to be dealt out beforehand, and a pool that outlives the call would be
 * state. Which thread does a piece is chance; that nothing shows it rests on reports being sets and
 * on pieces writing only to what is their own. */
#include "base/parallel.h"

typedef struct {
  guint n;
  guint next; /* atomic: the next piece nobody has begun */
  ParallelPiece piece;
  gpointer data;
} Work;

typedef struct {
  Work *work;
  Report *report;
} Worker;

static gpointer
worker_run (gpointer data)
{
  Worker *worker = data;
  Work *work = worker->work;

  for (guint i; (i = g_atomic_int_add (&work->next, 1)) < work->n;)
    work->piece (i, work->data, worker->report);
  return NULL;
}

void
parallel_for (guint n, guint n_threads, ParallelPiece piece, gpointer data, Report *report)
{
  Work work = { n, 0, piece, data };
  guint n_workers = MIN (n_threads ? n_threads : g_get_num_processors (), MAX (n, 1));
  g_autofree Worker *workers = g_new (Worker, n_workers);
  g_autofree GThread **threads = g_new0 (GThread *, n_workers);

  for (guint i = 0; i < n_workers; i++)
    workers[i] = (Worker){ &work, i == 0 ? report : report_new () };
  /* Worker 0 is the calling thread. A thread that cannot be made leaves its share to the others. */
  for (guint i = 1; i < n_workers; i++)
    threads[i] = g_thread_try_new ("loa", worker_run, &workers[i], NULL);
  worker_run (&workers[0]);
  for (guint i = 1; i < n_workers; i++) {
    if (threads[i])
      g_thread_join (threads[i]);
    report_join (report, workers[i].report);
    report_free (workers[i].report);
  }
}
